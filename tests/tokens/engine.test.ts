// Laws of the engine: counting is encoding, memory changes nothing, work grows with the text and no faster.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oddTexts, randomText } from '../support/hard-texts.ts';
import { seededDice } from '../support/random.ts';
import { countText, encodeText, openFlat } from './open-flat.ts';

const SEED = 20261124;
const counters = await Promise.all(['o200k_base', 'cl100k_base', 'r50k_base'].map(openFlat));
const o200k = await openFlat('o200k_base');

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.integer().map((seed) => randomText(seededDice(seed), 60)),
  fc.constantFrom(...oddTexts),
);

test('count is the number of tokens', () => {
  fc.assert(
    fc.property(text, (sample) => {
      for (const counter of counters) {
        expect(countText(counter, sample)).toBe(encodeText(counter, sample).ids.length);
      }
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test('the ends of the tokens cover the bytes of the text, in order', () => {
  fc.assert(
    fc.property(text, (sample) => {
      const { ends } = encodeText(o200k, sample);
      let before = 0;
      for (const end of ends) {
        expect(end).toBeGreaterThan(before);
        before = end;
      }
      expect(before).toBe(Buffer.byteLength(sample));
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('a count does not depend on what was counted before', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), text, (others, sample) => {
      o200k.core.forget();
      const bytes = Buffer.from(sample);
      const fresh = o200k.core.count(bytes, 0, bytes.length);
      for (const other of others) countText(o200k, other);
      expect(countText(o200k, sample)).toBe(fresh);
      expect(countText(o200k, sample)).toBe(fresh);
    }),
    { seed: SEED, numRuns: 200 },
  );
});

test('full caches change no count', () => {
  const dice = seededDice(3);
  const words = Array.from(
    { length: 150_000 },
    (_, i) => `${(i * 7919).toString(36)}${'x'.repeat(dice(30))} `,
  );
  const bytes = Buffer.from(words.join(''));
  const once = o200k.core.count(bytes, 0, bytes.length);
  expect(o200k.core.count(bytes, 0, bytes.length)).toBe(once);
  expect(o200k.core.encode(bytes, 0, bytes.length).ids.length).toBe(once);
});

test('a count does not depend on where in the buffer the text stands, nor on what stands around it', () => {
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 255 }),
      (sample, at, filler) => {
        const bytes = Buffer.from(sample);
        const larger = new Uint8Array(bytes.length + 80).fill(filler);
        larger.set(bytes, at);
        expect(o200k.core.count(larger, at, at + bytes.length)).toBe(countText(o200k, sample));
      },
    ),
    { seed: SEED, numRuns: 300 },
  );
});

test('texts longer than any buffer are counted like their parts', () => {
  const line = 'The quick brown fox; 漢字 and 12345 more.\n';
  const single = countText(o200k, line);
  const bytes = Buffer.from(line.repeat(60_000));
  expect(o200k.core.count(bytes, 0, bytes.length)).toBe(single * 60_000);
});

test('repeated long texts are remembered with their own count', () => {
  const dice = seededDice(5);
  const prompts = Array.from({ length: 300 }, () => randomText(dice, 200));
  const counts = prompts.map((prompt) => encodeText(o200k, prompt).ids.length);
  for (let round = 0; round < 3; round += 1) {
    expect(prompts.map((prompt) => countText(o200k, prompt))).toEqual(counts);
  }
});

/** Unsplit runs, made to any length. */
const RUNS: Readonly<Record<string, (length: number) => string>> = {
  a: (length) => 'a'.repeat(length),
  _: (length) => '_'.repeat(length),
  spaces: (length) => ' '.repeat(length),
  'line breaks': (length) => '\n'.repeat(length),
  ab: (length) => 'ab'.repeat(length / 2),
  '=-': (length) => '=-'.repeat(length / 2),
  base64: (length) => {
    const dice = seededDice(11);
    return Buffer.from(Uint8Array.from({ length: length * 0.75 }, () => dice(256))).toString('base64');
  },
  'small letters at random': (length) => {
    const dice = seededDice(13);
    return Buffer.from(Uint8Array.from({ length }, () => 97 + dice(26))).toString();
  },
  emoji: (length) => '😀'.repeat(length / 4),
};

for (const [name, make] of Object.entries(RUNS)) {
  test(`merging 1 MB of ${name} takes eight times the steps of 128 KB, but for the logarithm`, () => {
    const [shorter, longer] = [1 << 17, 1 << 20].map((length) => stepsPerByte(make(length)));
    expect(longer).toBeLessThan(1.25 * (shorter as number) + 0.1);
    // A merge takes a symbol away and brings two pairs: three heap entries per byte, twenty levels each at most.
    expect(longer).toBeLessThan(3 * 20);
  });
}

function stepsPerByte(run: string): number {
  const bytes = Buffer.from(run);
  o200k.core.forget();
  const before = o200k.core.steps;
  o200k.core.count(bytes, 0, bytes.length);
  return (o200k.core.steps - before) / bytes.length;
}
