// OpenAI's form of a pair with more or less than one answer on a side, or with an answer in the prompt's last place.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { assistant, user } from '../sample.ts';
import { TOGETHER_CHECK } from '../sources.ts';

const input = { messages: [user('Capital of Peru?')] };
const lima = [assistant('Lima')];
const quito = [assistant('Quito')];

export const shape = defineRecordRule({
  id: 'preference/shape',
  title: 'Pair of another shape',
  why: 'OpenAI and Together take a prompt that waits for an answer, and one assistant message on each side; they refuse the rest.',
  mend: 'Move earlier turns into the prompt, and leave one message on each side.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['preference'],
  knockOnOf: [
    'structure/schema-violation',
    'structure/missing-field',
    'structure/wrong-type',
    'structure/empty-messages',
    'roles/unknown-role',
  ],
  options: {},
  messages: {
    count: 'There are {count#message} on this side, where one belongs.',
    role: 'The answer is a message by the {role}.',
    prompt: 'The prompt ends with an answer.',
  },
  sources: [TOGETHER_CHECK],
  examples: {
    good: [
      { title: 'one on each side', record: { input, preferred_output: lima, non_preferred_output: quito } },
      {
        title: 'dialogues in a shape that has them',
        record: {
          chosen: [user('Capital of Peru?'), ...lima],
          rejected: [user('Capital of Peru?'), ...quito],
        },
      },
    ],
    bad: [
      {
        title: 'two on one side',
        record: { input, preferred_output: [...lima, ...lima], non_preferred_output: quito },
        finds: [{ message: 'count', pointer: '/preferred_output', data: { count: 2 } }],
      },
      {
        title: 'a question as an answer',
        record: { input, preferred_output: lima, non_preferred_output: [user('Which?')] },
        finds: [{ message: 'role', pointer: '/non_preferred_output/0', data: { role: 'user' } }],
      },
      {
        title: 'an answer at the end of the prompt',
        record: {
          input: { messages: [user('Capital of Peru?'), assistant('It is')] },
          preferred_output: lima,
          non_preferred_output: quito,
        },
        finds: [{ message: 'prompt', pointer: '/input/messages/1' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    const { example, value } = view;
    if (example.kind !== 'preference' || !FORM.some((key) => Object.hasOwn(value, key))) return;
    const last = example.prompt.at(-1);
    if (last?.role === 'assistant') report({ message: 'prompt', pointer: pointerTo(last) });
    for (const { messages, pointer } of example.answers) {
      const [first] = messages;
      if (messages.length > 1) report({ message: 'count', pointer, data: { count: messages.length } });
      else if (first !== undefined && first.role !== 'assistant')
        report({ message: 'role', pointer: pointerTo(first), data: { role: first.role } });
    }
  },
});

const FORM = ['preferred_output', 'preferred_completion'];
