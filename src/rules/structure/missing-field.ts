// A field that the format needs is not there.

import { defineShapeRule } from '../../model/rule.ts';

export const missingField = defineShapeRule({
  id: 'structure/missing-field',
  title: 'Missing field',
  why: 'Without it the trainer cannot read the record, and providers refuse the file.',
  mend: 'Add the field.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { missing: 'The field {field} is missing.' },
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
        title: 'a turn without a role',
        format: 'openai-chat',
        record: { messages: [{ content: 'Hi' }, { role: 'assistant', content: 'Hello!' }] },
        finds: [{ message: 'missing', pointer: '/messages/0', data: { field: 'role' } }],
      },
      {
        title: 'a turn without content',
        record: { messages: [{ role: 'user' }, { role: 'assistant', content: 'Hello!' }] },
        finds: [{ message: 'missing', pointer: '/messages/0', data: { field: 'content' } }],
      },
      {
        title: 'a prompt alone',
        records: [{ prompt: '2+2=', completion: '4' }, { prompt: '3+3=' }],
        finds: [{ message: 'missing', pointer: '', index: 1, data: { field: 'completion' } }],
      },
    ],
  },
});
