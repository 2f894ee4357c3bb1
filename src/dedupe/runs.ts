// Which records share a key in a band: the candidates, found by sorting, one band after another.

import { BANDS } from './sketch.ts';
import { bandKeys, eachRecord, rowsOf, type SketchColumns, type WordStore } from './sketch-columns.ts';

/** Records by their place among all: what threads did and in which order leaves no trace here. */
export interface Order {
  /** Rank of each record of the tally. */
  readonly rankOf: Uint32Array;
  /** By rank: the first of the records that are equal to it, which alone is compared. */
  readonly standIn: Uint32Array;
}

/** Runs of one band, one after another: ranks in ascending order within each. */
export interface BandRuns {
  readonly ranks: Uint32Array;
  /** Where each run ends in `ranks`. */
  readonly ends: Uint32Array;
}

/** Below this a comparing sort is cheaper than the tables of a radix sort. */
const FEW = 2000;

export function findRuns(columns: SketchColumns, order: Order, store?: WordStore): BandRuns[] {
  const rows = rowsOf(columns);
  const ranks = new Uint32Array(rows);
  const live = new Uint32Array(rows);
  let count = 0;
  let row = 0;
  eachRecord(columns, (record) => {
    const rank = order.rankOf[record] as number;
    ranks[row] = rank;
    if (order.standIn[rank] === rank) {
      live[count] = row;
      count += 1;
    }
    row += 1;
  });
  const byRank = sorted(live.subarray(0, count), ranks);
  const bands: BandRuns[] = [];
  for (let band = 0; band < BANDS; band += 1) {
    const keys = bandKeys(columns, band, store);
    const rowsInOrder = sorted(repeated(byRank, keys), keys);
    bands.push(runsOf(rowsInOrder, keys, ranks));
  }
  return bands;
}

/** Rows whose key may occur twice: a cheap look at two bits spares most of them the sorting. */
function repeated(rows: Uint32Array, keys: Uint32Array): Uint32Array {
  const bits = 2 ** Math.max(10, Math.ceil(Math.log2(rows.length * 8 + 1)));
  // 2^31 bits are 256 MB, and enough for far more rows than fit into memory.
  const mask = Math.min(bits, 2 ** 31) - 1;
  const once = new Uint32Array((mask + 1) / 32);
  const twice = new Uint32Array((mask + 1) / 32);
  for (let i = 0; i < rows.length; i += 1) {
    const bit = (keys[rows[i] as number] as number) & mask;
    const flag = 1 << (bit & 31);
    if ((once[bit >>> 5] as number) & flag) twice[bit >>> 5] = (twice[bit >>> 5] as number) | flag;
    else once[bit >>> 5] = (once[bit >>> 5] as number) | flag;
  }
  return rows.filter((row) => {
    const bit = (keys[row] as number) & mask;
    return ((twice[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  });
}

/** Rows in the order of their keys; equal ones stay as they were. */
function sorted(rows: Uint32Array, keys: Uint32Array): Uint32Array {
  if (rows.length < FEW) return rows.slice().sort((a, b) => (keys[a] as number) - (keys[b] as number));
  let from: Uint32Array = rows;
  let to: Uint32Array = new Uint32Array(rows.length);
  const starts = new Uint32Array(2049);
  for (const shift of [0, 11, 22]) {
    starts.fill(0);
    for (let i = 0; i < from.length; i += 1) {
      const digit = (((keys[from[i] as number] as number) >>> shift) & 2047) + 1;
      starts[digit] = (starts[digit] as number) + 1;
    }
    for (let digit = 1; digit < 2049; digit += 1) {
      starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
    }
    for (let i = 0; i < from.length; i += 1) {
      const row = from[i] as number;
      const digit = ((keys[row] as number) >>> shift) & 2047;
      to[starts[digit] as number] = row;
      starts[digit] = (starts[digit] as number) + 1;
    }
    const spare = from === rows ? new Uint32Array(rows.length) : from;
    from = to;
    to = spare;
  }
  return from;
}

function runsOf(rows: Uint32Array, keys: Uint32Array, ranks: Uint32Array): BandRuns {
  const members = new Uint32Array(rows.length);
  const ends: number[] = [];
  let at = 0;
  let start = 0;
  for (let i = 1; i <= rows.length; i += 1) {
    if (i < rows.length && keys[rows[i] as number] === keys[rows[start] as number]) continue;
    const begin = at;
    for (let k = start; k < i; k += 1) {
      const rank = ranks[rows[k] as number] as number;
      // Two rows of one record never agree but by chance.
      if (at > begin && members[at - 1] === rank) continue;
      members[at] = rank;
      at += 1;
    }
    if (at - begin > 1) ends.push(at);
    else at = begin;
    start = i;
  }
  return { ranks: members.slice(0, at), ends: Uint32Array.from(ends) };
}
