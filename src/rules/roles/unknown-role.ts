// A role that the format does not speak.

import { defineShapeRule } from '../../model/rule.ts';

export const unknownRole = defineShapeRule({
  id: 'roles/unknown-role',
  title: 'Unknown role',
  why: 'Providers refuse the file; trainers render the turn under a wrong header or drop it.',
  mend: 'Write it in the words of the format.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    alias: 'The role {role} is not known here; {meant} says the same.',
    unknown: 'The role {role} is not known; use {meant}.',
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
    ],
    bad: [
      {
        title: "another family's word",
        record: {
          messages: [
            { role: 'human', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
        finds: [{ message: 'alias', pointer: '/messages/0/role', data: { role: 'human', meant: 'user' } }],
      },
      {
        title: 'a word nobody knows',
        record: {
          messages: [
            { role: 'narrator', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
        finds: [{ message: 'unknown', pointer: '/messages/0/role' }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
});
