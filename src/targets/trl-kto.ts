// TRL, unpaired preferences: its KTO trainer, as its main branch reads records.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { emptyTools } from './trainers/empty-tools.ts';
import { maxLength } from './trainers/max-length.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';
import { oneClass } from './trainers/one-class.ts';
import { textArguments } from './trainers/text-arguments.ts';
import { ratingColumns } from './trl/rating-columns.ts';

const TRL: Citation = {
  title:
    'TRL 1.10.0.dev0, f2cd577 of 2026-07-24: data_utils.py, kto_trainer.py, kto_config.py, dataset formats',
  url: 'https://github.com/huggingface/trl',
  read: '2026-11-22',
};
const DATASETS: Citation = {
  title: 'datasets 5.0.2.dev0, b7cb10b of 2026-07-31: the JSON loader',
  url: 'https://github.com/huggingface/datasets',
  read: '2026-11-22',
};

export const trlKto: Target = {
  id: 'trl-kto',
  title: 'TRL preference tuning on rated answers (KTO)',
  formats: ['unpaired-preference', 'preference'],
  status: {
    open: true,
    note: 'a trainer that you run yourself; pairs of a chosen and a rejected answer are taken apart into two ratings',
    read: '2026-11-22',
  },
  limits: {
    defaultTokens: { value: 1024, citation: TRL },
    overLength: 'truncated',
  },
  prices: [],
  severities: {
    'roles/invalid-weight': 'off',
    // The run goes on; it learns nothing from such a pair.
    'preference/identical': 'warning',
    // The loader's look ahead at mixed shapes stops at one.
    'structure/blank-line': 'warning',
  },
  checks: [ratingColumns, oneClass, maxLength, emptyTools, textArguments, mixedShapes],
  sources: [TRL, DATASETS],
};
