// The tokens of RFC 8259 read strictly: where a string, a number or a word ends, or what is wrong with it.

import type { FaultData, JsonFaultCode } from './json-fault.ts';

/** A fault before its line and column were counted; `opened` is an offset to be told as a place too. */
export interface RawFault {
  readonly code: JsonFaultCode;
  readonly offset: number;
  readonly data?: FaultData;
  readonly opened?: number;
}

/** Where a token ends (the offset after it), or what is wrong with it. */
export type Token = number | RawFault;

export const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const isHex = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** A byte with which a bare word may begin: an ASCII letter, `_` or `$`. */
export const isWordStart = (byte: number): boolean =>
  ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) || byte === 0x5f || byte === 0x24;

export const codePointName = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

export function skipSpace(bytes: Uint8Array, from: number, end: number): number {
  let i = from;
  while (i < end && isSpace(bytes[i])) i++;
  return i;
}

/**
 * Length of the UTF-8 sequence that begins with a byte of 0x80 or above (Unicode 15, table 3-7); 0 where it is not
 * valid, −1 where it is valid as far as it goes but `end` cuts it off.
 */
export function utf8Length(bytes: Uint8Array, i: number, end: number): number {
  const lead = bytes[i] as number;
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  // Only the second byte has narrower bounds: against overlong forms, surrogates and what lies beyond U+10FFFF.
  let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let k = 1; k < length; k++) {
    if (i + k >= end) return -1;
    const byte = bytes[i + k] as number;
    if (byte < low || byte > high) return 0;
    low = 0x80;
    high = 0xbf;
  }
  return length;
}

/** The code point of a sequence that {@link utf8Length} found valid. */
function codePointAt(bytes: Uint8Array, i: number, length: number): number {
  let codePoint = (bytes[i] as number) & (0x7f >> length);
  for (let k = 1; k < length; k++) codePoint = (codePoint << 6) | ((bytes[i + k] as number) & 0x3f);
  return codePoint;
}

/** A character's data: itself where that is one printable ASCII character, else its code point. */
const characterData = (byte: number): FaultData =>
  byte > 0x20 && byte < 0x7f ? { character: String.fromCharCode(byte) } : { codePoint: codePointName(byte) };

/** The string whose opening quote stands at `open`. */
export function readString(bytes: Uint8Array, open: number, end: number): Token {
  let i = open + 1;
  while (i < end) {
    const byte = bytes[i] as number;
    if (byte === 0x22) return i + 1;
    if (byte === 0x5c) {
      const next = readEscape(bytes, i, end);
      if (next === undefined) return cutString(open, end);
      if (typeof next !== 'number') return next;
      i = next;
    } else if (byte < 0x20) {
      // A line break with nothing behind it is the end of a line that was cut off, not a break inside a text.
      if (isLineBreak(byte) && skipSpace(bytes, i, end) === end) return cutString(open, i);
      return { code: 'control-character', offset: i, data: { codePoint: codePointName(byte) } };
    } else if (byte < 0x80) {
      i++;
    } else {
      const length = utf8Length(bytes, i, end);
      if (length < 0) return cutString(open, i);
      if (length === 0) return { code: 'invalid-utf8', offset: i };
      i += length;
    }
  }
  return cutString(open, end);
}

const cutString = (opened: number, offset: number): RawFault => ({
  code: 'truncated',
  offset,
  data: { inside: 'string' },
  opened,
});

const isLineBreak = (byte: number): boolean => byte === 0x0a || byte === 0x0d;

/** The escape whose backslash stands at `at`; undefined where the text ends inside it. */
function readEscape(bytes: Uint8Array, at: number, end: number): Token | undefined {
  if (at + 1 >= end) return undefined;
  const byte = bytes[at + 1] as number;
  if (byte === 0x75) {
    for (let k = at + 2; k < at + 6; k++) {
      if (k >= end) return undefined;
      if (!isHex(bytes[k] as number)) return { code: 'bad-unicode-escape', offset: at };
    }
    return at + 6;
  }
  if ('"\\/bfnrt'.includes(String.fromCharCode(byte))) return at + 2;
  if (isLineBreak(byte) && skipSpace(bytes, at + 1, end) === end) return undefined;
  return { code: 'bad-escape', offset: at, data: characterData(byte) };
}

