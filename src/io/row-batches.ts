// Rows of tables as batches: each row becomes the JSON text of one record, so that everything behind stays the same.

import type { JsonObject } from '../model/json.ts';
import { type Batch, NO_OFFSET, noteBatch, type PlacedProblem, RecordFlag } from './batch.ts';

const BATCH_BYTES = 1 << 20;

/** Collects rows; hands over a batch when there is enough for one. */
export class RowBatches {
  readonly #source: number;
  readonly #encoder = new TextEncoder();
  #chunks: Uint8Array[] = [];
  #lines: number[] = [];
  #bytes = 0;
  #index = 0;
  #notes: PlacedProblem[] = [];

  constructor(source: number) {
    this.#source = source;
  }

  /** `line` is the physical line of the row's first byte, from 1; undefined in containers without lines. */
  add(row: JsonObject, line: number | undefined): void {
    const bytes = this.#encoder.encode(JSON.stringify(row));
    this.#chunks.push(bytes);
    this.#lines.push(line ?? 0);
    this.#bytes += bytes.length;
  }

  /** About the row that is added next. */
  note(
    rule: string,
    message: string,
    data: Readonly<Record<string, string | number>>,
    line: number | undefined,
  ): void {
    const at = {
      source: this.#source,
      index: this.#index + this.#chunks.length,
      ...(line === undefined ? {} : { line }),
    };
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
    const starts = new Uint32Array(this.#chunks.length);
    const ends = new Uint32Array(this.#chunks.length);
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
      // Rows have no bytes of their own in the stream: what was made of them is no place in it.
      offset: NO_OFFSET,
      bytes,
      starts,
      ends,
      lines: Uint32Array.from(this.#lines),
      flags: new Uint8Array(this.#chunks.length).fill(RecordFlag.plain),
      notes: [],
    };
    this.#index += this.#chunks.length;
    this.#chunks = [];
    this.#lines = [];
    this.#bytes = 0;
    return batch;
  }
}
