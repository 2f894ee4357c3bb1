// The loop in WebAssembly against the one in TypeScript: one law, two engines, every split that has both.

import { expect, test } from 'vitest';
import { CharClasses } from '../../src/tokens/char-classes.ts';
import { LONGEST_TEXT, openCountCore } from '../../src/tokens/count-core.ts';
import { readRecipe } from '../../src/tokens/create.ts';
import { Engine } from '../../src/tokens/engine.ts';
import type { SplitSpec } from '../../src/tokens/make-splitter.ts';
import { contractionTexts, oddTexts, randomText, runTexts, whiteSpaceTexts } from '../support/hard-texts.ts';
import { seededDice } from '../support/random.ts';

const classes = new CharClasses();
const recipe = await readRecipe('o200k_base');
if (recipe.kind !== 'flat') throw new Error('o200k_base is not flat');
const { vocabulary } = recipe;

const SPLITS: readonly SplitSpec[] = [
  { family: 'o200k', contractions: true, digits: 3 },
  { family: 'o200k', contractions: false, digits: 3 },
  { family: 'o200k', contractions: false, digits: 1 },
  { family: 'cl100k', digits: 3 },
  { family: 'cl100k', digits: 1 },
];

const dice = seededDice(17);
/** Words and runs of every length around the sixteen bytes that the loop sees at once. */
const lengths = Array.from({ length: 40 }, (_, n) => n).flatMap((n) => [
  `${'a'.repeat(n)}é`,
  `${'A'.repeat(n)}b`,
  `${'A'.repeat(n)}${'b'.repeat(n)} `,
  ` ${'B'.repeat(n)}${'c'.repeat(20)}D`,
  `(${'a'.repeat(n)}'s`,
  `${' '.repeat(n)}x`,
  `${' '.repeat(n)}é`,
  `${' '.repeat(n)}\n${'\t'.repeat(n)}7`,
  `${'='.repeat(n)}\n/`,
  `${'='.repeat(n)}é`,
  `${'1'.repeat(n)}`,
  `${'1'.repeat(n)}²`,
]);
const texts = [
  ...whiteSpaceTexts,
  ...contractionTexts,
  ...oddTexts,
  ...lengths,
  ...[3, 15, 16, 17, 64, 200].flatMap(runTexts),
  ...Array.from({ length: 5000 }, () => randomText(dice)),
  // Short words without sense: what base64 is cut into.
  Array.from({ length: 20_000 }, () =>
    'aeiklmnorstuxzé漢😀'.charAt(dice(18)).repeat(1 + (dice(5) >> 2)),
  ).join(''),
  ...Array.from({ length: 5000 }, () => Buffer.from(String(dice(1 << 30))).toString('base64')),
  ...Array.from({ length: 3000 }, () =>
    String.fromCharCode(...Array.from({ length: 4 }, () => 97 + dice(26))),
  ),
];

for (const split of SPLITS) {
  test(`both engines agree on ${JSON.stringify(split)}`, () => {
    const fast = new Engine(vocabulary, classes, split);
    const plain = new Engine(vocabulary, classes, split, true);
    for (const text of texts) {
      const bytes = Buffer.from(text);
      const expected = plain.encode(bytes, 0, bytes.length).ids.length;
      // Twice: once merged, once from the cache.
      for (const round of ['fresh', 'cached']) {
        expect(fast.count(bytes, 0, bytes.length), `${round} in WebAssembly: ${text}`).toBe(expected);
        expect(plain.count(bytes, 0, bytes.length), `${round} in TypeScript: ${text}`).toBe(expected);
      }
    }
  });
}

test('texts around the longest that the loop takes count alike, and harm nothing', () => {
  const split: SplitSpec = { family: 'o200k', contractions: true, digits: 3 };
  const fast = new Engine(vocabulary, classes, split);
  const plain = new Engine(vocabulary, classes, split, true);
  const line = 'Ünïted sentences, 123 of them.\n';
  const bytes = Buffer.from(line.repeat(40_000));
  for (const length of [-33, -17, -16, -1, 0, 1, 15, 16, 17, 32, 65_000, 65_536].map(
    (n) => LONGEST_TEXT + n,
  )) {
    expect(fast.count(bytes, 0, length)).toBe(plain.count(bytes, 0, length));
  }
  const pairs = Buffer.from(Uint8Array.from({ length: 4096 }, (_, i) => i & 3));
  expect(fast.count(pairs, 0, pairs.length)).toBe(plain.count(pairs, 0, pairs.length));
});

test('the loop was built, so that it is what is compared', () => {
  expect(openCountCore(classes, recipe.split, vocabulary, () => 1)).toBeDefined();
  expect(openCountCore(classes, { family: 'deepseek' }, vocabulary, () => 1)).toBeUndefined();
});
