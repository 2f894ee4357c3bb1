// Mistral, supervised fine-tuning: a service that is deprecated, and mistral-finetune, its trainer, which is not.

import type { Target } from '../model/target.ts';
import { callContent } from './mistral/call-content.ts';
import { emptyContent } from './mistral/empty-content.ts';
import { imageObject } from './mistral/image-object.ts';
import { lastOnly } from './mistral/last-only.ts';
import { prefixPosition } from './mistral/prefix-position.ts';
import { resultCount } from './mistral/result-count.ts';
import { COMMON, DOCS, FINETUNE } from './mistral/service.ts';
import { twoSpellings } from './mistral/two-spellings.ts';
import { schemaCheck } from './schema-check.ts';

export const mistralSft: Target = {
  id: 'mistral-sft',
  title: 'Mistral supervised fine-tuning',
  // Most of its records are OpenAI's to the letter.
  formats: ['mistral-chat', 'openai-chat'],
  status: {
    open: false,
    note: 'the API pages call fine-tuning deprecated and no longer actively supported',
    instead: 'mistral-finetune, which reads the same records, or another trainer of open models',
    read: '2026-11-22',
  },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/mistral-sft.fast.ts'),
      import('./validators/mistral-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    minRecords: { value: 10, citation: FINETUNE },
    maxRecords: { value: 10_000_000, citation: FINETUNE },
    // "512 MB" and "1 MB", read in the way that refuses less.
    maxBytes: { value: 512 * 1024 * 1024, citation: DOCS },
    validation: { maxBytes: { value: 1024 * 1024, citation: DOCS } },
  },
  // What a token costs was not found; there was a minimum of $4 a job.
  prices: [],
  severities: {
    'roles/system-position': 'error',
    'tools/missing-result': 'error',
  },
  checks: [callContent, emptyContent, resultCount, prefixPosition, twoSpellings, lastOnly, imageObject],
  rejections: [
    {
      rule: 'roles/last-not-assistant',
      words: 'Expected last role to be one of: [assistant] but got user',
      citation: FINETUNE,
    },
  ],
  sources: [DOCS, FINETUNE, COMMON],
};
