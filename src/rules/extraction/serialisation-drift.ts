// JSON that is written in several ways.

import { defineFieldRule } from '../../model/rule.ts';
import { isMixed } from '../../tally/share.ts';
import { isJsonSet, placesOf } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const compact = (n: number) => JSON.stringify({ city: 'Bonn', days: n });
const pretty = (n: number) => JSON.stringify({ city: 'Bonn', days: n }, null, 2);

export const serialisationDrift = defineFieldRule({
  id: 'extraction/serialisation-drift',
  title: 'JSON written in several ways',
  why: 'To a program they are equal, to the model they are not: it spends what it learns on white space and escapes.',
  mend: 'Write all answers with the same settings.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: {
    lines: '{count} of {total} answers in JSON stand on one line, the others over several.',
    escapes: '{count} of {total} answers with letters of other scripts escape them, the others do not.',
    end: '{count} of {total} answers in JSON end with a line break, the others do not.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'all on one line', records: many(40, (n) => pair(`${n}?`, compact(n))) },
      { title: 'all over several', records: many(40, (n) => pair(`${n}?`, pretty(n))) },
    ],
    bad: [
      {
        title: 'half of them over several lines',
        records: many(80, (n) => pair(`${n}?`, n % 2 ? compact(n) : pretty(n))),
        finds: [{ message: 'lines', pointer: '', data: { count: 40, total: 80 } }],
      },
      {
        title: 'escapes in half of them',
        records: many(80, (n) => pair(`${n}?`, n % 2 ? '{"city": "Köln"}' : '{"city": "K\\u00f6ln"}')),
        finds: [{ message: 'escapes', pointer: '', data: { count: 40, total: 80 } }],
      },
      {
        title: 'a line break after half of them',
        records: many(80, (n) => pair(`${n}?`, n % 2 ? compact(n) : `${compact(n)}\n`)),
        finds: [{ message: 'end', pointer: '', data: { count: 40, total: 80 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    const { pretty, compact, escaped, raw, ended, unended } = fields;
    for (const [message, some, others] of [
      ['lines', compact, pretty],
      ['escapes', escaped, raw],
      ['end', ended, unended],
    ] as const) {
      const total = some.count + others.count;
      if (!isMixed(some.count, total)) continue;
      const data = { count: some.count, total };
      report({
        message,
        pointer: '',
        data,
        related: placesOf(some.count < others.count ? some : others, 'here'),
      });
    }
  },
});
