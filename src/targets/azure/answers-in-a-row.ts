// Two assistant turns in a row, which make Azure refuse the whole file without naming the line.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';
import { ISSUE_23 } from './service.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const answer = { role: 'assistant', content: 'It is sunny.' };
const call = {
  role: 'assistant',
  tool_calls: [{ id: 'a', type: 'function', function: { name: 'weather', arguments: '{}' } }],
};
const result = { role: 'tool', tool_call_id: 'a', content: 'Sunny' };

export const answersInARow = defineRecordRule({
  id: 'target/azure-answers-in-a-row',
  title: 'Two assistant turns in a row',
  why: 'Azure fails the whole file and names neither the line nor the field.',
  mend: 'Put the result of the call between the two, or join them.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { twice: 'The turn follows another one by the assistant.' },
  sources: [ISSUE_23],
  examples: {
    good: [
      {
        title: 'a call, its result, an answer',
        target: 'azure-sft',
        record: { messages: [user, call, result, answer] },
      },
      {
        title: 'two questions in a row',
        target: 'azure-sft',
        record: { messages: [user, user, answer] },
      },
    ],
    bad: [
      {
        title: 'a call, and an answer without a result',
        target: 'azure-sft',
        record: { messages: [user, call, answer] },
        finds: [{ message: 'twice', pointer: '/messages/2' }],
      },
      {
        title: 'three answers',
        target: 'azure-sft',
        record: { messages: [user, answer, answer, answer] },
        finds: [
          { message: 'twice', pointer: '/messages/2' },
          { message: 'twice', pointer: '/messages/3' },
        ],
      },
    ],
  },
  create: () => (view, report) => {
    let before: Turn | undefined;
    for (const turn of view.turns) {
      // Of a pair, the answer follows the prompt in another list.
      const isNext = before?.message.base === turn.message.base;
      if (isNext && before?.role === 'assistant' && turn.role === 'assistant') {
        report({ message: 'twice', pointer: pointerTo(turn.message) });
      }
      before = turn;
    }
  },
});
