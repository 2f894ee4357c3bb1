// Where elements begin and end by their bytes alone, for when quotes and brackets can no longer be trusted.

import { isSpace } from './json-tokens.ts';

/** How far into the mark of a next element the bytes have come. */
type State = 'idle' | 'closed' | 'separated' | 'opened' | 'in-key';

type Lesson = 'none' | 'opened' | 'in-key' | 'over';

/** Longer first keys are no marks worth holding. */
const longestKey = 64;

/**
 * The mark of an element is learned from the first one that is an object: its first key, byte for byte, and, where
 * that object begins on a line of its own, its indentation. A later `}` (or a comma that stands outside strings, or
 * a line break in `values`), then `{` and that key is such a mark, with white space anywhere between; `}` may be
 * followed by a comma or not. Where the first key cannot be read, the indentation alone must do.
 *
 * A nested object with the same first key looks the same unless indentation tells it apart. Hence the cutter
 * believes a mark only inside an element that is damaged anyway.
 */
export class Resync {
  /** Absolute offset after the last byte of the element before the mark. */
  end = 0;
  /** Absolute offset of the mark's `{`, and its line. */
  open = 0;
  openLine = 0;
  /** A comma stands before the mark's `{`. */
  comma = false;

  private readonly lineBreaksSeparate: boolean;
  private state: State = 'idle';
  private lesson: Lesson = 'none';
  private escaped = false;
  /** The bytes of the model's first key and its closing quote; empty where it could not be read. */
  private key: number[] = [];
  private matched = 0;
  private ownLine = false;
  private column = 0;

  constructor(lineBreaksSeparate: boolean) {
    this.lineBreaksSeparate = lineBreaksSeparate;
  }

  /** Only `}`, a control character, or a byte outside strings can matter now. */
  get idle(): boolean {
    return this.state === 'idle' && (this.lesson === 'over' || this.lesson === 'none');
  }

  /** The mark ends with its first key's closing quote, not with its `{`. */
  get hasKey(): boolean {
    return this.key.length > 0;
  }

  /** An element begins with the `{` at `at`; the first one becomes the model. */
  learn(at: number, lineStart: number, tokenEnd: number): void {
    if (this.lesson !== 'none') return;
    this.lesson = 'opened';
    this.ownLine = lineStart >= tokenEnd;
    this.column = at - lineStart;
  }

  /**
   * Takes the byte at offset `at` and says whether a mark is complete with it. `tokenEnd` is the offset after the
   * last significant byte before it, or −1 where it stands inside a string as far as the cutter knows.
   */
  feed(byte: number, at: number, line: number, lineStart: number, tokenEnd: number): boolean {
    if (this.lesson !== 'over') {
      this.study(byte);
      return false;
    }
    switch (this.state) {
      case 'closed':
      case 'separated':
        if (isSpace(byte)) return false;
        if (byte === 0x7b) return this.brace(at, line, lineStart);
        if (byte === 0x2c && this.state === 'closed') {
          this.comma = true;
          this.state = 'separated';
          return false;
        }
        break;
      case 'opened':
        if (isSpace(byte)) return false;
        if (byte === 0x22) {
          this.matched = 0;
          this.state = 'in-key';
          return false;
        }
        break;
      case 'in-key':
        if (byte === this.key[this.matched]) {
          if (++this.matched < this.key.length) return false;
          this.state = 'idle';
          return true;
        }
        break;
      case 'idle':
        break;
    }
    this.separator(byte, at, tokenEnd);
    return false;
  }

  /** What may end an element, and so begin a mark. */
  private separator(byte: number, at: number, tokenEnd: number): void {
    const outside = tokenEnd >= 0;
    if (byte === 0x7d) {
      this.candidate('closed', at + 1, false);
    } else if (byte === 0x2c && outside) {
      this.candidate('separated', tokenEnd, true);
    } else if (this.lineBreaksSeparate && (byte === 0x0a || byte === 0x0d)) {
      this.candidate('separated', outside ? tokenEnd : at, false);
    } else {
      this.state = 'idle';
    }
  }

  private candidate(state: State, end: number, comma: boolean): void {
    this.state = state;
    this.end = end;
    this.comma = comma;
  }

  private brace(at: number, line: number, lineStart: number): boolean {
    const ownLine = lineStart >= this.end;
    const rightColumn = at - lineStart === this.column;
    this.open = at;
    this.openLine = line;
    this.state = 'idle';
    if (!this.hasKey) return this.ownLine && ownLine && rightColumn;
    if (!this.ownLine || !ownLine || rightColumn) this.state = 'opened';
    return false;
  }

  /** Reads the model's first key. */
  private study(byte: number): void {
    if (this.lesson === 'opened') {
      if (byte === 0x22) this.lesson = 'in-key';
      else if (!isSpace(byte) && byte !== 0x7b) this.lesson = 'over';
    } else if (this.lesson === 'in-key') {
      this.key.push(byte);
      const unreadable = byte < 0x20 || this.key.length > longestKey;
      if (unreadable) this.key = [];
      if (unreadable || (byte === 0x22 && !this.escaped)) this.lesson = 'over';
      this.escaped = byte === 0x5c && !this.escaped;
    }
  }
}

/** The last bytes of all chunks so far that are not white space, wherever the chunks were cut. */
export class Tail {
  /** Absolute offset after the last of them. */
  end: number;
  /** Absolute offset after the last but one. */
  formerEnd: number;
  /** The last is a `]`. */
  isBracket = false;

  constructor(offset: number) {
    this.end = offset;
    this.formerEnd = offset;
  }

  /** Takes a chunk whose first byte stands at `offset`. */
  note(chunk: Uint8Array, offset: number): void {
    const last = lastSignificant(chunk, chunk.length - 1);
    if (last < 0) return;
    const former = lastSignificant(chunk, last - 1);
    this.formerEnd = former < 0 ? this.end : offset + former + 1;
    this.end = offset + last + 1;
    this.isBracket = chunk[last] === 0x5d;
  }
}

function lastSignificant(chunk: Uint8Array, from: number): number {
  let i = from;
  while (i >= 0 && isSpace(chunk[i])) i--;
  return i;
}
