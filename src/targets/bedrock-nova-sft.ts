// Amazon Bedrock, supervised fine-tuning of Amazon Nova: Converse records, with images and videos in S3.

import type { Target } from '../model/target.ts';
import { NOVA, NOVA_2 } from './bedrock/nova.ts';
import { novaMedia } from './bedrock/nova-media.ts';
import { novaMixedMedia } from './bedrock/nova-mixed-media.ts';
import { novaReservedText } from './bedrock/nova-reserved-text.ts';
import { novaThinkingTag } from './bedrock/nova-thinking-tag.ts';
import { novaTools } from './bedrock/nova-tools.ts';
import { schemaVersion } from './bedrock/schema-version.ts';
import { limit, MODELS, OPEN, PREPARE, SAMPLES } from './bedrock/service.ts';
import { unusedValidation } from './bedrock/unused-validation.ts';
import { tooManyImages } from './images/too-many-images.ts';
import { schemaCheck } from './schema-check.ts';

export const bedrockNovaSft: Target = {
  id: 'bedrock-nova-sft',
  title: 'Amazon Nova fine-tuning on Amazon Bedrock',
  formats: ['bedrock-converse'],
  status: OPEN,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/bedrock-nova-sft.fast.ts'),
      import('./validators/bedrock-nova-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  // Those of Nova 1; the table of Nova 2 was not to be read.
  limits: {
    minRecords: limit(8, NOVA),
    advisedRecords: limit(100, NOVA),
    maxRecords: limit(20_000, NOVA),
    exampleTokens: { '*': limit(32_768, NOVA) },
    overLength: 'unknown',
    maxImages: limit(10, NOVA),
  },
  // Training prices were not found.
  prices: [],
  severities: {
    'roles/first-not-user': 'error',
    'roles/not-alternating': 'error',
    // A message whose texts are all empty is invalid.
    'content/empty-prompt': 'error',
  },
  checks: [
    novaReservedText,
    novaMedia,
    tooManyImages,
    novaMixedMedia,
    novaTools,
    novaThinkingTag,
    schemaVersion,
    unusedValidation,
  ],
  sources: [NOVA, NOVA_2, PREPARE, SAMPLES, MODELS],
};
