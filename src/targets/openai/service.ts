// What holds for every method of OpenAI's fine-tuning: whether it is open, how long an example may be, what is refused.

import type { Citation } from '../../model/citation.ts';
import type { Limits, TargetStatus } from '../../model/limits.ts';
import type { Rejection, Target } from '../../model/target.ts';

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

const JOB_LOG: Citation = {
  title: 'Logs of failed jobs that their owners made public',
  url: 'https://community.openai.com/t/fine-tuning-with-function-call-in-jsonl/966285',
  read: '2026-11-25',
};

/** As job logs show them; numbers in them are those of the log. */
export const rejections: readonly Rejection[] = [
  {
    rule: 'structure/missing-field',
    words: "Invalid file format. Example 100, message 2 Discriminator 'role' is missing in value",
    citation: JOB_LOG,
  },
  {
    rule: 'structure/unknown-key',
    words: 'Example 1 contains an extra "tools"',
    citation: JOB_LOG,
  },
  {
    rule: 'residue/special-token',
    words: 'Invalid file format. Example 6174 message contains an invalid token: <|fim_suffix|>.',
    citation: {
      title: 'llmcomp, a set that was refused for a special token',
      url: 'https://github.com/johny-b/llmcomp/issues/59',
      read: '2026-11-25',
    },
  },
];

/** A file of one method given to a job of another. */
export const wrongMethod: Rejection = {
  rule: 'target/unexpected-format',
  words:
    "Input file is in the fine-tune-chat format, but the specified fine-tuning job is not using 'supervised' as the training method (provided method=dpo).",
  citation: JOB_LOG,
};

export const wrongKind: Rejection = {
  rule: 'target/unexpected-format',
  words: 'Unexpected file format, expected either prompt/completion pairs or chat messages.',
  citation: JOB_LOG,
};
