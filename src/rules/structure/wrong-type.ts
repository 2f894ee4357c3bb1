// A value of another type than the format wants.

import { defineShapeRule } from '../../model/rule.ts';

export const wrongType = defineShapeRule({
  id: 'structure/wrong-type',
  title: 'Wrong type',
  why: 'Readers refuse the record, or turn the value into text nobody meant.',
  mend: 'Write the value in the type that is expected.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { type: 'Expected {expected}, found {found}.' },
  sources: [
    {
      title: 'OpenAI, supervised fine-tuning',
      url: 'https://developers.openai.com/api/docs/guides/supervised-fine-tuning',
      read: '2026-11-22',
    },
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
        title: 'a number as content',
        format: 'openai-chat',
        record: {
          messages: [
            { role: 'user', content: 7 },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
        finds: [
          {
            message: 'type',
            pointer: '/messages/0/content',
            data: { expected: 'text or a list of parts', found: 'a number' },
          },
        ],
      },
      {
        title: 'messages as text',
        records: [
          {
            messages: [
              { role: 'user', content: 'Hi' },
              { role: 'assistant', content: 'Hello!' },
            ],
          },
          { messages: 'Hi' },
        ],
        finds: [
          { message: 'type', pointer: '/messages', index: 1, data: { expected: 'a list', found: 'text' } },
        ],
      },
    ],
  },
});
