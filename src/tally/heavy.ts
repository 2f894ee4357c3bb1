// What a large share of the records has in common, found in constant memory: counts by bucket of a hash.

import { comparePositions, type Position } from '../model/position.ts';

/** With so many buckets, what shares a bucket by chance adds a thousandth of the records to a count. */
const BUCKETS = 1024;

/** Plain data; see model/tally.ts for the laws. The first record of each bucket speaks for it. */
export interface Heavy {
  total: number;
  readonly counts: number[];
  readonly first: (Position | undefined)[];
  readonly texts: (string | undefined)[];
}

export const emptyHeavy = (): Heavy => ({
  total: 0,
  counts: new Array<number>(BUCKETS).fill(0),
  first: new Array<undefined>(BUCKETS).fill(undefined),
  texts: new Array<undefined>(BUCKETS).fill(undefined),
});

/** @param hash of what is counted, 32 bits; `text` is what a finding would show of it */
export function addHeavy(heavy: Heavy, hash: number, at: Position, text: string): void {
  const bucket = hash & (BUCKETS - 1);
  heavy.total += 1;
  heavy.counts[bucket] = (heavy.counts[bucket] ?? 0) + 1;
  claim(heavy, bucket, at, text);
}

export function mergeHeavy(into: Heavy, from: Heavy): void {
  into.total += from.total;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    into.counts[bucket] = (into.counts[bucket] ?? 0) + (from.counts[bucket] ?? 0);
    const at = from.first[bucket];
    if (at !== undefined) claim(into, bucket, at, from.texts[bucket] ?? '');
  }
}

function claim(heavy: Heavy, bucket: number, at: Position, text: string): void {
  const before = heavy.first[bucket];
  if (before !== undefined && comparePositions(before, at) <= 0) return;
  heavy.first[bucket] = at;
  heavy.texts[bucket] = text;
}

export interface Heaviest {
  readonly count: number;
  readonly total: number;
  readonly text: string;
  readonly at: Position;
}

/** The fullest bucket, and how many buckets are in use: with few, nothing is remarkable about it. */
export function heaviest(heavy: Heavy): (Heaviest & { readonly buckets: number }) | undefined {
  let best = -1;
  let buckets = 0;
  heavy.counts.forEach((count, bucket) => {
    if (count === 0) return;
    buckets += 1;
    if (best < 0 || count > (heavy.counts[best] ?? 0)) best = bucket;
  });
  const at = heavy.first[best];
  if (at === undefined) return undefined;
  return { count: heavy.counts[best] ?? 0, total: heavy.total, text: heavy.texts[best] ?? '', at, buckets };
}
