// Several ways to say in one field that there is nothing.

import { FIELD_TYPES } from '../../model/answer-fields.ts';
import { defineFieldRule } from '../../model/rule.ts';
import { isJsonSet, placesOf } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const LEAST = 50;
const STRAYS = 0.02;
const city = (n: number, name: string | null) =>
  pair(`Where is ${n}?`, JSON.stringify({ city: name, days: n }));

export const absenceDrift = defineFieldRule({
  id: 'extraction/absence-drift',
  title: 'Several words for nothing',
  why: 'The model learns to guess between them, and the program behind it has to know them all.',
  mend: 'Decide on one: leave the key out, or null, or an empty text.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { forms: 'Where {place} has nothing to say, it is {forms}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'always null', records: many(60, (n) => city(n, n % 4 ? 'Bonn' : null)) },
      { title: 'always there', records: many(60, (n) => city(n, 'Bonn')) },
    ],
    bad: [
      {
        title: 'null and an empty text',
        records: many(60, (n) => city(n, n % 4 ? 'Bonn' : n % 8 ? null : '')),
        finds: [{ message: 'forms', pointer: '', data: { place: '/city', forms: '"" (8), null (7)' } }],
      },
      {
        title: 'left out, and N/A',
        records: many(60, (n) =>
          n % 4 ? city(n, 'Bonn') : n % 8 ? city(n, 'N/A') : pair(`${n}?`, JSON.stringify({ days: n })),
        ),
        finds: [
          { message: 'forms', pointer: '', data: { place: '/city', forms: '"N/A" (7), left out (8)' } },
        ],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    for (const { path, parents: total, types, absent } of fields.fields) {
      if (total < LEAST || path === '' || path.endsWith('/*')) continue;
      const present = FIELD_TYPES.reduce((sum, type) => sum + types[type].count, 0);
      const forms = absent.filter(({ count }) => count >= STRAYS * total);
      const missing = total - present;
      const isLeftOut = missing >= STRAYS * total;
      if (forms.length + (isLeftOut ? 1 : 0) < 2) continue;
      const names = [
        ...forms.map(({ key, count }) => `${key} (${count})`),
        ...(isLeftOut ? [`left out (${missing})`] : []),
      ];
      const [, rarer] = forms;
      const data = { place: path, forms: names.join(', ') };
      report({
        message: 'forms',
        pointer: '',
        data,
        ...(rarer === undefined ? {} : { related: placesOf(rarer.seen, 'here') }),
      });
    }
  },
});
