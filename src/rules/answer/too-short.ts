// Answers that are far shorter than the rest of the set.

import { defineDatasetRule } from '../../model/rule.ts';
import { lengthOutliers } from '../length-outliers.ts';
import { chat, many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const sentence = (n: number) =>
  `Number ${n} follows number ${n - 1}, and it comes before number ${n + 1} in every list.`;

export const tooShort = defineDatasetRule({
  id: 'answer/too-short',
  title: 'Answers far shorter than the rest',
  why: 'Now and then a good answer is short; more often the generator stopped, or something else stands in the field.',
  mend: 'Look whether they answer the question.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { far: '{count#answer} of {total} are far shorter than the median of {median#character}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'much alike', records: many(80, (n) => chat(`Tell of ${n}.`, sentence(n))) },
      {
        title: 'short answers are a kind of their own',
        records: many(80, (n) => chat(`Tell of ${n}.`, n % 4 ? sentence(n) : 'Yes.')),
      },
    ],
    bad: [
      {
        title: 'one word',
        records: many(120, (n) => chat(`Tell of ${n}.`, n === 9 ? 'It' : sentence(n))),
        finds: [{ message: 'far', pointer: '', data: { count: 1, total: 120, median: 76 } }],
      },
      {
        title: 'two marks in long answers',
        records: many(240, (n) =>
          pair(`Tell of ${n}.`, n === 9 ? '.' : n === 8 ? '??' : sentence(n).repeat(9)),
        ),
        finds: [{ message: 'far', pointer: '', data: { count: 2, total: 240, median: 664 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-25' },
  create: () => lengthOutliers('short'),
});
