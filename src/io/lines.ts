// Bytes into lines, whatever the chunk boundaries: batches of whole records with their numbers and offsets.

import { type Batch, RecordFlag } from './batch.ts';
import { ParcelMemory } from './parcel-memory.ts';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Cuts JSON lines. `push` takes chunks in order and gives the batches that are complete; `end` gives the rest.
 * It remembers the unfinished record and nothing else.
 *
 * A value written over several lines is told by a line that cannot end a record, because it ends in an open bracket,
 * a comma or a colon while brackets are open. Its lines are held together until the brackets close, or until a line
 * begins with `{` in the first column, which is where a new record begins.
 */
export class LineCutter {
  readonly #source: number;
  readonly #maxLineBytes: number;
  readonly #memory: ParcelMemory;
  #buffer = new Uint8Array(0);
  #length = 0;
  /** In the buffer: where the current line begins, and how far it was searched for its end. */
  #lineStart = 0;
  #searched = 0;
  /** The value over several lines that is being held; −1 when there is none. */
  #valueStart = -1;
  #valueEnd = 0;
  #valueLine = 0;
  #depth = 0;
  /** True while the rest of a line that is too long is let go. */
  #skipping = false;
  #skipped = 0;
  /** Of the next line and the next record. */
  #line = 1;
  #index = 0;
  /** Of the buffer's first byte in the stream. */
  #offset = 0;
  #blankLines = 0;
  #firstBlankLine = 0;
  #rows: Rows = emptyRows();

  /** `maxLineBytes`: a longer line becomes a record whose bytes are let go. `offset`: of the first byte in the stream. */
  constructor(source: number, maxLineBytes: number, offset = 0, memory = new ParcelMemory()) {
    this.#source = source;
    this.#memory = memory;
    this.#maxLineBytes = maxLineBytes;
    this.#offset = offset;
  }

