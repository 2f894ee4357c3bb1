// Sketches: sets agree in their bins as often as they are alike, whatever their size; nothing makes them hang.

import { expect, test } from 'vitest';
import { BANDS, Sketcher } from '../../src/dedupe/sketch.ts';
import { mix } from '../../src/model/hash.ts';

const keysOf = (hashes: readonly number[]): number[] => {
  const sketcher = new Sketcher();
  sketcher.sketch(Uint32Array.from(hashes), 0, hashes.length);
  return [...sketcher.keys];
};

/** Two sets of `size` that share so much; every pair of another draw. */
const pairOf = (draw: number, size: number, likeness: number): [number[], number[]] => {
  const shared = Math.round((2 * size * likeness) / (1 + likeness));
  const hash = (i: number): number => mix(mix(draw) + Math.imul(i, 0x61c88647));
  const a = Array.from({ length: size }, (_, i) => hash(i));
  const b = Array.from({ length: size }, (_, i) => hash(i < shared ? i : i + size));
  return [a, b];
};

/** The share of pairs that become candidates, and what it is for 128 random permutations. */
const expected = (likeness: number): number => 1 - (1 - likeness ** 8) ** BANDS;

test.each([
  [25, 0.852],
  [60, 0.8462],
  [60, 0.6],
  [200, 0.8605],
  [200, 0.7],
  [2000, 0.85],
  [2000, 0.7],
])('%i shingles alike to %f meet as often as by 128 permutations', (size, likeness) => {
  let met = 0;
  const draws = 1500;
  for (let draw = 0; draw < draws; draw += 1) {
    const [a, b] = pairOf(draw + size * 1e5, size, likeness);
    const keys = keysOf(b);
    if (keysOf(a).some((key, band) => key === keys[band])) met += 1;
  }
  expect(Math.abs(met / draws - expected(likeness))).toBeLessThan(0.05);
});

test('order and repetition change nothing', () => {
  const [hashes] = pairOf(7, 300, 1);
  expect(keysOf(hashes.toReversed())).toEqual(keysOf(hashes));
  expect(keysOf([...hashes, ...hashes, ...hashes])).toEqual(keysOf(hashes));
});

test('a set of one, repeated a million times, ends', () => {
  expect(keysOf(new Array(1_000_000).fill(12345))).toEqual(keysOf([12345]));
});
