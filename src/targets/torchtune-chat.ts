// torchtune, supervised fine-tuning on conversations: chat_dataset.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { toolTurn } from './torchtune/tool-turn.ts';
import { ignoredWeight } from './trainers/ignored-weight.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';

const TORCHTUNE: Citation = {
  title: 'torchtune 0.7.0, bd2a0fc of 2026-04-23: datasets/_chat.py, data/_messages.py, README',
  url: 'https://github.com/meta-pytorch/torchtune',
  read: '2026-11-22',
};
const ENDED: Citation = {
  title: 'torchtune, the end of active development',
  url: 'https://github.com/meta-pytorch/torchtune/issues/2883',
  read: '2026-11-22',
};

export const torchtuneChat: Target = {
  id: 'torchtune-chat',
  title: 'torchtune on conversations',
  formats: ['openai-chat', 'sharegpt'],
  kinds: ['conversation'],
  status: {
    open: false,
    ended: true,
    note: 'no longer maintained since 2025; what was released still runs',
    instead: 'trl-sft or axolotl-chat, which read the same records',
    read: '2026-11-22',
  },
  limits: {
    overLength: 'truncated',
  },
  prices: [],
  severities: {
    // Its check of messages refuses each of these.
    'roles/not-alternating': 'error',
    'roles/first-not-user': 'error',
    'roles/system-position': 'error',
    // Nothing after the last answer is learned; the run goes on.
    'roles/last-not-assistant': 'warning',
    // Weights are not read at all; a check of its own says where that matters.
    'roles/invalid-weight': 'off',
    'roles/nothing-trained': 'off',
    // The loader's look ahead at mixed shapes stops at one.
    'structure/blank-line': 'warning',
  },
  checks: [toolTurn, ignoredWeight, mixedShapes],
  sources: [TORCHTUNE, ENDED],
};
