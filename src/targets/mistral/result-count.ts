// More results than calls.

import { callsOf, partsOf } from '../../model/example.ts';
import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { COMMON } from './service.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const call = {
  role: 'assistant',
  tool_calls: [{ id: 'abcdefghi', type: 'function', function: { name: 'weather', arguments: '{}' } }],
};
const result = { role: 'tool', tool_call_id: 'abcdefghi', content: 'Sunny' };
const answer = { role: 'assistant', content: 'It is sunny.' };

export const resultCount = defineRecordRule({
  id: 'target/mistral-result-count',
  title: 'More results than calls',
  why: "Mistral's validator counts: before the next answer there have to be as many results as there were calls.",
  mend: 'Remove the results that no call asked for.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { many: '{count#result} of {calls#call}.' },
  sources: [COMMON],
  examples: {
    good: [
      { title: 'one each', target: 'mistral-sft', record: { messages: [user, call, result, answer] } },
      { title: 'none at all', target: 'mistral-sft', record: { messages: [user, answer] } },
    ],
    bad: [
      {
        title: 'two results of one call',
        target: 'mistral-sft',
        record: { messages: [user, call, result, result, answer] },
        finds: [{ message: 'many', pointer: '/messages/3', data: { count: 2, calls: 1 } }],
      },
      {
        title: 'three results of one call',
        target: 'mistral-sft',
        record: { messages: [user, call, result, result, result, answer] },
        finds: [{ message: 'many', pointer: '/messages/3', data: { count: 3, calls: 1 } }],
      },
    ],
  },
  create: () => (view, report) => {
    let calls = 0;
    let count = 0;
    let surplus = '';
    const tell = (): void => {
      if (surplus !== '') report({ message: 'many', pointer: surplus, data: { count, calls } });
      surplus = '';
      count = 0;
      calls = 0;
    };
    for (const { role, message } of view.turns) {
      if (role === 'assistant') {
        tell();
        calls = callsOf(message).length;
      } else if (role === 'tool') {
        for (const part of partsOf(message)) if (part.type === 'result') count += 1;
        // Without any call before it, the result is an orphan, of which another rule speaks.
        if (count > calls && calls > 0 && surplus === '') surplus = pointerTo(message);
      }
    }
    tell();
  },
});
