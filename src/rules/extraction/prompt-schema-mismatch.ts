// Keys of the answer that the prompt, which lists the keys, does not name.

import { editDistance } from '../../model/edit-distance.ts';
import { textPointer } from '../../model/example.ts';
import { isObject } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

/** A key as JSON writes it; words of a schema itself name no field. */
const KEY = /"([^"\n\\]{1,60})"\s{0,3}:/g;
const LOOK = 50_000;
const LEAST = 2;
const ASK = 'Extract this as JSON: {"first_name": "...", "last_name": "...", "city": "..."}\nAnn Lee of Bonn';

export const promptSchemaMismatch = defineRecordRule({
  id: 'extraction/prompt-schema-mismatch',
  title: 'Key that the prompt spells otherwise',
  why: 'The prompt lists the keys and the answer has others: the model learns not to follow the list.',
  mend: 'Write the key as the prompt does, or put it right there.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { key: 'The answer has the key {key}, the prompt {near}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'the keys of the prompt',
        record: pair(ASK, '{"first_name": "Ann", "last_name": "Lee", "city": "Bonn"}'),
      },
      {
        title: 'a prompt that lists no keys',
        record: pair('Who is it? Ann Lee of Bonn', '{"first_name": "Ann", "city": "Bonn"}'),
      },
    ],
    bad: [
      {
        title: 'another spelling',
        record: pair(ASK, '{"first_name": "Ann", "lastName": "Lee", "city": "Bonn"}'),
        finds: [{ message: 'key', pointer: '/completion', data: { key: 'lastName', near: 'last_name' } }],
      },
      {
        title: 'a letter too many',
        record: pair(ASK, '{"first_name": "Ann", "last_name": "Lee", "citty": "Bonn"}'),
        finds: [{ message: 'key', pointer: '/completion', data: { key: 'citty', near: 'city' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    let listed: ReadonlySet<string> | undefined;
    for (const turn of view.turns) {
      if (!turn.learned || (turn.bits & TextBits.brace) === 0) continue;
      const value = turn.json?.value;
      const first = Array.isArray(value) ? value[0] : value;
      if (!isObject(first)) continue;
      const keys = Object.keys(first);
      if (keys.length < LEAST || keys.length > 100) continue;
      listed ??= keysListed(view.turns.filter(({ learned }) => !learned).map(({ text }) => text));
      if (listed.size < LEAST) return;
      const known = keys.filter((key) => listed?.has(key) === true);
      // Most of them have to come from there: else the prompt shows something else that is JSON.
      if (known.length === keys.length || known.length * 2 < keys.length) continue;
      const pointer = textPointer(turn.message);
      for (const key of keys) {
        if (listed.has(key)) continue;
        const near = [...listed].find((other) => !keys.includes(other) && isNear(key, other));
        if (near !== undefined) report({ message: 'key', pointer, data: { key, near } });
      }
    }
  },
});

function keysListed(texts: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const text of texts) {
    if (!text.includes('"')) continue;
    for (const [, key] of text.slice(0, LOOK).matchAll(KEY)) if (key !== undefined) keys.add(key);
  }
  return keys;
}

/** The same letters joined otherwise, or one letter apart; a number makes another key. */
function isNear(a: string, b: string): boolean {
  const [x, y] = [joined(a), joined(b)];
  if (x === y) return true;
  if (x.length < 4 || Math.abs(x.length - y.length) > 1) return false;
  return x.replace(/\D/g, '') === y.replace(/\D/g, '') && editDistance(x, y) === 1;
}

const joined = (key: string): string => key.toLowerCase().replace(/[\s_-]/g, '');
