// Finds the arrays that stand in an object and holds none of it: bytes in, the stretches that belong to arrays out.

/** Who listens. A stretch begins with `[` where `start` said so, and ends with the `]` that closes it. */
export interface ArraySink {
  /** An array begins at that absolute offset, line and column; `name` is its key, or keys with dots between them. */
  start(name: string, offset: number, line: number, column: number): void;
  bytes(chunk: Uint8Array): void;
  /** `offset` is that behind its last byte. */
  end(offset: number): void;
}

/** Deeper objects are not searched: data stands at the top, or in one wrapper around it. */
const DEEPEST = 3;
/** A longer key is cut; it is only a name. */
const LONGEST_KEY = 100;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Feed it chunks of one JSON object in order. It knows strings and brackets, nothing else, so that damaged JSON inside
 * an array is the business of whoever cuts the array.
 */
export class ArrayFinder {
  #offset = 0;
  #line: number;
  /** What a column is less than its offset: bytes of the lines before, and those that continue a character. */
  #notCounted: number;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Depth at which the array of the moment stands; 0 when there is none. */
  #array = 0;
  /** The last string, while it may be a key. */
  #text: number[] = [];
  #key = '';
  #path: string[] = [];

  constructor(from: { readonly offset: number; readonly line: number } = { offset: 0, line: 1 }) {
    this.#offset = from.offset;
    this.#line = from.line;
    this.#notCounted = from.offset - 1;
  }

  push(chunk: Uint8Array, sink: ArraySink): void {
    let from = 0;
    for (let i = 0; i < chunk.length; i += 1) {
      if (this.#inString && this.#array > 0 && !this.#escaped) {
        // Nothing else counts in the strings of an array, and they are most of the bytes.
        i = this.#endOfText(chunk, i);
        if (i === chunk.length) break;
      }
      const byte = chunk[i] as number;
      if (byte === 0x0a) {
        this.#line += 1;
        this.#notCounted = this.#offset + i;
      } else if ((byte & 0xc0) === 0x80) this.#notCounted += 1;
      if (this.#inString) {
        this.#insideString(byte);
        continue;
      }
      if (byte === QUOTE) {
        this.#inString = true;
        this.#text = [];
      } else if (byte === 0x3a) {
        if (this.#array === 0) this.#key = new TextDecoder().decode(Uint8Array.from(this.#text));
      } else if (byte === 0x7b || byte === 0x5b) {
        this.#depth += 1;
        if (this.#array > 0) continue;
        if (byte === 0x7b) this.#path[this.#depth - 1] = this.#depth === 1 ? '' : this.#key;
        else {
          this.#array = this.#depth;
          from = i;
          const wrapped = this.#depth - 2 <= DEEPEST;
          const name = [...this.#path.slice(1, this.#depth - 1), this.#key].join('.');
          if (wrapped) sink.start(name, this.#offset + i, this.#line, this.#offset + i - this.#notCounted);
        }
      } else if (byte === 0x7d || byte === 0x5d) {
        if (this.#depth === this.#array) {
          if (this.#depth - 2 <= DEEPEST) {
            sink.bytes(chunk.subarray(from, i + 1));
            sink.end(this.#offset + i + 1);
          }
          this.#array = 0;
        }
        this.#depth -= 1;
      }
    }
    if (this.#array > 0 && this.#array - 2 <= DEEPEST) sink.bytes(chunk.subarray(from));
    this.#offset += chunk.length;
  }

  /** Ends an array that was never closed. */
  finish(sink: ArraySink): void {
    if (this.#array > 0) sink.end(this.#offset);
    this.#array = 0;
  }

  /** The place of the next byte that ends a string, escapes something or breaks the line. */
  #endOfText(chunk: Uint8Array, from: number): number {
    let i = from;
    let continued = 0;
    for (; i < chunk.length; i += 1) {
      const byte = chunk[i] as number;
      if (byte === QUOTE || byte === BACKSLASH || byte === 0x0a) break;
      if ((byte & 0xc0) === 0x80) continued += 1;
    }
    this.#notCounted += continued;
    return i;
  }

  #insideString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) {
      this.#inString = false;
      return;
    }
    if (this.#array === 0 && this.#text.length < LONGEST_KEY) this.#text.push(byte);
  }
}
