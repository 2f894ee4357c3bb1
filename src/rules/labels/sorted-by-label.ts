// Records that stand sorted by their label.

import { integer } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import {
  type CappedCounter,
  countKey,
  emptyCounter,
  mergeCounter,
  readCounter,
} from '../../tally/capped-counter.ts';
import { addToRuns, countRuns, emptyRuns, mergeRuns, type Runs } from '../../tally/runs.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

interface State {
  readonly labels: CappedCounter;
  readonly runs: Runs;
}

const FEWEST = 50;

export const sortedByLabel = defineDatasetRule({
  id: 'labels/sorted-by-label',
  title: 'Sorted by label',
  why: 'A trainer that does not shuffle sees one class after the other and forgets the first; a split at the end leaves classes out.',
  mend: 'Shuffle the records with a fixed seed, and split only then.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {
    times: integer(10, 'How many times more often the label would change in a shuffled set.', 2),
  },
  messages: {
    sorted: 'The label changes {changes#time} in {count#record}; shuffled, it would about {expected} times.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'shuffled',
        records: many(80, (n) => pair(`Text ${n}`, (n * 7) % 5 < 2 ? 'good' : 'bad')),
        goal: 'classification',
      },
      { title: 'no labels', records: many(80, (n) => pair(`Text ${n}`, n < 40 ? 'good' : 'bad')) },
      {
        title: 'a small set',
        records: many(20, (n) => pair(`Text ${n}`, n < 10 ? 'good' : 'bad')),
        goal: 'classification',
      },
    ],
    bad: [
      {
        title: 'two halves',
        records: many(80, (n) => pair(`Text ${n}`, n < 40 ? 'good' : 'bad')),
        goal: 'classification',
        finds: [{ message: 'sorted', pointer: '', data: { changes: 1, count: 80, expected: 40 } }],
      },
      {
        title: 'four blocks, the label in a field',
        records: many(200, (n) => ({ ...pair(`Text ${n}`, `Answer ${n}`), queue: Math.floor(n / 50) })),
        label: '/queue',
        finds: [{ message: 'sorted', pointer: '', data: { changes: 3, count: 200, expected: 150 } }],
      },
    ],
  },
  measured: { records: 24216, flagged: 4, inspected: 4, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): State => ({ labels: emptyCounter(), runs: emptyRuns() }),
    add(state: State, { label, at }) {
      if (label === undefined) return;
      countKey(state.labels, label);
      addToRuns(state.runs, at, label);
    },
    merge(into: State, from: State) {
      mergeCounter(into.labels, from.labels);
      mergeRuns(into.runs, from.runs);
    },
    finish({ labels, runs }: State, report) {
      const { counts, other } = readCounter(labels);
      const count = labels.total;
      if (count < FEWEST || other > 0) return;
      // Two neighbours of a shuffled set have different labels as often as two records drawn from it.
      const equal = counts.reduce((sum, [, n]) => sum + n * n, 0);
      const expected = Math.round(count - equal / count);
      const changes = countRuns(runs) - 1;
      if (changes * options.times >= expected || expected < FEWEST / 5) return;
      report({ message: 'sorted', pointer: '', data: { changes, count, expected } });
    },
  }),
});
