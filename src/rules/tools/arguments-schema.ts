// A call whose arguments break the schema that the record itself declares for the tool.

import { SchemaCache } from '../../formats/schema.ts';
import { callsOf, partPointer } from '../../model/example.ts';
import { isObject } from '../../model/json.ts';
import { resolvePointer } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

const weather = [
  {
    type: 'function',
    function: {
      name: 'weather',
      parameters: {
        type: 'object',
        properties: { city: { type: 'string' }, days: { type: 'integer' } },
        required: ['city'],
      },
    },
  },
];
const conversation = (args: string) => ({
  messages: [
    { role: 'user', content: 'Weather?' },
    {
      role: 'assistant',
      tool_calls: [{ id: '1', type: 'function', function: { name: 'weather', arguments: args } }],
    },
  ],
  tools: weather,
});
/** Faults told per call; one wrong call needs no more. */
const MOST = 5;

export const argumentsSchema = defineRecordRule({
  id: 'tools/arguments-schema',
  title: 'Tool arguments break their schema',
  why: 'The model learns to call the tool in a way that the tool will refuse.',
  mend: 'Give the arguments the names and types that the tool declares.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    root: 'The arguments of {tool}: {what}.',
    inside: 'The arguments of {tool}: {place} {what}.',
  },
  sources: [
    {
      title: 'APIGen, format checking of function calls',
      url: 'https://arxiv.org/abs/2406.18518',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'what is declared', record: conversation('{"city":"Bonn","days":3}') },
      { title: 'without the optional one', record: conversation('{"city":"Bonn"}') },
    ],
    bad: [
      {
        title: 'a required argument is missing',
        record: conversation('{"days":3}'),
        finds: [
          {
            message: 'root',
            pointer: '/messages/1/tool_calls/0/function/arguments',
            data: { tool: 'weather', what: 'city is missing' },
          },
        ],
      },
      {
        title: 'text for a number',
        record: conversation('{"city":"Bonn","days":"3"}'),
        finds: [
          {
            message: 'inside',
            pointer: '/messages/1/tool_calls/0/function/arguments',
            data: { tool: 'weather', place: '/days', what: 'must be integer' },
          },
        ],
      },
      {
        title: 'a call that is a turn of text',
        record: {
          conversations: [
            { from: 'human', value: 'Weather?' },
            { from: 'function_call', value: '{"name":"weather","arguments":{"city":"Bonn","days":"two"}}' },
            { from: 'observation', value: 'Sunny' },
            { from: 'gpt', value: 'It is sunny.' },
          ],
          tools: JSON.stringify(weather),
        },
        finds: [
          {
            message: 'inside',
            pointer: '/conversations/1/value',
            data: { tool: 'weather', place: '/days', what: 'must be integer' },
          },
        ],
      },
    ],
  },
  create: () => {
    const schemas = new SchemaCache();
    return (view, report) => {
      const { tools } = view.example;
      if (tools.length === 0) return;
      for (const { message } of view.turns) {
        if (typeof message.content === 'string') continue;
        for (const call of callsOf(message)) {
          if (!isObject(call.arguments)) continue;
          const parameters = tools.find(({ name }) => name === call.name)?.parameters;
          if (parameters === undefined) continue;
          for (const { pointer: inside, what } of schemas
            .get(parameters)
            .check(call.arguments)
            .slice(0, MOST)) {
            const pointer = partPointer(message, call) + call.argumentsInside;
            // Arguments that stand in a text have no pointers of their own; those written as an object do.
            const place = isObject(resolvePointer(view.value, pointer)) ? pointer + inside : pointer;
            if (inside === '') report({ message: 'root', pointer: place, data: { tool: call.name, what } });
            else
              report({ message: 'inside', pointer: place, data: { tool: call.name, place: inside, what } });
          }
        }
      }
    };
  },
});
