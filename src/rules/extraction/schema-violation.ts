// An answer that breaks the schema every answer has to satisfy.

import { SchemaCache } from '../../formats/schema.ts';
import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { jsonIn } from '../../text/json-in.ts';
import { pair } from '../sample.ts';

const SCHEMA = {
  type: 'object',
  properties: { city: { type: 'string' }, days: { type: 'integer' } },
  required: ['city'],
  additionalProperties: false,
};
/** Faults told of one answer. */
const MOST = 5;

export const schemaViolation = defineRecordRule({
  id: 'extraction/schema-violation',
  title: 'Answer breaks the schema',
  why: 'The model learns to give answers that the program behind it will refuse.',
  mend: 'Give the answer the fields and types of the schema.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { root: 'In the answer, {what}.', inside: 'In the answer, {place} {what}.' },
  sources: [],
  examples: {
    good: [
      {
        title: 'as the schema says',
        record: pair('Where?', '{"city": "Bonn", "days": 2}'),
        outputSchema: SCHEMA,
      },
      { title: 'no schema was named', record: pair('Where?', '{"town": 1}') },
    ],
    bad: [
      {
        title: 'a field is missing',
        record: pair('Where?', '{"days": 2}'),
        outputSchema: SCHEMA,
        finds: [{ message: 'root', pointer: '/completion', data: { what: 'city is missing' } }],
      },
      {
        title: 'a text for a number',
        record: pair('Where?', '{"city": "Bonn", "days": "two"}'),
        outputSchema: SCHEMA,
        finds: [
          { message: 'inside', pointer: '/completion', data: { place: '/days', what: 'must be integer' } },
        ],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ outputSchema }) => {
    const schema = outputSchema === undefined ? undefined : new SchemaCache().get(outputSchema);
    return (view, report) => {
      if (schema === undefined) return;
      for (const turn of view.turns) {
        if (!turn.learned || turn.text === '') continue;
        const answer = jsonIn(turn.text);
        if (answer === undefined) continue;
        const pointer = textPointer(turn.message);
        for (const { pointer: place, what } of schema.check(answer).slice(0, MOST)) {
          if (place === '') report({ message: 'root', pointer, data: { what } });
          else report({ message: 'inside', pointer, data: { place, what } });
        }
      }
    };
  },
});
