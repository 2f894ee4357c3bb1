// A recipe crosses to another thread: the same counts, from the same memory.

import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { type CounterRecipe, counterFromRecipe, readRecipe } from '../../src/tokens/create.ts';
import { contractionTexts, oddTexts, whiteSpaceTexts } from '../support/hard-texts.ts';

const texts = [...whiteSpaceTexts, ...contractionTexts, ...oddTexts].map((text) => Buffer.from(text));

/** What a worker would get: the message, through a real port. */
function posted(recipe: CounterRecipe): CounterRecipe {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(recipe);
  const received = receiveMessageOnPort(port2)?.message as CounterRecipe;
  port1.close();
  return received;
}

async function counts(recipe: CounterRecipe): Promise<number[]> {
  const counter = await counterFromRecipe(recipe);
  return texts.map((bytes) => counter.count(bytes, bytes.length, bytes.toString()));
}

for (const encoding of ['o200k_base', 'cl100k_base', 'gpt2']) {
  test(`${encoding} counts alike from a recipe that was posted, whose tables stay the same memory`, async () => {
    const recipe = await readRecipe(encoding);
    const received = posted(recipe);
    expect(await counts(received)).toEqual(await counts(recipe));
    if (recipe.kind !== 'flat' || received.kind !== 'flat') throw new Error('another engine');
    for (const table of Object.values(recipe.vocabulary)) {
      if (ArrayBuffer.isView(table)) expect(table.buffer).toBeInstanceOf(SharedArrayBuffer);
    }
    const offset = recipe.vocabulary.size;
    const held = recipe.vocabulary.offsets[offset] as number;
    received.vocabulary.offsets[offset] = held + 1;
    expect(recipe.vocabulary.offsets[offset]).toBe(held + 1);
    received.vocabulary.offsets[offset] = held;
  });
}

test('the prebuilt tables equal those built from the ranks', async () => {
  const { vocabularyFromRanks } = await import('../../src/tokens/build-vocabulary.ts');
  const { readTiktokenData } = await import('../../src/tokens/tiktoken-data.ts');
  for (const encoding of ['o200k_base', 'cl100k_base'] as const) {
    const recipe = await readRecipe(encoding);
    if (recipe.kind !== 'flat') throw new Error('another engine');
    const { tokens, ids } = readTiktokenData(encoding);
    const built = vocabularyFromRanks(tokens, ids);
    for (const [name, table] of Object.entries(built)) {
      const held = recipe.vocabulary[name as keyof typeof built];
      if (typeof table === 'number') expect(held).toBe(table);
      else expect(Buffer.compare(bytesOf(held as Int32Array), bytesOf(table)), `${encoding} ${name}`).toBe(0);
    }
  }
});

const bytesOf = (table: Int32Array | Uint8Array): Uint8Array =>
  new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
