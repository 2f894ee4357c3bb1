// In every record there is something to find.

import { FIELD_TYPES } from '../../model/answer-fields.ts';
import { defineFieldRule } from '../../model/rule.ts';
import { isJsonSet, jsonAnswers } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const LEAST = 100;
const city = (n: number, name: string | null) => pair(`Where is ${n}?`, JSON.stringify({ city: name }));

export const noNegatives = defineFieldRule({
  id: 'extraction/no-negatives',
  title: 'Nothing is never the answer',
  why: 'The model learns that there is always something to find, and will find it where there is nothing.',
  mend: 'Add records in which there is nothing to find, answered as the program expects it.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { never: 'In {total} answers no field is ever empty, null or left out.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'some say null',
        records: many(120, (n) => city(n, n % 10 ? 'Bonn' : null)),
        goal: 'extraction',
      },
      { title: 'another goal', records: many(120, (n) => city(n, 'Bonn')) },
    ],
    bad: [
      {
        title: 'always a city',
        records: many(120, (n) => city(n, 'Bonn')),
        goal: 'extraction',
        finds: [{ message: 'never', pointer: '', data: { total: 120 } }],
      },
      {
        title: 'a schema says that it is extraction',
        records: many(150, (n) => city(n, 'Bonn')),
        outputSchema: { type: 'object' },
        finds: [{ message: 'never', pointer: '', data: { total: 150 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    // Only whoever extracts needs them: a set of settings or of labels has none.
    if (context.goal !== 'extraction' && context.outputSchema === undefined) return;
    const total = jsonAnswers(fields);
    if (total < LEAST || fields.empty.count > 0) return;
    const isEver = fields.fields.some(
      ({ absent, parents, path, types }) =>
        absent.length > 0 ||
        (path !== '' &&
          !path.endsWith('/*') &&
          FIELD_TYPES.reduce((sum, type) => sum + types[type].count, 0) < parents),
    );
    if (!isEver) report({ message: 'never', pointer: '', data: { total } });
  },
});
