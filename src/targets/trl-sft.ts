// TRL, supervised fine-tuning: its SFT trainer, as its main branch reads records.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { agentTrace } from './trainers/agent-trace.ts';
import { emptyTools } from './trainers/empty-tools.ts';
import { ignoredWeight } from './trainers/ignored-weight.ts';
import { maxLength } from './trainers/max-length.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';
import { textArguments } from './trainers/text-arguments.ts';
import { pairColumns } from './trl/pair-columns.ts';
import { strayColumn } from './trl/stray-column.ts';

const TRL: Citation = {
  title: 'TRL 1.10.0.dev0, f2cd577 of 2026-07-24: data_utils.py, sft_trainer.py, dataset formats',
  url: 'https://github.com/huggingface/trl',
  read: '2026-11-22',
};
const DATASETS: Citation = {
  title: 'datasets 5.0.2.dev0, b7cb10b of 2026-07-31: the JSON loader',
  url: 'https://github.com/huggingface/datasets',
  read: '2026-11-22',
};

export const trlSft: Target = {
  id: 'trl-sft',
  title: 'TRL supervised fine-tuning',
  formats: ['openai-chat', 'prompt-completion', 'input-output', 'text'],
  status: { open: true, note: 'a trainer that you run yourself', read: '2026-11-22' },
  // No schema: unknown columns are ignored, and a message may hold whatever its chat template reads.
  limits: { defaultTokens: { value: 1024, citation: TRL }, overLength: 'truncated' },
  prices: [],
  severities: {
    'roles/last-not-assistant': 'warning',
    // Weights are not read at all; a check of its own says where that matters.
    'roles/invalid-weight': 'off',
    'roles/nothing-trained': 'off',
    // The loader's look ahead at mixed shapes stops at one.
    'structure/blank-line': 'warning',
  },
  checks: [
    strayColumn,
    pairColumns,
    agentTrace,
    maxLength,
    emptyTools,
    ignoredWeight,
    textArguments,
    mixedShapes,
  ],
  sources: [TRL, DATASETS],
};
