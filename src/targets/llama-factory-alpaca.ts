// LLaMA-Factory, supervised fine-tuning on instructions: formatting alpaca, the default.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { mediaCount } from './llama-factory/media-count.ts';
import { noInput } from './llama-factory/no-input.ts';
import { alpacaNames } from './trainers/alpaca-names.ts';
import { alpacaUnread } from './trainers/alpaca-unread.ts';
import { maxLength } from './trainers/max-length.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';

const LLAMA_FACTORY: Citation = {
  title:
    'LLaMA-Factory 0.9.6.dev0, ff6d4d1 of 2026-08-18: data/parser.py, converter.py, formatter.py, hparams/data_args.py',
  url: 'https://github.com/hiyouga/LLaMA-Factory',
  read: '2026-11-22',
};

export const llamaFactoryAlpaca: Target = {
  id: 'llama-factory-alpaca',
  title: 'LLaMA-Factory on instructions (alpaca)',
  formats: ['alpaca'],
  status: {
    open: true,
    note: 'a trainer that you run yourself; a system prompt and earlier rounds are read only where columns in dataset_info.json names them, and then it has to name all columns',
    read: '2026-11-22',
  },
  limits: {
    defaultTokens: { value: 2048, citation: LLAMA_FACTORY },
    overLength: 'truncated',
  },
  prices: [],
  severities: {
    // The loader's look ahead at mixed shapes stops at one.
    'structure/blank-line': 'warning',
    // It pins a version of datasets that ends the load.
    'target/hf-mixed-shapes': 'error',
  },
  checks: [alpacaNames, alpacaUnread, noInput, mediaCount, maxLength, mixedShapes],
  sources: [LLAMA_FACTORY],
};
