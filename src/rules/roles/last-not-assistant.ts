// What follows the last answer is never learned, and some providers refuse it.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

export const lastNotAssistant = defineRecordRule({
  id: 'roles/last-not-assistant',
  title: 'Ends before the answer',
  why: 'A turn after the last answer is read but never learned from; often the answer itself was lost. Some providers refuse the record.',
  mend: 'Add the missing answer, or cut the turns after the last one.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  kinds: ['conversation'],
  knockOnOf: ['roles/no-assistant', 'roles/unknown-role', 'structure/missing-field', 'structure/wrong-type'],
  options: {},
  messages: { last: 'The last turn is by the {role}.' },
  sources: [
    {
      title: 'Amazon Bedrock, preparing data for Claude fine-tuning',
      url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'ends with the answer',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
      {
        title: 'ends with a call of a tool',
        record: {
          messages: [
            { role: 'user', content: 'Weather?' },
            {
              role: 'assistant',
              tool_calls: [{ id: '1', type: 'function', function: { name: 'weather', arguments: '{}' } }],
            },
          ],
          tools: [{ type: 'function', function: { name: 'weather' } }],
        },
      },
    ],
    bad: [
      {
        title: 'a question at the end',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
            { role: 'user', content: 'Bye' },
          ],
        },
        finds: [{ message: 'last', pointer: '/messages/2', data: { role: 'user' } }],
      },
      {
        title: 'a tool result at the end',
        record: {
          messages: [
            { role: 'user', content: 'Weather?' },
            {
              role: 'assistant',
              tool_calls: [{ id: '1', type: 'function', function: { name: 'weather', arguments: '{}' } }],
            },
            { role: 'tool', tool_call_id: '1', content: 'Sunny' },
          ],
          tools: [{ type: 'function', function: { name: 'weather' } }],
        },
        finds: [{ message: 'last', pointer: '/messages/2', data: { role: 'tool' } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    const last = view.turns.at(-1);
    if (last === undefined || last.role === 'assistant' || last.message.inside === '') return;
    report({ message: 'last', pointer: pointerTo(last.message), data: { role: last.role } });
  },
});
