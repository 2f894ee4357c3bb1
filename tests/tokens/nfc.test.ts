// Composition as the references do it: by the pinned Unicode version, and skipped only where nothing could change.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CharClasses, OTHER } from '../../src/tokens/char-classes.ts';
import { composed, mayNeedNfc } from '../../src/tokens/nfc.ts';

const classes = new CharClasses();
const MARKS = ['\u0301', '\u0327', '\u093c', '\u3099', '\u1161', '\u11a8', '\u05bc', '\u0e39', '\u{1d165}'];

const composedText = (text: string): string => {
  const bytes = Buffer.from(text);
  return composed(classes, bytes, 0, bytes.length).toString();
};

test('no text that composition changes is let through unseen', () => {
  const wrong: string[] = [];
  for (let point = 0; point < 0x110000 && wrong.length < 5; point += 1) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const character = String.fromCodePoint(point);
    for (const text of [
      character,
      ...MARKS.map((mark) => character + mark),
      `a${character}`,
      `ก${character}`,
    ]) {
      if (text.normalize('NFC') === text) continue;
      const bytes = Buffer.from(text);
      if (!mayNeedNfc(bytes, 0, bytes.length)) wrong.push(text);
    }
  }
  expect(wrong).toEqual([]);
});

test('equal to the normalization of JavaScript on characters of the pinned version', () => {
  const known = fc
    .string({ unit: 'binary', maxLength: 60 })
    .map((text) =>
      [...text].filter((c) => c < '\u0080' || classes.of(c.codePointAt(0) ?? 0) !== OTHER).join(''),
    );
  const marked = fc
    .array(fc.constantFrom('a', 'e', 'A', 'が', 'か', '각', '가', 'ᄀ', ...MARKS))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(known, marked), (text) => {
      expect(composedText(text)).toBe(text.normalize('NFC'));
    }),
    { seed: 20261124, numRuns: 1000 },
  );
});

test('characters that are newer than the pinned version join with nothing', () => {
  // U+1ADC is a mark since Unicode 17; where it stands nothing may be put in another order.
  const text = 'a\u1adc\u0323\u0301';
  expect(composedText(text)).toBe(text);
});

test('a byte order mark stays', () => {
  expect(composedText('\ufeffe\u0301')).toBe('\ufeffé');
});
