// Together, preference tuning: OpenAI's pairs with one answer on each side, weighed or not.

import type { Target } from '../model/target.ts';
import { tooManyImages } from './images/too-many-images.ts';
import { unfitImage } from './images/unfit-image.ts';
import { schemaCheck } from './schema-check.ts';
import { reasoningModel } from './together/reasoning-model.ts';
import { DATA, limits, REASONING, rejections, SDK, SKILLS, status } from './together/service.ts';

export const togetherDpo: Target = {
  id: 'together-dpo',
  title: 'Together preference tuning',
  formats: ['openai-preference'],
  status,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/together-dpo.fast.ts'),
      import('./validators/together-dpo.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  // The contexts are about half of those for supervised jobs; their numbers were not found.
  limits,
  // The list is by size of model, was read by a third party only, and leaves out a minimum per job.
  prices: [],
  severities: {
    'structure/unknown-key': 'error',
    'roles/invalid-weight': 'off',
    'target/unfit-image': 'error',
    'preference/identical': 'warning',
  },
  checks: [reasoningModel, tooManyImages, unfitImage],
  rejections,
  sources: [DATA, SDK, SKILLS, REASONING],
};
