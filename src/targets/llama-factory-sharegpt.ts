// LLaMA-Factory, supervised fine-tuning on conversations: formatting sharegpt.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { mediaCount } from './llama-factory/media-count.ts';
import { toolShape } from './llama-factory/tool-shape.ts';
import { turnOrder } from './llama-factory/turn-order.ts';
import { unranked } from './llama-factory/unranked.ts';
import { ignoredWeight } from './trainers/ignored-weight.ts';
import { maxLength } from './trainers/max-length.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';
import { nullFilled } from './trainers/null-filled.ts';

const LLAMA_FACTORY: Citation = {
  title:
    'LLaMA-Factory 0.9.6.dev0, ff6d4d1 of 2026-08-18: data/parser.py, converter.py, formatter.py, hparams/data_args.py',
  url: 'https://github.com/hiyouga/LLaMA-Factory',
  read: '2026-11-22',
};

export const llamaFactorySharegpt: Target = {
  id: 'llama-factory-sharegpt',
  title: 'LLaMA-Factory on conversations (sharegpt)',
  formats: ['sharegpt', 'openai-chat'],
  kinds: ['conversation'],
  toolsAsText: true,
  status: {
    open: true,
    note: 'a trainer that you run yourself; messages with role and content need all seven tags in dataset_info.json, and formatting openai adds words of its own to system prompts',
    read: '2026-11-22',
  },
  limits: {
    defaultTokens: { value: 2048, citation: LLAMA_FACTORY },
    overLength: 'truncated',
  },
  prices: [],
  severities: {
    // A check of its own knows the order that is read.
    'roles/not-alternating': 'off',
    'roles/first-not-user': 'off',
    'roles/last-not-assistant': 'off',
    'roles/system-position': 'off',
    // Weights are not read at all; a check of its own says where that matters.
    'roles/invalid-weight': 'off',
    'roles/nothing-trained': 'off',
    // The loader's look ahead at mixed shapes stops at one.
    'structure/blank-line': 'warning',
    // It pins a version of datasets that ends the load.
    'target/hf-mixed-shapes': 'error',
  },
  checks: [turnOrder, toolShape, unranked, mediaCount, ignoredWeight, maxLength, mixedShapes, nullFilled],
  sources: [LLAMA_FACTORY],
};
