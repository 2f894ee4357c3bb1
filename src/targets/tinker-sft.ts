// Tinker (Thinking Machines), supervised fine-tuning as its cookbook reads conversations.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { toolResult } from './tinker/tool-result.ts';

const COOKBOOK: Citation = {
  title: 'Tinker cookbook (2026-08-19)',
  url: 'https://github.com/thinking-machines-lab/tinker-cookbook',
  read: '2026-11-22',
};
const DOCS: Citation = {
  title: 'Tinker, documentation',
  url: 'https://tinker-docs.thinkingmachines.ai/',
  read: '2026-11-22',
};

export const tinkerSft: Target = {
  id: 'tinker-sft',
  title: 'Tinker supervised fine-tuning',
  formats: ['openai-chat'],
  status: { open: true, note: 'open to new users; your own client sends the tokens', read: '2026-11-22' },
  // No schema: the cookbook asks for messages only, and renders what the model's renderer knows.
  limits: {
    minRecords: { value: 1, citation: COOKBOOK },
    // max_length is a setting of the run.
    overLength: 'truncated',
  },
  // The list of prices was read by a third party only.
  prices: [],
  severities: {
    'roles/last-not-assistant': 'warning',
    // The cookbook reads trainable, and weight not at all.
    'roles/invalid-weight': 'off',
    'roles/nothing-trained': 'off',
  },
  checks: [toolResult],
  sources: [COOKBOOK, DOCS],
};
