// Elements of a JSON array as batches of records, whatever the chunks: the array's counterpart of lines.ts.

import { type Batch, noteBatch, type PlacedProblem, RecordFlag } from './batch.ts';
import { type CutFault, type CutFaultCode, describeCutFault, type ElementRange } from './json-cut.ts';
import { ElementCutter } from './json-elements.ts';

interface Row {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly flag: number;
}

/**
 * Cuts one array. It keeps the bytes of the unfinished element and nothing else; those of an element that grows over
 * the limit are let go.
 */
export class ArrayBatches {
  readonly #source: number;
  readonly #maxBytes: number;
  readonly #cutter: ElementCutter;
  #buffer = new Uint8Array(0);
  #length = 0;
  /** Of the buffer's first byte in the stream. */
  #offset: number;
  #index: number;
  /** Start of the element whose bytes are being let go; −1 when there is none. */
  #letGo = -1;
  #letGoColumn = 1;
  /** Up to which offset columns were counted, and the column there. */
  #counted: number;
  #column = 1;
  #rows: Row[] = [];
  #faults: PlacedProblem[] = [];
  /** Code of the last fault, when no element came after it. */
  #lastFault: CutFaultCode | undefined;

  constructor(
    source: number,
    maxBytes: number,
    firstIndex: number,
    from: { readonly offset: number; readonly line: number; readonly column?: number } = {
      offset: 0,
      line: 1,
    },
  ) {
    this.#source = source;
    this.#maxBytes = maxBytes;
    this.#index = firstIndex;
    this.#offset = from.offset;
    this.#counted = from.offset;
    this.#column = from.column ?? 1;
    this.#cutter = new ElementCutter('array', from);
  }

  /** The index that the next record will have. */
  get index(): number {
    return this.#index;
  }

  push(chunk: Uint8Array): Batch[] {
    this.#append(chunk);
    this.#cutter.push(chunk, this.#sink);
    return this.#flush(this.#cutter.neededFrom);
  }

  end(): Batch[] {
    this.#cutter.finish(this.#sink);
    return this.#flush(this.#offset + this.#length);
  }

  readonly #sink = {
    element: ({ start, end, line }: ElementRange): void => {
      const flag =
        start === this.#letGo || end - start > this.#maxBytes ? RecordFlag.tooLong : RecordFlag.plain;
      const column = start === this.#letGo ? this.#letGoColumn : this.#columnAt(start);
      if (start === this.#letGo) this.#letGo = -1;
      this.#rows.push({ start, end, line, column, flag });
      this.#lastFault = undefined;
    },
    fault: (fault: CutFault): void => {
      // Of a run of the same fault one is enough: a million commas are one mistake.
      if (fault.code === this.#lastFault) return;
      this.#lastFault = fault.code;
      // At the record that comes next, counted the same whatever the chunks.
      const index = this.#index + this.#rows.length;
      this.#faults.push({
        at: { source: this.#source, index, line: fault.line, offset: fault.offset },
        problem: {
          rule: 'structure/broken-array',
          message: 'fault',
          pointer: '',
          data: { what: describeCutFault(fault) },
        },
      });
    },
  };

  #append(chunk: Uint8Array): void {
    if (this.#length + chunk.length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(this.#length + chunk.length, this.#buffer.length * 2));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length += chunk.length;
  }

  /** Hands over what is complete; `neededFrom` is the first byte of what is not. */
  #flush(neededFrom: number): Batch[] {
    const batches = this.#noteFaults();
    const consumed = Math.max(0, Math.min(neededFrom - this.#offset, this.#length));
    for (const rows of runsOf(this.#rows)) batches.push(this.#batch(rows, consumed));
    this.#rows = [];
    // Columns are counted while the bytes are there.
    const column = this.#columnAt(this.#offset + consumed);
    this.#buffer.copyWithin(0, consumed, this.#length);
    this.#length -= consumed;
    this.#offset += consumed;
    if (this.#letGo < 0 && this.#length > this.#maxBytes) {
      this.#letGo = neededFrom;
      this.#letGoColumn = column;
    }
    if (this.#letGo === neededFrom) {
      this.#columnAt(this.#offset + this.#length);
      this.#offset += this.#length;
      this.#length = 0;
    }
    return batches;
  }

  #batch(rows: readonly Row[], consumed: number): Batch {
    const long = rows[0]?.flag === RecordFlag.tooLong;
    const offset = long ? (rows[0]?.start ?? 0) : this.#offset;
    const batch: Batch = {
      source: this.#source,
      firstIndex: this.#index,
      offset,
      bytes: long ? new Uint8Array(0) : this.#buffer.slice(0, consumed),
      starts: Uint32Array.from(rows, ({ start }) => start - offset),
      ends: Uint32Array.from(rows, ({ start, end }) => (long ? start : end) - offset),
      lines: Uint32Array.from(rows, ({ line }) => line),
      columns: Uint32Array.from(rows, ({ column }) => column),
      flags: Uint8Array.from(rows, ({ flag }) => flag),
      notes: [],
    };
    this.#index += rows.length;
    return batch;
  }

  /** The column of an offset, from 1; offsets must not go back, and the bytes from the last one on must be there. */
  #columnAt(offset: number): number {
    const bytes = this.#buffer.subarray(this.#counted - this.#offset, offset - this.#offset);
    const lineFeed = bytes.lastIndexOf(0x0a);
    if (lineFeed >= 0) this.#column = 1;
    for (let i = lineFeed + 1; i < bytes.length; i += 1) {
      if (((bytes[i] as number) & 0xc0) !== 0x80) this.#column += 1;
    }
    this.#counted = offset;
    return this.#column;
  }

  #noteFaults(): Batch[] {
    if (this.#faults.length === 0) return [];
    const notes = this.#faults;
    this.#faults = [];
    return [noteBatch(this.#source, notes)];
  }
}

/** Elements that were let go stand in batches of their own, since no bytes belong to them. */
function runsOf(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  let last: Row[] | undefined;
  for (const row of rows) {
    const alone = row.flag === RecordFlag.tooLong;
    if (last === undefined || alone || last[0]?.flag === RecordFlag.tooLong) {
      last = [row];
      runs.push(last);
    } else last.push(row);
  }
  return runs;
}
