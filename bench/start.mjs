// From start to finish on a small file, against a Node that does nothing.
import { fileURLToPath } from 'node:url';
import { median } from './corpus.mjs';
import { checkArgs, seconds } from './processes.mjs';

export const title = 'check of a 60-record file from start to finish, against node -e 0';
const ROUNDS = 15;
/** What may come on top of Node itself. */
const BUDGET = 0.15;

export async function run({ measure, table }) {
  const path = fileURLToPath(new URL('../samples/openai-chat/clean.jsonl', import.meta.url));
  const node = [];
  const check = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    node.push(seconds(['-e', '0']));
    check.push(seconds(checkArgs(path)));
  }
  const cost = median(check) - median(node);
  table([
    ['', 'milliseconds'],
    ['node -e 0', (median(node) * 1000).toFixed(0)],
    ['tuneset check', (median(check) * 1000).toFixed(0)],
    ['on top', (cost * 1000).toFixed(0)],
  ]);
  measure({ name: 'start', ratio: BUDGET / cost, bar: 1 });
}
