// ms-swift, supervised fine-tuning.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { lostKeys } from './ms-swift/lost-keys.ts';
import { twoNames } from './ms-swift/two-names.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';

const SWIFT: Citation = {
  title:
    'ms-swift 4.6.0.dev0, 3602360 of 2026-08-22: dataset/preprocessor/core.py, template/base.py, custom datasets',
  url: 'https://github.com/modelscope/ms-swift',
  read: '2026-11-22',
};

export const msSwiftSft: Target = {
  id: 'ms-swift-sft',
  title: 'ms-swift supervised fine-tuning',
  formats: ['openai-chat', 'sharegpt', 'alpaca', 'prompt-completion', 'text'],
  kinds: ['conversation', 'passage'],
  status: {
    open: true,
    note: 'a trainer that you run yourself; with strict: false, the default, a record with an error is left out with a line in the log',
    read: '2026-11-22',
  },
  limits: {
    overLength: 'dropped',
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
  },
  checks: [lostKeys, twoNames, mixedShapes],
  sources: [SWIFT],
};
