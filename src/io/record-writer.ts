// What every writer of records can do, and what a container cannot hold.

import type { JsonValue } from '../model/json.ts';
import type { WrittenBytes } from './byte-sink.ts';

/**
 * Writes records one after another. Nothing appears at its path until `commit`; `discard`, or any failure, leaves
 * nothing behind.
 */
export interface RecordWriter {
  /**
   * Adds a record. Wait for the promise, where there is one, before the next call.
   * @param raw the record's own bytes, where it is to stay as it was written: `1.0`, large numbers, escapes and the
   * order of keys then reach JSON containers untouched, and cells of CSV too
   * @param value what they mean; undefined where no JSON value could be made of them: only lines can hold that
   */
  write(raw: Uint8Array | undefined, value: JsonValue | undefined): Promise<void> | undefined;
  commit(): Promise<WrittenRecords>;
  discard(): Promise<void>;
}

export interface WrittenRecords extends WrittenBytes {
  readonly records: number;
  /** What the container could not hold, by place and kind in that order. */
  readonly losses: readonly ContainerLoss[];
}

/**
 * - `left-out`: a record that is no object has no row in a table, and a broken one a place among lines only
 * - `json-text`: lists, objects or mixed values became JSON text
 * - `number-text`: numbers or true and false became text
 * - `absent-as-null`: a reader cannot tell any more that a field was absent
 * - `null-as-empty`: null or absent became an empty cell, which most readers take for empty text or for null
 * - `lone-surrogate`: half a character, which UTF-8 cannot write, became U+FFFD
 * - `inexact-number`: a whole number beyond 2^53 lost its last digits
 */
export type ContainerLossKind =
  | 'left-out'
  | 'json-text'
  | 'number-text'
  | 'absent-as-null'
  | 'null-as-empty'
  | 'lone-surrogate'
  | 'inexact-number';

export interface ContainerLoss {
  readonly kind: ContainerLossKind;
  /** A JSON Pointer with `[]` for every item of a list: `/messages/[]/content`; empty for whole records. */
  readonly place: string;
  /** How many values. */
  readonly count: number;
}

/** Counts losses by place and kind. */
export class LossCounts {
  readonly #counts = new Map<string, { kind: ContainerLossKind; place: string; count: number }>();

  add(kind: ContainerLossKind, place: string): void {
    const key = `${kind} ${place}`;
    const found = this.#counts.get(key);
    if (found === undefined) this.#counts.set(key, { kind, place, count: 1 });
    else found.count += 1;
  }

  /** In the order of places and kinds by code unit. */
  list(): readonly ContainerLoss[] {
    return [...this.#counts.values()].sort((a, b) => compare(a.place, b.place) || compare(a.kind, b.kind));
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
