// Snowflake Cortex, fine-tuning with the prompt and completion columns of a query.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { schemaCheck } from './schema-check.ts';
import { longSide } from './snowflake/long-side.ts';

const GUIDE: Citation = {
  title: 'Snowflake, Cortex fine-tuning',
  url: 'https://docs.snowflake.com/en/user-guide/snowflake-cortex/cortex-finetuning',
  read: '2026-11-22',
};
const FUNCTION: Citation = {
  title: 'Snowflake, FINETUNE (CREATE)',
  url: 'https://docs.snowflake.com/en/sql-reference/functions/finetune-create',
  read: '2026-11-22',
};

export const snowflakeSft: Target = {
  id: 'snowflake-sft',
  title: 'Snowflake Cortex fine-tuning',
  formats: ['prompt-completion'],
  textOnly: true,
  status: {
    open: true,
    note: 'open to new users; llama3.1-8b is the one model that is left',
    read: '2026-11-22',
  },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/snowflake-sft.fast.ts'),
      import('./validators/snowflake-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    maxRecords: { value: 150_000, citation: GUIDE },
    // The system chooses the epochs unless told, and is documented elsewhere to choose 3.
    recordEpochs: { value: 150_000, epochs: 3, citation: GUIDE },
    overLength: 'truncated',
  },
  // In credits per million tokens; the rates were not found.
  prices: [],
  severities: {},
  checks: [longSide],
  sources: [GUIDE, FUNCTION],
};
