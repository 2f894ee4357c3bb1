// Records in order with other texts in them, and with members beside the known ones that no format has a word for.

import fc from 'fast-check';
import { isObject, type JsonObject, type JsonValue } from '../../src/model/json.ts';
import { containers } from './damaged-records.ts';

/** Texts under these keys say what a thing is, or are written in a language of their own. */
const SHAPE_KEYS = new Set([
  'role',
  'from',
  'type',
  'schemaVersion',
  'arguments',
  'tools',
  'mimeType',
  'mime_type',
  'uri',
]);
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ' ', 'Hi', '{"a":1}', '[]', 'line\n\nHuman: no', '<think>x</think>', '\u0000', '42'),
);
const UNKNOWN = ['x', '__proto__', 'constructor', 'y/~z'];

interface Change {
  readonly place: number;
  readonly key: string;
  readonly value: JsonValue;
  readonly text: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(),
  key: fc.constantFrom(...UNKNOWN),
  value: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
  text,
});

/** `adds`: whether unknown members are added too. */
export const variedRecord = (records: readonly JsonObject[], adds: boolean): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(fc.constantFrom(...records), fc.array(change, { maxLength: 4 }))
    .map(([record, changes]) => varied(record, changes, adds));

function varied(record: JsonObject, changes: readonly Change[], adds: boolean): JsonObject {
  const copy = JSON.parse(JSON.stringify(record)) as JsonObject;
  for (const [i, { place, key, value, text: said }] of changes.entries()) {
    const objects = [...containers(copy)].filter(isObject);
    const object = objects[place % objects.length] as JsonObject;
    if (adds && i % 2 === 0) {
      Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
      continue;
    }
    const keys = Object.keys(object).filter(
      (name) => typeof object[name] === 'string' && !SHAPE_KEYS.has(name),
    );
    const hit = keys[place % Math.max(1, keys.length)];
    if (hit !== undefined) object[hit] = said;
  }
  return JSON.parse(JSON.stringify(copy)) as JsonObject;
}
