// Fields that the grader reads, where the user says which: every record has to have them.

import type { JsonObject, JsonValue } from '../../model/json.ts';
import { isObject, member } from '../../model/json.ts';
import { words } from '../../model/option.ts';
import { defineRecordRule } from '../../model/rule.ts';

const record = (more: JsonObject): JsonObject => ({
  messages: [{ role: 'user', content: 'How much is 2 and 2?' }],
  ...more,
});
const options = { fields: ['answer', 'facts.unit'] };

export const graderFields = defineRecordRule({
  id: 'target/grader-fields',
  title: 'Field the grader reads is missing',
  why: 'A template such as {{item.answer}} fails on a record without that field, and with it the run.',
  mend: 'Add the field to the record, or leave it out of the grader.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {
    fields: words([], 'What the grader reads of a record, without "item.": answer, facts.unit.'),
  },
  messages: { missing: 'The grader reads {field}, which the record does not have.' },
  sources: [
    {
      title: 'OpenAI API description, graders',
      url: 'https://github.com/openai/openai-openapi',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'all there',
        target: 'openai-rft',
        options,
        record: record({ answer: '4', facts: { unit: '' } }),
      },
      { title: 'nobody says what the grader reads', target: 'openai-rft', record: record({ reference: 4 }) },
    ],
    bad: [
      {
        title: 'none of them',
        target: 'openai-rft',
        options,
        record: record({ reference: '4' }),
        finds: [
          { message: 'missing', pointer: '', data: { field: 'answer' } },
          { message: 'missing', pointer: '', data: { field: 'facts.unit' } },
        ],
      },
      {
        title: 'a field inside a text',
        target: 'openai-rft',
        options,
        record: record({ answer: '4', facts: 'none' }),
        finds: [{ message: 'missing', pointer: '', data: { field: 'facts.unit' } }],
      },
    ],
  },
  create: ({ options: { fields } }) => {
    const paths = fields.map((field) => ({ field, steps: field.replace(/^item\./, '').split('.') }));
    return ({ value }, report) => {
      for (const { field, steps } of paths) {
        if (!isThere(value, steps)) report({ message: 'missing', pointer: '', data: { field } });
      }
    };
  },
});

function isThere(value: JsonObject, steps: readonly string[]): boolean {
  let inner: JsonValue | undefined = value;
  for (const step of steps) {
    if (Array.isArray(inner)) inner = inner[Number(step)];
    else inner = isObject(inner) ? member(inner, step) : undefined;
    if (inner === undefined) return false;
  }
  return true;
}
