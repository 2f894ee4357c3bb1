// Every answer has weight 0: the record is read and nothing of it is learned.

import { defineRecordRule } from '../../model/rule.ts';

const user = { role: 'user', content: 'Hi' };
const answer = (weight: number) => ({ role: 'assistant', content: 'Hello!', weight });

export const nothingTrained = defineRecordRule({
  id: 'roles/nothing-trained',
  title: 'Nothing is learned',
  why: 'All assistant turns have weight 0, so the record costs tokens and teaches nothing.',
  mend: 'Give the answer that should be learned weight 1, or remove the record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['conversation'],
  options: {},
  messages: {
    none: 'All {count#assistant turn} have weight 0.',
    one: 'The only assistant turn has weight 0.',
  },
  sources: [
    {
      title: 'OpenAI, fine-tuning best practices',
      url: 'https://developers.openai.com/api/docs/guides/fine-tuning-best-practices',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'one of two', record: { messages: [user, answer(0), user, answer(1)] } },
      { title: 'no weights', record: { messages: [user, { role: 'assistant', content: 'Hello!' }] } },
    ],
    bad: [
      {
        title: 'the only answer',
        record: { messages: [user, answer(0)] },
        finds: [{ message: 'one', pointer: '/messages' }],
      },
      {
        title: 'both answers',
        record: { messages: [user, answer(0), user, answer(0)] },
        finds: [{ message: 'none', pointer: '/messages', data: { count: 2 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    let count = 0;
    let base = '';
    for (const { role, learned, message } of view.turns) {
      if (learned) return;
      if (role !== 'assistant') continue;
      count += 1;
      base = message.base;
    }
    if (count === 1) report({ message: 'one', pointer: base });
    else if (count > 1) report({ message: 'none', pointer: base, data: { count } });
  },
});
