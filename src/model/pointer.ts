// JSON Pointers (RFC 6901), and anchors: the cheap form in which places are kept until one is reported.

import { isObject, type JsonValue } from './json.ts';

export type Pointer = string;

/**
 * A place in a record as two cheap fields: `base` is a constant such as `/messages`, `index` the item in it,
 * or −1 when the base itself is meant. It is written out as a pointer only when something is reported.
 */
export interface Anchor {
  readonly base: string;
  readonly index: number;
}

export const pointerTo = (anchor: Anchor): Pointer =>
  anchor.index < 0 ? anchor.base : `${anchor.base}/${anchor.index}`;

export const escapeStep = (key: string): string =>
  key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;

const unescapeStep = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

export const stepsOf = (pointer: Pointer): string[] =>
  pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeStep);

/** True when `inner` is `outer` or stands inside it. */
export const isWithin = (inner: Pointer, outer: Pointer): boolean =>
  inner === outer || outer === '' || (inner.startsWith(outer) && inner[outer.length] === '/');

/** The value a pointer names, or undefined where there is none. */
export function resolvePointer(root: JsonValue, pointer: Pointer): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const step of stepsOf(pointer)) {
    if (Array.isArray(value)) value = /^(0|[1-9]\d*)$/.test(step) ? value[Number(step)] : undefined;
    else if (isObject(value)) value = Object.hasOwn(value, step) ? value[step] : undefined;
    else return undefined;
  }
  return value;
}
