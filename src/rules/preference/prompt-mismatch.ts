// Two dialogues whose questions differ: the answers were not given to the same prompt.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { assistant, user } from '../sample.ts';
import { TOGETHER_CHECK } from '../sources.ts';

export const promptMismatch = defineRecordRule({
  id: 'preference/prompt-mismatch',
  title: 'Answers to different prompts',
  why: 'What is learned is the difference of two answers to one prompt; here the prompts differ as well.',
  mend: 'Give both sides the same turns up to the answer.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['preference'],
  knockOnOf: [
    'structure/missing-field',
    'structure/wrong-type',
    'structure/schema-violation',
    'roles/unknown-role',
    'preference/shape',
  ],
  options: {},
  messages: { differ: 'From here on this side has turns of a prompt that the other side has not.' },
  sources: [TOGETHER_CHECK],
  examples: {
    good: [
      {
        title: 'one prompt in both',
        record: {
          chosen: [user('Capital of Peru?'), assistant('Lima')],
          rejected: [user('Capital of Peru?'), assistant('Quito')],
        },
      },
      {
        title: 'the prompt apart',
        record: {
          prompt: [user('Capital of Peru?')],
          chosen: [assistant('Lima')],
          rejected: [assistant('Quito')],
        },
      },
    ],
    bad: [
      {
        title: 'another question',
        record: {
          chosen: [user('Capital of Peru?'), assistant('Lima')],
          rejected: [user('Capital of Chile?'), assistant('Santiago')],
        },
        finds: [{ message: 'differ', pointer: '/rejected/0' }],
      },
      {
        title: 'a second question on one side',
        record: {
          chosen: [user('Capital of Peru?'), assistant('Lima')],
          rejected: [user('Capital of Peru?'), assistant('Quito'), user('Sure?'), assistant('Yes.')],
        },
        finds: [{ message: 'differ', pointer: '/rejected/2' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    if (view.example.kind !== 'preference') return;
    const { answers } = view.example;
    // The format has cut off what both sides begin with; what one side still asks, the other does not.
    for (let i = answers.length - 1; i >= 0; i -= 1) {
      const asking = answers[i]?.messages.find(({ role }) => role === 'user' || role === 'system');
      if (asking === undefined) continue;
      report({ message: 'differ', pointer: pointerTo(asking) });
      return;
    }
  },
});
