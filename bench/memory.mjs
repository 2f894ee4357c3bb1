// How peak memory grows with the number of records.

import { readFileSync } from 'node:fs';
import { corpus, origin } from './corpus.mjs';
import { peakBytes } from './processes.mjs';

export const title = 'peak memory of check on 600 MB against 150 MB of distinct records, bytes a record';
const SMALL = 150_000_000;
const LARGE = 600_000_000;
/** Bytes that each further record may cost. */
const BUDGET = 200;

function records(path) {
  const bytes = readFileSync(path);
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

export async function run({ measure, table, note }) {
  const paths = [await corpus(SMALL), await corpus(LARGE)];
  note(`chat records from ${origin}, 2 threads`);
  const [small, large] = paths.map((path) => ({
    records: records(path),
    peak: peakBytes(path, '--threads', '2'),
  }));
  const perRecord = (large.peak - small.peak) / (large.records - small.records);
  table([
    ['records', 'peak MB'],
    [String(small.records), (small.peak / 1e6).toFixed(0)],
    [String(large.records), (large.peak / 1e6).toFixed(0)],
  ]);
  note(`${perRecord.toFixed(0)} bytes for each further record`);
  measure({ name: 'memory', ratio: BUDGET / Math.max(1, perRecord), bar: 1 });
}
