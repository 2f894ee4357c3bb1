// A call that nobody answered before the conversation went on.

import { callsOf, partPointer, partsOf } from '../../model/example.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';

const call = {
  role: 'assistant',
  tool_calls: [{ id: 'a', type: 'function', function: { name: 'weather', arguments: '{}' } }],
};
const user = { role: 'user', content: 'Weather?' };
const answer = { role: 'assistant', content: 'It is sunny.' };
const tools = [{ type: 'function', function: { name: 'weather' } }];

export const missingResult = defineRecordRule({
  id: 'tools/missing-result',
  title: 'Call without a result',
  why: 'The model learns to answer without waiting for the tool, and to make up what the tool would have said.',
  mend: 'Add the result, or end the record with the call.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { missing: 'The call of {tool} has no result before the next turn.' },
  sources: [
    {
      title: 'mistral-common, request validation',
      url: 'https://github.com/mistralai/mistral-common',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'a call, its result, the answer',
        record: {
          messages: [user, call, { role: 'tool', tool_call_id: 'a', content: 'Sunny' }, answer],
          tools,
        },
      },
      { title: 'a set that teaches calls only', record: { messages: [user, call], tools } },
      {
        title: 'a result in a turn of the user',
        record: {
          contents: [
            { role: 'user', parts: [{ text: 'Weather?' }] },
            { role: 'model', parts: [{ functionCall: { name: 'weather', args: {} } }] },
            { role: 'user', parts: [{ functionResponse: { name: 'weather', response: { sky: 'clear' } } }] },
            { role: 'model', parts: [{ text: 'It is sunny.' }] },
          ],
        },
      },
      {
        title: 'two calls that one turn answers, where calls have no ids',
        record: {
          conversations: [
            { from: 'human', value: 'Weather in Bonn and Ulm?' },
            {
              from: 'function_call',
              value: '[{"name":"weather","arguments":{}},{"name":"weather","arguments":{}}]',
            },
            { from: 'observation', value: '["Sunny", "Rain"]' },
            { from: 'gpt', value: 'Sunny in Bonn, rain in Ulm.' },
          ],
          tools: '[{"name":"weather"}]',
        },
      },
    ],
    bad: [
      {
        title: 'an answer right after the call',
        record: { messages: [user, call, answer], tools },
        finds: [{ message: 'missing', pointer: '/messages/1/tool_calls/0', data: { tool: 'weather' } }],
      },
      {
        title: 'a question right after the call',
        record: { messages: [user, call, user, answer], tools },
        finds: [{ message: 'missing', pointer: '/messages/1/tool_calls/0', data: { tool: 'weather' } }],
      },
    ],
  },
  create: () => (view, report) => {
    const { turns } = view;
    for (let i = 0; i + 1 < turns.length; i += 1) {
      const message = turns[i]?.message;
      if (message === undefined || typeof message.content === 'string') continue;
      const calls = callsOf(message);
      if (calls.length === 0) continue;
      const answered = new Set<string | undefined>();
      let results = 0;
      for (let k = i + 1; bringsResults(turns[k]); k += 1) {
        for (const part of partsOf(turns[k]?.message ?? message)) {
          if (part.type !== 'result') continue;
          results += 1;
          answered.add(part.id);
        }
      }
      // Results without ids are matched by their number; where calls have none either, one turn may answer them all.
      if (results >= calls.length || (results > 0 && calls.every(({ id }) => id === undefined))) continue;
      for (const call of calls) {
        if (call.id !== undefined && answered.has(call.id)) continue;
        report({ message: 'missing', pointer: partPointer(message, call), data: { tool: call.name } });
      }
    }
  },
});

/** A turn by a tool, or a turn of the user that holds what tools said, as Google and Amazon write it. */
const bringsResults = (turn: Turn | undefined): boolean =>
  turn !== undefined &&
  (turn.role === 'tool' ||
    (turn.role === 'user' && partsOf(turn.message).some(({ type }) => type === 'result')));
