// Amazon Bedrock, supervised fine-tuning of Claude 3 Haiku: text alone, in strict turns, and no key too many.

import type { Target } from '../model/target.ts';
import { claudeReservedText } from './bedrock/claude-reserved-text.ts';
import { limit, MODELS, OPEN, PREPARE, SAMPLES } from './bedrock/service.ts';
import { schemaCheck } from './schema-check.ts';

const COOKBOOK = {
  title: 'Anthropic, fine-tuning on Bedrock',
  url: 'https://platform.claude.com/cookbook/finetuning-finetuning-on-bedrock',
  read: '2026-11-22',
};

export const bedrockClaudeSft: Target = {
  id: 'bedrock-claude-sft',
  title: 'Claude 3 Haiku fine-tuning on Amazon Bedrock',
  // Without a system prompt the record looks like OpenAI's.
  formats: ['bedrock-claude', 'openai-chat'],
  status: {
    ...OPEN,
    caution:
      'only Claude 3 Haiku of March 2024 can be tuned, in us-west-2 alone; look whether it is still offered',
  },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/bedrock-claude-sft.fast.ts'),
      import('./validators/bedrock-claude-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    minRecords: limit(32, PREPARE),
    maxRecords: limit(10_000, PREPARE),
    maxBytes: limit(10_000_000_000, PREPARE),
    validation: {
      minRecords: limit(32, PREPARE),
      maxRecords: limit(1_000, PREPARE),
      maxBytes: limit(1_000_000_000, PREPARE),
    },
    exampleTokens: { '*': limit(32_000, PREPARE) },
    // AWS's validator calls a longer record invalid; what the service does with it is not documented.
    overLength: 'unknown',
  },
  // Training prices were not found.
  prices: [],
  severities: {
    'structure/unknown-key': 'error',
    'roles/first-not-user': 'error',
    'roles/not-alternating': 'error',
  },
  checks: [claudeReservedText],
  sources: [COOKBOOK, PREPARE, SAMPLES, MODELS],
};
