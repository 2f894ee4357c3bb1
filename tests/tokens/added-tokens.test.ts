// Texts that are one token wherever they stand: found leftmost, longest, with the white space they swallow.

import { expect, test } from 'vitest';
import { type AddedToken, AddedTokenFinder } from '../../src/tokens/added-tokens.ts';
import { CharClasses } from '../../src/tokens/char-classes.ts';

const classes = new CharClasses();
const token = (text: string, id: number, more: Partial<AddedToken> = {}): AddedToken => ({
  text,
  id,
  normalized: false,
  stripsLeft: false,
  stripsRight: false,
  ...more,
});

/** All matches, as the id and the text that it covers. */
function matches(tokens: readonly AddedToken[], text: string): [number, string][] {
  const finder = new AddedTokenFinder(tokens, classes);
  const bytes = Buffer.from(text);
  const found: [number, string][] = [];
  for (let from = 0; finder.next(bytes, from, bytes.length); from = finder.end) {
    found.push([finder.id, bytes.toString('utf8', finder.start, finder.end)]);
  }
  return found;
}

test('leftmost first, of those that start together the longest', () => {
  const tokens = [token('ab', 1), token('abc', 2), token('bcd', 3), token('<|x|>', 4)];
  expect(matches(tokens, 'abcd')).toEqual([[2, 'abc']]);
  expect(matches(tokens, 'abd bcd <|x|><|x')).toEqual([
    [1, 'ab'],
    [3, 'bcd'],
    [4, '<|x|>'],
  ]);
});

test('a token that almost matches hides no other behind it', () => {
  expect(matches([token('<<a>', 1), token('<b>', 2)], '<<b>')).toEqual([[2, '<b>']]);
});

test('white space is swallowed to the side that is asked for, back to the match before at most', () => {
  const left = token('<l>', 1, { stripsLeft: true });
  const right = token('<r>', 2, { stripsRight: true });
  expect(matches([left, right], 'a \u3000\n<l> b<r>\t\u00a0 c')).toEqual([
    [1, ' \u3000\n<l>'],
    [2, '<r>\t\u00a0 '],
  ]);
  expect(matches([left, right], '<r> <l> ')).toEqual([
    [2, '<r> '],
    [1, '<l>'],
  ]);
});

test('tokens beyond ASCII, empty ones, and two with one text', () => {
  expect(
    matches([token('<｜User｜>', 1), token('', 2), token('é', 3), token('é', 4)], 'x<｜User｜>é'),
  ).toEqual([
    [1, '<｜User｜>'],
    [4, 'é'],
  ]);
});

test('where no first character of a token is, none can be', () => {
  const finder = new AddedTokenFinder([token('<x>', 1), token('🦙', 2)], classes);
  expect(finder.mayOccur('nothing here')).toBe(false);
  expect(finder.mayOccur('a < b')).toBe(true);
  expect(finder.mayOccur('🦙')).toBe(true);
});
