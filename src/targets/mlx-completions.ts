// MLX-LM, LoRA on Apple silicon, on prompts and completions.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { mlxColumns } from './mlx/columns.ts';
import { container } from './trainers/container.ts';
import { emptyTools } from './trainers/empty-tools.ts';
import { ignoredWeight } from './trainers/ignored-weight.ts';
import { maxLength } from './trainers/max-length.ts';
import { textArguments } from './trainers/text-arguments.ts';

const MLX: Citation = {
  title: 'MLX-LM 0.32.0, d78bf58 of 2026-08-22: tuner/datasets.py, tuner/trainer.py, lora.py',
  url: 'https://github.com/ml-explore/mlx-lm',
  read: '2026-11-22',
};

export const mlxCompletions: Target = {
  id: 'mlx-completions',
  title: 'MLX-LM on prompts and completions',
  formats: ['prompt-completion', 'openai-chat', 'text'],
  textOnly: true,
  status: {
    open: true,
    note: 'a trainer that you run yourself, with train.jsonl, valid.jsonl and test.jsonl in one folder',
    read: '2026-11-22',
  },
  limits: {
    defaultTokens: { value: 2048, citation: MLX },
    overLength: 'truncated',
    // The default batch: a smaller file ends the run.
    minRecords: { value: 4, citation: MLX },
    containers: ['jsonl'],
  },
  prices: [],
  severities: {
    // Nothing after the last answer is learned; the run goes on.
    'roles/last-not-assistant': 'warning',
    // Weights are not read at all; a check of its own says where that matters.
    'roles/invalid-weight': 'off',
    'roles/nothing-trained': 'off',
    // It reads line by line and fails on each of these.
    'structure/blank-line': 'error',
    'structure/bom': 'error',
  },
  checks: [mlxColumns, container, ignoredWeight, emptyTools, textArguments, maxLength],
  sources: [MLX],
};
