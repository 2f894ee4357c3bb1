// Fireworks, preference tuning: OpenAI's pairs, one turn and one answer on each side.

import type { Target } from '../model/target.ts';
import { longInput } from './fireworks/long-input.ts';
import { DPO, limits, METHOD, MODELS, status } from './fireworks/service.ts';
import { unfitImage } from './images/unfit-image.ts';
import { schemaCheck } from './schema-check.ts';

export const fireworksDpo: Target = {
  id: 'fireworks-dpo',
  title: 'Fireworks preference tuning',
  formats: ['openai-preference'],
  status,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/fireworks-dpo.fast.ts'),
      import('./validators/fireworks-dpo.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits,
  // The table of prices that is current was not found.
  prices: [],
  severities: { 'roles/invalid-weight': 'off', 'preference/identical': 'warning' },
  checks: [longInput, unfitImage],
  sources: [DPO, METHOD, MODELS],
};
