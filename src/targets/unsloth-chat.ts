// Unsloth, supervised fine-tuning on conversations, rendered to text in the script that trains.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { ignoredWeight } from './trainers/ignored-weight.ts';
import { maxLength } from './trainers/max-length.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';
import { nullFilled } from './trainers/null-filled.ts';
import { noEnd } from './unsloth/no-end.ts';
import { turnKeys } from './unsloth/turn-keys.ts';

const UNSLOTH_ZOO: Citation = {
  title: 'unsloth-zoo 2026.8.13, ce232d6: dataset_utils.py',
  url: 'https://github.com/unslothai/unsloth-zoo',
  read: '2026-11-22',
};
const UNSLOTH: Citation = {
  title: 'Unsloth 2026.8.19, 015bdef of 2026-08-22: chat_templates.py, models/llama.py',
  url: 'https://github.com/unslothai/unsloth',
  read: '2026-11-22',
};

export const unslothChat: Target = {
  id: 'unsloth-chat',
  title: 'Unsloth on conversations',
  formats: ['openai-chat', 'sharegpt', 'prompt-completion', 'text'],
  kinds: ['conversation', 'passage'],
  status: {
    open: true,
    note: 'a trainer that you run yourself; its trainer reads text, or prompt and completion: the script renders messages with the chat template',
    read: '2026-11-22',
  },
  limits: {
    defaultTokens: { value: 2048, citation: UNSLOTH_ZOO },
    overLength: 'truncated',
  },
  prices: [],
  severities: {
    // Weights are not read at all; a check of its own says where that matters.
    'roles/invalid-weight': 'off',
    'roles/nothing-trained': 'off',
    // Nothing after the last answer is learned; the run goes on.
    'roles/last-not-assistant': 'warning',
    // The loader's look ahead at mixed shapes stops at one.
    'structure/blank-line': 'warning',
    // It pins a version of datasets that ends the load.
    'target/hf-mixed-shapes': 'error',
  },
  checks: [turnKeys, noEnd, ignoredWeight, maxLength, mixedShapes, nullFilled],
  sources: [UNSLOTH_ZOO, UNSLOTH],
};
