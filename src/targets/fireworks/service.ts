// What holds for every method of fine-tuning at Fireworks.

import type { Citation } from '../../model/citation.ts';
import type { Limits, TargetStatus } from '../../model/limits.ts';

const READ = '2026-11-22';

export const MODELS: Citation = {
  title: 'Fireworks, fine-tuning models',
  url: 'https://docs.fireworks.ai/fine-tuning/fine-tuning-models',
  read: READ,
};
export const DPO: Citation = {
  title: 'Fireworks, DPO fine-tuning',
  url: 'https://docs.fireworks.ai/fine-tuning/dpo-fine-tuning',
  read: READ,
};
export const METHOD: Citation = {
  title: 'Fireworks cookbook, choosing a method, with a validator (2026-08-19)',
  url: 'https://github.com/fw-ai/cookbook/blob/main/skills/fireworks-training/references/choose-method.md',
  read: READ,
};
export const RECIPES: Citation = {
  title: 'Fireworks cookbook, training recipes and their errors',
  url: 'https://github.com/fw-ai/cookbook',
  read: '2026-11-25',
};

export const status: TargetStatus = { open: true, note: 'open to new users', read: READ };

export const limits: Limits = {
  minRecords: { value: 3, citation: MODELS },
  maxRecords: { value: 3_000_000, citation: MODELS },
  recordEpochs: { value: 3_000_000, epochs: 1, citation: MODELS },
  carefulBytes: [
    { value: 500_000_000, note: 'it has to be uploaded with firectl, not on the web', citation: MODELS },
  ],
  // What max_context_length is unless the job says otherwise.
  exampleTokens: { '*': { value: 32_768, citation: MODELS } },
  overLength: 'truncated',
  imageTypes: ['image/png', 'image/jpeg', 'image/jpg'],
};
