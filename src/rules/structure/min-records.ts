// Fewer records than the target takes.

import { defineFigureRule } from '../../model/rule.ts';

const pair = (n: number) => ({
  messages: [
    { role: 'user', content: `What is ${n} and ${n}?` },
    { role: 'assistant', content: `${2 * n}` },
  ],
});
const pairs = (count: number) => Array.from({ length: count }, (_, n) => pair(n));

export const minRecords = defineFigureRule({
  id: 'structure/min-records',
  title: 'Too few records for the target',
  why: 'The provider refuses files with fewer records.',
  mend: 'Add examples.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  needsAll: true,
  options: {},
  messages: { few: '{count#usable record}; {target} wants at least {limit}.' },
  sources: [
    {
      title: 'OpenAI, supervised fine-tuning',
      url: 'https://developers.openai.com/api/docs/guides/supervised-fine-tuning',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'ten for OpenAI', records: pairs(10), target: 'openai-sft' },
      { title: 'three for nobody in particular', records: pairs(3) },
    ],
    bad: [
      {
        title: 'nine for OpenAI',
        records: pairs(9),
        target: 'openai-sft',
        finds: [{ message: 'few', pointer: '', data: { count: 9, target: 'openai-sft', limit: 10 } }],
      },
      {
        title: 'one for OpenAI',
        records: pairs(1),
        target: 'openai-sft',
        finds: [{ message: 'few', pointer: '', data: { count: 1, target: 'openai-sft', limit: 10 } }],
      },
    ],
  },
  create:
    ({ target }) =>
    ({ records }, report) => {
      const limit = target?.limits.minRecords?.value;
      const count = records.read - records.broken - records.unrecognized;
      if (target === undefined || limit === undefined || count >= limit) return;
      report({ message: 'few', pointer: '', data: { count, target: target.id, limit } });
    },
});
