// JSON in a fence or among words in some answers, alone in others.

import { defineFieldRule } from '../../model/rule.ts';
import { isMixed } from '../../tally/share.ts';
import { isJsonSet, jsonAnswers, placesOf } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const json = (n: number) => JSON.stringify({ number: n, city: `Bonn, in the west of the country, ${n}` });
const fenced = (n: number) => `\`\`\`json\n${json(n)}\n\`\`\``;

export const wrapped = defineFieldRule({
  id: 'extraction/wrapped',
  title: 'Wrapped in some answers only',
  why: 'The model learns two ways to answer; a program that parses the answer fails on one of them.',
  mend: 'Give the JSON alone, or always in the same fence.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: {
    fence: 'In {count} of {total} answers the JSON stands in a fence, in the others alone.',
    words: 'In {count} of {total} answers there are words around the JSON, in the others none.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'always alone', records: many(40, (n) => pair(`${n}?`, json(n))) },
      { title: 'always in a fence', records: many(40, (n) => pair(`${n}?`, fenced(n))) },
    ],
    bad: [
      {
        title: 'a fence around half of them',
        records: many(80, (n) => pair(`${n}?`, n % 2 ? json(n) : fenced(n))),
        finds: [{ message: 'fence', pointer: '', data: { count: 40, total: 80 } }],
      },
      {
        title: 'words before some',
        records: many(80, (n) => pair(`${n}?`, n % 8 ? json(n) : `Here you are: ${json(n)}`)),
        finds: [{ message: 'words', pointer: '', data: { count: 10, total: 80 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    const total = jsonAnswers(fields);
    for (const message of ['fence', 'words'] as const) {
      const seen = fields.forms[message];
      if (!isMixed(seen.count, total, 0.01)) continue;
      const data = { count: seen.count, total };
      report({ message, pointer: '', data, related: placesOf(seen, 'wrapped here') });
    }
  },
});
