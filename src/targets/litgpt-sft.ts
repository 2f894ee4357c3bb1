// LitGPT, supervised fine-tuning: the data class JSON.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { promptColumn } from './litgpt/prompt-column.ts';
import { alpacaNames } from './trainers/alpaca-names.ts';
import { alpacaUnread } from './trainers/alpaca-unread.ts';
import { container } from './trainers/container.ts';

const LITGPT: Citation = {
  title: 'LitGPT 0.5.13, 2685705 of 2026-06-29: data/json_data.py, data/base.py, prompts.py',
  url: 'https://github.com/Lightning-AI/litgpt',
  read: '2026-11-22',
};

export const litgptSft: Target = {
  id: 'litgpt-sft',
  title: 'LitGPT supervised fine-tuning',
  formats: ['alpaca'],
  textOnly: true,
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
    // It reads line by line and fails on each of these.
    'structure/blank-line': 'error',
    'structure/bom': 'error',
  },
  checks: [alpacaNames, alpacaUnread, promptColumn, container],
  sources: [LITGPT],
};
