// One class has many times the records of another.

import { integer } from '../../model/option.ts';
import { defineFigureRule } from '../../model/rule.ts';
import { many, pair } from '../sample.ts';

export const imbalance = defineFigureRule({
  id: 'labels/imbalance',
  title: 'Classes are uneven',
  why: 'A generative model learns how often each class occurs, and will rarely choose one that it rarely saw.',
  mend: 'Add examples of the rare classes, unless the model is meant to see them as rarely in use.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { most: integer(10, 'How many times as large the largest class may be as the smallest.', 1) },
  messages: { uneven: '{large} has {count#record}, {small} has {few}.' },
  sources: [
    {
      title: 'Google, Machine Learning Crash Course, imbalanced datasets',
      url: 'https://developers.google.com/machine-learning/crash-course/overfitting/imbalanced-datasets',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'three to one',
        records: [
          ...many(6, (n) => pair(`Good ${n}`, 'positive')),
          ...many(2, (n) => pair(`Bad ${n}`, 'negative')),
        ],
        goal: 'classification',
      },
      { title: 'no labels', records: many(20, (n) => pair(`Go on ${n}`, `On and on ${n}`)) },
    ],
    bad: [
      {
        title: 'twelve to one',
        records: [...many(12, (n) => pair(`Good ${n}`, 'positive')), pair('Bad', 'negative')],
        goal: 'classification',
        finds: [
          {
            message: 'uneven',
            pointer: '',
            data: { large: 'positive', count: 12, small: 'negative', few: 1 },
          },
        ],
      },
      {
        title: 'thirty to two',
        records: [
          ...many(30, (n) => pair(`Good ${n}`, 'positive')),
          ...many(2, (n) => pair(`Bad ${n}`, 'negative')),
        ],
        goal: 'classification',
        finds: [
          {
            message: 'uneven',
            pointer: '',
            data: { large: 'positive', count: 30, small: 'negative', few: 2 },
          },
        ],
      },
    ],
  },
  measured: { records: 24216, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create:
    ({ options }) =>
    ({ labels }, report) => {
      const large = labels[0];
      const small = labels.at(-1);
      if (large === undefined || small === undefined || large.records <= small.records * options.most) return;
      const data = { large: large.label, count: large.records, small: small.label, few: small.records };
      report({ message: 'uneven', pointer: '', data });
    },
});
