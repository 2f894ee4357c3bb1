// Rows of tables as batches: each row comes as the JSON text of one record, so that everything behind stays the same.

import { type Batch, NO_OFFSET, noteBatch, type PlacedProblem } from './batch.ts';

const BATCH_BYTES = 1 << 20;

/** Collects rows; hands over a batch when there is enough for one. */
export class RowBatches {
  readonly #source: number;
  #chunks: Uint8Array[] = [];
  #lines: number[] = [];
  #offsets: number[] = [];
  #flags: number[] = [];
  #bytes = 0;
  #index = 0;
  #notes: PlacedProblem[] = [];

  constructor(source: number) {
    this.#source = source;
  }

  /** `line` and `offset` are those of the row's first byte: 0 and NO_OFFSET where rows have none. */
  add(json: Uint8Array, line: number, offset: number, flag: number): void {
    this.#chunks.push(json);
    this.#lines.push(line);
    this.#offsets.push(offset);
    this.#flags.push(flag);
    this.#bytes += json.length;
  }

  /** About the row that is added next. */
  note(
    rule: string,
    message: string,
    data: Readonly<Record<string, string | number>>,
    line: number,
    offset: number,
  ): void {
    const at = { source: this.#source, index: this.#index + this.#chunks.length, line, offset };
    this.#notes.push({ at, problem: { rule, message, pointer: '', data } });
  }

  /** A batch once a megabyte has come together; all that is left when `last`. */
  take(last = false): Batch[] {
    if (!last && this.#bytes < BATCH_BYTES) return [];
    const batches: Batch[] = this.#notes.length === 0 ? [] : [noteBatch(this.#source, this.#notes)];
    if (this.#chunks.length > 0) batches.push(this.#batch());
    this.#notes = [];
    return batches;
  }

  #batch(): Batch {
    const count = this.#chunks.length;
    const starts = new Uint32Array(count);
    const ends = new Uint32Array(count);
    const bytes = new Uint8Array(this.#bytes);
    let at = 0;
    this.#chunks.forEach((chunk, i) => {
      bytes.set(chunk, at);
      starts[i] = at;
      at += chunk.length;
      ends[i] = at;
    });
    const batch: Batch = {
      source: this.#source,
      firstIndex: this.#index,
      // What was made of a row is no stretch of the stream; the row itself is one.
      offset: NO_OFFSET,
      offsets: Float64Array.from(this.#offsets),
      bytes,
      starts,
      ends,
      lines: Uint32Array.from(this.#lines),
      flags: Uint8Array.from(this.#flags),
      notes: [],
    };
    this.#index += count;
    this.#chunks = [];
    this.#lines = [];
    this.#offsets = [];
    this.#flags = [];
    this.#bytes = 0;
    return batch;
  }
}
