// Axolotl, preference tuning: rl dpo, with the types chat_template.default, chatml and llama3.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { findableAnswer } from './axolotl/findable-answer.ts';
import { pairKinds } from './axolotl/pair-kinds.ts';
import { maxLength } from './trainers/max-length.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';

const AXOLOTL: Citation = {
  title: 'Axolotl 0.18.0, 067b021 of 2026-07-24: utils/schemas, prompt_strategies, utils/data',
  url: 'https://github.com/axolotl-ai-cloud/axolotl',
  read: '2026-11-22',
};

export const axolotlDpo: Target = {
  id: 'axolotl-dpo',
  title: 'Axolotl preference tuning',
  formats: ['preference'],
  status: {
    open: true,
    note: 'a trainer that you run yourself; for messages set type chat_template.default with field_messages: prompt, for texts type chatml.default or llama3.default',
    read: '2026-11-22',
  },
  limits: {
    defaultTokens: { value: 512, citation: AXOLOTL },
    overLength: 'dropped',
  },
  prices: [],
  severities: {
    'roles/invalid-weight': 'off',
    // The run goes on; it learns nothing from such a pair.
    'preference/identical': 'warning',
    // The loader's look ahead at mixed shapes stops at one.
    'structure/blank-line': 'warning',
  },
  checks: [pairKinds, findableAnswer, maxLength, mixedShapes],
  sources: [AXOLOTL],
};
