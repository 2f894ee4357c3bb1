// Amazon Bedrock, distillation: prompts that a teacher answers, or has answered.

import type { Target } from '../model/target.ts';
import { DISTILLATION, distillationTurns } from './bedrock/distillation-turns.ts';
import { limit, OPEN, SAMPLES } from './bedrock/service.ts';
import { schemaCheck } from './schema-check.ts';

export const bedrockDistillation: Target = {
  id: 'bedrock-distillation',
  title: 'Model distillation on Amazon Bedrock',
  formats: ['bedrock-converse'],
  status: OPEN,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/bedrock-distillation.fast.ts'),
      import('./validators/bedrock-distillation.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    // Invalid records are dropped, and the job fails when fewer are left.
    minRecords: limit(100, SAMPLES),
    maxBytes: limit(1_000_000_000, SAMPLES),
  },
  // Training prices were not found.
  prices: [],
  severities: {
    'structure/unknown-key': 'error',
    // The teacher answers.
    'roles/no-assistant': 'off',
    'roles/last-not-assistant': 'off',
    'roles/first-not-user': 'error',
    'roles/not-alternating': 'error',
  },
  checks: [distillationTurns],
  sources: [DISTILLATION, SAMPLES],
};
