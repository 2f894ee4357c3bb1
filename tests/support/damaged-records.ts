// Records that were harmed on their way: something added, replaced or taken away somewhere inside.

import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';

/** Words that people and machines put where they do not belong. */
export const ODD_KEYS = [
  'role',
  'content',
  'from',
  'value',
  'type',
  'text',
  'parts',
  'name',
  '__proto__',
  'constructor',
  'x',
];
export const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>,
  fc.constantFrom<JsonValue>(null, true, 0, 1, '', 'user', 'assistant', 'text', [], {}),
  fc.dictionary(
    fc.constantFrom(...ODD_KEYS),
    fc.constantFrom<JsonValue>(null, 'a', 'b', ['c'], { text: 'd' }),
  ),
);

interface Blow {
  readonly place: number;
  readonly key: string;
  readonly value: JsonValue;
  readonly kind: 'add' | 'replace' | 'remove';
}

const blow: fc.Arbitrary<Blow> = fc.record({
  place: fc.nat(),
  key: fc.constantFrom(...ODD_KEYS),
  value: anything,
  kind: fc.constantFrom('add', 'add', 'replace', 'remove'),
});

/** Every object and list in a value, the outermost first. */
export function* containers(value: JsonValue): Generator<JsonObject | JsonValue[]> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const inner of Object.values(value)) yield* containers(inner as JsonValue);
}

/** A copy of the record with something added, replaced or taken away somewhere inside. */
function damaged(record: JsonObject, blows: readonly Blow[]): JsonObject {
  const copy = JSON.parse(JSON.stringify(record)) as JsonObject;
  for (const { place, key, value, kind } of blows) {
    const places = [...containers(copy)];
    const target = places[place % places.length] ?? copy;
    const keys = Object.keys(target);
    const hit = keys[place % Math.max(1, keys.length)];
    const at =
      kind === 'add' || hit === undefined ? (Array.isArray(target) ? String(keys.length) : key) : hit;
    if (kind === 'remove' && Array.isArray(target)) target.splice(Number(at), 1);
    else if (kind === 'remove') delete (target as JsonObject)[at];
    else
      Object.defineProperty(target, at, {
        value: structuredClone(value),
        enumerable: true,
        writable: true,
        configurable: true,
      });
  }
  // As it would stand in a file: no member shared, `__proto__` a member like others.
  return JSON.parse(JSON.stringify(copy)) as JsonObject;
}

/** Any of the records, with up to three blows. */
export const damagedRecord = (records: readonly JsonObject[]): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(fc.constantFrom(...records), fc.array(blow, { maxLength: 3 }))
    .map(([record, blows]) => damaged(record, blows));
