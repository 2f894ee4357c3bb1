// Axolotl, supervised fine-tuning on conversations: type chat_template.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { ignoredWeight } from './trainers/ignored-weight.ts';
import { maxLength } from './trainers/max-length.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';

const AXOLOTL: Citation = {
  title: 'Axolotl 0.18.0, 067b021 of 2026-07-24: utils/schemas, prompt_strategies, utils/data',
  url: 'https://github.com/axolotl-ai-cloud/axolotl',
  read: '2026-11-22',
};

export const axolotlChat: Target = {
  id: 'axolotl-chat',
  title: 'Axolotl on conversations (chat_template)',
  formats: ['openai-chat', 'sharegpt'],
  kinds: ['conversation'],
  status: {
    open: true,
    note: 'a trainer that you run yourself; conversations with from and value need field_messages and message_property_mappings',
    read: '2026-11-22',
  },
  limits: {
    defaultTokens: { value: 512, citation: AXOLOTL },
    overLength: 'dropped',
  },
  prices: [],
  severities: {
    // Axolotl takes human and gpt; any other role goes to the chat template as it is.
    'roles/unknown-role': 'warning',
    // Weights are not read at all; a check of its own says where that matters.
    'roles/invalid-weight': 'off',
    'roles/nothing-trained': 'off',
    // Nothing after the last answer is learned; the run goes on.
    'roles/last-not-assistant': 'warning',
    // The loader's look ahead at mixed shapes stops at one.
    'structure/blank-line': 'warning',
  },
  checks: [ignoredWeight, maxLength, mixedShapes],
  sources: [AXOLOTL],
};
