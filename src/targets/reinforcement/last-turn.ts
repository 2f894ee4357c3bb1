// What stands last in a prompt that is to be answered: the user's turn.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

const user = { role: 'user', content: 'How much is 2 and 2?' };
const answer = { role: 'assistant', content: 'It is 4.' };

export const lastTurn = defineRecordRule({
  id: 'target/reinforcement-last-turn',
  title: 'Prompt that does not end with the user',
  why: 'In reinforcement fine-tuning the model writes the answer itself: OpenAI and Azure refuse a record whose last message is not by the user.',
  mend: 'Cut the answer off, and keep it in a field of its own where the grader can read it.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { last: 'The last turn is by the {role}; it has to be by the user.' },
  sources: [
    {
      title: 'Azure OpenAI, reinforcement fine-tuning',
      url: 'https://learn.microsoft.com/azure/foundry/openai/how-to/reinforcement-fine-tuning',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'a question', target: 'openai-rft', record: { messages: [user], answer: '4' } },
      {
        title: 'a question after an answer',
        target: 'openai-rft',
        record: { messages: [user, answer, user] },
      },
    ],
    bad: [
      {
        title: 'an answer last',
        target: 'openai-rft',
        record: { messages: [user, answer], answer: '4' },
        finds: [{ message: 'last', pointer: '/messages/1', data: { role: 'assistant' } }],
      },
      {
        title: 'the developer last',
        target: 'openai-rft',
        format: 'openai-reinforcement',
        record: { messages: [user, { role: 'developer', content: 'Be brief.' }], answer: '4' },
        finds: [{ message: 'last', pointer: '/messages/1', data: { role: 'developer' } }],
      },
    ],
  },
  create: () => (view, report) => {
    const last = view.turns.at(-1);
    if (last === undefined || last.role === 'user') return;
    report({ message: 'last', pointer: pointerTo(last.message), data: { role: last.role } });
  },
});
