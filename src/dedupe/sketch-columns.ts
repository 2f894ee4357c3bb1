// Rows of band keys in chunks of typed arrays, 68 bytes a row; chunks that memory has no room for lie on disk.

import { BANDS } from './sketch.ts';

/** A power of two. */
const CHUNK_ROWS = 1 << 12;
const CHUNK_WORDS = CHUNK_ROWS * BANDS;
const CHUNK_BYTES = CHUNK_WORDS * 4;

/** Keys that were written away: where they stand in which file. */
export interface StoredWords {
  readonly file: string;
  /** In words of 32 bits. */
  readonly at: number;
}

/** Where words go that memory has no room for. */
export interface WordStore {
  /** Bytes that may stay in memory. */
  readonly budget: number;
  write(words: Uint32Array): StoredWords;
  read(stored: StoredWords, from: number, length: number): Uint32Array;
}

/** Band by band within the chunk: a band can be read alone. */
type Keys = Uint32Array | StoredWords;

/** What one thread has added. Plain data, so that it survives structuredClone. */
interface Segment {
  /** To be added to the numbers in `records`. */
  readonly base: number;
  rows: number;
  readonly keys: Keys[];
  readonly records: Uint32Array[];
}

/** The last segment is open; merging only joins lists. */
export interface SketchColumns {
  readonly segments: Segment[];
  /** Bytes of keys in memory. */
  held: number;
}

const newSegment = (base: number): Segment => ({ base, rows: 0, keys: [], records: [] });

export const emptySketches = (): SketchColumns => ({ segments: [], held: 0 });

/** `store` is told of a full chunk when the budget is spent. */
export function addRow(columns: SketchColumns, record: number, keys: Uint32Array, store?: WordStore): void {
  let segment = columns.segments.at(-1);
  if (segment === undefined) {
    segment = newSegment(0);
    columns.segments.push(segment);
  }
  const place = segment.rows & (CHUNK_ROWS - 1);
  if (place === 0) {
    if (store !== undefined) makeRoom(columns, segment, store);
    segment.keys.push(new Uint32Array(CHUNK_WORDS));
    segment.records.push(new Uint32Array(CHUNK_ROWS));
    columns.held += CHUNK_BYTES;
  }
  const chunk = segment.keys.at(-1) as Uint32Array;
  for (let band = 0; band < BANDS; band += 1) chunk[band * CHUNK_ROWS + place] = keys[band] as number;
  (segment.records.at(-1) as Uint32Array)[place] = record - segment.base;
  segment.rows += 1;
}

function makeRoom(columns: SketchColumns, segment: Segment, store: WordStore): void {
  const last = segment.keys.length - 1;
  const full = segment.keys[last];
  if (!(full instanceof Uint32Array) || columns.held + CHUNK_BYTES <= store.budget) return;
  segment.keys[last] = store.write(full);
  columns.held -= CHUNK_BYTES;
}

/** `base` is the number of records that `into` spoke of before; `from` is used up. */
export function mergeSketches(into: SketchColumns, from: SketchColumns, base: number): void {
  // A segment that is added to again must not be one that came from elsewhere.
  for (const segment of from.segments) {
    into.segments.push({ ...segment, base: segment.base + base });
  }
  into.held += from.held;
}

export const rowsOf = (columns: SketchColumns): number =>
  columns.segments.reduce((sum, { rows }) => sum + rows, 0);

/** Calls back with every row's record, in the order of the rows. */
export function eachRecord(columns: SketchColumns, visit: (record: number) => void): void {
  for (const { base, rows, records } of columns.segments) {
    for (let row = 0; row < rows; row += 1) {
      visit(base + ((records[row >>> 12] as Uint32Array)[row & (CHUNK_ROWS - 1)] as number));
    }
  }
}

/** The keys of one band, in the order of the rows. */
export function bandKeys(columns: SketchColumns, band: number, store: WordStore | undefined): Uint32Array {
  const all = new Uint32Array(rowsOf(columns));
  let at = 0;
  for (const { rows, keys } of columns.segments) {
    for (let chunk = 0; chunk * CHUNK_ROWS < rows; chunk += 1) {
      const length = Math.min(CHUNK_ROWS, rows - chunk * CHUNK_ROWS);
      const held = keys[chunk] as Keys;
      const from = band * CHUNK_ROWS;
      if (held instanceof Uint32Array) all.set(held.subarray(from, from + length), at);
      else if (store === undefined) throw new Error('keys lie on disk, and nobody can read them');
      else all.set(store.read(held, from, length), at);
      at += length;
    }
  }
  return all;
}
