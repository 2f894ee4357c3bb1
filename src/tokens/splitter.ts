// What a splitter is, and the look-aheads that more than one family shares.
import { type CharClasses, LOWER, NEWLINE, NUMBER, SPACE, UPPER } from './char-classes.ts';

/**
 * Cuts `bytes[start, end)` into the pieces that never merge with one another and writes where each ends into
 * `ends`; answers how many it wrote. It stops early when `ends` is full: go on from the last end. At least
 * PADDING bytes of SENTINEL must stand at `bytes[end]`.
 */
export type Splitter = (bytes: Uint8Array, start: number, end: number, ends: Int32Array) => number;

/** What the scanners' tables say about an ASCII byte; NON_ASCII also stands for the sentinel. */
export const ASCII_OTHER = 0;
export const ASCII_UPPER = 1;
export const ASCII_LOWER = 2;
export const ASCII_DIGIT = 3;
export const ASCII_SPACE = 4;
export const ASCII_NEWLINE = 5;
export const NON_ASCII = 6;

/** What the scanners see in an ASCII character of the class. */
export function asciiKind(charClass: number): number {
  if (charClass === UPPER) return ASCII_UPPER;
  if (charClass === LOWER) return ASCII_LOWER;
  if (charClass === NUMBER) return ASCII_DIGIT;
  if (charClass === SPACE) return ASCII_SPACE;
  return charClass === NEWLINE ? ASCII_NEWLINE : ASCII_OTHER;
}

/** The same for splits to which case is nothing: all letters are ASCII_LOWER. */
export const uncasedAsciiKind = (charClass: number): number =>
  asciiKind(charClass === UPPER ? LOWER : charClass);

/** The class that scanners see at the end of the text; no table holds it. */
export const END = 15;

/** The length in bytes of a contraction (`'s`, `'re`, …, any case) at `at`, an apostrophe; 0 if there is none. */
export function contraction(bytes: Uint8Array, at: number): number {
  // 0x20 folds ASCII case; nothing but letters comes out as the letters asked for.
  const second = (bytes[at + 1] as number) | 0x20;
  switch (second) {
    case 0x73: // s
    case 0x74: // t
    case 0x6d: // m
    case 0x64: // d
      return 2;
    case 0x72: // re
    case 0x76: // ve
      return ((bytes[at + 2] as number) | 0x20) === 0x65 ? 3 : 0;
    case 0x6c: // ll
      return ((bytes[at + 2] as number) | 0x20) === 0x6c ? 3 : 0;
    default:
      // U+017F, the long s, folds to s.
      return bytes[at + 1] === 0xc5 && bytes[at + 2] === 0xbf ? 3 : 0;
  }
}

/** The same in small letters only, as GPT-2 has it. */
export function lowerContraction(bytes: Uint8Array, at: number): number {
  switch (bytes[at + 1]) {
    case 0x73:
    case 0x74:
    case 0x6d:
    case 0x64:
      return 2;
    case 0x72:
    case 0x76:
      return bytes[at + 2] === 0x65 ? 3 : 0;
    case 0x6c:
      return bytes[at + 2] === 0x6c ? 3 : 0;
    default:
      return 0;
  }
}

/**
 * The end of the white-space piece that starts at `at`: up to the last line break if the run holds one and
 * `breaks` is set, else the whole run at the end of the text, else the run less its last character (which the
 * next piece may take as its prefix), else that single character. `closes` tells which characters end the text
 * as this split sees it.
 */
export function whiteSpaceEnd(
  classes: CharClasses,
  bytes: Uint8Array,
  at: number,
  end: number,
  breaks: boolean,
  closes?: (bytes: Uint8Array, at: number) => boolean,
): number {
  let p = at;
  let last = at;
  let lastBreak = 0;
  while (p < end) {
    const found = classes.at(bytes, p);
    const charClass = found & 15;
    if (charClass !== SPACE && charClass !== NEWLINE) break;
    last = p;
    p += found >> 4;
    if (charClass === NEWLINE) lastBreak = p;
  }
  if (breaks && lastBreak > 0) return lastBreak;
  if (p >= end || last === at || closes?.(bytes, p) === true) return p;
  return last;
}
