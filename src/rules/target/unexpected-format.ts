// The records are of a format that the target does not read.

import { defineShapeRule } from '../../model/rule.ts';

export const unexpectedFormat = defineShapeRule({
  id: 'target/unexpected-format',
  title: 'Format the target does not read',
  why: 'Every record would be refused; nothing else was checked against the target.',
  mend: 'Convert the set: tuneset convert writes the format that the target reads, and says what is lost.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    format: 'The records are {found}; {target} reads {wanted}: run `tuneset convert {source} --to {target}`.',
  },
  sources: [
    {
      title: 'OpenAI, supervised fine-tuning',
      url: 'https://developers.openai.com/api/docs/guides/supervised-fine-tuning',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'the format it reads',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
        target: 'openai-sft',
      },
      { title: 'no target', record: { instruction: 'Add 2 and 2.', output: '4' } },
    ],
    bad: [
      {
        title: 'alpaca for a chat service',
        record: { instruction: 'Add 2 and 2.', output: '4' },
        target: 'openai-sft',
        finds: [
          {
            message: 'format',
            pointer: '',
            data: { found: 'alpaca', wanted: 'openai-chat', target: 'openai-sft', source: 'data.jsonl' },
          },
        ],
      },
      {
        title: 'pairs for a chat service',
        record: { prompt: '2+2=', completion: '4' },
        target: 'openai-sft',
        finds: [{ message: 'format', pointer: '' }],
      },
    ],
  },
});
