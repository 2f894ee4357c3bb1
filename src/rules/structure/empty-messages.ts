// A list of messages with nothing in it.

import { defineShapeRule } from '../../model/rule.ts';

export const emptyMessages = defineShapeRule({
  id: 'structure/empty-messages',
  title: 'No messages',
  why: 'There is nothing to learn, and providers refuse the file.',
  mend: 'Fill the list, or remove the record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { empty: 'The list of messages is empty.' },
  sources: [
    {
      title: 'Together, file check of its SDK',
      url: 'https://github.com/togethercomputer/together-python',
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
        title: 'an empty list',
        records: [
          {
            messages: [
              { role: 'user', content: 'Hi' },
              { role: 'assistant', content: 'Hello!' },
            ],
          },
          { messages: [] },
        ],
        finds: [{ message: 'empty', pointer: '/messages', index: 1 }],
      },
      {
        title: 'only an empty list',
        record: { messages: [] },
        finds: [{ message: 'empty', pointer: '/messages' }],
      },
    ],
  },
});
