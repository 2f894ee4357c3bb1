// A conversation in which nobody speaks to the chatbot.

import { defineRecordRule } from '../../model/rule.ts';

export const CHAT = {
  title: 'Cohere, chat fine-tuning (archived 2026-08-20)',
  url: 'https://docs.cohere.com/docs/chat-fine-tuning',
  read: '2026-11-22',
};
const chatbot = { role: 'Chatbot', content: 'Hello!' };

export const noUser = defineRecordRule({
  id: 'target/cohere-no-user',
  title: 'No turn of the user',
  why: 'Cohere refused a conversation without at least one User and one Chatbot.',
  mend: 'Add what was said to the chatbot, or remove the record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { none: 'None of the {count#turn} is by the user.' },
  sources: [CHAT],
  examples: {
    good: [
      {
        title: 'one each',
        target: 'cohere-chat',
        record: { messages: [{ role: 'User', content: 'Hi' }, chatbot] },
      },
      {
        title: 'the user last',
        target: 'cohere-chat',
        record: { messages: [chatbot, { role: 'User', content: 'Bye' }] },
      },
    ],
    bad: [
      {
        title: 'the chatbot alone',
        target: 'cohere-chat',
        record: { messages: [chatbot] },
        finds: [{ message: 'none', pointer: '/messages', data: { count: 1 } }],
      },
      {
        title: 'a system prompt and the chatbot',
        target: 'cohere-chat',
        record: { messages: [{ role: 'System', content: 'Be brief.' }, chatbot] },
        finds: [{ message: 'none', pointer: '/messages', data: { count: 2 } }],
      },
    ],
  },
  create: () => (view, report) => {
    if (view.turns.some(({ role }) => role === 'user')) return;
    report({ message: 'none', pointer: '/messages', data: { count: view.turns.length } });
  },
});
