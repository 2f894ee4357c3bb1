// What holds for every method of OpenAI's fine-tuning: whether it is open, how long an example may be, what is refused.

import type { Citation } from '../../model/citation.ts';
import type { Limits, TargetStatus } from '../../model/limits.ts';
import type { Target } from '../../model/target.ts';

export const guide = (page: string, title: string): Citation => ({
  title,
  url: `https://developers.openai.com/api/docs/guides/${page}`,
  read: '2026-11-22',
});

export const SFT = guide('supervised-fine-tuning', 'OpenAI, supervised fine-tuning');
export const BEST = guide('fine-tuning-best-practices', 'OpenAI, fine-tuning best practices');
export const DEPRECATIONS: Citation = {
  title: 'OpenAI, deprecations',
  url: 'https://developers.openai.com/api/docs/deprecations',
  read: '2026-11-22',
};

export const status: TargetStatus = {
  open: false,
  note: 'closed to new organisations since 2026-05-07, to all new jobs from 2027-01-06; the gpt-4o and gpt-4.1 families and their tunes stop on 2027-01-14',
  instead: 'Azure OpenAI, Together, Fireworks and Nebius, which read the same records, or an open model',
  read: '2026-11-22',
};

export const limits: Limits = {
  minRecords: { value: 10, citation: SFT },
  exampleTokens: {
    '*': { value: 65_536, citation: BEST },
    'gpt-3.5-turbo-0125': { value: 16_385, citation: BEST },
    'gpt-3.5-turbo-1106': { value: 16_385, citation: BEST },
    'gpt-3.5-turbo-0613': { value: 4_096, citation: BEST },
  },
  overLength: 'truncated',
};

export const severities: Target['severities'] = {
  'structure/unknown-key': 'error',
  // Accepted, and only wasted, as far as the documentation goes.
  'roles/last-not-assistant': 'warning',
  'tools/arguments-not-json': 'warning',
  'tools/arguments-schema': 'warning',
  'tools/undeclared-tool': 'warning',
  'tools/orphan-result': 'warning',
  'tools/missing-result': 'warning',
  'roles/nothing-trained': 'warning',
  'preference/identical': 'warning',
  // Truncated, never refused.
  'tokens/over-context': 'warning',
};
