// Together, supervised fine-tuning: conversations, pairs of prompt and completion, or plain text.

import type { Limit } from '../model/limits.ts';
import type { Target } from '../model/target.ts';
import { tooManyImages } from './images/too-many-images.ts';
import { unfitImage } from './images/unfit-image.ts';
import { schemaCheck } from './schema-check.ts';
import { booleanWeight } from './together/boolean-weight.ts';
import { messageWeight } from './together/message-weight.ts';
import { mixedContent } from './together/mixed-content.ts';
import { reasoningModel } from './together/reasoning-model.ts';
import { DATA, limits, REASONING, rejections, SDK, SKILLS, status } from './together/service.ts';
import { shortRecords } from './together/short-records.ts';

const context = (value: number): Limit => ({ value, citation: SKILLS });

export const togetherSft: Target = {
  id: 'together-sft',
  title: 'Together supervised fine-tuning',
  formats: ['openai-chat', 'prompt-completion', 'text'],
  status,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/together-sft.fast.ts'),
      import('./validators/together-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    ...limits,
    // Only where the rounded figure of the source leaves no doubt which number is meant.
    exampleTokens: {
      'meta-llama-3.1-8b-instruct-reference': context(131_072),
      'qwen3-8b': context(40_960),
      'qwen3-14b': context(40_960),
      'qwen3-32b': context(40_960),
      'qwen3.5-9b': context(65_536),
      'gpt-oss-120b': context(16_384),
      'gemma-3-27b-it': context(49_152),
    },
  },
  // The list is by size of model, was read by a third party only, and leaves out a minimum per job.
  prices: [],
  severities: {
    'structure/unknown-key': 'error',
    'roles/not-alternating': 'error',
    'roles/last-not-assistant': 'warning',
    // Together takes weights on any message; a check of its own says what it refuses.
    'roles/invalid-weight': 'off',
    'target/unfit-image': 'error',
  },
  checks: [
    messageWeight,
    booleanWeight,
    mixedContent,
    reasoningModel,
    shortRecords,
    tooManyImages,
    unfitImage,
  ],
  rejections,
  sources: [DATA, SDK, SKILLS, REASONING],
};
