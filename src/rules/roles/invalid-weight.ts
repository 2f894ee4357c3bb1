// A weight that no trainer reads.

import { defineShapeRule } from '../../model/rule.ts';

export const invalidWeight = defineShapeRule({
  id: 'roles/invalid-weight',
  title: 'Invalid weight',
  why: 'The weight says whether a turn is learned; providers take 0 or 1, and only on assistant turns.',
  mend: 'Write 0 or 1 on assistant turns, and no weight elsewhere.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    value: 'The weight is {found}; it has to be 0 or 1.',
    role: 'The weight stands on a {role} turn; only assistant turns have one.',
  },
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
      {
        title: 'a turn that is shown and not learned',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!', weight: 0 },
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!', weight: 1 },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'half a weight',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!', weight: 0.5 },
          ],
        },
        finds: [{ message: 'value', pointer: '/messages/1/weight', data: { found: '0.5' } }],
      },
      {
        title: 'on a user turn',
        record: {
          messages: [
            { role: 'user', content: 'Hi', weight: 1 },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
        finds: [{ message: 'role', pointer: '/messages/0/weight', data: { role: 'user' } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
});
