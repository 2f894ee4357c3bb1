// A call in a record that declares no tool at all.

import { callsOf, partPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { calling, tool, user } from '../sample.ts';
import { APIGEN } from '../sources.ts';

export const missingDeclaration = defineRecordRule({
  id: 'tools/missing-declaration',
  title: 'No tools declared',
  why: 'The model learns to call tools that nobody offered it; in use it will call them whether they are there or not.',
  mend: 'Declare in every record the tools that it may call.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  // Where the declarations cannot be read, that is said already.
  knockOnOf: ['structure/wrong-type'],
  options: {},
  messages: { none: 'The record calls {tool} and declares no tools.' },
  sources: [APIGEN],
  examples: {
    good: [
      {
        title: 'declared',
        record: { messages: [user('Weather?'), calling(['weather', {}, 'a'])], tools: [tool('weather')] },
      },
      {
        title: 'told to the model in the system prompt',
        record: {
          messages: [
            { role: 'system', content: 'You may call weather(city).' },
            user('Weather?'),
            calling(['weather', {}, 'a']),
          ],
        },
      },
    ],
    bad: [
      {
        title: 'a call out of nowhere',
        record: { messages: [user('What is it like outside?'), calling(['weather', {}, 'a'])] },
        finds: [
          {
            message: 'none',
            pointer: '/messages/1/tool_calls/0/function/name',
            data: { tool: 'weather' },
          },
        ],
      },
      {
        title: 'a call as a turn of text',
        record: {
          conversations: [
            { from: 'human', value: 'What is it like outside?' },
            { from: 'function_call', value: '{"name": "weather", "arguments": {}}' },
            { from: 'observation', value: 'Sunny' },
            { from: 'gpt', value: 'It is sunny.' },
          ],
        },
        finds: [{ message: 'none', pointer: '/conversations/1/value', data: { tool: 'weather' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    if (view.example.tools.length > 0) return;
    for (let i = 0; i < view.turns.length; i += 1) {
      const message = view.turns[i]?.message;
      if (message === undefined || typeof message.content === 'string') continue;
      const [call] = callsOf(message);
      if (call === undefined) continue;
      // Many sets write the tools into the system prompt, in words of their own.
      const isTold = view.turns.some(
        ({ role, text }, k) => k < i && role !== 'tool' && text.includes(call.name),
      );
      if (!isTold) {
        const pointer = partPointer(message, call) + call.nameInside;
        report({ message: 'none', pointer, data: { tool: call.name } });
      }
      return;
    }
  },
});
