// Oumi, supervised fine-tuning: the dataset text_sft.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { oumiColumns } from './oumi/columns.ts';
import { container } from './trainers/container.ts';
import { ignoredWeight } from './trainers/ignored-weight.ts';

const OUMI: Citation = {
  title: 'Oumi, d8ed077 of 2026-08-21: datasets/sft/sft_jsonlines.py, core/types/conversation.py',
  url: 'https://github.com/oumi-ai/oumi',
  read: '2026-11-22',
};

export const oumiSft: Target = {
  id: 'oumi-sft',
  title: 'Oumi supervised fine-tuning',
  formats: ['openai-chat', 'oumi-chat', 'alpaca'],
  status: {
    open: true,
    note: 'a trainer that you run yourself',
    read: '2026-11-22',
  },
  limits: {
    overLength: 'truncated',
    containers: ['jsonl', 'json'],
  },
  prices: [],
  severities: {
    // Weights are not read at all; a check of its own says where that matters.
    'roles/invalid-weight': 'off',
    'roles/nothing-trained': 'off',
    // Nothing after the last answer is learned; the run goes on.
    'roles/last-not-assistant': 'warning',
  },
  checks: [oumiColumns, container, ignoredWeight],
  sources: [OUMI],
};
