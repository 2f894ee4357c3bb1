// An example longer than the trainer's default length, which cuts it without a word.

import { integer } from '../../model/option.ts';
import { defineRecordRule, type RecordView, type Turn } from '../../model/rule.ts';

const record = (answer: string) => ({
  messages: [
    { role: 'user', content: 'Go on.' },
    { role: 'assistant', content: answer },
  ],
});

export const maxLength = defineRecordRule({
  id: 'target/trl-max-length',
  title: 'Longer than max_length',
  why: 'TRL cuts every example at max_length, 1,024 tokens unless the config says otherwise, and drops without a word what then has nothing to learn.',
  mend: "Set max_length in the trainer's config, and the same number as this rule's option; or shorten the example.",
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { maxLength: integer(1024, "The max_length of the trainer's config.", 1) },
  messages: { long: '{tokens} tokens; max_length is {limit}.' },
  sources: [
    {
      title: 'TRL, sft_config.py and dpo_config.py at f2cd577',
      url: 'https://github.com/huggingface/trl',
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
  create: ({ options }) => {
    const limit = options.maxLength;
    return (view, report) => {
      const tokens = longestSide(view) + view.framing;
      if (tokens > limit) report({ message: 'long', pointer: '', data: { tokens, limit } });
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
