// The ends of a text in words, held against cutting all of it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfFirstWords, startOfLastWords } from '../../src/text/edge-words.ts';

describe('edges in words', () => {
  test.each([
    ['one two three', 2, 'one two'],
    ['  one\n two three', 2, '  one\n two'],
    ['one two', 2, undefined],
    ['', 1, undefined],
  ])('the first of %j', (text, count, expected) => {
    const end = endOfFirstWords(text, count);
    expect(end === undefined ? undefined : text.slice(0, end)).toBe(expected);
  });

  test('agree with cutting into words', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    const space = fc.constantFrom(' ', '\n', '  ', '\t\u00a0');
    const text = fc
      .array(fc.tuple(word, space), { minLength: 1, maxLength: 12 })
      .map((pairs) => pairs.flat().join('').trimEnd());
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 6 }), (words, count) => {
        const all = words.split(/\s+/);
        const end = endOfFirstWords(words, count);
        const start = startOfLastWords(words, count);
        const more = all.length > count;
        expect(end === undefined ? undefined : words.slice(0, end).split(/\s+/)).toEqual(
          more ? all.slice(0, count) : undefined,
        );
        expect(start === undefined ? undefined : words.slice(start).split(/\s+/)).toEqual(
          more ? all.slice(-count) : undefined,
        );
      }),
      { seed: 20261124, numRuns: 500 },
    );
  });
});
