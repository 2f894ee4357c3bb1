// Tools and calls in a shape that LLaMA-Factory does not read.

import { callsOf, partPointer } from '../../model/example.ts';
import { member } from '../../model/json.ts';
import { parseJson } from '../../model/parse-json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const human = { from: 'human', value: 'Weather in Bonn?' };
const calls = (value: string) => ({ from: 'function_call', value });
const declared = [{ name: 'weather', description: 'Tells the weather.', parameters: {} }];
const tools = JSON.stringify(declared);

export const toolShape = defineRecordRule({
  id: 'target/llama-factory-tool-shape',
  title: 'Tools in a shape that LLaMA-Factory does not read',
  why: 'LLaMA-Factory reads tools as JSON text and a call as a turn function_call with arguments as an object: other tools end the run, tool_calls are not read, and arguments as text are encoded a second time.',
  mend: 'Let tuneset convert write the record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    tools: 'tools is {found}; LLaMA-Factory reads JSON text with a list.',
    calls: 'The turn has tool_calls; LLaMA-Factory reads a turn function_call.',
    arguments: 'The arguments of the call are text; LLaMA-Factory would encode them a second time.',
  },
  sources: [
    {
      title: 'LLaMA-Factory, data/formatter.py and data/converter.py at ff6d4d1',
      url: 'https://github.com/hiyouga/LLaMA-Factory',
      read: '2026-11-25',
    },
  ],
  examples: {
    good: [
      {
        title: 'text, and arguments as an object',
        target: 'llama-factory-sharegpt',
        record: {
          conversations: [human, calls('{"name":"weather","arguments":{"city":"Bonn"}}')],
          tools,
        },
      },
      {
        title: 'no tools',
        target: 'llama-factory-sharegpt',
        record: { conversations: [human, { from: 'gpt', value: 'It is sunny.' }], tools: '' },
      },
    ],
    bad: [
      {
        title: 'a list of tools',
        target: 'llama-factory-sharegpt',
        record: { conversations: [human, { from: 'gpt', value: 'It is sunny.' }], tools: declared },
        finds: [{ message: 'tools', pointer: '/tools', data: { found: 'a list' } }],
      },
      {
        title: 'arguments as text',
        target: 'llama-factory-sharegpt',
        record: { conversations: [human, calls('{"name":"weather","arguments":"{}"}')], tools },
        finds: [{ message: 'arguments', pointer: '/conversations/1/value' }],
      },
      {
        title: 'the calls of OpenAI',
        target: 'llama-factory-sharegpt',
        record: {
          messages: [
            { role: 'user', content: 'Weather in Bonn?' },
            {
              role: 'assistant',
              tool_calls: [{ id: '1', type: 'function', function: { name: 'weather', arguments: '{}' } }],
            },
          ],
          tools,
        },
        finds: [{ message: 'calls', pointer: '/messages/1/tool_calls/0' }],
      },
    ],
  },
  create: () => (view, report) => {
    const tools = member(view.value, 'tools');
    if (Array.isArray(tools)) report({ message: 'tools', pointer: '/tools', data: { found: 'a list' } });
    else if (typeof tools === 'string' && tools !== '' && !Array.isArray(parseJson(tools)))
      report({ message: 'tools', pointer: '/tools', data: { found: 'text without a list' } });
    for (const { message } of view.turns) {
      const [call] = callsOf(message);
      if (call === undefined) continue;
      const pointer = partPointer(message, call);
      if (call.base === '/tool_calls') report({ message: 'calls', pointer });
      else if (callsOf(message).some(({ raw }) => raw !== undefined))
        report({ message: 'arguments', pointer });
    }
  },
});
