// loss_weight as text: one official sample writes it so, the API guide writes a number.

import { defineRecordRule } from '../../model/rule.ts';
import { weightsOf } from './loss-weight.ts';
import { GUIDE, RULES } from './service.ts';

const record = (weight: number | string) => ({
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello!', loss_weight: weight },
  ],
});

export const textWeight = defineRecordRule({
  id: 'target/alibaba-text-weight',
  title: 'Weight of an answer as text',
  why: 'An official sample writes it so, the API guide writes a number: the number is the safer one.',
  mend: 'Write a number.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { text: 'The loss_weight is a text.' },
  sources: [RULES, GUIDE],
  examples: {
    good: [
      { title: 'a number', target: 'alibaba-sft', record: record(1) },
      { title: 'another number', target: 'alibaba-sft', record: record(0.5) },
    ],
    bad: [
      {
        title: 'a number in quotes',
        target: 'alibaba-sft',
        record: record('1.0'),
        finds: [{ message: 'text', pointer: '/messages/1/loss_weight' }],
      },
      {
        title: 'a half in quotes',
        target: 'alibaba-sft',
        record: record('0.5'),
        finds: [{ message: 'text', pointer: '/messages/1/loss_weight' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      for (const { weight, pointer } of weightsOf(value)) {
        if (typeof weight === 'string') report({ message: 'text', pointer });
      }
    },
});
