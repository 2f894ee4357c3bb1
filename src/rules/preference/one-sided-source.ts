// The better answers come from one model and the worse ones from another.

import { defineDatasetRule } from '../../model/rule.ts';
import {
  type CappedCounter,
  countKey,
  emptyCounter,
  mergeCounter,
  readCounter,
} from '../../tally/capped-counter.ts';
import { wilsonLow } from '../../tally/share.ts';
import { beside, isText, WRITERS } from '../pairs.ts';
import { many } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const LEAST = 50;
const MOST = 0.9;

interface State {
  readonly better: CappedCounter;
  readonly worse: CappedCounter;
}

const pair = (n: number, better: string, worse: string) => ({
  prompt: `${n}?`,
  chosen: `${n}`,
  rejected: 'No.',
  chosen_model: better,
  rejected_model: worse,
});

export const oneSidedSource = defineDatasetRule({
  id: 'preference/one-sided-source',
  title: 'One model always wins',
  why: 'The model learns to tell the styles of two models apart, not good answers from bad ones.',
  mend: 'Add pairs in which both answers come from the same model, or the other one wins.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['preference'],
  options: {},
  messages: {
    sided:
      'Of {total#pair}, {better} wrote the better answer in {wins} and {worse} the worse one in {losses}.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'both win',
        records: many(60, (n) => (n % 2 ? pair(n, 'owl', 'elk') : pair(n, 'elk', 'owl'))),
      },
      { title: 'one model wrote both', records: many(60, (n) => pair(n, 'owl', 'owl')) },
    ],
    bad: [
      {
        title: 'always the same',
        records: many(80, (n) => pair(n, 'owl', 'elk')),
        finds: [
          {
            message: 'sided',
            pointer: '',
            data: { total: 80, better: 'owl', wins: 80, worse: 'elk', losses: 80 },
          },
        ],
      },
      {
        title: 'nearly always',
        records: many(200, (n) => pair(n, n % 50 ? 'owl' : 'fox', 'elk')),
        finds: [
          {
            message: 'sided',
            pointer: '',
            data: { total: 200, better: 'owl', wins: 196, worse: 'elk', losses: 200 },
          },
        ],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => ({
    empty: (): State => ({ better: emptyCounter(500), worse: emptyCounter(500) }),
    add(state: State, { example, value }) {
      const writers = example.kind === 'preference' ? beside(value, WRITERS, isText) : undefined;
      if (writers === undefined) return;
      countKey(state.better, writers[0]);
      countKey(state.worse, writers[1]);
    },
    merge(into: State, from: State) {
      mergeCounter(into.better, from.better);
      mergeCounter(into.worse, from.worse);
    },
    finish({ better, worse }: State, report) {
      const [winner, wins] = readCounter(better).counts[0] ?? ['', 0];
      const [loser, losses] = readCounter(worse).counts[0] ?? ['', 0];
      const { total } = better;
      if (total < LEAST || winner === loser) return;
      if (wilsonLow(wins, total) <= MOST || wilsonLow(losses, total) <= MOST) return;
      report({ message: 'sided', pointer: '', data: { total, better: winner, wins, worse: loser, losses } });
    },
  }),
});
