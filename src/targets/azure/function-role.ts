// The old role `function`: documented by Azure, and refused by its upload check in 2024.

import { isObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const call = { role: 'assistant', content: null, function_call: { name: 'weather', arguments: '{}' } };
const result = { role: 'function', name: 'weather', content: 'Sunny' };
const answer = { role: 'assistant', content: 'It is sunny.' };

export const functionRole = defineRecordRule({
  id: 'target/azure-function-role',
  title: 'Turn by a function',
  why: "Azure documents the role and its upload check has refused it; OpenAI's schema calls it deprecated.",
  mend: 'Write tool_calls, and a tool turn with a tool_call_id.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { role: 'The role is function; write tool.' },
  sources: [
    {
      title: 'Azure documentation, issue 120001: the role function is refused',
      url: 'https://github.com/MicrosoftDocs/azure-docs/issues/120001',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'no function', target: 'azure-sft', record: { messages: [user, answer] } },
      {
        title: 'a tool',
        target: 'azure-sft',
        record: {
          messages: [
            user,
            {
              role: 'assistant',
              tool_calls: [{ id: 'a', type: 'function', function: { name: 'weather', arguments: '{}' } }],
            },
            { role: 'tool', tool_call_id: 'a', content: 'Sunny' },
            answer,
          ],
        },
      },
    ],
    bad: [
      {
        title: 'a result',
        target: 'azure-sft',
        record: { messages: [user, call, result, answer] },
        finds: [{ message: 'role', pointer: '/messages/2/role' }],
      },
      {
        title: 'two results',
        target: 'azure-sft',
        record: { messages: [user, call, result, answer, user, call, result, answer] },
        finds: [
          { message: 'role', pointer: '/messages/2/role' },
          { message: 'role', pointer: '/messages/6/role' },
        ],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const messages = member(value, 'messages');
      if (!Array.isArray(messages)) return;
      messages.forEach((message, index) => {
        if (!isObject(message) || message.role !== 'function') return;
        report({ message: 'role', pointer: `/messages/${index}/role` });
      });
    },
});
