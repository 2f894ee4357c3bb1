// What every format does with the members of a record: keep what it has no word for, and say what is wrong with a value.

import type { Note } from '../model/finding.ts';
import { isObject, type JsonObject, type JsonValue, kindOf, member } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';

/** The members of a record that its format has no word for. */
export function extraOf(value: JsonObject, known: ReadonlySet<string>): JsonObject | undefined {
  let extra: [string, JsonValue][] | undefined;
  for (const key in value) {
    if (known.has(key)) continue;
    extra ??= [];
    extra.push([key, value[key] as JsonValue]);
  }
  // fromEntries defines members, so a member named __proto__ stays data.
  return extra === undefined ? undefined : Object.fromEntries(extra);
}

/** As a spread: `extra` with the members that were not taken. A falsy name was not. */
export function keepRest(
  value: JsonObject,
  ...taken: readonly (string | false)[]
): { readonly extra?: JsonObject } {
  let rest: [string, JsonValue][] | undefined;
  for (const key in value) {
    if (taken.includes(key)) continue;
    rest ??= [];
    rest.push([key, value[key] as JsonValue]);
  }
  return rest === undefined ? {} : { extra: Object.fromEntries(rest) };
}

/** As a spread: what was left of an object and of the object inside it, which stands under `inner`. */
export function keepBoth(
  outer: { readonly extra?: JsonObject },
  inner: string,
  inside: JsonObject | undefined,
): { readonly extra?: JsonObject } {
  return inside === undefined ? outer : { extra: { ...outer.extra, [inner]: inside } };
}

/** The first of the keys whose member is there and not null: loaders fill absent columns with null. */
export function firstPresent(value: JsonObject, keys: readonly string[]): string | undefined {
  for (const key of keys) if (isPresent(value, key)) return key;
  return undefined;
}

export function isPresent(value: JsonObject, key: string): boolean {
  const written = member(value, key);
  return written !== undefined && written !== null;
}

/** Where item `index` of the list at `base` stands; −1 is the base itself. */
export const pointerAt = (base: Pointer, index: number): Pointer => (index < 0 ? base : `${base}/${index}`);

export function noteType(
  note: Note,
  pointer: Pointer,
  expected: string,
  value: JsonValue | undefined,
): undefined {
  note({
    rule: 'structure/wrong-type',
    message: 'type',
    pointer,
    data: { expected, found: kindOf(value) },
  });
}

export function noteMissing(note: Note, pointer: Pointer, field: string): undefined {
  note({ rule: 'structure/missing-field', message: 'missing', pointer, data: { field } });
}

export function noteNull(note: Note, pointer: Pointer, role: string): undefined {
  note({ rule: 'structure/null-content', message: 'null', pointer, data: { role } });
}
/** Puts kept members back where they stood: into the object, and into objects and lists in it where both have one. */
export function putBack(object: JsonObject, kept: JsonObject | undefined): JsonObject {
  if (kept === undefined) return object;
  for (const key of Object.keys(kept)) {
    const value = kept[key] as JsonValue;
    const there = member(object, key);
    if (isObject(there) && isObject(value)) putBack(there, value);
    else if (Array.isArray(there) && Array.isArray(value)) there.push(...value);
    // Defined, not assigned: a member named __proto__ stays data.
    else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return object;
}
