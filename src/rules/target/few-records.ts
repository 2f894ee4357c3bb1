// Fewer records than the service advises; it takes them all the same.

import { defineFigureRule } from '../../model/rule.ts';

const pairs = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    contents: [
      { role: 'user', parts: [{ text: `What is ${n} and ${n}?` }] },
      { role: 'model', parts: [{ text: `It is ${2 * n}.` }] },
    ],
  }));

export const fewRecords = defineFigureRule({
  id: 'target/few-records',
  title: 'Fewer records than advised',
  why: 'The service takes so few, and says itself that more are needed before the model learns from them.',
  mend: 'Add examples, or look whether a prompt with examples in it would do.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { few: '{count#usable record}; {target} advises {limit} to begin with.' },
  sources: [
    {
      title: 'Google Cloud, preparing data for Gemini tuning',
      url: 'https://docs.cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-supervised-tuning-prepare',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'a hundred for Gemini', records: pairs(100), target: 'gemini-sft' },
      { title: 'two for nobody in particular', records: pairs(2) },
    ],
    bad: [
      {
        title: 'ninety-nine for Gemini',
        records: pairs(99),
        target: 'gemini-sft',
        finds: [{ message: 'few', pointer: '', data: { count: 99, target: 'gemini-sft', limit: 100 } }],
      },
      {
        title: 'one for Gemini',
        records: pairs(1),
        target: 'gemini-sft',
        finds: [{ message: 'few', pointer: '', data: { count: 1, target: 'gemini-sft', limit: 100 } }],
      },
    ],
  },
  create:
    ({ target }) =>
    ({ records }, report) => {
      if (target === undefined) return;
      const { advisedRecords, minRecords } = target.limits;
      const count = records.read - records.broken - records.unrecognized;
      // Below what is taken at all, another rule speaks.
      if (advisedRecords === undefined || count >= advisedRecords.value) return;
      if (minRecords !== undefined && count < minRecords.value) return;
      report({
        message: 'few',
        pointer: '',
        data: { count, target: target.id, limit: advisedRecords.value },
      });
    },
});
