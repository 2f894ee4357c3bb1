// A value that was taken from the question nearly always, and here is not in it.

import { defineFieldRule } from '../../model/rule.ts';
import { isJsonSet, placeName, placesOf } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const LEAST = 50;
const COPIED = 0.9;
const copied = (n: number, city: string) =>
  pair(`Where does she live? She has a flat in Bonn ${n}.`, JSON.stringify({ city }));

export const spanNotInInput = defineFieldRule({
  id: 'extraction/span-not-in-input',
  title: 'Value that the question does not have',
  why: 'The model learns to make up what it should copy.',
  mend: 'Copy the value from the question, or leave it empty.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    invented: 'Of {total#value} of {place}, {count} do not occur in what was asked, such as “{text}”.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'all copied', records: many(80, (n) => copied(n, `Bonn ${n}`)) },
      {
        title: 'summed up in the model’s words',
        records: many(80, (n) => copied(n, n % 2 ? 'a city on the Rhine' : `Bonn ${n}`)),
      },
    ],
    bad: [
      {
        title: 'one is made up',
        records: [...many(79, (n) => copied(n, `Bonn ${n}`)), copied(99, 'Cologne')],
        finds: [
          {
            message: 'invented',
            pointer: '',
            data: { total: 80, place: '/city', count: 1, text: 'Cologne' },
          },
        ],
      },
      {
        title: 'two of a list',
        records: many(60, (n) =>
          pair(
            `Ann ${n} and Bob ${n} came.`,
            JSON.stringify({ names: [`Ann ${n}`, n % 30 ? `Bob ${n}` : 'Eve'] }),
          ),
        ),
        finds: [
          {
            message: 'invented',
            pointer: '',
            data: { total: 120, place: '/names/*', count: 2, text: 'Eve' },
          },
        ],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    for (const { path, quoted, unquoted, unquotedText: text } of fields.fields) {
      const total = quoted + unquoted.count;
      if (unquoted.count === 0 || total < LEAST || quoted < COPIED * total) continue;
      const data = { total, place: placeName(path), count: unquoted.count, text };
      report({
        message: 'invented',
        pointer: '',
        data,
        related: placesOf(unquoted, 'not in what was asked'),
      });
    }
  },
});
