// A key that nearly every answer has, or that is nearly another one.

import { type AnswerField, FIELD_TYPES } from '../../model/answer-fields.ts';
import { editDistance } from '../../model/edit-distance.ts';
import { defineFieldRule } from '../../model/rule.ts';
import { isJsonSet, placesOf } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const LEAST = 50;
const NEARLY_ALL = 0.98;
const HARDLY_ANY = 0.02;
const SHORTEST = 4;

const object = (n: number) => pair(`Where is ${n}?`, JSON.stringify({ city: `Bonn ${n}`, days: n }));

export const inconsistentKeys = defineFieldRule({
  id: 'extraction/inconsistent-keys',
  title: 'Keys that differ',
  why: 'A misspelt key is one that no program will look for; a forgotten one is learned as optional.',
  mend: 'Write the key as the others do, or add it.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    typo: 'The key {key} is in {count} of {total#object}, {near} in {many}.',
    forgotten: 'The key {key} is missing in {count} of {total#object}.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'the same keys', records: many(80, object) },
      {
        title: 'an optional one',
        records: many(80, (n) =>
          pair(`${n}?`, JSON.stringify(n % 2 ? { city: `${n}` } : { city: `${n}`, zip: `${n}` })),
        ),
      },
    ],
    bad: [
      {
        title: 'one is misspelt',
        records: [...many(79, object), pair('Where?', JSON.stringify({ citty: 'Ulm', days: 1 }))],
        finds: [
          { message: 'forgotten', pointer: '', data: { key: '/city', count: 1, total: 80 } },
          {
            message: 'typo',
            pointer: '',
            data: { key: '/citty', count: 1, total: 80, near: 'city', many: 79 },
          },
        ],
      },
      {
        title: 'one is forgotten',
        records: [...many(79, object), pair('Where?', JSON.stringify({ city: 'Ulm' }))],
        finds: [{ message: 'forgotten', pointer: '', data: { key: '/days', count: 1, total: 80 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    for (const field of fields.fields) {
      const { parents: total, path } = field;
      if (total < LEAST || path.endsWith('/*') || path === '') continue;
      const count = presenceOf(field);
      if (count < total && count >= NEARLY_ALL * total) {
        report({ message: 'forgotten', pointer: '', data: { key: path, count: total - count, total } });
      } else if (count <= HARDLY_ANY * total && field.name.length >= SHORTEST) {
        const folder = path.slice(0, path.lastIndexOf('/') + 1);
        const frequent = fields.fields.filter(
          (other) => isSibling(other.path, folder) && presenceOf(other) * 2 >= total,
        );
        const near = frequent.find(({ name }) => isNear(name, field.name));
        if (near === undefined) continue;
        const seen = FIELD_TYPES.map((type) => field.types[type]).find((one) => one.count > 0);
        const data = { key: path, count, total, near: near.name, many: presenceOf(near) };
        report({
          message: 'typo',
          pointer: '',
          data,
          ...(seen === undefined ? {} : { related: placesOf(seen, 'written so here') }),
        });
      }
    }
  },
});

const presenceOf = (field: AnswerField): number =>
  FIELD_TYPES.reduce((sum, type) => sum + field.types[type].count, 0);

const isSibling = (path: string, folder: string): boolean =>
  path.startsWith(folder) && !path.slice(folder.length).includes('/') && !path.endsWith('/*');

/** One letter apart, or written in another case or with other joints; a number makes another key. */
const isNear = (a: string, b: string): boolean => {
  if (a === b || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  return joined(a) === joined(b) || (Math.abs(a.length - b.length) <= 1 && editDistance(a, b) === 1);
};

const joined = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '');
