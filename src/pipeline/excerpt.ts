// The text around a fault: short, masked, and only made for findings that somebody will see.

import { isObject, type JsonValue } from '../model/json.ts';
import { maskSecrets } from '../model/mask.ts';
import { type Pointer, resolvePointer } from '../model/pointer.ts';

/** Code units. */
const LENGTH = 160;
/** Masked before it is cut, so that a cut through a secret cannot hide it from its pattern; and bounded, for speed. */
const LOOK = LENGTH * 16;

/** The value a pointer names, as text; undefined where it says nothing (the whole record, a missing member). */
export function excerptOf(value: JsonValue, pointer: Pointer): string | undefined {
  if (pointer === '') return undefined;
  const pointed = resolvePointer(value, pointer);
  if (pointed === undefined || pointed === '') return undefined;
  if (typeof pointed === 'string') return shorten(pointed);
  if (Array.isArray(pointed) || isObject(pointed)) return undefined;
  return JSON.stringify(pointed);
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
  const from = Math.max(start, fault - LENGTH / 2);
  const to = Math.min(end, fault + LENGTH / 2);
  const shown = new TextDecoder().decode(bytes.subarray(from, to));
  return `${from > start ? '…' : ''}${shown}${to < end ? '…' : ''}`;
}

export function shorten(text: string): string {
  if (text.length <= LENGTH) return maskSecrets(text);
  const masked = maskSecrets(text.slice(0, LOOK));
  return `${masked.slice(0, LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
