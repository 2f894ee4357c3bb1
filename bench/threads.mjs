// Two threads against one, on the whole of `check`.
import { statSync } from 'node:fs';
import { corpus, median, origin } from './corpus.mjs';
import { checkArgs, seconds } from './processes.mjs';

export const title = 'check on two threads against one, 150 MB';
const BYTES = 150_000_000;
const ROUNDS = 3;

export async function run({ measure, table, note }) {
  const path = await corpus(BYTES);
  const megabytes = statSync(path).size / 1e6;
  note(`${megabytes.toFixed(0)} MB of chat records from ${origin}, ${ROUNDS} rounds in turn`);
  const one = [];
  const two = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    one.push(seconds(checkArgs(path, '--threads', '1')));
    two.push(seconds(checkArgs(path, '--threads', '2')));
  }
  table([
    ['', 'seconds', 'MB/s'],
    ['one thread', median(one).toFixed(2), (megabytes / median(one)).toFixed(1)],
    ['two threads', median(two).toFixed(2), (megabytes / median(two)).toFixed(1)],
  ]);
  measure({ name: 'threads', ratio: median(one) / median(two), bar: 1.6 });
}
