// Amazon Bedrock, reinforcement fine-tuning: OpenAI's messages, and what the reward function reads beside them.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { limit, OPEN, SAMPLES } from './bedrock/service.ts';
import { graderFields } from './reinforcement/grader-fields.ts';
import { noReference } from './reinforcement/no-reference.ts';
import { promptEndsAnswered } from './reinforcement/prompt-ends-answered.ts';
import { unevenFields } from './reinforcement/uneven-fields.ts';
import { schemaCheck } from './schema-check.ts';

const RFT: Citation = {
  title: 'Amazon Bedrock, preparing data for reinforcement fine-tuning',
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/rft-prepare-data.html',
  read: '2026-11-22',
};

export const bedrockRft: Target = {
  id: 'bedrock-rft',
  title: 'Reinforcement fine-tuning on Amazon Bedrock',
  // A prompt with nothing beside it looks like a conversation that lost its answer.
  formats: ['openai-reinforcement', 'openai-chat'],
  status: OPEN,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/bedrock-rft.fast.ts'),
      import('./validators/bedrock-rft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    minRecords: limit(100, RFT),
    // The open-weight models take 20,000 at most; for Nova no maximum was found.
  },
  // Training prices were not found.
  prices: [],
  severities: {
    'structure/unknown-key': 'off',
    'roles/no-assistant': 'off',
    'roles/last-not-assistant': 'off',
    'roles/nothing-trained': 'off',
  },
  checks: [promptEndsAnswered, noReference, graderFields, unevenFields],
  sources: [RFT, SAMPLES],
};
