// Amazon Bedrock, supervised fine-tuning of Meta Llama: Converse records for 3.2 and 3.3, pairs for 3.1.

import type { Target } from '../model/target.ts';
import { LIFECYCLE, limit, MODELS, OPEN, PREPARE, SAMPLES } from './bedrock/service.ts';
import { schemaCheck } from './schema-check.ts';

export const bedrockLlamaSft: Target = {
  id: 'bedrock-llama-sft',
  title: 'Meta Llama fine-tuning on Amazon Bedrock',
  formats: ['bedrock-converse', 'prompt-completion'],
  status: {
    ...OPEN,
    caution: 'models in the state Legacy are closed to new customers; look whether yours is still offered',
  },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/bedrock-llama-sft.fast.ts'),
      import('./validators/bedrock-llama-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    minRecords: limit(100, PREPARE),
    maxRecords: limit(10_000, PREPARE),
    validation: { maxRecords: limit(1_000, SAMPLES) },
    exampleTokens: {
      '*': limit(16_000, PREPARE),
      'llama-3.2-90b-instruct': limit(10_000, PREPARE),
    },
    // The documents name a maximum and not what happens beyond it.
    overLength: 'unknown',
  },
  // Training prices were not found.
  prices: [],
  severities: {},
  checks: [],
  sources: [PREPARE, SAMPLES, MODELS, LIFECYCLE],
};
