// Some answers are an object and others a list.

import { defineFieldRule } from '../../model/rule.ts';
import { isMixed } from '../../tally/share.ts';
import { isJsonSet, placesOf } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const object = (n: number) => pair(`Where is ${n}?`, JSON.stringify({ city: `Bonn ${n}` }));
const list = (n: number) => pair(`Where is ${n}?`, JSON.stringify([{ city: `Bonn ${n}` }]));

export const rootType = defineFieldRule({
  id: 'extraction/root-type',
  title: 'Object here, list there',
  why: 'The program behind the model can read one of the two; the model learns to give either.',
  mend: 'Give every answer the same kind of value: an object, or a list of them.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { mixed: 'Of {total} answers in JSON, {objects} are an object and {lists} a list.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'objects', records: many(40, object) },
      { title: 'lists', records: many(40, list) },
    ],
    bad: [
      {
        title: 'half and half',
        records: many(80, (n) => (n % 2 ? object(n) : list(n))),
        finds: [{ message: 'mixed', pointer: '', data: { total: 80, objects: 40, lists: 40 } }],
      },
      {
        title: 'a quarter are lists',
        records: many(80, (n) => (n % 4 ? object(n) : list(n))),
        finds: [{ message: 'mixed', pointer: '', data: { total: 80, objects: 60, lists: 20 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    const { objects, lists } = fields;
    const total = objects.count + lists.count;
    if (!isMixed(objects.count, total)) return;
    const fewer = objects.count < lists.count ? objects : lists;
    const data = { total, objects: objects.count, lists: lists.count };
    report({ message: 'mixed', pointer: '', data, related: placesOf(fewer, 'such an answer') });
  },
});
