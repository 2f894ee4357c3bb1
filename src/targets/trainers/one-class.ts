// Ratings that are all good or all bad.

import { comparePositions, type Position } from '../../model/position.ts';
import { defineDatasetRule } from '../../model/rule.ts';

const rated = (n: number, label: boolean) => ({
  prompt: `How much is ${n} and ${n}?`,
  completion: `${2 * n}`,
  label,
});

interface State {
  good: number;
  bad: number;
  first: Position | undefined;
}

export const oneClass = defineDatasetRule({
  id: 'target/one-class',
  title: 'Only good or only bad answers',
  why: 'KTO weighs good answers against bad ones: with one kind alone it has nothing to tell apart.',
  mend: 'Add answers of the other kind, or train on the good ones alone with a supervised target.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { one: 'All {count#answer} are rated {label}.' },
  sources: [
    {
      title: 'TRL, kto_trainer.py at f2cd577',
      url: 'https://github.com/huggingface/trl',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'both', target: 'trl-kto', records: [rated(1, true), rated(2, false)] },
      { title: 'a single record', target: 'trl-kto', records: [rated(1, true)] },
    ],
    bad: [
      {
        title: 'all good',
        target: 'trl-kto',
        records: [rated(1, true), rated(2, true)],
        finds: [{ message: 'one', pointer: '', index: 0, data: { count: 2, label: 'true' } }],
      },
      {
        title: 'all bad',
        target: 'trl-kto',
        records: [rated(1, false), rated(2, false), rated(3, false)],
        finds: [{ message: 'one', pointer: '', index: 0, data: { count: 3, label: 'false' } }],
      },
    ],
  },
  create: () => ({
    empty: (): State => ({ good: 0, bad: 0, first: undefined }),
    add(state: State, { example, at }) {
      if (example.kind !== 'rating') return;
      if (example.good) state.good += 1;
      else state.bad += 1;
      if (state.first === undefined || comparePositions(at, state.first) < 0) state.first = at;
    },
    merge(into: State, { good, bad, first }: State) {
      into.good += good;
      into.bad += bad;
      if (first !== undefined && (into.first === undefined || comparePositions(first, into.first) < 0))
        into.first = first;
    },
    finish({ good, bad, first }: State, report) {
      const count = good + bad;
      if (count < 2 || (good > 0 && bad > 0)) return;
      report({ message: 'one', pointer: '', data: { count, label: String(good > 0) } }, first);
    },
  }),
});
