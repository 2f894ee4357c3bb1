// A call's arguments that no program can read.

import { callsOf, partPointer } from '../../model/example.ts';
import { kindOf } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const turn = (args: string) => ({
  role: 'assistant',
  tool_calls: [{ id: '1', type: 'function', function: { name: 'weather', arguments: args } }],
});
const tools = [{ type: 'function', function: { name: 'weather' } }];

export const argumentsNotJson = defineRecordRule({
  id: 'tools/arguments-not-json',
  title: 'Tool arguments are not JSON',
  why: 'The model learns to call the tool with arguments that cannot be parsed.',
  mend: 'Write the arguments as the text of one JSON object.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    parse: 'The arguments of {tool} are not JSON.',
    kind: 'The arguments of {tool} are {found}, not an object.',
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
      {
        title: 'an object as text',
        record: { messages: [{ role: 'user', content: 'Weather?' }, turn('{"city":"Bonn"}')], tools },
      },
      {
        title: 'no arguments',
        record: { messages: [{ role: 'user', content: 'Weather?' }, turn('{}')], tools },
      },
    ],
    bad: [
      {
        title: 'Python’s quotes',
        record: { messages: [{ role: 'user', content: 'Weather?' }, turn("{'city': 'Bonn'}")], tools },
        finds: [
          {
            message: 'parse',
            pointer: '/messages/1/tool_calls/0/function/arguments',
            data: { tool: 'weather' },
          },
        ],
      },
      {
        title: 'a bare text',
        record: { messages: [{ role: 'user', content: 'Weather?' }, turn('"Bonn"')], tools },
        finds: [
          {
            message: 'kind',
            pointer: '/messages/1/tool_calls/0/function/arguments',
            data: { tool: 'weather', found: 'text' },
          },
        ],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { message } of view.turns) {
      if (typeof message.content === 'string') continue;
      for (const call of callsOf(message)) {
        const pointer = partPointer(message, call) + call.argumentsInside;
        if (call.arguments === undefined) {
          if (call.raw !== undefined) report({ message: 'parse', pointer, data: { tool: call.name } });
        } else if (kindOf(call.arguments) !== 'an object') {
          report({ message: 'kind', pointer, data: { tool: call.name, found: kindOf(call.arguments) } });
        }
      }
    }
  },
});
