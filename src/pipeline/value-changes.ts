// The places at which two versions of a record differ, each with what stood and what stands there, short and masked.

import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { maskPointer } from '../model/mask.ts';
import { escapeStep, type Pointer, resolvePointer } from '../model/pointer.ts';
import type { Change } from '../model/set-diff.ts';
import { excerptOf } from './excerpt.ts';

/** Places named of one record. */
const MOST = 12;
/** Nesting that is looked into. */
const DEEPEST = 64;

export interface Changes {
  readonly changes: readonly Change[];
  readonly more: number;
}

export function changesBetween(before: JsonValue, after: JsonValue): Changes {
  const places: Pointer[] = [];
  collect(before, after, '', places, 0);
  const changes = places.slice(0, MOST).map((pointer): Change => {
    const near = firstDifference(textAt(before, pointer), textAt(after, pointer));
    const was = excerptAt(before, pointer, near);
    const is = excerptAt(after, pointer, near);
    return {
      pointer: maskPointer(pointer),
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    };
  });
  return { changes, more: places.length - changes.length };
}

function collect(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  pointer: Pointer,
  places: Pointer[],
  depth: number,
): void {
  if (before === after) return;
  if (depth < DEEPEST && Array.isArray(before) && Array.isArray(after)) {
    for (let i = 0; i < Math.max(before.length, after.length); i += 1) {
      collect(before[i], after[i], `${pointer}/${i}`, places, depth + 1);
    }
  } else if (depth < DEEPEST && isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      collect(own(before, key), own(after, key), `${pointer}/${escapeStep(key)}`, places, depth + 1);
    }
  } else places.push(pointer);
}

const own = (object: JsonObject, key: string): JsonValue | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** The value that a place names, from the whole record in a wrapper that has a place of its own. */
const excerptAt = (root: JsonValue, pointer: Pointer, near: number): string | undefined => {
  const wrapped = { record: root };
  const shown = excerptOf(wrapped, `/record${pointer}`, near);
  if (shown !== undefined) return shown;
  const value = resolvePointer(root, pointer);
  if (value === undefined) return undefined;
  return excerptOf({ text: JSON.stringify(value) }, '/text');
};

const textAt = (root: JsonValue, pointer: Pointer): string => {
  const value = resolvePointer(root, pointer);
  return typeof value === 'string' ? value : '';
};

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i += 1;
  return i;
}
