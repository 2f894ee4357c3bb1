// OpenAI, supervised fine-tuning of chat models.

import type { Citation } from '../model/citation.ts';
import type { Price, Target } from '../model/target.ts';
import { remoteImage } from './images/remote-image.ts';
import { tooManyImages } from './images/too-many-images.ts';
import { unfitImage } from './images/unfit-image.ts';
import { contentParts } from './openai/content-parts.ts';
import { deprecatedFunctions } from './openai/deprecated-functions.ts';
import { developerRole } from './openai/developer-role.ts';
import { schemaCheck } from './schema-check.ts';

const guide = (page: string, title: string): Citation => ({
  title,
  url: `https://developers.openai.com/api/docs/guides/${page}`,
  read: '2026-11-22',
});
const SFT = guide('supervised-fine-tuning', 'OpenAI, supervised fine-tuning');
const BEST = guide('fine-tuning-best-practices', 'OpenAI, fine-tuning best practices');
const VISION = guide('vision-fine-tuning', 'OpenAI, vision fine-tuning');
const DEPRECATIONS: Citation = {
  title: 'OpenAI, deprecations',
  url: 'https://developers.openai.com/api/docs/deprecations',
  read: '2026-11-22',
};
const SCHEMA: Citation = {
  title: 'OpenAI API description, FineTuneChatRequestInput',
  url: 'https://github.com/openai/openai-openapi',
  read: '2026-11-22',
};
const PRICES: Citation = {
  title: 'OpenAI, pricing (copies of mid and late 2025)',
  url: 'https://developers.openai.com/api/docs/pricing',
  read: '2026-11-22',
};

const price = (model: string, usdPerMillion: number): Price => ({
  model,
  usdPerMillion,
  date: '2025-12',
  citation: PRICES,
});

export const openaiSft: Target = {
  id: 'openai-sft',
  title: 'OpenAI supervised fine-tuning',
  formats: ['openai-chat'],
  status: {
    open: false,
    note: 'closed to new organisations since 2026-05-07, to all new jobs from 2027-01-06; the gpt-4o and gpt-4.1 families and their tunes stop on 2027-01-14',
    instead: 'Azure OpenAI, Together, Fireworks and Nebius, which read the same records, or an open model',
    read: '2026-11-22',
  },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/openai-sft.fast.ts'),
      import('./validators/openai-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    minRecords: { value: 10, citation: SFT },
    exampleTokens: {
      '*': { value: 65_536, citation: BEST },
      'gpt-3.5-turbo-0125': { value: 16_385, citation: BEST },
      'gpt-3.5-turbo-1106': { value: 16_385, citation: BEST },
      'gpt-3.5-turbo-0613': { value: 4_096, citation: BEST },
    },
    overLength: 'truncated',
    maxImages: { value: 10, citation: VISION },
    maxImageBytes: { value: 10_000_000, citation: VISION },
    imageTypes: ['image/jpeg', 'image/png', 'image/webp'],
  },
  prices: [
    price('gpt-4.1', 25),
    price('gpt-4.1-mini', 5),
    price('gpt-4.1-nano', 1.5),
    price('gpt-4o', 25),
    price('gpt-4o-mini', 3),
    price('gpt-3.5-turbo', 8),
  ],
  severities: {
    'structure/unknown-key': 'error',
    // Accepted, and only wasted, as far as the documentation goes.
    'roles/last-not-assistant': 'warning',
    'tools/arguments-not-json': 'warning',
    'tools/arguments-schema': 'warning',
    'tools/undeclared-tool': 'warning',
    'tools/orphan-result': 'warning',
    'tools/missing-result': 'warning',
    'roles/nothing-trained': 'warning',
    // Truncated, never refused.
    'tokens/over-context': 'warning',
  },
  checks: [contentParts, tooManyImages, unfitImage, remoteImage, developerRole, deprecatedFunctions],
  sources: [SFT, BEST, VISION, SCHEMA, DEPRECATIONS, PRICES],
};
