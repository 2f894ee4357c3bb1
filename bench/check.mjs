// The whole of `check` against the bare loop of reading and parsing.
import { statSync } from 'node:fs';
import { corpus, median, origin } from './corpus.mjs';
import { bareArgs, checkArgs, seconds } from './processes.mjs';

export const title =
  'check with every recommended rule and o200k counts, 300 MB, 2 threads, against the bare loop on one';
const BYTES = 300_000_000;
const ROUNDS = 3;

export async function run({ measure, table, note }) {
  const path = await corpus(BYTES);
  const megabytes = statSync(path).size / 1e6;
  note(`${megabytes.toFixed(0)} MB of chat records from ${origin}, ${ROUNDS} rounds in turn`);
  const bare = [];
  const check = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(seconds(bareArgs(path)));
    check.push(seconds(checkArgs(path, '--threads', '2')));
  }
  const speed = (times) => megabytes / median(times);
  table([
    ['', 'seconds', 'MB/s'],
    ['bare loop, one thread', median(bare).toFixed(2), speed(bare).toFixed(1)],
    ['tuneset check, two threads', median(check).toFixed(2), speed(check).toFixed(1)],
  ]);
  measure({ name: 'check', ratio: speed(check) / speed(bare), bar: 0.25 });
}