/** The number, or what was meant as one, that begins at `at` with a digit, a sign or a point. */
export function readNumber(bytes: Uint8Array, at: number, end: number): Token {
  const first = bytes[at] as number;
  const signed = first === 0x2d || first === 0x2b;
  const start = signed ? at + 1 : at;
  if (signed && start < end && isWordStart(bytes[start] as number)) {
    const word = shortWord(bytes, start, wordEnd(bytes, start, end));
    if (notANumber.has(word))
      return { code: 'not-a-number', offset: at, data: { literal: `${signOf(first)}${word}` } };
  }
  const bad = (reason: string): RawFault => ({ code: 'bad-number', offset: at, data: { reason } });
  if (first === 0x2b) return bad('plus-sign');
  let i = skipDigits(bytes, start, end);
  if (i === start) return bad(start < end && bytes[start] === 0x2e ? 'no-leading-digit' : 'lone-minus');
  if (bytes[start] === 0x30) {
    if (i - start > 1) return bad('leading-zero');
    if (i < end && 'xXoObB'.includes(String.fromCharCode(bytes[i] as number))) return bad('not-decimal');
  }
  if (i < end && bytes[i] === 0x2e) {
    const fraction = skipDigits(bytes, i + 1, end);
    if (fraction === i + 1) return bad('no-fraction-digit');
    i = fraction;
  }
  if (i < end && ((bytes[i] as number) | 0x20) === 0x65) {
    const sign = i + 1 < end && (bytes[i + 1] === 0x2b || bytes[i + 1] === 0x2d) ? 1 : 0;
    const exponent = skipDigits(bytes, i + 1 + sign, end);
    if (exponent === i + 1 + sign) return bad('no-exponent-digit');
    i = exponent;
  }
  if (i < end) {
    const next = bytes[i] as number;
    if (next === 0x5f) return bad('underscore');
    if (isWordStart(next) || next === 0x2e || next === 0x2b || next === 0x2d) return bad('trailing-text');
  }
  return i;
}

const signOf = (byte: number): string => (byte === 0x2d ? '-' : '+');

function skipDigits(bytes: Uint8Array, from: number, end: number): number {
  let i = from;
  while (i < end && isDigit(bytes[i])) i++;
  return i;
}

const jsonWords: readonly string[] = ['true', 'false', 'null'];
const pythonWords: ReadonlyMap<string, string> = new Map([
  ['None', 'null'],
  ['True', 'true'],
  ['False', 'false'],
]);
const foreignWords: ReadonlyMap<string, string> = new Map([
  ['undefined', 'null'],
  ['nil', 'null'],
]);
const notANumber: ReadonlySet<string> = new Set(['NaN', 'nan', 'Infinity', 'infinity', 'inf', 'Inf']);

const longestWord = 9;

function wordEnd(bytes: Uint8Array, from: number, end: number): number {
  let i = from;
  while (i < end && (isWordStart(bytes[i] as number) || isDigit(bytes[i]))) i++;
  return i;
}

/** The word as text, or nothing where it is longer than every word known here. */
function shortWord(bytes: Uint8Array, from: number, to: number): string {
  return to - from > longestWord ? '' : String.fromCharCode(...bytes.subarray(from, to));
}

/** True where `true`, `false` or `null` stands, so that a value begins and not just any word. */
export const isJsonWord = (bytes: Uint8Array, at: number, end: number): boolean =>
  jsonWords.includes(shortWord(bytes, at, wordEnd(bytes, at, end)));

/** The bare word that begins at `at` where a value was expected. */
export function readWord(bytes: Uint8Array, at: number, end: number): Token {
  const to = wordEnd(bytes, at, end);
  const word = shortWord(bytes, at, to);
  if (jsonWords.includes(word)) return to;
  const cut = to === end ? jsonWords.find((whole) => word !== '' && whole.startsWith(word)) : undefined;
  if (cut !== undefined) return { code: 'truncated', offset: end, data: { inside: 'word', word: cut } };
  if (notANumber.has(word)) return { code: 'not-a-number', offset: at, data: { literal: word } };
  const python = pythonWords.get(word);
  if (python !== undefined)
    return { code: 'python-literal', offset: at, data: { literal: word, meant: python } };
  const foreign = foreignWords.get(word);
  if (foreign !== undefined)
    return { code: 'bad-literal', offset: at, data: { literal: word, meant: foreign } };
  const lower = word.toLowerCase();
  return jsonWords.includes(lower)
    ? { code: 'bad-literal', offset: at, data: { meant: lower } }
    : { code: 'bad-literal', offset: at };
}

/** What is wrong with a byte that cannot stand where `expected` was expected. */
export function strange(bytes: Uint8Array, at: number, end: number, expected: string): RawFault {
  const byte = bytes[at] as number;
  if (byte === 0x23) return { code: 'comment', offset: at, data: { style: '#' } };
  if (byte === 0x2f && at + 1 < end && (bytes[at + 1] === 0x2f || bytes[at + 1] === 0x2a)) {
    return { code: 'comment', offset: at, data: { style: bytes[at + 1] === 0x2a ? '/*' : '//' } };
  }
  const atToken = expected === 'a value' || expected === 'a key';
  if (byte === 0x27 && atToken) return { code: 'single-quotes', offset: at, data: { expected } };
  if (byte < 0x80)
    return { code: 'unexpected-character', offset: at, data: { ...characterData(byte), expected } };
  const length = utf8Length(bytes, at, end);
  if (length <= 0) return { code: 'invalid-utf8', offset: at };
  const codePoint = codePointAt(bytes, at, length);
  if (codePoint === 0xfeff) return { code: 'byte-order-mark', offset: at };
  const data = { codePoint: codePointName(codePoint), expected };
  return atToken && codePoint >= 0x2018 && codePoint <= 0x201f
    ? { code: 'curly-quotes', offset: at, data }
    : { code: 'unexpected-character', offset: at, data };
}
