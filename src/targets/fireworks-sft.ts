// Fireworks, supervised fine-tuning: OpenAI's records, with weights, reasoning and images in place.

import type { Target } from '../model/target.ts';
import { limits, METHOD, MODELS, RECIPES, status } from './fireworks/service.ts';
import { silentCall } from './fireworks/silent-call.ts';
import { someThoughts } from './fireworks/some-thoughts.ts';
import { unevenWeight } from './fireworks/uneven-weight.ts';
import { unfitImage } from './images/unfit-image.ts';
import { schemaCheck } from './schema-check.ts';

export const fireworksSft: Target = {
  id: 'fireworks-sft',
  title: 'Fireworks supervised fine-tuning',
  formats: ['openai-chat'],
  status,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/fireworks-sft.fast.ts'),
      import('./validators/fireworks-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits,
  // The table of prices that is current was not found.
  prices: [],
  severities: {
    'roles/system-position': 'error',
    'roles/last-not-assistant': 'warning',
    'roles/nothing-trained': 'warning',
    // Fireworks weighs any message; the schema says what it refuses.
    'roles/invalid-weight': 'off',
  },
  checks: [unevenWeight, silentCall, someThoughts, unfitImage],
  rejections: [
    {
      rule: 'roles/nothing-trained',
      words: 'No valid training examples after tokenization',
      citation: RECIPES,
    },
  ],
  sources: [MODELS, METHOD, RECIPES],
};
