// OpenAI, reinforcement fine-tuning: prompts to be answered and graded, and whatever the grader reads beside them.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { contentParts } from './openai/content-parts.ts';
import { DEPRECATIONS, guide, rejections, severities, status } from './openai/service.ts';
import { graderFields } from './reinforcement/grader-fields.ts';
import { lastTurn } from './reinforcement/last-turn.ts';
import { systemRole } from './reinforcement/system-role.ts';
import { unevenFields } from './reinforcement/uneven-fields.ts';
import { schemaCheck } from './schema-check.ts';

const RFT = guide('reinforcement-fine-tuning', 'OpenAI, reinforcement fine-tuning');
const AZURE: Citation = {
  title: 'Azure OpenAI, reinforcement fine-tuning',
  url: 'https://learn.microsoft.com/azure/foundry/openai/how-to/reinforcement-fine-tuning',
  read: '2026-11-22',
};
const SCHEMA: Citation = {
  title: 'OpenAI API description, FineTuneReinforcementRequestInput',
  url: 'https://github.com/openai/openai-openapi',
  read: '2026-11-22',
};

export const openaiRft: Target = {
  id: 'openai-rft',
  title: 'OpenAI reinforcement fine-tuning',
  // A prompt with nothing beside it looks like a conversation that lost its answer; a grader may need no more.
  formats: ['openai-reinforcement', 'openai-chat'],
  status: {
    ...status,
    note: 'closed to new organisations since 2026-05-07, to all new jobs from 2027-01-06; its only general model, o4-mini, was to stop on 2026-10-23',
    instead: 'reinforcement fine-tuning on Azure or Amazon Bedrock, which read the same messages',
  },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/openai-rft.fast.ts'),
      import('./validators/openai-rft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    maxRecords: { value: 50_000, citation: RFT },
    validation: { needed: true, maxRecords: { value: 1_000, citation: RFT } },
  },
  // Billed by the hour: $100 of core training, and the grader's tokens.
  prices: [],
  severities: {
    ...severities,
    'structure/unknown-key': 'off',
    // A prompt has no answer; a check of its own says what has to stand last.
    'roles/no-assistant': 'off',
    'roles/last-not-assistant': 'off',
    'roles/nothing-trained': 'off',
  },
  checks: [lastTurn, systemRole, contentParts, graderFields, unevenFields],
  rejections,
  sources: [RFT, AZURE, SCHEMA, DEPRECATIONS],
};
