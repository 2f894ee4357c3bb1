// One label for every record: there is nothing to tell apart.

import { defineFigureRule } from '../../model/rule.ts';
import { many, pair } from '../sample.ts';

export const singleClass = defineFigureRule({
  id: 'labels/single-class',
  title: 'One label only',
  why: 'A model that always sees one answer learns to give it always.',
  mend: 'Add examples of the other classes.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  needsAll: true,
  options: {},
  messages: { single: 'All {count#record} have the label {label}.' },
  sources: [],
  examples: {
    good: [
      {
        title: 'two labels',
        records: [...many(5, (n) => pair(`Good ${n}`, 'positive')), pair('Bad', 'negative')],
        goal: 'classification',
      },
      { title: 'another goal', records: many(5, (n) => pair(`Say yes ${n}`, 'yes')), goal: 'style' },
    ],
    bad: [
      {
        title: 'five times the same',
        records: many(5, (n) => pair(`Good ${n}`, 'positive')),
        goal: 'classification',
        finds: [{ message: 'single', pointer: '', data: { count: 5, label: 'positive' } }],
      },
      {
        title: 'the same in a field of its own',
        records: many(3, (n) => ({ ...pair(`Good ${n}`, `Fine ${n}`), label: 1 })),
        label: '/label',
        finds: [{ message: 'single', pointer: '', data: { count: 3, label: '1' } }],
      },
    ],
  },
  measured: { records: 24216, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create:
    () =>
    ({ labels, otherLabels, records }, report) => {
      const [only, second] = labels;
      if (only === undefined || second !== undefined || otherLabels > 0 || records.read < 2) return;
      report({ message: 'single', pointer: '', data: { count: only.records, label: only.label } });
    },
});
