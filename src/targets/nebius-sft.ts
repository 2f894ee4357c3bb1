// Nebius Token Factory, supervised fine-tuning: OpenAI's records and OpenAI's interface.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { schemaCheck } from './schema-check.ts';

const COOKBOOK: Citation = {
  title: 'Nebius Token Factory cookbook (2026-08-20)',
  url: 'https://github.com/nebius/token-factory-cookbook',
  read: '2026-11-22',
};
const MODELS: Citation = {
  title: 'Nebius Token Factory, models to fine-tune (2026-09-07)',
  url: 'https://docs.tokenfactory.nebius.com/post-training/models',
  read: '2026-11-22',
};

export const nebiusSft: Target = {
  id: 'nebius-sft',
  title: 'Nebius Token Factory supervised fine-tuning',
  formats: ['openai-chat'],
  status: {
    open: true,
    note: 'open to new users',
    caution:
      'only conversations were to be confirmed, not tools, weights or limits; a job has to set context_length to 8192 at least',
    read: '2026-11-22',
  },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/nebius-sft.fast.ts'),
      import('./validators/nebius-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {},
  prices: [{ model: 'below 20B parameters', usdPerMillion: 0.4, date: '2026-08', citation: COOKBOOK }],
  severities: {
    // Nebius's own sample has records that end with the user.
    'roles/last-not-assistant': 'warning',
  },
  checks: [],
  sources: [COOKBOOK, MODELS],
};
