// Exact and near duplicates on one thread, beside the bare loop, and what of memory each record takes.
import { readFileSync, statSync } from 'node:fs';
import { corpus, median, origin } from './corpus.mjs';
import { bareArgs, program, seconds } from './processes.mjs';

export const title = 'exact and near duplicates, 100 MB, one thread: MB/s against 25';
const BYTES = 100_000_000;
const ROUNDS = 3;
/** MB/s. */
const MUST = 25;
/** Identities, sketches and the order of the records. */
const BYTES_PER_RECORD = { identities: 84, sketches: 68, order: 12 };

export async function run({ measure, table, note }) {
  const path = await corpus(BYTES);
  const megabytes = statSync(path).size / 1e6;
  note(`${megabytes.toFixed(0)} MB of chat records from ${origin}, ${ROUNDS} rounds in turn`);
  const bare = [];
  const dedupe = [];
  const args = [program, 'dedupe', path, '--dry-run', '--no-config', '--no-progress', '--threads', '1'];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(seconds(bareArgs(path)));
    dedupe.push(seconds(args));
  }
  const speed = (times) => megabytes / median(times);
  table([
    ['', 'seconds', 'MB/s'],
    ['bare loop', median(bare).toFixed(2), speed(bare).toFixed(1)],
    ['tuneset dedupe --dry-run, reading three times', median(dedupe).toFixed(2), speed(dedupe).toFixed(1)],
  ]);
  const lines = readFileSync(path).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
  const perRecord = Object.values(BYTES_PER_RECORD).reduce((sum, bytes) => sum + bytes, 0);
  note(`${lines} records; ${perRecord} bytes each are kept: ${JSON.stringify(BYTES_PER_RECORD)}\n`);
  measure({ name: 'dedupe', ratio: speed(dedupe) / MUST, bar: 1 });
  measure({ name: 'dedupe bytes per record', ratio: 200 / perRecord, bar: 1 });
}
