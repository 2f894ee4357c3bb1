// Values of one field that are written in several shapes: dates, amounts, numbers as text.

import { defineFieldRule } from '../../model/rule.ts';
import { isJsonSet, placeName } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const LEAST = 50;
const USUAL = 0.9;
const SHOWN = 5;
const day = (n: number, value: string) => pair(`When was ${n}?`, JSON.stringify({ day: value }));

export const valueFormatDrift = defineFieldRule({
  id: 'extraction/value-format-drift',
  title: 'Values of several shapes',
  why: 'The model learns to guess the shape; the program behind it fails on the rare one.',
  mend: 'Write the values in one shape.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    shape: 'Of {total#value} of {place}, {count} have another shape than {mask}, such as {other}.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'one shape', records: many(80, (n) => day(n, `2026-01-${n + 10}`)) },
      {
        title: 'no shape at all',
        records: many(80, (n) => day(n, ['3rd of May', 'at 12', 'May 4', '5'][n % 4] ?? '')),
      },
    ],
    bad: [
      {
        title: 'a day the other way round',
        records: [...many(79, (n) => day(n, `2026-01-${10 + (n % 20)}`)), day(80, '05/01/2026')],
        finds: [
          {
            message: 'shape',
            pointer: '',
            data: { total: 80, place: '/day', count: 1, mask: '9999-9-9', other: '9/9/9999' },
          },
        ],
      },
      {
        title: 'an amount with its currency',
        records: [...many(79, (n) => day(n, `${n}.50`)), day(80, '12 EUR')],
        finds: [
          {
            message: 'shape',
            pointer: '',
            data: { total: 80, place: '/day', count: 1, mask: '9', other: '9 A' },
          },
        ],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    for (const { path, masks } of fields.fields) {
      const [usual, ...others] = masks.list;
      if (usual === undefined || !masks.whole || masks.total < LEAST || usual.count < USUAL * masks.total)
        continue;
      const [other] = others;
      if (other === undefined) continue;
      const data = {
        total: masks.total,
        place: placeName(path),
        count: masks.total - usual.count,
        mask: usual.key,
        other: other.key,
      };
      const related = others.slice(0, SHOWN).map(({ first, key }) => ({ at: first, label: key }));
      report({ message: 'shape', pointer: '', data, related });
    }
  },
});
