// NVIDIA NeMo RL, supervised fine-tuning.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { agentTrace } from './trainers/agent-trace.ts';
import { ignoredWeight } from './trainers/ignored-weight.ts';
import { maxLength } from './trainers/max-length.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';
import { nullFilled } from './trainers/null-filled.ts';

const NEMO_RL: Citation = {
  title:
    'NeMo RL 0.6.0, 7ea279a of 2026-08-22: data/datasets/response_datasets, data/processors.py, examples/configs/sft.yaml',
  url: 'https://github.com/NVIDIA-NeMo/RL',
  read: '2026-11-22',
};
const DATASETS: Citation = {
  title: 'datasets 5.0.2.dev0, b7cb10b of 2026-07-31: the JSON loader',
  url: 'https://github.com/huggingface/datasets',
  read: '2026-11-22',
};

export const nemoSft: Target = {
  id: 'nemo-sft',
  title: 'NVIDIA NeMo RL supervised fine-tuning',
  formats: ['openai-chat', 'sharegpt', 'prompt-completion'],
  kinds: ['conversation'],
  status: {
    open: true,
    note: 'a trainer that you run yourself; dataset_name is openai_format for messages, general-conversation-jsonl for conversations, ResponseDataset for pairs',
    read: '2026-11-22',
  },
  limits: {
    defaultTokens: { value: 1024, citation: NEMO_RL },
    overLength: 'dropped',
  },
  prices: [],
  severities: {
    // The last message has to be the assistant’s, or the run ends.
    'roles/last-not-assistant': 'error',
    // Weights are not read at all; a check of its own says where that matters.
    'roles/invalid-weight': 'off',
    'roles/nothing-trained': 'off',
    // The loader's look ahead at mixed shapes stops at one.
    'structure/blank-line': 'warning',
  },
  checks: [agentTrace, ignoredWeight, maxLength, mixedShapes, nullFilled],
  sources: [NEMO_RL, DATASETS],
};
