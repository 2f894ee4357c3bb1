// Databricks, Foundation Model Fine-tuning, which has ended: what it read, to check and to convert from.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { completionColumn, DATA } from './databricks/completion-column.ts';
import { schemaCheck } from './schema-check.ts';

const RUN: Citation = {
  title: 'Azure Databricks, create a foundation model fine-tuning run',
  url: 'https://learn.microsoft.com/en-us/Azure/databricks/large-language-models/foundation-model-training/fine-tune-run-tutorial',
  read: '2026-11-22',
};

export const databricksSft: Target = {
  id: 'databricks-sft',
  title: 'Databricks foundation model fine-tuning',
  formats: ['openai-chat', 'prompt-completion'],
  status: {
    open: false,
    ended: true,
    note: 'removed on 2026-08-14',
    instead: "Databricks' AI Runtime, where you bring a trainer such as TRL or Axolotl",
    read: '2026-11-22',
  },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/databricks-sft.fast.ts'),
      import('./validators/databricks-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {},
  prices: [],
  severities: {},
  checks: [completionColumn],
  sources: [DATA, RUN],
};
