// Records that say the same but for white space and case: copies that went through different hands.

import { defineGroupRule } from '../../model/rule.ts';

const pair = (user: string, assistant: string) => ({
  messages: [
    { role: 'user', content: user },
    { role: 'assistant', content: assistant },
  ],
});

export const normalised = defineGroupRule({
  id: 'duplicates/normalised',
  title: 'Duplicate but for white space and case',
  why: 'Such copies are learned twice like exact ones, and no exact comparison removes them.',
  mend: 'Keep one of them.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  by: 'normal',
  options: {},
  messages: {
    copy: 'The record says the same as an earlier one, but for white space, case or the form of its characters.',
  },
  sources: [
    {
      title: 'Lee et al., Deduplicating training data makes language models better',
      url: 'https://arxiv.org/abs/2107.06499',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'two answers', records: [pair('Hi', 'Hello!'), pair('Hi', 'Hey!')] },
      { title: 'equal to the letter is another rule', records: [pair('Hi', 'Hello!'), pair('Hi', 'Hello!')] },
      {
        title: 'one answer better than different ones',
        records: [
          { prompt: 'Hi', chosen: 'Hello!', rejected: 'What?' },
          { prompt: 'Hi', chosen: 'Hello!', rejected: 'Go away.' },
        ],
      },
    ],
    bad: [
      {
        title: 'case',
        records: [pair('What is TCP?', 'A protocol.'), pair('what is tcp?', 'A protocol.')],
        finds: [{ message: 'copy', pointer: '', index: 1 }],
      },
      {
        title: 'white space and full-width forms',
        records: [pair('Hi', 'Hello!'), pair('Bye', 'Bye!'), pair(' Ｈｉ ', 'Hello!\n')],
        finds: [{ message: 'copy', pointer: '', index: 2 }],
      },
    ],
  },
  create:
    () =>
    ({ places: [first, ...later] }, report) => {
      if (first === undefined) return;
      for (const place of later) {
        report({ message: 'copy', pointer: '', related: [{ at: first, label: 'first here' }] }, place);
      }
    },
});
