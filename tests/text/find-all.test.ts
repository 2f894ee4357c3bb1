// Looking past code, counting what is found, and naming what cannot be seen.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutCode } from '../../src/text/code-spans.ts';
import { codePointName, findAll, LOOK } from '../../src/text/find-all.ts';

test('counts all and shows the first', () => {
  expect(findAll('a1b22', /\d+/g)).toEqual({ count: 2, at: 1, text: '1' });
  expect(findAll('ab', /\d+/g)).toBeUndefined();
});

test('looks no further than the limit', () => {
  expect(findAll(`${' '.repeat(LOOK)}1`, /\d/g)).toBeUndefined();
});

test('names code points, also beyond the first plane', () => {
  expect(['\u200b', '\u{e0041}', '\ud83d'].map(codePointName)).toEqual(['U+200B', 'U+E0041', 'U+D83D']);
});

test.each([
  ['no code', 'no code'],
  ['a `b` c', 'a     c'],
  ['a ```\nb\n``` c', `a ${' '.repeat(9)} c`],
  ['open ```b', `open ${' '.repeat(4)}`],
  ['it`s one mark', 'it`s one mark'],
])('blanks the code of %j', (text, expected) => {
  expect(withoutCode(text)).toBe(expected);
});

test('keeps every place where it is', () => {
  const text = fc.array(fc.constantFrom('`', '```', '~~~', 'a', '\n', ' ')).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (given) => {
      expect(withoutCode(given).length).toBe(given.length);
    }),
    { seed: 20261124, numRuns: 500 },
  );
});
