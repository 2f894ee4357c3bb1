// Counts of whole numbers: exact up to a bound, then in buckets of at most 1/128 of the value; quantiles come from it.

import type { Bucket, Distribution } from '../model/report.ts';

/** Values below this are counted one by one. */
const EXACT = 1 << 16;
const FINE = 7;

/** Plain data. `sum` stays exact: whole numbers below 2^53. */
export interface Histogram {
  readonly buckets: Map<number, number>;
  count: number;
  sum: number;
  min: number;
  max: number;
}

export const emptyHistogram = (): Histogram => ({
  buckets: new Map(),
  count: 0,
  sum: 0,
  min: Infinity,
  max: -Infinity,
});

/** The smallest value that shares a bucket with this one. */
function floorOf(value: number): number {
  if (value < EXACT) return value;
  const step = 2 ** (Math.floor(Math.log2(value)) - FINE);
  return Math.floor(value / step) * step;
}

export function count(histogram: Histogram, value: number): void {
  const key = floorOf(value);
  histogram.buckets.set(key, (histogram.buckets.get(key) ?? 0) + 1);
  histogram.count += 1;
  histogram.sum += value;
  if (value < histogram.min) histogram.min = value;
  if (value > histogram.max) histogram.max = value;
}

export function mergeHistogram(into: Histogram, from: Histogram): void {
  for (const [key, n] of from.buckets) into.buckets.set(key, (into.buckets.get(key) ?? 0) + n);
  into.count += from.count;
  into.sum += from.sum;
  into.min = Math.min(into.min, from.min);
  into.max = Math.max(into.max, from.max);
}

/** Nearest-rank quantiles; all zero where nothing was counted. The mean is rounded to two places. */
export function distributionOf(histogram: Histogram): Distribution {
  if (histogram.count === 0) return { min: 0, p5: 0, p50: 0, p95: 0, max: 0, mean: 0 };
  const sorted = [...histogram.buckets].sort((a, b) => a[0] - b[0]);
  const quantile = (share: number): number => {
    const rank = Math.max(1, Math.ceil(share * histogram.count));
    let seen = 0;
    for (const [value, n] of sorted) {
      seen += n;
      if (seen >= rank) return Math.max(value, histogram.min);
    }
    return histogram.max;
  };
  return {
    min: histogram.min,
    p5: quantile(0.05),
    p50: quantile(0.5),
    p95: quantile(0.95),
    max: histogram.max,
    mean: Math.round((histogram.sum / histogram.count) * 100) / 100,
  };
}

/** Buckets that double, for a picture: up to 16, 32, 64 … tokens; empty ones at both ends are left out. */
export function doublingBuckets(histogram: Histogram, first = 16): Bucket[] {
  const buckets: { upTo: number; records: number }[] = [];
  for (const [value, n] of histogram.buckets) {
    let slot = 0;
    for (let upTo = first; value > upTo; upTo *= 2) slot += 1;
    while (buckets.length <= slot) buckets.push({ upTo: first * 2 ** buckets.length, records: 0 });
    (buckets[slot] as { records: number }).records += n;
  }
  while (buckets.length > 0 && buckets[0]?.records === 0) buckets.shift();
  return buckets;
}
