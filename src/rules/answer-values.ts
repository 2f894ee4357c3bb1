// What one value of an answer in JSON shows: its type, its shape, whether it says that there is nothing.

import type { FieldType } from '../model/answer-fields.ts';
import { canonicalJson, isObject, type JsonValue } from '../model/json.ts';

export const isPlain = (text: string): boolean => /^[!-~](?: ?[!-~])*$/.test(text);
export const isWord = (text: string): boolean => /^[a-z0-9]+$/.test(text);
export const squeezed = (folded: string): string => folded.replace(/[^\p{L}\p{N}]+/gu, '');

export const typeOf = (value: JsonValue): FieldType =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : (typeof value as FieldType);

const ABSENT: ReadonlySet<string> = new Set([
  '',
  'n/a',
  'na',
  'none',
  'null',
  'nil',
  'unknown',
  'not specified',
  'not available',
  '-',
]);

/** How a value says that there is nothing; undefined where there is something. */
export function absentForm(value: JsonValue): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'string') {
    return value.length <= 13 && ABSENT.has(value.trim().toLowerCase())
      ? JSON.stringify(value.trim())
      : undefined;
  }
  if (Array.isArray(value)) return value.length === 0 ? '[]' : undefined;
  return isObject(value) && Object.keys(value).length === 0 ? '{}' : undefined;
}

export const maskOf = (text: string): string =>
  text
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, (digits) => (digits.length === 4 ? '9999' : '9'))
    .replace(/9(?:[,.]9)+/g, '9');

export function hasEqualItems(list: readonly JsonValue[]): boolean {
  const seen = new Set<string>();
  for (const item of list) {
    // Equal numbers and flags are no repetition.
    if (typeof item !== 'string' && (typeof item !== 'object' || item === null)) return false;
    const text = canonicalJson(item);
    if (seen.has(text)) return true;
    seen.add(text);
  }
  return false;
}
