// A key that the target does not know.

import { defineShapeRule } from '../../model/rule.ts';

export const unknownKey = defineShapeRule({
  id: 'structure/unknown-key',
  title: 'Unknown key',
  why: 'Some providers refuse records with keys they do not know; others drop them, and with them what they said.',
  mend: 'Remove the key, or rename it to the one that was meant.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { key: 'The key {key} is not known {where}.' },
  sources: [
    {
      title: 'Fine-tuning with function calls in JSONL, OpenAI community',
      url: 'https://community.openai.com/t/fine-tuning-with-function-call-in-jsonl/966285',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'all there',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
      {
        title: 'with a system turn',
        record: {
          messages: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'a key beside messages',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
          rating: 5,
        },
        target: 'openai-sft',
        finds: [{ message: 'key', pointer: '/rating', data: { key: 'rating', where: 'in a record' } }],
      },
      {
        title: 'a key in a turn',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!', mood: 'glad' },
          ],
        },
        target: 'openai-sft',
        finds: [{ message: 'key', pointer: '/messages/1/mood' }],
      },
    ],
  },
});
