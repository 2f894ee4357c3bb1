// Places in valid JSON text: which keys repeat, and which bytes a JSON Pointer names.

import { escapeStep, type Pointer, stepsOf } from '../model/pointer.ts';
import { skipSpace } from './json-tokens.ts';

/** A member whose key stood in the same object before. */
export interface DuplicateKey {
  /** JSON Pointer of the member. */
  readonly pointer: Pointer;
  /** The key, unescaped. */
  readonly key: string;
  /** Its value equals that of the member of that key just before it, so that nothing but order is lost. */
  readonly sameValue: boolean;
  /** Of the repeated key's opening quote, in bytes from the beginning of the text. */
  readonly offset: number;
}

/** Bytes from `start` up to `end`, as indexes into the array that was searched. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** An object or array that is being read. */
interface Frame {
  /** The last value of each key so far; undefined for an array. */
  readonly seen: Map<string, ByteRange> | undefined;
  /** The key or index of the member that is being read. */
  step: string | number;
  keyStart: number;
  valueStart: number;
}

/**
 * Every repetition of a key within one object, in the order of the text: n equal keys give n − 1 entries. Keys are
 * compared unescaped, values as JSON.parse sees them (`1.0` equals `1`, the order of keys does not count).
 * The bytes must be valid JSON; nesting may be of any depth.
 */
export function findDuplicateKeys(bytes: Uint8Array, start: number, end: number): readonly DuplicateKey[] {
  const text = textOf(bytes);
  const found: DuplicateKey[] = [];
  const frames: Frame[] = [];
  let frame: Frame | undefined;
  let keyNext = false;

  const endValue = (valueEnd: number): void => {
    if (frame?.seen === undefined || typeof frame.step !== 'string') return;
    const range = { start: frame.valueStart, end: valueEnd };
    const before = frame.seen.get(frame.step);
    if (before !== undefined) {
      const sameValue = sameText(text, before, range) || sameJson(parsed(text, before), parsed(text, range));
      found.push({
        pointer: pointerOf(frames),
        key: frame.step,
        sameValue,
        offset: frame.keyStart - start,
      });
    }
    frame.seen.set(frame.step, range);
  };

  let i = start;
  while (i < end) {
    const byte = bytes[i] as number;
    if (byte === 0x22) {
      const after = stringEnd(bytes, i, end);
      if (keyNext && frame !== undefined) {
        frame.step = keyText(text, i, after);
        frame.keyStart = i;
        keyNext = false;
      } else {
        endValue(after);
      }
      i = after;
    } else if (byte === 0x7b || byte === 0x5b) {
      const isObject = byte === 0x7b;
      frame = {
        seen: isObject ? new Map() : undefined,
        step: isObject ? '' : 0,
        keyStart: i,
        valueStart: i + 1,
      };
      frames.push(frame);
      keyNext = isObject;
      i++;
    } else if (byte === 0x7d || byte === 0x5d) {
      frames.pop();
      frame = frames.at(-1);
      i++;
      endValue(i);
      keyNext = false;
    } else if (byte === 0x2c) {
      if (typeof frame?.step === 'number') frame.step++;
      else keyNext = true;
      i++;
    } else if (byte === 0x3a) {
      i = skipSpace(bytes, i + 1, end);
      if (frame !== undefined) frame.valueStart = i;
    } else {
      const after = wordEnd(bytes, i, end);
      if (after > i) endValue(after);
      i = after > i ? after : i + 1;
    }
  }
  // Values end inside out, so a nested repetition was noted before the one that encloses it.
  return found.sort((a, b) => a.offset - b.offset);
}

/**
 * The bytes of the value that a JSON Pointer names in valid JSON text between `start` and `end`, without white
 * space around it; undefined where there is none. Of repeated keys the last counts, as for JSON.parse.
 */
export function locate(
  bytes: Uint8Array,
  start: number,
  end: number,
  pointer: Pointer,
): ByteRange | undefined {
  if (pointer !== '' && !pointer.startsWith('/')) return undefined;
  const from = skipSpace(bytes, start, end);
  let range: ByteRange | undefined = { start: from, end: valueEnd(bytes, from, end) };
  if (range.end === range.start) return undefined;
  for (const step of stepsOf(pointer)) {
    const opening = bytes[range.start];
    if (opening === 0x7b) range = findMember(bytes, range, step);
    else if (opening === 0x5b && /^(0|[1-9]\d*)$/.test(step)) range = findItem(bytes, range, Number(step));
    else range = undefined;
    if (range === undefined) return undefined;
  }
  return range;
}

