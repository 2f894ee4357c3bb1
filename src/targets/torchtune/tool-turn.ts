// Tools, which torchtune's chat datasets cannot read.

import { callsOf } from '../../model/example.ts';
import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

const user = { role: 'user', content: 'Weather?' };
const answer = { role: 'assistant', content: 'It is sunny.' };
const call = {
  role: 'assistant',
  tool_calls: [{ id: '1', type: 'function', function: { name: 'weather', arguments: '{}' } }],
};

export const toolTurn = defineRecordRule({
  id: 'target/torchtune-tool-turn',
  title: 'Tools in a record for torchtune',
  why: 'torchtune does not read tool_calls, and refuses the result of a tool after a turn that it did not take for a call.',
  mend: 'Leave such records out, or write calls and results as words.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    call: 'The turn calls a tool; torchtune does not read the call.',
    result: 'The turn is the result of a tool; torchtune refuses the record.',
  },
  sources: [
    {
      title: 'torchtune, torchtune/data/_messages.py at bd2a0fc',
      url: 'https://github.com/meta-pytorch/torchtune/issues/2405',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'words alone', target: 'torchtune-chat', record: { messages: [user, answer] } },
      {
        title: 'tools that nobody calls',
        target: 'torchtune-chat',
        record: { messages: [user, answer], tools: [] },
      },
    ],
    bad: [
      {
        title: 'a call at the end',
        target: 'torchtune-chat',
        record: { messages: [user, call] },
        finds: [{ message: 'call', pointer: '/messages/1' }],
      },
      {
        title: 'a call and its result',
        target: 'torchtune-chat',
        record: { messages: [user, call, { role: 'tool', tool_call_id: '1', content: 'Sunny' }, answer] },
        finds: [
          { message: 'call', pointer: '/messages/1' },
          { message: 'result', pointer: '/messages/2' },
        ],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { role, message } of view.turns) {
      const pointer = pointerTo(message);
      if (callsOf(message).length > 0) report({ message: 'call', pointer });
      else if (role === 'tool') report({ message: 'result', pointer });
    }
  },
});
