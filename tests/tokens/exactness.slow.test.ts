// Equal to OpenAI's own code on every code point, on many random mixtures and on real data.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { randomText } from '../support/hard-texts.ts';
import { seededDice } from '../support/random.ts';
import { openReference } from '../support/reference-tokenizer.ts';
import { differences } from './differences.ts';
import { openFlat } from './open-flat.ts';

const ENCODINGS = ['o200k_base', 'cl100k_base'] as const;
const MIXTURES = 100_000;

/** Every code point but the surrogates, which no valid text holds. */
function* codePoints(): Generator<string> {
  for (let point = 0; point < 0x110000; point += 1) {
    if (point < 0xd800 || point > 0xdfff) yield String.fromCodePoint(point);
  }
}

function* betweenLetters(): Generator<string> {
  for (const character of codePoints()) yield `a${character}B`;
}

function* mixtures(): Generator<string> {
  const dice = seededDice(1);
  for (let i = 0; i < MIXTURES; i += 1) yield randomText(dice);
}

for (const encoding of ENCODINGS) {
  const reference = openReference(encoding);
  test.each([
    ['every code point alone', codePoints],
    ['every code point between letters', betweenLetters],
    ['100,000 random mixtures', mixtures],
  ] as const)(`${encoding} equals tiktoken on %s`, async (_, texts) => {
    expect(differences(await openFlat(encoding), reference, texts())).toEqual([]);
  });
}

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** The files of the shared data as text; what is not valid UTF-8 is read with U+FFFD, as a tokenizer would get it. */
function dataFiles(): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort();
  } catch {
    return [];
  }
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Cut into stretches: the reference needs quadratic time on what holds no place to split. */
function* stretches(text: string): Generator<string> {
  const SIZE = 16_384;
  for (let at = 0; at < text.length; at += SIZE) yield text.slice(at, at + SIZE);
}

const files = dataFiles();
describe.skipIf(files.length === 0)('real data (skipped: no shared data)', () => {
  for (const encoding of ENCODINGS) {
    const reference = openReference(encoding);
    test(`${encoding} equals tiktoken on every file`, async () => {
      const counter = await openFlat(encoding);
      const wrong: unknown[] = [];
      for (const path of files) {
        for (const difference of differences(counter, reference, stretches(readText(path)))) {
          wrong.push({ path: path.slice(folder.length), ...difference });
        }
      }
      expect(wrong).toEqual([]);
    });
  }
});
