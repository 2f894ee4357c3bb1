// Answers that are far longer than the rest of the set.

import { defineDatasetRule } from '../../model/rule.ts';
import { lengthOutliers } from '../length-outliers.ts';
import { chat, many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const sentence = (n: number) =>
  `Number ${n} follows number ${n - 1}, and it comes before number ${n + 1} in every list.`;

export const tooLong = defineDatasetRule({
  id: 'answer/too-long',
  title: 'Answers far longer than the rest',
  why: 'Loops, pasted pages and several records in one make such answers, and each weighs as much as many others.',
  mend: 'Look whether they belong into the set.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { far: '{count#answer} of {total} are far longer than the median of {median#character}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'much alike', records: many(80, (n) => chat(`Tell of ${n}.`, sentence(n))) },
      {
        title: 'long answers are a kind of their own',
        records: many(80, (n) => chat(`Tell of ${n}.`, n % 4 ? sentence(n) : sentence(n).repeat(40))),
      },
    ],
    bad: [
      {
        title: 'a page among sentences',
        records: many(120, (n) => chat(`Tell of ${n}.`, n === 9 ? sentence(n).repeat(40) : sentence(n))),
        finds: [{ message: 'far', pointer: '', data: { count: 1, total: 120, median: 76 } }],
      },
      {
        title: 'two among words',
        records: many(240, (n) => pair(`Tell of ${n}.`, n < 2 ? sentence(n).repeat(3) : `number ${n + 100}`)),
        finds: [{ message: 'far', pointer: '', data: { count: 2, total: 240, median: 10 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => lengthOutliers('long'),
});
