// A prompt or a completion longer than its part of the context: Snowflake cuts each on its own.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

const SNOWFLAKE = {
  title: 'Snowflake, Cortex fine-tuning',
  url: 'https://docs.snowflake.com/en/user-guide/snowflake-cortex/cortex-finetuning',
  read: '2026-11-22',
};
/** Of llama3.1-8b, the one model that is left. */
const PROMPT = 20_000;
const COMPLETION = 4_000;

export const longSide = defineRecordRule({
  id: 'target/snowflake-long-side',
  title: 'Side that will be cut',
  why: 'Snowflake gives the prompt 20,000 tokens and the completion 4,000, and cuts what is longer without a word.',
  mend: 'Shorten that side.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    prompt: 'The prompt has {tokens} tokens; {limit} are kept.',
    completion: 'The completion has {tokens} tokens; {limit} are kept.',
  },
  sources: [SNOWFLAKE],
  examples: {
    good: [
      {
        title: 'short sides',
        target: 'snowflake-sft',
        record: { prompt: 'Go on.', completion: 'word '.repeat(3000) },
      },
      {
        title: 'a long prompt',
        target: 'snowflake-sft',
        record: { prompt: 'word '.repeat(19_000), completion: 'A text.' },
      },
    ],
    bad: [
      {
        title: 'a completion of five thousand words',
        target: 'snowflake-sft',
        record: { prompt: 'Go on.', completion: 'word '.repeat(5000) },
        finds: [{ message: 'completion', pointer: '/completion' }],
      },
      {
        title: 'a prompt of twenty-one thousand words',
        target: 'snowflake-sft',
        record: { prompt: 'word '.repeat(21_000), completion: 'A text.' },
        finds: [{ message: 'prompt', pointer: '/prompt' }],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { learned, tokens, message } of view.turns) {
      const limit = learned ? COMPLETION : PROMPT;
      if (tokens <= limit) continue;
      const side = learned ? 'completion' : 'prompt';
      report({ message: side, pointer: pointerTo(message), data: { tokens, limit } });
    }
  },
});
