// OpenAI, preference tuning: one prompt, one answer that is preferred to another.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { contentParts } from './openai/content-parts.ts';
import { developerRole } from './openai/developer-role.ts';
import { interimSpelling } from './openai/interim-spelling.ts';
import { BEST, DEPRECATIONS, limits, rejections, severities, status, wrongMethod } from './openai/service.ts';
import { schemaCheck } from './schema-check.ts';

const SCHEMA: Citation = {
  title: 'OpenAI API description, FineTunePreferenceRequestInput',
  url: 'https://github.com/openai/openai-openapi',
  read: '2026-11-22',
};

export const openaiDpo: Target = {
  id: 'openai-dpo',
  title: 'OpenAI preference tuning',
  formats: ['openai-preference'],
  status,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/openai-dpo.fast.ts'),
      import('./validators/openai-dpo.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits,
  // What a preference job costs was not found.
  prices: [],
  severities,
  checks: [interimSpelling, contentParts, developerRole],
  rejections: [...rejections, wrongMethod],
  sources: [SCHEMA, BEST, DEPRECATIONS],
};
