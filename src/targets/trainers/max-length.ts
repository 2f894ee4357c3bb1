// An example longer than the trainer's default length: it is cut or left out without a word.

import { integer } from '../../model/option.ts';
import { defineRecordRule, type RecordView, type Turn } from '../../model/rule.ts';

const record = (answer: string) => ({
  messages: [
    { role: 'user', content: 'Go on.' },
    { role: 'assistant', content: answer },
  ],
});

const HAPPENS = {
  truncated: 'the rest is cut off',
  dropped: 'the example is left out',
  rejected: 'the run ends',
  unknown: 'what happens to it is not documented',
} as const;

export const maxLength = defineRecordRule({
  id: 'target/max-length',
  title: 'Longer than the trainer takes',
  why: 'Trainers cut or leave out what is longer than their default, 512 to 2,048 tokens, without a word; the answer, at the end, is lost first.',
  mend: "Set the length in the trainer's config, and the same number as this rule's option; or shorten the example.",
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { maxLength: integer(0, "The length in the trainer's config; 0 is the trainer's own default.") },
  messages: { long: '{tokens} tokens; {target} takes {limit} unless told otherwise: {happens}.' },
  sources: [
    {
      title: 'TRL, sft_config.py and dpo_config.py at f2cd577',
      url: 'https://github.com/huggingface/trl',
      read: '2026-11-22',
    },
    {
      title: 'Axolotl, utils/schemas/config.py at 067b021',
      url: 'https://github.com/axolotl-ai-cloud/axolotl',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'a short answer', target: 'trl-sft', record: record('And so on.') },
      { title: 'a thousand tokens', target: 'trl-sft', record: record('word '.repeat(1000)) },
    ],
    bad: [
      {
        title: 'two thousand tokens',
        target: 'trl-sft',
        record: record('word '.repeat(2000)),
        finds: [{ message: 'long', pointer: '' }],
      },
      {
        title: 'a pair',
        target: 'trl-sft',
        record: { prompt: 'Go on.', completion: 'word '.repeat(2000) },
        finds: [{ message: 'long', pointer: '' }],
      },
    ],
  },
  create: ({ options, target }) => {
    const usual = target?.limits.defaultTokens?.value ?? Number.POSITIVE_INFINITY;
    const limit = options.maxLength > 0 ? options.maxLength : usual;
    const happens = HAPPENS[target?.limits.overLength ?? 'unknown'];
    return (view, report) => {
      const tokens = longestSide(view) + view.framing;
      if (tokens > limit)
        report({ message: 'long', pointer: '', data: { tokens, limit, happens, target: target?.id ?? '' } });
    };
  },
});

/** The prompt and one answer: a pair is trained as two sequences, each cut on its own. */
function longestSide({ turns, rejected }: RecordView): number {
  const both = tokensOf(turns);
  if (rejected.length === 0) return both;
  let better = 0;
  for (const turn of turns) if (turn.learned) better += turn.tokens;
  return Math.max(both, both - better + tokensOf(rejected));
}

function tokensOf(turns: readonly Turn[]): number {
  let tokens = 0;
  for (const turn of turns) tokens += turn.tokens;
  return tokens;
}
