// A call of a tool that the record does not declare.

import { nearestNames } from '../../model/edit-distance.ts';
import { callsOf, partPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';

const conversation = (name: string) => ({
  messages: [
    { role: 'user', content: 'Weather?' },
    { role: 'assistant', tool_calls: [{ id: '1', type: 'function', function: { name, arguments: '{}' } }] },
  ],
  tools: [{ type: 'function', function: { name: 'weather' } }],
});

export const undeclaredTool = defineRecordRule({
  id: 'tools/undeclared-tool',
  title: 'Tool was never declared',
  why: 'The model learns to call tools that nobody offered it.',
  mend: 'Declare the tool in the record, or call one that is declared.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    unknown: 'The tool {tool} is not among the {count#tool} that the record declares.',
    near: 'The tool {tool} is not declared; {near} is.',
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
      { title: 'the declared one', record: conversation('weather') },
      {
        title: 'a set that declares no tools in its records',
        record: {
          messages: [
            { role: 'user', content: 'Weather?' },
            {
              role: 'assistant',
              tool_calls: [{ id: '1', type: 'function', function: { name: 'weather', arguments: '{}' } }],
            },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'a misspelt name',
        record: conversation('wether'),
        finds: [
          {
            message: 'near',
            pointer: '/messages/1/tool_calls/0/function/name',
            data: { tool: 'wether', near: 'weather' },
          },
        ],
      },
      {
        title: 'another tool',
        record: conversation('play_music'),
        finds: [
          {
            message: 'unknown',
            pointer: '/messages/1/tool_calls/0/function/name',
            data: { tool: 'play_music', count: 1 },
          },
        ],
      },
    ],
  },
  create: () => (view, report) => {
    const { tools } = view.example;
    if (tools.length === 0) return;
    for (const { message } of view.turns) {
      if (typeof message.content === 'string') continue;
      for (const call of callsOf(message)) {
        if (tools.some(({ name }) => name === call.name)) continue;
        const pointer = partPointer(message, call) + call.nameInside;
        const names = tools.map(({ name }) => name);
        const [near] = call.name.length > 100 ? [] : nearestNames(call.name, names, 1);
        if (near === undefined) {
          report({ message: 'unknown', pointer, data: { tool: call.name, count: names.length } });
        } else report({ message: 'near', pointer, data: { tool: call.name, near } });
      }
    }
  },
});
