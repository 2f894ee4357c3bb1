// A record of another format than the rest of its file.

import { defineShapeRule } from '../../model/rule.ts';

const chat = (content: string) => ({
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content },
  ],
});

export const mixedFormats = defineShapeRule({
  id: 'structure/mixed-formats',
  title: 'Formats are mixed',
  why: 'A trainer reads a file in one format: it refuses the others’ records, or reads them as empty ones.',
  mend: 'Put the records of each format into a file of their own, or convert them.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { other: 'Its format is {found}; that of its file is {format}.' },
  sources: [
    {
      title: 'Together, file check of its SDK',
      url: 'https://github.com/togethercomputer/together-python',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'one format', records: [chat('Hello!'), chat('Good morning!')] },
      {
        title: 'a dialogue that lost its answer',
        records: [
          chat('Hello!'),
          chat('Good morning!'),
          { messages: [{ role: 'user', content: 'Hi' }], source: 'forum' },
        ],
      },
    ],
    bad: [
      {
        title: 'a pair among dialogues',
        records: [chat('Hello!'), chat('Good morning!'), { prompt: 'Hi', completion: 'Hello!' }],
        finds: [
          {
            message: 'other',
            pointer: '',
            index: 2,
            data: { found: 'prompt-completion', format: 'openai-chat' },
          },
        ],
      },
      {
        title: 'a dialogue with its system prompt beside it, among dialogues',
        records: [chat('Hello!'), { system: 'Be brief.', ...chat('Hi!') }, chat('Good morning!')],
        finds: [
          {
            message: 'other',
            pointer: '',
            index: 1,
            data: { found: 'bedrock-claude', format: 'openai-chat' },
          },
        ],
      },
    ],
  },
});
