// Some calls or results of a record have ids, and one has none.

import { partPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { assistant, calling, result, tool, user } from '../sample.ts';
import { MISTRAL_FINETUNE } from '../sources.ts';
import { exchangesOf } from '../tool-exchanges.ts';

const both = calling(['weather', { city: 'Bonn' }, 'a'], ['weather', { city: 'Ulm' }, 'b']);
const tools = [tool('weather', { city: { type: 'string' } })];
const question = user('Weather in Bonn and Ulm?');
const answer = assistant('Sunny in Bonn, rain in Ulm.');

export const idMissing = defineRecordRule({
  id: 'tools/id-missing',
  title: 'Call or result without an id',
  why: 'Chat templates and providers match results with calls by their ids; one without belongs to nothing.',
  mend: 'Give every call an id and every result the id of its call.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    call: 'The call of {tool} has no id; others in the record have one.',
    result: 'A result has no id; the calls of the record have one.',
  },
  sources: [MISTRAL_FINETUNE],
  examples: {
    good: [
      {
        title: 'an id on each',
        record: {
          messages: [question, both, result('a', 'Sunny'), result('b', 'Rain'), answer],
          tools,
        },
      },
      {
        title: 'a shape without ids',
        record: {
          conversations: [
            { from: 'human', value: 'Weather?' },
            { from: 'function_call', value: '{"name": "weather", "arguments": {}}' },
            { from: 'observation', value: 'Sunny' },
            { from: 'gpt', value: 'It is sunny.' },
          ],
          tools: '[{"name": "weather"}]',
        },
      },
      {
        title: 'one call and one result, of which only one can be meant',
        record: {
          messages: [
            question,
            calling(['weather', {}, 'a']),
            { role: 'tool', content: 'Sunny' },
            assistant('It is sunny.'),
          ],
          tools,
        },
      },
    ],
    bad: [
      {
        title: 'two results, one without',
        record: {
          messages: [question, both, result('a', 'Sunny'), { role: 'tool', content: 'Rain' }, answer],
          tools,
        },
        finds: [{ message: 'result', pointer: '/messages/3/content' }],
      },
      {
        title: 'two calls, one without',
        record: {
          messages: [
            question,
            {
              role: 'assistant',
              tool_calls: [
                ...calling(['weather', { city: 'Bonn' }, 'a']).tool_calls,
                { type: 'function', function: { name: 'weather', arguments: '{"city":"Ulm"}' } },
              ],
            },
            result('a', 'Sunny'),
            result('b', 'Rain'),
            answer,
          ],
          tools,
        },
        finds: [{ message: 'call', pointer: '/messages/1/tool_calls/1', data: { tool: 'weather' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    const exchanges = exchangesOf(view.turns);
    if (!exchanges.some(({ calls }) => calls.some(({ id }) => id !== undefined))) return;
    for (const { message, calls, results } of exchanges) {
      for (const call of calls) {
        if (call.id !== undefined) continue;
        report({ message: 'call', pointer: partPointer(message, call), data: { tool: call.name } });
      }
      // One call and one result cannot be mistaken.
      if (calls.length < 2) continue;
      for (const { id, pointer } of results) if (id === undefined) report({ message: 'result', pointer });
    }
  },
});
