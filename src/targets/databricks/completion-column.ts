// `completion` where Databricks documented `response`.

import type { Citation } from '../../model/citation.ts';
import { defineRecordRule } from '../../model/rule.ts';

export const DATA: Citation = {
  title: 'Databricks, preparing data for foundation model fine-tuning',
  url: 'https://docs.databricks.com/en/large-language-models/foundation-model-training/data-preparation.html',
  read: '2026-11-22',
};

export const completionColumn = defineRecordRule({
  id: 'target/databricks-completion-column',
  title: 'Column completion instead of response',
  why: 'Databricks documented the answer as response; that completion was taken too was not to be confirmed.',
  mend: 'Call it response.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { name: 'The answer is called completion; the name documented is response.' },
  sources: [DATA],
  examples: {
    good: [
      {
        title: 'response',
        target: 'databricks-sft',
        record: { prompt: 'How much is 2 and 2?', response: '4' },
      },
      {
        title: 'messages',
        target: 'databricks-sft',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'completion',
        target: 'databricks-sft',
        record: { prompt: 'How much is 2 and 2?', completion: '4' },
        finds: [{ message: 'name', pointer: '/completion' }],
      },
      {
        title: 'completion beside something else',
        target: 'databricks-sft',
        record: { prompt: 'How much is 2 and 2?', completion: '4', topic: 'sums' },
        finds: [{ message: 'name', pointer: '/completion' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      if (Object.hasOwn(value, 'response') || !Object.hasOwn(value, 'completion')) return;
      report({ message: 'name', pointer: '/completion' });
    },
});
