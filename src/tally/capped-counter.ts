// Counts by key when there may be too many keys: it keeps those with the smallest hashes, and counts the rest exactly.

import { hash32 } from '../model/hash.ts';

/**
 * Keeping the smallest hashes makes the cap mergeable: a key that is kept in the end was never dropped anywhere,
 * so its count is exact, whatever the cutting and the order.
 */
export interface CappedCounter {
  readonly counts: Map<string, number>;
  readonly limit: number;
  total: number;
  capped: boolean;
}

export const emptyCounter = (limit = 5000): CappedCounter => ({
  counts: new Map(),
  limit,
  total: 0,
  capped: false,
});

export function countKey(counter: CappedCounter, key: string, by = 1): void {
  counter.total += by;
  addKey(counter, key, by);
  // Trimming in bulk keeps the cost of a flood of keys linear.
  if (counter.counts.size >= counter.limit * 2) trim(counter);
}

function addKey(counter: CappedCounter, key: string, by: number): void {
  counter.counts.set(key, (counter.counts.get(key) ?? 0) + by);
}

export function mergeCounter(into: CappedCounter, from: CappedCounter): void {
  for (const [key, n] of from.counts) addKey(into, key, n);
  into.total += from.total;
  into.capped ||= from.capped;
  trim(into);
}

function trim(counter: CappedCounter): void {
  if (counter.counts.size <= counter.limit) return;
  counter.capped = true;
  const byHash = [...counter.counts.keys()]
    .map((key) => ({ key, hash: hash32(key) }))
    .sort((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1));
  for (const { key } of byHash.slice(counter.limit)) counter.counts.delete(key);
}

/** The counts, largest first, then by key; and how many were counted under keys that were not kept. */
export function readCounter(counter: CappedCounter): {
  readonly counts: readonly (readonly [string, number])[];
  readonly other: number;
} {
  trim(counter);
  const counts = [...counter.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { counts, other: counter.total - counts.reduce((sum, [, n]) => sum + n, 0) };
}
