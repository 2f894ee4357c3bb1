// The better answer is nearly always the longer one.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { wilsonLow } from '../../tally/share.ts';
import { many } from '../sample.ts';

interface State {
  pairs: number;
  longer: number;
  shorter: number;
}

const LEAST = 100;

export const lengthBias = defineDatasetRule({
  id: 'preference/length-bias',
  title: 'Longer answers win',
  why: 'The model learns that longer is better; DPO makes it worse.',
  mend: 'Balance the lengths, or use a loss that is normalized by length.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {
    share: share(0.6, 'The share of pairs in which the better answer may be the longer or the shorter one.'),
  },
  messages: {
    longer: 'In {count} of {total#pair} the better answer is the longer one.',
    shorter: 'In {count} of {total#pair} the better answer is the shorter one.',
  },
  sources: [{ title: 'Park et al., Disentangling length from quality in direct preference optimization' }],
  examples: {
    good: [
      {
        title: 'half and half',
        records: many(200, (n) => ({
          prompt: `${n}?`,
          chosen: n % 2 ? 'yes' : 'yes indeed',
          rejected: 'no, no',
        })),
      },
      {
        title: 'few pairs',
        records: many(20, (n) => ({ prompt: `${n}?`, chosen: 'yes indeed', rejected: 'no' })),
      },
    ],
    bad: [
      {
        title: 'always longer',
        records: many(200, (n) => ({ prompt: `${n}?`, chosen: 'yes indeed', rejected: 'no' })),
        finds: [{ message: 'longer', pointer: '', data: { count: 200, total: 200 } }],
      },
      {
        title: 'mostly shorter',
        records: many(200, (n) => ({
          prompt: `${n}?`,
          chosen: n % 10 ? 'yes' : 'yes indeed it is',
          rejected: 'no, no, no',
        })),
        finds: [{ message: 'shorter', pointer: '', data: { count: 180, total: 200 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-24' },
  create: ({ options }) => ({
    empty: (): State => ({ pairs: 0, longer: 0, shorter: 0 }),
    add(state: State, { example, turns, rejected }) {
      const best = turns.at(-1);
      const worse = rejected.at(-1);
      if (example.kind !== 'preference' || best === undefined || worse === undefined) return;
      state.pairs += 1;
      if (best.text.length > worse.text.length) state.longer += 1;
      else if (best.text.length < worse.text.length) state.shorter += 1;
    },
    merge(into: State, from: State) {
      into.pairs += from.pairs;
      into.longer += from.longer;
      into.shorter += from.shorter;
    },
    finish({ pairs, longer, shorter }: State, report) {
      if (pairs < LEAST) return;
      for (const [message, count] of [
        ['longer', longer],
        ['shorter', shorter],
      ] as const) {
        if (wilsonLow(count, pairs) > options.share)
          report({ message, pointer: '', data: { count, total: pairs } });
      }
    },
  }),
});
