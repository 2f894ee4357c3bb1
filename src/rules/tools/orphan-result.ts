// A tool's result that answers no call.

import { callsOf, partPointer, partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';

const call = (id: string) => ({
  role: 'assistant',
  tool_calls: [{ id, type: 'function', function: { name: 'weather', arguments: '{}' } }],
});
const result = (id: string) => ({ role: 'tool', tool_call_id: id, content: 'Sunny' });
const user = { role: 'user', content: 'Weather?' };
const answer = { role: 'assistant', content: 'It is sunny.' };
const tools = [{ type: 'function', function: { name: 'weather' } }];

export const orphanResult = defineRecordRule({
  id: 'tools/orphan-result',
  title: 'Result without a call',
  why: 'Chat templates fail on it or show it as an answer to another call.',
  mend: 'Give the result the id of its call, or remove it.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { orphan: 'The result answers {id}, which no earlier call has.' },
  sources: [
    {
      title: 'mistral-common, request validation',
      url: 'https://github.com/mistralai/mistral-common',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'a call and its result', record: { messages: [user, call('a'), result('a'), answer], tools } },
      {
        title: 'a result without an id, as older sets have it',
        record: { messages: [user, call('a'), { role: 'tool', content: 'Sunny' }, answer], tools },
      },
    ],
    bad: [
      {
        title: 'another id',
        record: { messages: [user, call('a'), result('b'), answer], tools },
        finds: [{ message: 'orphan', pointer: '/messages/2/content', data: { id: 'b' } }],
      },
      {
        title: 'no call at all',
        record: { messages: [user, result('a'), answer], tools },
        finds: [{ message: 'orphan', pointer: '/messages/1/content', data: { id: 'a' } }],
      },
    ],
  },
  create: () => (view, report) => {
    let ids: Set<string> | undefined;
    for (const { message, role } of view.turns) {
      if (role === 'assistant') {
        for (const { id } of callsOf(message)) if (id !== undefined) ids = (ids ?? new Set()).add(id);
      } else if (role === 'tool') {
        for (const part of partsOf(message)) {
          if (part.type !== 'result' || part.id === undefined || ids?.has(part.id)) continue;
          report({ message: 'orphan', pointer: partPointer(message, part), data: { id: part.id } });
        }
      }
    }
  },
});
