// The old way to write tools: still in the schema, deprecated for years.

import { partPointer, partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';

export const deprecatedFunctions = defineRecordRule({
  id: 'target/openai-deprecated-functions',
  title: 'Deprecated way to write tools',
  why: 'functions and function_call are deprecated; newer models and other services read tools and tool_calls only.',
  mend: 'Write tools, tool_calls and tool turns with a tool_call_id.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    functions: 'The record declares functions instead of tools.',
    call: 'The turn has a function_call instead of tool_calls.',
  },
  sources: [
    {
      title: 'OpenAI API description, FineTuneChatRequestInput',
      url: 'https://github.com/openai/openai-openapi',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'tools and tool_calls',
        target: 'openai-sft',
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
      {
        title: 'no tools',
        target: 'openai-sft',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'a declaration and a call',
        target: 'openai-sft',
        record: {
          messages: [
            { role: 'user', content: 'Weather?' },
            { role: 'assistant', function_call: { name: 'weather', arguments: '{}' } },
          ],
          functions: [{ name: 'weather' }],
        },
        finds: [
          { message: 'functions', pointer: '/functions' },
          { message: 'call', pointer: '/messages/1/function_call' },
        ],
      },
      {
        title: 'a declaration alone',
        target: 'openai-sft',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
          functions: [{ name: 'weather' }],
        },
        finds: [{ message: 'functions', pointer: '/functions' }],
      },
    ],
  },
  create: () => (view, report) => {
    if (view.example.tools.some(({ base }) => base === '/functions')) {
      report({ message: 'functions', pointer: '/functions' });
    }
    for (const { message } of view.turns) {
      for (const part of partsOf(message)) {
        if (part.type === 'call' && part.base === '/function_call') {
          report({ message: 'call', pointer: partPointer(message, part) });
        }
      }
    }
  },
});
