// loss_weight, which says how much an answer counts: above 0, at most 1.

import { isObject, type JsonObject, type JsonValue, kindOf, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { RULES } from './service.ts';

const record = (weight: JsonValue) => ({
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello!', loss_weight: weight },
  ],
});

export const lossWeight = defineRecordRule({
  id: 'target/alibaba-loss-weight',
  title: 'Weight of an answer out of range',
  why: 'Model Studio takes weights above 0 and up to 1 on answers; an answer cannot be shown without being learned.',
  mend: 'Write a number above 0 and at most 1, or leave the key out.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { value: 'The loss_weight is {found}.' },
  sources: [RULES],
  examples: {
    good: [
      { title: 'one', target: 'alibaba-sft', record: record(1) },
      { title: 'a tenth', target: 'alibaba-sft', record: record(0.1) },
    ],
    bad: [
      {
        title: 'nought',
        target: 'alibaba-sft',
        record: record(0),
        finds: [{ message: 'value', pointer: '/messages/1/loss_weight', data: { found: '0' } }],
      },
      {
        title: 'two',
        target: 'alibaba-sft',
        record: record(2),
        finds: [{ message: 'value', pointer: '/messages/1/loss_weight', data: { found: '2' } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      for (const { weight, pointer } of weightsOf(value)) {
        const number = typeof weight === 'string' ? Number(weight) : weight;
        if (typeof number === 'number' && number > 0 && number <= 1) continue;
        const found = typeof weight === 'number' ? String(weight) : kindOf(weight);
        report({ message: 'value', pointer, data: { found } });
      }
    },
});

/** Every loss_weight of a record, with its place. */
export function weightsOf(value: JsonObject): { readonly weight: JsonValue; readonly pointer: string }[] {
  const found: { weight: JsonValue; pointer: string }[] = [];
  const look = (message: JsonValue | undefined, pointer: string): void => {
    const weight = isObject(message) ? member(message, 'loss_weight') : undefined;
    if (weight !== undefined) found.push({ weight, pointer: `${pointer}/loss_weight` });
  };
  const messages = member(value, 'messages');
  if (Array.isArray(messages))
    messages.forEach((message, index) => {
      look(message, `/messages/${index}`);
    });
  for (const key of ['chosen', 'rejected']) look(member(value, key), `/${key}`);
  return found;
}
