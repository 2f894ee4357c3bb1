// LLaMA-Factory, preference tuning: a ranking set, of conversations or of texts.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { mediaCount } from './llama-factory/media-count.ts';
import { ranking } from './llama-factory/ranking.ts';
import { toolShape } from './llama-factory/tool-shape.ts';
import { turnOrder } from './llama-factory/turn-order.ts';
import { maxLength } from './trainers/max-length.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';
import { nullFilled } from './trainers/null-filled.ts';

const LLAMA_FACTORY: Citation = {
  title:
    'LLaMA-Factory 0.9.6.dev0, ff6d4d1 of 2026-08-18: data/parser.py, converter.py, formatter.py, hparams/data_args.py',
  url: 'https://github.com/hiyouga/LLaMA-Factory',
  read: '2026-11-22',
};

export const llamaFactoryDpo: Target = {
  id: 'llama-factory-dpo',
  title: 'LLaMA-Factory preference tuning',
  formats: ['sharegpt', 'preference'],
  kinds: ['preference'],
  toolsAsText: true,
  status: {
    open: true,
    note: 'a trainer that you run yourself; the set needs ranking: true in dataset_info.json, and all columns named',
    read: '2026-11-22',
  },
  limits: {
    defaultTokens: { value: 2048, citation: LLAMA_FACTORY },
    overLength: 'truncated',
  },
  prices: [],
  severities: {
    'roles/invalid-weight': 'off',
    // The run goes on; it learns nothing from such a pair.
    'preference/identical': 'warning',
    // A check of its own knows the order that is read.
    'roles/not-alternating': 'off',
    'roles/first-not-user': 'off',
    'roles/last-not-assistant': 'off',
    'roles/system-position': 'off',
    // The loader's look ahead at mixed shapes stops at one.
    'structure/blank-line': 'warning',
    // It pins a version of datasets that ends the load.
    'target/hf-mixed-shapes': 'error',
  },
  checks: [ranking, turnOrder, toolShape, mediaCount, maxLength, mixedShapes, nullFilled],
  sources: [LLAMA_FACTORY],
};
