// One label in several spellings: to the model they are different classes.

import { defineFigureRule } from '../../model/rule.ts';
import { spelling } from '../label-spelling.ts';
import { many, pair } from '../sample.ts';

export const variant = defineFigureRule({
  id: 'labels/variant',
  title: 'One label in several spellings',
  why: 'The model learns to guess between the spellings, and whoever counts classes counts too many.',
  mend: 'Write the label in one way.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { spellings: '{label} ({count#record}) is also written {variant} ({few}).' },
  sources: [],
  examples: {
    good: [
      {
        title: 'one spelling',
        records: [...many(4, (n) => pair(`Good ${n}`, 'positive')), pair('Bad', 'negative')],
        goal: 'classification',
      },
      {
        title: 'digits make other labels',
        records: [pair('a', 'type 1'), pair('b', 'type 2'), pair('c', 'c'), pair('d', 'c++')],
        goal: 'classification',
      },
    ],
    bad: [
      {
        title: 'case and a full stop',
        records: [
          ...many(4, (n) => pair(`Good ${n}`, 'positive')),
          pair('Fine', 'Positive.'),
          pair('Bad', 'negative'),
        ],
        goal: 'classification',
        finds: [
          {
            message: 'spellings',
            pointer: '',
            data: { label: 'positive', count: 4, variant: 'Positive.', few: 1 },
          },
        ],
      },
      {
        title: 'a hyphen for a space',
        records: [
          pair('a', 'bug report'),
          pair('b', 'bug report'),
          pair('c', 'bug-report'),
          pair('d', 'wish'),
        ],
        goal: 'classification',
        finds: [
          {
            message: 'spellings',
            pointer: '',
            data: { label: 'bug report', count: 2, variant: 'bug-report', few: 1 },
          },
        ],
      },
    ],
  },
  measured: { records: 24216, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create:
    () =>
    ({ labels }, report) => {
      const first = new Map<string, { label: string; records: number }>();
      for (const { label, records } of labels) {
        const key = spelling(label);
        const other = first.get(key);
        if (other === undefined) first.set(key, { label, records });
        else {
          const data = { label: other.label, count: other.records, variant: label, few: records };
          report({ message: 'spellings', pointer: '', data });
        }
      }
    },
});
