// Axolotl, supervised fine-tuning on instructions: type alpaca.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { alpacaNames } from './trainers/alpaca-names.ts';
import { alpacaUnread } from './trainers/alpaca-unread.ts';
import { maxLength } from './trainers/max-length.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';

const AXOLOTL: Citation = {
  title: 'Axolotl 0.18.0, 067b021 of 2026-07-24: utils/schemas, prompt_strategies, utils/data',
  url: 'https://github.com/axolotl-ai-cloud/axolotl',
  read: '2026-11-22',
};

export const axolotlAlpaca: Target = {
  id: 'axolotl-alpaca',
  title: 'Axolotl on instructions (alpaca)',
  formats: ['alpaca'],
  textOnly: true,
  status: {
    open: true,
    note: 'a trainer that you run yourself; other types read other names, a system prompt among them',
    read: '2026-11-22',
  },
  limits: {
    defaultTokens: { value: 512, citation: AXOLOTL },
    overLength: 'dropped',
  },
  prices: [],
  severities: {
    // The loader's look ahead at mixed shapes stops at one.
    'structure/blank-line': 'warning',
  },
  checks: [alpacaNames, alpacaUnread, maxLength, mixedShapes],
  sources: [AXOLOTL],
};
