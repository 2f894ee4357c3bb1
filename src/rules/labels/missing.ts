// A place was named for the label, and some records, or all of them, have nothing there.

import { defineFigureRule } from '../../model/rule.ts';
import { many, pair } from '../sample.ts';

const labelled = (n: number) => ({
  ...pair(`Ticket ${n}`, `Answer ${n}`),
  queue: n % 2 === 0 ? 'fault' : 'praise',
});

export const missing = defineFigureRule({
  id: 'labels/missing',
  title: 'Records without a label',
  why: 'Classes are counted and judged by the records that have a label; the others are left out.',
  mend: 'Give the records their label, or name the place where it stands.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    all: 'No record has a label at {pointer}.',
    some: '{count#record} have no label at {pointer}.',
  },
  sources: [],
  examples: {
    good: [
      { title: 'all have one', records: many(4, labelled), label: '/queue' },
      { title: 'no place is named', records: many(4, labelled) },
    ],
    bad: [
      {
        title: 'a misspelt place',
        records: many(4, labelled),
        label: '/que',
        finds: [{ message: 'all', pointer: '', data: { pointer: '/que' } }],
      },
      {
        title: 'two without',
        records: [...many(4, labelled), pair('Ticket 5', 'Answer 5'), pair('Ticket 6', 'Answer 6')],
        label: '/queue',
        finds: [{ message: 'some', pointer: '', data: { count: 2, pointer: '/queue' } }],
      },
    ],
  },
  measured: { records: 24516, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create:
    ({ label: pointer }) =>
    ({ records, labels, otherLabels }, report) => {
      if (pointer === undefined) return;
      const understood = records.read - records.broken - records.unrecognized;
      const count = understood - otherLabels - labels.reduce((sum, { records: n }) => sum + n, 0);
      if (count === 0) return;
      if (count === understood) report({ message: 'all', pointer: '', data: { pointer } });
      else report({ message: 'some', pointer: '', data: { count, pointer } });
    },
});
