// Roles in small letters, as one of Cohere's pages wrote them.

import { isObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const record = (user: string, chatbot: string) => ({
  messages: [
    { role: user, content: 'Hi' },
    { role: chatbot, content: 'Hello!' },
  ],
});
const CAPITALS: Readonly<Record<string, string>> = { system: 'System', user: 'User', chatbot: 'Chatbot' };

export const smallRoles = defineRecordRule({
  id: 'target/cohere-small-roles',
  title: 'Roles in small letters',
  why: 'Cohere documented System, User and Chatbot; one page wrote them small, and other words were refused.',
  mend: 'Write them with capitals.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { small: 'The role is {role}; write {wanted}.' },
  sources: [
    {
      title: 'Cohere, chat fine-tuning (archived)',
      url: 'https://github.com/cohere-ai/cohere-developer-experience',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'capitals', target: 'cohere-chat', record: record('User', 'Chatbot') },
      {
        title: 'capitals, in a dialogue',
        target: 'cohere-chat',
        record: { messages: [...record('User', 'Chatbot').messages, { role: 'User', content: 'Bye' }] },
      },
    ],
    bad: [
      {
        title: 'the user',
        target: 'cohere-chat',
        record: record('user', 'Chatbot'),
        finds: [{ message: 'small', pointer: '/messages/0/role', data: { role: 'user', wanted: 'User' } }],
      },
      {
        title: 'both: the first is told',
        target: 'cohere-chat',
        record: record('user', 'chatbot'),
        finds: [{ message: 'small', pointer: '/messages/0/role' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const messages = member(value, 'messages');
      if (!Array.isArray(messages)) return;
      for (const [index, message] of messages.entries()) {
        const role = isObject(message) && typeof message.role === 'string' ? message.role : '';
        const wanted = Object.hasOwn(CAPITALS, role) ? CAPITALS[role] : undefined;
        if (wanted === undefined) continue;
        report({ message: 'small', pointer: `/messages/${index}/role`, data: { role, wanted } });
        return;
      }
    },
});
