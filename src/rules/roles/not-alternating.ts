// Two turns of one role in a row.

import { partsOf } from '../../model/example.ts';
import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TOGETHER_CHECK } from '../sources.ts';

export const notAlternating = defineRecordRule({
  id: 'roles/not-alternating',
  title: 'Turns do not alternate',
  why: 'Together and several chat templates refuse it; others glue the turns together.',
  mend: 'Join the two turns, or bring back the one that is missing between them.',
  severity: 'warning',
  knockOnOf: ['roles/unknown-role', 'structure/missing-field', 'structure/wrong-type'],
  kinds: ['conversation'],
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { twice: 'Two turns of the {role} in a row.' },
  sources: [TOGETHER_CHECK],
  examples: {
    good: [
      {
        title: 'in turn',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
      {
        title: 'an instruction and its input',
        record: { instruction: 'Add.', input: '1 and 2', output: '3' },
      },
    ],
    bad: [
      {
        title: 'two questions',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'user', content: 'Are you there?' },
            { role: 'assistant', content: 'Yes.' },
          ],
        },
        finds: [{ message: 'twice', pointer: '/messages/1', data: { role: 'user' } }],
      },
      {
        title: 'two answers',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
            { role: 'assistant', content: 'How are you?' },
          ],
        },
        finds: [{ message: 'twice', pointer: '/messages/2', data: { role: 'assistant' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    let before: string | undefined;
    for (const { role, message } of view.turns) {
      // Calls, their results and the answer after them may follow each other in any number.
      const twice = role === before && (role === 'user' || role === 'assistant') && message.index >= 0;
      if (twice && !partsOf(message).some(({ type }) => type === 'call')) {
        report({ message: 'twice', pointer: pointerTo(message), data: { role } });
        return;
      }
      before = partsOf(message).some(({ type }) => type === 'call') ? 'tool' : role;
    }
  },
});
