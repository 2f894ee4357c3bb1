// Equal to OpenAI's own code on every text that is known to be hard.

import { expect, test } from 'vitest';
import { CLASS_RUNS } from '../../src/tokens/unicode-data.ts';
import { contractionTexts, oddTexts, randomText, runTexts, whiteSpaceTexts } from '../support/hard-texts.ts';
import { seededDice } from '../support/random.ts';
import { openReference } from '../support/reference-tokenizer.ts';
import { differences } from './differences.ts';
import { openFlat } from './open-flat.ts';

/** First and last code point of every run of one class: where a table is most easily wrong. */
function borderTexts(): string[] {
  const texts: string[] = [];
  let point = 0;
  for (const [, , length = ''] of CLASS_RUNS.matchAll(/([A-Z])(\d*)/g)) {
    const next = point + (length === '' ? 1 : Number(length));
    for (const border of new Set([point, next - 1])) {
      if (border >= 0xd800 && border < 0xe000) continue;
      const character = String.fromCodePoint(border);
      texts.push(character, `a${character}b`, `A${character}B ${character}`);
    }
    point = next;
  }
  return texts;
}

function mixtures(seed: number, count: number): string[] {
  const dice = seededDice(seed);
  return Array.from({ length: count }, () => randomText(dice));
}

const FAMILIES: readonly (readonly [name: string, texts: () => readonly string[]])[] = [
  ['white space', () => whiteSpaceTexts],
  ['contractions', () => contractionTexts],
  ['odd texts', () => oddTexts],
  ['short runs', () => [1, 2, 3, 5, 8, 17, 64].flatMap(runTexts)],
  ['long runs', () => runTexts(1500)],
  ['the borders of every Unicode class', borderTexts],
  ['4,000 random mixtures', () => mixtures(20261124, 4000)],
];

for (const encoding of ['o200k_base', 'cl100k_base'] as const) {
  const reference = openReference(encoding);
  for (const [name, texts] of FAMILIES) {
    test(`${encoding} equals tiktoken on ${name}`, async () => {
      expect(differences(await openFlat(encoding), reference, texts())).toEqual([]);
    });
  }
}

// The older encodings share one splitter and their own tables.
for (const encoding of ['p50k_base', 'p50k_edit', 'r50k_base', 'gpt2'] as const) {
  const reference = openReference(encoding);
  test(`${encoding} equals tiktoken on all of them`, async () => {
    const texts = [
      ...whiteSpaceTexts,
      ...contractionTexts,
      ...oddTexts,
      ...runTexts(64),
      ...mixtures(7, 500),
    ];
    expect(differences(await openFlat(encoding), reference, texts)).toEqual([]);
  });
}

const o200k = openReference('o200k_base');
test('a lone surrogate counts as U+FFFD, as in the reference', async () => {
  const texts = ['\ud800', 'a\udfffb', '\ud83dx', 'x\ude00 \ud83d\ud83d\ude00'];
  expect(differences(await openFlat('o200k_base'), o200k, texts)).toEqual([]);
});
