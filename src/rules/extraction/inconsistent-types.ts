// A field that is of one type in most answers and of another in some.

import { FIELD_TYPES, type FieldType } from '../../model/answer-fields.ts';
import { defineFieldRule } from '../../model/rule.ts';
import { isJsonSet, placesOf } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const LEAST = 20;
const USUAL = 0.8;
const WORDS: Readonly<Record<FieldType, string>> = {
  null: 'null',
  boolean: 'true or false',
  number: 'a number',
  string: 'text',
  object: 'an object',
  array: 'a list',
};
const object = (n: number) => pair(`How long is ${n}?`, JSON.stringify({ days: n }));

export const inconsistentTypes = defineFieldRule({
  id: 'extraction/inconsistent-types',
  title: 'Field of two types',
  why: 'The program behind the model expects one; the model learns to give either.',
  mend: 'Write the value as the others do.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { types: '{place} is {usual} in {many} places and {other} in {count}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'numbers', records: many(60, object) },
      {
        title: 'null where nothing is known',
        records: many(60, (n) => pair(`${n}?`, JSON.stringify({ days: n % 3 ? n : null }))),
      },
    ],
    bad: [
      {
        title: 'a number as text',
        records: [...many(59, object), pair('How long?', JSON.stringify({ days: '12' }))],
        finds: [
          {
            message: 'types',
            pointer: '',
            data: { place: '/days', usual: 'a number', many: 59, other: 'text', count: 1 },
          },
        ],
      },
      {
        title: 'one of a list without its list',
        records: many(60, (n) => pair(`${n}?`, JSON.stringify({ names: n % 10 ? [`Ann ${n}`] : 'Ann' }))),
        finds: [
          {
            message: 'types',
            pointer: '',
            data: { place: '/names', usual: 'a list', many: 54, other: 'text', count: 6 },
          },
        ],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    for (const { path, types } of fields.fields) {
      const seen = FIELD_TYPES.filter((type) => type !== 'null' && types[type].count > 0)
        .map((type) => ({ type, seen: types[type] }))
        .sort((a, b) => b.seen.count - a.seen.count);
      const [usual, ...others] = seen;
      const total = seen.reduce((sum, { seen: { count } }) => sum + count, 0);
      // What stands in lists and at the root may be of any kind; of that other rules speak.
      if (usual === undefined || total < LEAST || path === '' || usual.seen.count < USUAL * total) continue;
      for (const { type, seen: few } of others) {
        const data = {
          place: path,
          usual: WORDS[usual.type],
          many: usual.seen.count,
          other: WORDS[type],
          count: few.count,
        };
        report({ message: 'types', pointer: '', data, related: placesOf(few, 'here') });
      }
    }
  },
});