  push(chunk: Uint8Array): Batch[] {
    const batches: Batch[] = [];
    let rest = chunk;
    if (this.#skipping) {
      const end = rest.indexOf(LF);
      this.#skipped += end < 0 ? rest.length : end + 1;
      if (end < 0) return batches;
      batches.push(this.#endSkipping());
      rest = rest.subarray(end + 1);
    }
    this.#append(rest);
    for (;;) {
      const end = this.#buffer.subarray(0, this.#length).indexOf(LF, this.#searched);
      if (end < 0) break;
      this.#takeLine(this.#lineStart, end);
      this.#lineStart = end + 1;
      this.#searched = end + 1;
    }
    this.#searched = this.#length;
    const tooLong = this.#length - this.#lineStart > this.#maxLineBytes;
    if (tooLong) this.#closeValue();
    const batch = this.#flush(this.#valueStart >= 0 ? this.#valueStart : this.#lineStart);
    if (batch !== undefined) batches.push(batch);
    if (tooLong) {
      this.#skipping = true;
      this.#skipped = this.#length;
      this.#length = 0;
    }
    return batches;
  }

  end(): Batch[] {
    if (this.#skipping) return this.#withBlankLines([this.#endSkipping()]);
    if (this.#length > this.#lineStart) {
      this.#takeLine(this.#lineStart, this.#length);
      this.#lineStart = this.#length;
    }
    this.#closeValue();
    const batch = this.#flush(this.#length);
    return this.#withBlankLines(batch === undefined ? [] : [batch]);
  }

  #append(chunk: Uint8Array): void {
    if (this.#length + chunk.length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(this.#length + chunk.length, this.#buffer.length * 2));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length += chunk.length;
  }

  #takeLine(start: number, end: number): void {
    const line = this.#line;
    this.#line += 1;
    const bytes = this.#buffer;
    // The whole line counts, white space too: a line that is not yet complete is judged by the same length.
    if (end - start > this.#maxLineBytes) {
      this.#closeValue();
      addRow(this.#rows, start, start, line, RecordFlag.tooLong);
      return;
    }
    let last = end - 1;
    while (last >= start && isBlank(bytes[last] as number)) last -= 1;
    if (last < start) {
      if (this.#valueStart >= 0) return;
      if (this.#blankLines === 0) this.#firstBlankLine = line;
      this.#blankLines += 1;
      return;
    }
    if (this.#valueStart >= 0 && bytes[start] === 0x7b) this.#closeValue();
    if (this.#valueStart >= 0) {
      this.#depth += depthOf(bytes, start, last + 1);
      this.#valueEnd = last + 1;
      if (this.#depth <= 0 || last + 1 - this.#valueStart > this.#maxLineBytes) this.#closeValue();
      return;
    }
    if (cannotEnd(bytes[last] as number)) {
      const depth = depthOf(bytes, start, last + 1);
      if (depth > 0) {
        this.#valueStart = start;
        this.#valueEnd = last + 1;
        this.#valueLine = line;
        this.#depth = depth;
        return;
      }
    }
    addRow(this.#rows, start, last + 1, line, RecordFlag.plain);
  }

  #closeValue(): void {
    if (this.#valueStart < 0) return;
    const tooLong = this.#valueEnd - this.#valueStart > this.#maxLineBytes;
    const end = tooLong ? this.#valueStart : this.#valueEnd;
    const flag = tooLong ? RecordFlag.tooLong : RecordFlag.manyLines;
    addRow(this.#rows, this.#valueStart, end, this.#valueLine, flag);
    this.#valueStart = -1;
  }

  /** Hands over the records found so far with their bytes, and moves what is unfinished to the buffer's beginning. */
  #flush(consumed: number): Batch | undefined {
    const batch =
      this.#rows.starts.length === 0
        ? undefined
        : this.#batch(this.#memory.copy(this.#buffer.subarray(0, consumed)));
    this.#buffer.copyWithin(0, consumed, this.#length);
    this.#length -= consumed;
    this.#lineStart -= consumed;
    this.#searched = Math.max(0, this.#searched - consumed);
    if (this.#valueStart >= 0) {
      this.#valueStart -= consumed;
      this.#valueEnd -= consumed;
    }
    this.#offset += consumed;
    return batch;
  }

  #batch(bytes: Uint8Array): Batch {
    const rows = this.#rows;
    const batch: Batch = {
      source: this.#source,
      firstIndex: this.#index,
      offset: this.#offset,
      bytes,
      starts: Uint32Array.from(rows.starts),
      ends: Uint32Array.from(rows.ends),
      lines: Uint32Array.from(rows.lines),
      flags: Uint8Array.from(rows.flags),
      notes: [],
    };
    this.#index += rows.starts.length;
    this.#rows = emptyRows();
    return batch;
  }

  #endSkipping(): Batch {
    addRow(this.#rows, 0, 0, this.#line, RecordFlag.tooLong);
    const batch = this.#batch(new Uint8Array(0));
    this.#line += 1;
    this.#offset += this.#skipped;
    this.#skipping = false;
    this.#skipped = 0;
    this.#lineStart = 0;
    this.#searched = 0;
    return batch;
  }

  #withBlankLines(batches: Batch[]): Batch[] {
    if (this.#blankLines === 0) return batches;
    const at = { source: this.#source, index: this.#index, line: this.#firstBlankLine };
    const data = { count: this.#blankLines, line: this.#firstBlankLine };
    const note = { at, problem: { rule: 'structure/blank-line', message: 'blank', pointer: '', data } };
    return [...batches, { ...this.#batch(new Uint8Array(0)), notes: [note] }];
  }
}

interface Rows {
  readonly starts: number[];
  readonly ends: number[];
  readonly lines: number[];
  readonly flags: number[];
}
const emptyRows = (): Rows => ({ starts: [], ends: [], lines: [], flags: [] });

function addRow(rows: Rows, start: number, end: number, line: number, flag: number): void {
  rows.starts.push(start);
  rows.ends.push(end);
  rows.lines.push(line);
  rows.flags.push(flag);
}

const isBlank = (byte: number): boolean => byte === SPACE || byte === CR || byte === TAB;

/** `{ [ , :` */
const cannotEnd = (byte: number): boolean => byte === 0x7b || byte === 0x5b || byte === 0x2c || byte === 0x3a;

/** Opening less closing brackets outside strings; a string ends with its line at the latest. */
export function depthOf(bytes: Uint8Array, start: number, end: number): number {
  let depth = 0;
  let inString = false;
  for (let i = start; i < end; i += 1) {
    const byte = bytes[i] as number;
    if (inString) {
      if (byte === BACKSLASH) i += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return depth;
}
