// A class with too few examples to be told from the others.

import { integer } from '../../model/option.ts';
import { defineFigureRule } from '../../model/rule.ts';

const rows = (label: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ prompt: `${label} text ${n}`, completion: label }));

export const perClassMinimum = defineFigureRule({
  id: 'size/per-class-minimum',
  title: 'Too few examples of a class',
  why: 'The model will rarely choose a class that it has hardly seen.',
  mend: 'Add examples of the class, or merge it with its neighbour.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  needsAll: true,
  options: { least: integer(50, 'Records that every class has to have.', 1) },
  messages: { few: '{count#record} of the class {label}; at least {least} are wanted.' },
  sources: [
    {
      title: 'Vertex AI, text classification data',
      url: 'https://docs.cloud.google.com/vertex-ai/docs/text-data/classification/prepare-data',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'fifty of each',
        records: [...rows('bug', 50), ...rows('wish', 50)],
        goal: 'classification',
        label: '/completion',
      },
      { title: 'another goal', records: rows('bug', 3), goal: 'style', label: '/completion' },
    ],
    bad: [
      {
        title: 'one rare class',
        records: [...rows('bug', 50), ...rows('wish', 2)],
        goal: 'classification',
        label: '/completion',
        finds: [{ message: 'few', pointer: '', data: { count: 2, label: 'wish', least: 50 } }],
      },
      {
        title: 'all of them',
        records: [...rows('bug', 4), ...rows('wish', 2)],
        goal: 'classification',
        label: '/completion',
        finds: [
          { message: 'few', pointer: '', data: { count: 4, label: 'bug', least: 50 } },
          { message: 'few', pointer: '', data: { count: 2, label: 'wish', least: 50 } },
        ],
      },
    ],
  },
  measured: { records: 24216, flagged: 334, inspected: 6, wrong: 0, on: '2026-11-25' },
  create:
    ({ goal, options }) =>
    ({ labels }, report) => {
      if (goal !== 'classification') return;
      for (const { label, records } of labels) {
        if (records >= options.least) continue;
        report({ message: 'few', pointer: '', data: { count: records, label, least: options.least } });
      }
    },
});