/** A member of an object: its key unescaped, and the bytes of its value. */
export interface Member extends ByteRange {
  readonly key: string;
}

/** The members of the object that is all of `bytes[start, end)`, in the order of the text, repeated keys too. */
export function* membersOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): Generator<Member, void, undefined> {
  const text = textOf(bytes);
  let i = skipSpace(bytes, skipSpace(bytes, start, end) + 1, end);
  while (i < end && bytes[i] === 0x22) {
    const keyEnd = stringEnd(bytes, i, end);
    const from = skipSpace(bytes, skipSpace(bytes, keyEnd, end) + 1, end);
    const to = valueEnd(bytes, from, end);
    yield { key: keyText(text, i, keyEnd), start: from, end: to };
    i = skipSpace(bytes, skipSpace(bytes, to, end) + 1, end);
  }
}

function findMember(bytes: Uint8Array, object: ByteRange, key: string): ByteRange | undefined {
  let last: ByteRange | undefined;
  for (const member of membersOf(bytes, object.start, object.end)) if (member.key === key) last = member;
  return last;
}

function findItem(bytes: Uint8Array, array: ByteRange, index: number): ByteRange | undefined {
  const { end } = array;
  let i = skipSpace(bytes, array.start + 1, end);
  for (let left = index; i < end && bytes[i] !== 0x5d; left--) {
    const to = valueEnd(bytes, i, end);
    if (left === 0) return { start: i, end: to };
    i = skipSpace(bytes, skipSpace(bytes, to, end) + 1, end);
  }
  return undefined;
}

/** The offset after the value that begins at `from`. */
function valueEnd(bytes: Uint8Array, from: number, end: number): number {
  let depth = 0;
  let i = from;
  while (i < end) {
    const byte = bytes[i] as number;
    if (byte === 0x22) {
      i = stringEnd(bytes, i, end);
    } else if (byte === 0x7b || byte === 0x5b) {
      depth++;
      i++;
      continue;
    } else if (byte === 0x7d || byte === 0x5d) {
      depth--;
      i++;
    } else if (depth > 0) {
      i++;
      continue;
    } else {
      return wordEnd(bytes, i, end);
    }
    if (depth <= 0) return i;
  }
  return end;
}

/** The offset after the string whose opening quote stands at `open`. */
function stringEnd(bytes: Uint8Array, open: number, end: number): number {
  let i = open + 1;
  while (i < end) {
    const byte = bytes[i++] as number;
    if (byte === 0x22) return i;
    if (byte === 0x5c) i++;
  }
  return end;
}

/** The offset after a number or word: everything up to white space, a comma or a bracket. */
function wordEnd(bytes: Uint8Array, from: number, end: number): number {
  let i = from;
  while (i < end) {
    const byte = bytes[i] as number;
    if (byte <= 0x20 || byte === 0x2c || byte === 0x5d || byte === 0x7d) break;
    i++;
  }
  return i;
}

const textOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The key between the quotes at `open` and before `after`, unescaped. */
function keyText(text: Buffer, open: number, after: number): string {
  const raw = text.toString('utf8', open + 1, after - 1);
  return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
}

const parsed = (text: Buffer, range: ByteRange): unknown =>
  JSON.parse(text.toString('utf8', range.start, range.end));

const sameText = (text: Buffer, a: ByteRange, b: ByteRange): boolean =>
  a.end - a.start === b.end - b.start && text.compare(text, b.start, b.end, a.start, a.end) === 0;

const pointerOf = (frames: readonly Frame[]): Pointer =>
  frames.map(({ step }) => `/${typeof step === 'string' ? escapeStep(step) : step}`).join('');

/** Equality of parsed JSON values, without recursion and without the detour over text, which would lose 1e999. */
function sameJson(left: unknown, right: unknown): boolean {
  const pairs: [unknown, unknown][] = [[left, right]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false;
      pairs.push([(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]]);
    }
  }
  return true;
}
