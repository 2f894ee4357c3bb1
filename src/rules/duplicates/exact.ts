// Records that say the same word for word: each copy is learned again.

import { defineGroupRule } from '../../model/rule.ts';

const pair = (user: string, assistant: string) => ({
  messages: [
    { role: 'user', content: user },
    { role: 'assistant', content: assistant },
  ],
});

export const exact = defineGroupRule({
  id: 'duplicates/exact',
  title: 'Exact duplicate',
  why: 'A repeated example weighs as much as it is often, is memorised first, and costs its tokens again.',
  mend: 'Keep one of them.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  by: 'whole',
  options: {},
  messages: { copy: 'The record says the same as an earlier one, word for word.' },
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
      { title: 'another case is another text', records: [pair('Hi', 'Hello!'), pair('HI', 'Hello!')] },
    ],
    bad: [
      {
        title: 'twice',
        records: [pair('Hi', 'Hello!'), pair('Bye', 'Bye!'), pair('Hi', 'Hello!')],
        finds: [{ message: 'copy', pointer: '', index: 2 }],
      },
      {
        title: 'keys in another order, another id',
        records: [
          { id: 1, ...pair('Hi', 'Hello!') },
          {
            messages: [
              { content: 'Hi', role: 'user' },
              { content: 'Hello!', role: 'assistant' },
            ],
            id: 2,
          },
        ],
        finds: [{ message: 'copy', pointer: '', index: 1 }],
      },
    ],
  },
  measured: { records: 98842, flagged: 310, inspected: 16, wrong: 0, on: '2026-11-25' },
  create:
    () =>
    ({ places: [first, ...later] }, report) => {
      if (first === undefined) return;
      for (const place of later) {
        report({ message: 'copy', pointer: '', related: [{ at: first, label: 'first here' }] }, place);
      }
    },
});
