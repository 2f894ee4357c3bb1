// Azure OpenAI (Microsoft Foundry), supervised fine-tuning: OpenAI's records, with limits and refusals of its own.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { answersInARow } from './azure/answers-in-a-row.ts';
import { callWithoutId } from './azure/call-without-id.ts';
import { functionRole } from './azure/function-role.ts';
import {
  ISSUE_23,
  limits,
  OVERVIEW,
  QUOTAS,
  SDK,
  severities,
  status,
  UPLOADS,
  VISION,
} from './azure/service.ts';
import { remoteImage } from './images/remote-image.ts';
import { tooManyImages } from './images/too-many-images.ts';
import { unfitImage } from './images/unfit-image.ts';
import { contentParts } from './openai/content-parts.ts';
import { deprecatedFunctions } from './openai/deprecated-functions.ts';
import { developerRole } from './openai/developer-role.ts';
import { schemaCheck } from './schema-check.ts';

const FUNCTIONS: Citation = {
  title: 'Azure OpenAI, fine-tuning with functions',
  url: 'https://learn.microsoft.com/azure/foundry/openai/how-to/fine-tuning-functions',
  read: '2026-11-22',
};

export const azureSft: Target = {
  id: 'azure-sft',
  title: 'Azure OpenAI supervised fine-tuning',
  formats: ['openai-chat'],
  status,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/azure-sft.fast.ts'),
      import('./validators/azure-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    ...limits,
    maxMediaRecords: { value: 50_000, citation: VISION },
    maxImages: { value: 64, citation: VISION },
    maxImageBytes: { value: 10_000_000, citation: VISION },
    imageTypes: ['image/jpeg', 'image/png', 'image/webp'],
  },
  // By model, region and tier; the documents show an illustrative price only.
  prices: [],
  severities,
  checks: [
    answersInARow,
    contentParts,
    tooManyImages,
    unfitImage,
    remoteImage,
    callWithoutId,
    functionRole,
    developerRole,
    deprecatedFunctions,
  ],
  rejections: [
    { rule: 'target/azure-answers-in-a-row', words: 'contains invalid schema (20)', citation: ISSUE_23 },
  ],
  sources: [SDK, FUNCTIONS, VISION, QUOTAS, UPLOADS, OVERVIEW, ISSUE_23],
};
