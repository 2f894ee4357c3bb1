// Azure OpenAI (Microsoft Foundry), preference tuning: OpenAI's pairs, whose outputs may be longer.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { answersInARow } from './azure/answers-in-a-row.ts';
import { outputWithoutAnswer } from './azure/output-without-answer.ts';
import { ISSUE_23, limits, OVERVIEW, QUOTAS, SDK, severities, status, UPLOADS } from './azure/service.ts';
import { contentParts } from './openai/content-parts.ts';
import { developerRole } from './openai/developer-role.ts';
import { interimSpelling } from './openai/interim-spelling.ts';
import { schemaCheck } from './schema-check.ts';

const DPO: Citation = {
  title: 'Azure OpenAI, direct preference optimization',
  url: 'https://learn.microsoft.com/azure/foundry/openai/how-to/fine-tuning-direct-preference-optimization',
  read: '2026-11-22',
};

export const azureDpo: Target = {
  id: 'azure-dpo',
  title: 'Azure OpenAI preference tuning',
  formats: ['openai-preference'],
  status,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/azure-dpo.fast.ts'),
      import('./validators/azure-dpo.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits,
  // As for supervised jobs, by model, region and tier.
  prices: [],
  severities: {
    ...severities,
    // Azure's words allow several messages in an output; OpenAI's schema and all other services take one.
    'preference/shape': 'warning',
  },
  checks: [interimSpelling, outputWithoutAnswer, answersInARow, contentParts, developerRole],
  rejections: [
    { rule: 'target/azure-answers-in-a-row', words: 'contains invalid schema (20)', citation: ISSUE_23 },
  ],
  sources: [DPO, SDK, QUOTAS, UPLOADS, OVERVIEW],
};
