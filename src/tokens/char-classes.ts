// The class of every code point, read straight from UTF-8: what the splitters ask about each character.
import { CLASS_RUNS } from './unicode-data.ts';

export const OTHER = 0;
/** Upper or title case letter. */
export const UPPER = 1;
export const LOWER = 2;
/** Modifier letters and letters without case. */
export const CASELESS = 3;
export const MARK = 4;
export const NUMBER = 5;
/** White space that is neither carriage return nor line feed. */
export const SPACE = 6;
export const NEWLINE = 7;
export const PUNCTUATION = 8;
export const SYMBOL = 9;

/** A byte that starts no character: what the engine writes behind a text so that scanners need no bounds check. */
export const SENTINEL = 0xff;
/** How many bytes of SENTINEL must follow a text. */
export const PADDING = 16;

const CLASS_OF_LETTER: Readonly<Record<string, number>> = {
  O: OTHER,
  U: UPPER,
  L: LOWER,
  B: CASELESS,
  M: MARK,
  N: NUMBER,
  W: SPACE,
  R: NEWLINE,
  P: PUNCTUATION,
  S: SYMBOL,
};

// Planes 0 and 1 have a flat table, which the scanners index directly; beyond it a handful of runs is enough.
const FLAT = 0x20000;

/** Class tables made once and shared by every splitter of a process. */
export class CharClasses {
  readonly #flat = new Uint8Array(FLAT);
  readonly #tailStarts: number[] = [];
  readonly #tailClasses: number[] = [];

  constructor() {
    let point = 0;
    for (const run of CLASS_RUNS.matchAll(/([A-Z])(\d*)/g)) {
      const charClass = CLASS_OF_LETTER[run[1] as string] as number;
      const next = point + (run[2] === '' ? 1 : Number(run[2]));
      if (point < FLAT) this.#flat.fill(charClass, point, Math.min(next, FLAT));
      if (next > FLAT) {
        this.#tailStarts.push(Math.max(point, FLAT));
        this.#tailClasses.push(charClass);
      }
      point = next;
    }
  }

  /** The class of one code point. */
  of(point: number): number {
    if (point < FLAT) return this.#flat[point] as number;
    const starts = this.#tailStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= point) low = middle;
      else high = middle - 1;
    }
    return this.#tailClasses[low] as number;
  }

  /** Class and byte length (`class | length << 4`) of the character whose UTF-8 starts at `at`. */
  at(bytes: Uint8Array, at: number): number {
    const lead = bytes[at] as number;
    if (lead < 0x80) return (this.#flat[lead] as number) | 0x10;
    if (lead < 0xe0) {
      return (this.#flat[((lead & 0x1f) << 6) | ((bytes[at + 1] as number) & 0x3f)] as number) | 0x20;
    }
    if (lead < 0xf0) {
      const point =
        ((lead & 0x0f) << 12) |
        (((bytes[at + 1] as number) & 0x3f) << 6) |
        ((bytes[at + 2] as number) & 0x3f);
      return (this.#flat[point] as number) | 0x30;
    }
    return this.of(codePointAt(bytes, at)) | 0x40;
  }

  /** The classes of the first two planes, one byte each. */
  get planes(): Uint8Array {
    return this.#flat;
  }

  /** A copy of the first 256 entries, bytes from 0x80 up marked `nonAscii`, with classes mapped by `map`. */
  asciiTable(map: (charClass: number) => number, nonAscii: number): Uint8Array {
    const table = new Uint8Array(256).fill(nonAscii);
    for (let byte = 0; byte < 0x80; byte += 1) table[byte] = map(this.#flat[byte] as number);
    return table;
  }
}

/** The code point whose UTF-8 starts at `at`; the bytes must be valid. */
export function codePointAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return lead;
  const second = (bytes[at + 1] as number) & 0x3f;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second;
  const third = (bytes[at + 2] as number) & 0x3f;
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (second << 6) | third;
  return ((lead & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] as number) & 0x3f);
}
