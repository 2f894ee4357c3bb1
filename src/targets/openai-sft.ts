// OpenAI, supervised fine-tuning of chat models.

import type { Citation } from '../model/citation.ts';
import type { Price, Target } from '../model/target.ts';
import { remoteImage } from './images/remote-image.ts';
import { tooManyImages } from './images/too-many-images.ts';
import { unfitImage } from './images/unfit-image.ts';
import { contentParts } from './openai/content-parts.ts';
import { deprecatedFunctions } from './openai/deprecated-functions.ts';
import { developerRole } from './openai/developer-role.ts';
import {
  BEST,
  DEPRECATIONS,
  guide,
  limits,
  rejections,
  SFT,
  severities,
  status,
  wrongKind,
} from './openai/service.ts';
import { schemaCheck } from './schema-check.ts';

const VISION = guide('vision-fine-tuning', 'OpenAI, vision fine-tuning');
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
  status,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/openai-sft.fast.ts'),
      import('./validators/openai-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    ...limits,
    maxMediaRecords: { value: 50_000, citation: VISION },
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
  severities,
  checks: [contentParts, tooManyImages, unfitImage, remoteImage, developerRole, deprecatedFunctions],
  rejections: [...rejections, wrongKind],
  sources: [SFT, BEST, VISION, SCHEMA, DEPRECATIONS, PRICES],
};
