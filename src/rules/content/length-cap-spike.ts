// Many answers of exactly the greatest length: a generator was cut off there.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { wilsonLow } from '../../tally/share.ts';
import { chat, many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

interface State {
  total: number;
  /** Answers by their tokens. */
  readonly lengths: Map<number, number>;
}

const SHORTEST = 32;
const LEAST = 10;
/** Tokens that belong to one heap. */
const WIDTH = 2;

export const lengthCapSpike = defineDatasetRule({
  id: 'content/length-cap-spike',
  title: 'Answers cut at one length',
  why: 'The longest answers all stop at the same number of tokens: the generator was cut off there, and the model learns to stop so.',
  mend: 'Write those answers again with a higher limit, or remove them.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { share: share(0.01, 'The share of answers at the greatest length from which on it is told.') },
  messages: {
    spike: '{count#answer} of {total} are {tokens} tokens long, give or take two; no answer is longer.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'all lengths', records: many(120, (n) => chat(`Count to ${n}.`, 'one two '.repeat(n + 1))) },
      {
        title: 'short answers of one length',
        records: many(120, (n) => pair(`Is ${n} even?`, n % 2 ? 'no' : 'yes')),
      },
    ],
    bad: [
      {
        title: 'a third at the limit',
        records: many(150, (n) => chat(`Count to ${n}.`, 'one two '.repeat(n < 50 ? 200 : n))),
        finds: [{ message: 'spike', pointer: '', data: { count: 50, total: 150, tokens: 401 } }],
      },
      {
        title: 'a tenth at the limit',
        records: many(300, (n) => pair(`Count to ${n}.`, 'one two '.repeat(n % 10 ? 20 + (n % 70) : 100))),
        finds: [{ message: 'spike', pointer: '', data: { count: 30, total: 300, tokens: 201 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): State => ({ total: 0, lengths: new Map() }),
    add(state: State, { turns }) {
      for (const { learned, tokens } of turns) {
        if (!learned || tokens < SHORTEST) continue;
        state.total += 1;
        state.lengths.set(tokens, (state.lengths.get(tokens) ?? 0) + 1);
      }
    },
    merge(into: State, from: State) {
      into.total += from.total;
      for (const [tokens, n] of from.lengths) into.lengths.set(tokens, (into.lengths.get(tokens) ?? 0) + n);
    },
    finish({ total, lengths }: State, report) {
      let longest = 0;
      for (const tokens of lengths.keys()) longest = Math.max(longest, tokens);
      let spike = 0;
      let before = 0;
      for (const [tokens, n] of lengths) {
        if (tokens >= longest - WIDTH) spike += n;
        else if (tokens >= longest - WIDTH * 11) before += n;
      }
      // Below the limit the lengths thin out; a heap at the very end is no chance.
      if (spike < LEAST || wilsonLow(spike, total) <= options.share || spike * 3 < before) return;
      report({ message: 'spike', pointer: '', data: { count: spike, total, tokens: longest } });
    },
  }),
});
