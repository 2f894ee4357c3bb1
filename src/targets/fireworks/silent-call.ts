// A call without a word beside it: the documents show one, the vendor's own validator refuses it.

import { callsOf, textOf } from '../../model/example.ts';
import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { METHOD } from './service.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const call = (content?: string) => ({
  role: 'assistant',
  ...(content === undefined ? {} : { content }),
  tool_calls: [{ id: 'a', type: 'function', function: { name: 'weather', arguments: '{}' } }],
});

export const silentCall = defineRecordRule({
  id: 'target/fireworks-silent-call',
  title: 'Call without content',
  why: 'Fireworks documents such a turn, and the validator in its cookbook refuses it for its missing content.',
  mend: 'Write a word of content beside the call if you use that validator.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { silent: 'The turn calls a tool and has no content.' },
  sources: [METHOD],
  examples: {
    good: [
      {
        title: 'content beside it',
        target: 'fireworks-sft',
        record: { messages: [user, call('One moment.')] },
      },
      {
        title: 'no call',
        target: 'fireworks-sft',
        record: { messages: [user, { role: 'assistant', content: 'It is sunny.' }] },
      },
    ],
    bad: [
      {
        title: 'no content',
        target: 'fireworks-sft',
        record: { messages: [user, call()] },
        finds: [{ message: 'silent', pointer: '/messages/1' }],
      },
      {
        title: 'empty content',
        target: 'fireworks-sft',
        record: { messages: [user, call('')] },
        finds: [{ message: 'silent', pointer: '/messages/1' }],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { role, message } of view.turns) {
      if (role !== 'assistant' || typeof message.content === 'string') continue;
      if (callsOf(message).length === 0 || textOf(message) !== '') continue;
      report({ message: 'silent', pointer: pointerTo(message) });
    }
  },
});
