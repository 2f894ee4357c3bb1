// Together, supervised fine-tuning: conversations, pairs of prompt and completion, or plain text.

import type { Citation } from '../model/citation.ts';
import type { Limit } from '../model/limits.ts';
import type { Target } from '../model/target.ts';
import { tooManyImages } from './images/too-many-images.ts';
import { unfitImage } from './images/unfit-image.ts';
import { schemaCheck } from './schema-check.ts';
import { booleanWeight } from './together/boolean-weight.ts';
import { messageWeight } from './together/message-weight.ts';
import { mixedContent } from './together/mixed-content.ts';

const DATA: Citation = {
  title: 'Together, data preparation',
  url: 'https://docs.together.ai/docs/fine-tuning/data-preparation',
  read: '2026-11-22',
};
const SDK: Citation = {
  title: 'Together, file check of its SDK',
  url: 'https://github.com/togethercomputer/together-py',
  read: '2026-11-22',
};
const MODELS: Citation = {
  title: 'Together, supported models and their training contexts',
  url: 'https://github.com/togethercomputer/skills',
  read: '2026-11-22',
};

const context = (value: number): Limit => ({ value, citation: MODELS });

export const togetherSft: Target = {
  id: 'together-sft',
  title: 'Together supervised fine-tuning',
  formats: ['openai-chat', 'prompt-completion', 'text'],
  status: { open: true, note: 'open to new users', read: '2026-11-22' },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/together-sft.fast.ts'),
      import('./validators/together-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    minRecords: { value: 1, citation: DATA },
    maxBytes: { value: 100_000_000_000, citation: DATA },
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
    overLength: 'unknown',
    maxImages: { value: 10, citation: SDK },
    maxImageBytes: { value: 10_000_000, citation: SDK },
    imageTypes: ['image/jpeg', 'image/png', 'image/webp'],
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
  checks: [messageWeight, booleanWeight, mixedContent, tooManyImages, unfitImage],
  sources: [DATA, SDK, MODELS],
};
