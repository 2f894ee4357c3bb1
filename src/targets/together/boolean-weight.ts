// A weight of true or false: Together's own check lets it pass, its documentation does not.

import { isObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const record = (weight: number | boolean, question: string) => ({
  messages: [
    { role: 'user', content: question },
    { role: 'assistant', content: 'Hello!', weight },
  ],
});

export const booleanWeight = defineRecordRule({
  id: 'target/together-boolean-weight',
  title: 'Weight that is true or false',
  why: "The check in Together's SDK takes true for 1 and false for 0; its documentation allows the numbers only.",
  mend: 'Write 1 or 0.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { boolean: 'The weight is {found}; write {number}.' },
  sources: [
    {
      title: 'Together, file check of its SDK',
      url: 'https://github.com/togethercomputer/together-py',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'one', target: 'together-sft', record: record(1, 'Hi') },
      { title: 'zero', target: 'together-sft', record: record(0, 'Hey') },
    ],
    bad: [
      {
        title: 'true',
        target: 'together-sft',
        record: record(true, 'Hi'),
        finds: [{ message: 'boolean', pointer: '/messages/1/weight', data: { found: 'true', number: 1 } }],
      },
      {
        title: 'false',
        target: 'together-sft',
        record: record(false, 'Hi'),
        finds: [{ message: 'boolean', pointer: '/messages/1/weight', data: { found: 'false', number: 0 } }],
      },
    ],
  },
  create: () => (view, report) => {
    const messages = member(view.value, 'messages');
    if (!Array.isArray(messages)) return;
    messages.forEach((message, index) => {
      const weight = isObject(message) ? member(message, 'weight') : undefined;
      if (typeof weight !== 'boolean') return;
      const data = { found: String(weight), number: weight ? 1 : 0 };
      report({ message: 'boolean', pointer: `/messages/${index}/weight`, data });
    });
  },
});
