// A field with few different values, one of them in several spellings.

import { defineFieldRule } from '../../model/rule.ts';
import { foldText } from '../../text/normal-forms.ts';
import { isJsonSet, placeName } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const LEAST = 50;
const MOST = 50;
const REPEATED = 5;
const mood = (n: number, value: string) => pair(`How is ${n}?`, JSON.stringify({ mood: value }));

export const enumDrift = defineFieldRule({
  id: 'extraction/enum-drift',
  title: 'One value in several spellings',
  why: 'To the model they are different values; it learns to guess between them.',
  mend: 'Write the value in one way.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { spellings: 'In {place}, {value} ({count#value}) is also written {variant} ({few}).' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'one spelling', records: many(80, (n) => mood(n, n % 2 ? 'glad' : 'sad')) },
      { title: 'free text', records: many(80, (n) => mood(n, n % 2 ? `Glad ${n}` : `glad ${n - 1}`)) },
    ],
    bad: [
      {
        title: 'another case',
        records: [...many(79, (n) => mood(n, n % 2 ? 'glad' : 'sad')), mood(80, 'Glad')],
        finds: [
          {
            message: 'spellings',
            pointer: '',
            data: { place: '/mood', value: 'glad', count: 39, variant: 'Glad', few: 1 },
          },
        ],
      },
      {
        title: 'a space for a hyphen',
        records: [...many(79, (n) => mood(n, n % 2 ? 'so-so' : 'sad')), mood(80, 'so so')],
        finds: [
          {
            message: 'spellings',
            pointer: '',
            data: { place: '/mood', value: 'so-so', count: 39, variant: 'so so', few: 1 },
          },
        ],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    for (const { path, texts, longTexts } of fields.fields) {
      const { list, whole, total } = texts;
      // Values that hardly ever repeat are no set of values.
      if (!whole || longTexts > 0 || total < LEAST || list.length > MOST || total < REPEATED * list.length)
        continue;
      const first = new Map<string, (typeof list)[number]>();
      for (const value of list) {
        const key = spelling(value.key);
        const other = first.get(key);
        if (key === '' || other === undefined) first.set(key, value);
        else {
          const data = {
            place: placeName(path),
            value: other.key,
            count: other.count,
            variant: value.key,
            few: value.count,
          };
          report({
            message: 'spellings',
            pointer: '',
            data,
            related: [{ at: value.first, label: 'written so here' }],
          });
        }
      }
    }
  },
});

/** Equal for spellings of one value: case, white space, quotes, joints and a final mark do not count. */
const spelling = (value: string): string =>
  foldText(value)
    .replace(/["'“”‘’`.,;:!?()[\]]/g, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
