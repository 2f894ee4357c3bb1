// The text around a fault: short, masked, and only made for findings that somebody will see.

import { isObject, type JsonValue } from '../model/json.ts';
import { maskSecrets } from '../model/mask.ts';
import { type Pointer, resolvePointer } from '../model/pointer.ts';

/** Code units. */
const LENGTH = 160;
/** What stands before the fault: little, so that a narrow view still shows the fault itself. */
const BEFORE = 32;

/** The value a pointer names, as text around `near`; undefined where it says nothing (a whole record, a list). */
export function excerptOf(value: JsonValue, pointer: Pointer, near = 0): string | undefined {
  if (pointer === '') return undefined;
  const pointed = resolvePointer(value, pointer);
  if (pointed === undefined || pointed === '') return undefined;
  if (typeof pointed !== 'string') {
    return Array.isArray(pointed) || isObject(pointed) ? undefined : JSON.stringify(pointed);
  }
  const from = Math.max(0, near - BEFORE);
  const reach = Math.max(0, near - REACH);
  const around = pointed.slice(reach, near + REACH);
  const masked = maskSecrets(around);
  // A cut through a secret would hide it from its pattern, so where there is one the masked text is cut.
  if (masked !== around) {
    const fault = sharedLength(masked, maskSecrets(around.slice(0, near - reach)));
    const start = Math.max(0, fault - BEFORE);
    return `${reach + start > 0 ? '…' : ''}${shorten(masked.slice(start).replace(/^[\uDC00-\uDFFF]/, ''), LENGTH)}`;
  }
  return `${from > 0 ? '…' : ''}${shorten(pointed.slice(from).replace(/^[\uDC00-\uDFFF]/, ''), LENGTH)}`;
}

/** How much two texts have in common from their beginning. */
function sharedLength(a: string, b: string): number {
  let i = 0;
  while (i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i += 1;
  return i;
}

/** How far from the fault a secret may begin whose tail the excerpt would show. */
const REACH = 24_000;

/** The bytes around an offset in a record that is no JSON, as text; undefined where a secret stands close by. */
export function excerptAround(
  bytes: Uint8Array,
  start: number,
  end: number,
  offset: number,
): string | undefined {
  const fault = start + offset;
  const near = bytes.subarray(Math.max(start, fault - REACH), Math.min(end, fault + REACH));
  const text = new TextDecoder().decode(near);
  // A cut through a secret would hide it from its pattern.
  if (maskSecrets(text) !== text) return undefined;
  const from = Math.max(start, fault - BEFORE);
  const to = Math.min(end, fault + LENGTH - BEFORE);
  const shown = new TextDecoder().decode(bytes.subarray(from, to));
  return `${from > start ? '…' : ''}${shown}${to < end ? '…' : ''}`;
}

/** At most `length` code units, never half a character; … where something was cut. The text must be masked. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
