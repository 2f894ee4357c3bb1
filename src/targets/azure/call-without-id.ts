// A tool call without an id, as Microsoft's own samples write it: the schema of the API wants one.

import { callsOf, partPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const call = { type: 'function', function: { name: 'weather', arguments: '{}' } };
const record = (calls: readonly object[]) => ({
  messages: [user, { role: 'assistant', tool_calls: calls.map((made) => ({ ...made })) }],
});

export const callWithoutId = defineRecordRule({
  id: 'target/azure-call-without-id',
  title: 'Tool call without an id',
  why: "Microsoft's samples leave it out, the schema of the API requires it: without one no result can be matched, and other services refuse the record.",
  mend: 'Give every call an id, and its result the same as tool_call_id.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { missing: 'The call of {tool} has no id.' },
  sources: [
    {
      title: 'Microsoft Foundry fine-tuning samples, schema of supervised records',
      url: 'https://github.com/microsoft-foundry/fine-tuning',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'an id', target: 'azure-sft', record: record([{ id: 'a', ...call }]) },
      {
        title: 'no call',
        target: 'azure-sft',
        record: { messages: [user, { role: 'assistant', content: 'It is sunny.' }] },
      },
    ],
    bad: [
      {
        title: 'no id',
        target: 'azure-sft',
        record: record([call]),
        finds: [{ message: 'missing', pointer: '/messages/1/tool_calls/0', data: { tool: 'weather' } }],
      },
      {
        title: 'one of two',
        target: 'azure-sft',
        record: record([{ id: 'a', ...call }, call]),
        finds: [{ message: 'missing', pointer: '/messages/1/tool_calls/1' }],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { role, message } of view.turns) {
      if (role !== 'assistant') continue;
      for (const call of callsOf(message)) {
        // The older function_call never had one.
        if (call.id !== undefined || call.base !== '/tool_calls') continue;
        report({ message: 'missing', pointer: partPointer(message, call), data: { tool: call.name } });
      }
    }
  },
});
