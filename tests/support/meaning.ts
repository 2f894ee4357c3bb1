// What an example says, without where its parts stood: two records say the same if this is the same.

import type { Example } from '../../src/model/example.ts';
import { canonicalJson, isObject, type JsonValue } from '../../src/model/json.ts';

const PLACES = new Set(['base', 'index', 'inside', 'argumentsInside', 'nameInside', 'pointer']);

/** As JSON text with sorted keys. */
export const meaningOf = (example: Example | undefined): string =>
  canonicalJson(withoutPlaces(JSON.parse(JSON.stringify(example ?? null)) as JsonValue));

function withoutPlaces(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (!isObject(value)) return value;
  const isPlaced = Object.hasOwn(value, 'base') || Object.hasOwn(value, 'pointer');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !(isPlaced && PLACES.has(key)))
      .map(([key, inner]) => [key, key === 'extra' || key === 'reference' ? inner : withoutPlaces(inner)]),
  );
}
