// A list that has an item twice.

import { defineFieldRule } from '../../model/rule.ts';
import { isJsonSet, placeName, placesOf } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const names = (n: number, list: readonly string[]) =>
  pair(`Who was at ${n}?`, JSON.stringify({ names: list }));

export const duplicateItems = defineFieldRule({
  id: 'extraction/duplicate-items',
  title: 'Item given twice',
  why: 'The model learns to repeat itself; what it finds twice the program counts twice.',
  mend: 'Keep one of them.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { twice: 'In {count#answer}, {place} has equal items.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'different ones', records: many(40, (n) => names(n, ['Ann', 'Bob'])) },
      { title: 'equal numbers', records: many(40, (n) => pair(`${n}?`, JSON.stringify({ points: [n, n] }))) },
    ],
    bad: [
      {
        title: 'a name twice',
        records: [...many(40, (n) => names(n, ['Ann', 'Bob'])), names(41, ['Ann', 'Ann'])],
        finds: [{ message: 'twice', pointer: '', data: { count: 1, place: '/names' } }],
      },
      {
        title: 'equal objects',
        records: many(40, (n) =>
          pair(
            `${n}?`,
            JSON.stringify([
              { a: 1, b: n },
              { b: n, a: 1 },
            ]),
          ),
        ),
        finds: [{ message: 'twice', pointer: '', data: { count: 40, place: 'the answer' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    for (const { path, repeats } of fields.fields) {
      if (repeats.count === 0) continue;
      const data = { count: repeats.count, place: placeName(path) };
      report({ message: 'twice', pointer: '', data, related: placesOf(repeats, 'here') });
    }
  },
});
