// Shingles: what folding hides, what numbers tell apart, and scripts without spaces.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameLearner, NO_FRAME } from '../../src/dedupe/frame.ts';
import { Shingler } from '../../src/dedupe/shingles.ts';
import { foldText } from '../../src/text/normal-forms.ts';

const seed = 90_211;
const spoken = (text: string) => ({ text, folded: foldText(text) });

function shinglesOf(text: string, byWords = false): Set<number> {
  const shingler = new Shingler();
  if (byWords) shingler.words([spoken(text)], 1, NO_FRAME);
  else shingler.characters([spoken(text)], 1, NO_FRAME);
  return new Set(shingler.hashes.slice(0, shingler.length));
}

function jaccard(a: string, b: string, byWords = false): number {
  const [one, two] = [shinglesOf(a, byWords), shinglesOf(b, byWords)];
  const shared = [...one].filter((hash) => two.has(hash)).length;
  return shared / (one.size + two.size - shared);
}

test.each([
  ['case', 'What is TCP?', 'what is tcp?'],
  ['white space', ' What  is\n\tTCP? ', 'What is TCP?'],
  ['full-width forms', 'Ｗｈａｔ is TCP?', 'What is TCP?'],
])('%s does not count', (_, a, b) => {
  expect(jaccard(a, b)).toBe(1);
  expect(jaccard(a, b, true)).toBe(1);
});

test('a number that differs leaves nothing in common, the same numbers in another order all of it but the seam', () => {
  const text = 'Anna buys 12 apples and gives 5 of them to her brother. How many are left?';
  expect(jaccard(text, text.replace('12', '13'))).toBe(0);
  expect(jaccard(text, text.replace('12', '5').replace('5 of', '12 of'))).toBeGreaterThan(0.6);
  expect(jaccard(text, text.replace('12', '13'), true)).toBeGreaterThan(0.3);
});

test('one word that changes in Chinese, Japanese and Thai weighs about as much as in English', () => {
  const english = jaccard(
    'Please describe how plants turn light into sugar.',
    'Please explain how plants turn light into sugar.',
  );
  for (const [a, b] of [
    ['请描述植物如何把阳光转化为糖和氧气。', '请解释植物如何把阳光转化为糖和氧气。'],
    ['植物が光を糖に変える仕組みを説明してください。', '植物が光を糖に変える方法を説明してください。'],
    ['โปรดอธิบายว่าพืชเปลี่ยนแสงเป็นน้ำตาลได้อย่างไร', 'โปรดบรรยายว่าพืชเปลี่ยนแสงเป็นน้ำตาลได้อย่างไร'],
  ] as const) {
    expect(Math.abs(jaccard(a, b) - english)).toBeLessThan(0.2);
    expect(jaccard(a, b, true)).toBeGreaterThan(0.3);
  }
});

test('the fast way for ASCII and the way for all texts agree', () => {
  const suffix = ' and é.';
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.boolean(), (text, byWords) => {
      const [ascii, all] = [shinglesOf(text, byWords), shinglesOf(`${text}${suffix}`, byWords)];
      // What lies wholly in the first text is there in both, where no digit and no seam is involved.
      if (/\d/.test(text) || foldText(text).length < 12) return;
      const shared = [...ascii].filter((hash) => all.has(hash)).length;
      expect(shared).toBeGreaterThanOrEqual(byWords ? ascii.size - 5 : ascii.size - 1);
    }),
    { seed, numRuns: 500 },
  );
});

test('what a quarter of different prompts share is their frame, and repeats are none', () => {
  const shingler = new Shingler();
  const instruction = 'Classify the sentiment of this review:';
  const learner = new FrameLearner();
  const others = ['tea', 'coffee', 'bread', 'soup'];
  for (let i = 0; i < 40; i += 1) {
    const text = `${instruction} ${others[i % 4]} ${String.fromCharCode(97 + (i % 26))}${i}`;
    learner.add([shingler.bare([spoken(text)], false), shingler.bare([spoken(text)], true)]);
  }
  learner.endSource();
  const frame = learner.frame();
  shingler.clear();
  shingler.characters([spoken(instruction)], 1, frame);
  expect(shingler.length).toBe(0);
  shingler.characters([spoken('Where do swallows spend the winter?')], 1, frame);
  expect(shingler.length).toBeGreaterThan(25);
});

test('texts as they come do no harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, byWords) => {
      expect(shinglesOf(text, byWords)).toEqual(shinglesOf(text, byWords));
    }),
    { seed, numRuns: 300 },
  );
});
