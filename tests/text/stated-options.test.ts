// The options that a question lists, and words that stand by themselves.

import { expect, test } from 'vitest';
import { holdsWord } from '../../src/text/holds-word.ts';
import { statedOptions } from '../../src/text/stated-options.ts';

test.each([
  ['Options: yes, no', ['yes', 'no']],
  ['Options:\n- yes\n- no\nThanks', ['yes', 'no']],
  ['Choose one of the following labels: "spam", "ham" or "none".', ['spam', 'ham', 'none']],
  ['Pick from (A) red; (B) blue', []],
  ['Pick from these: (A) red; (B) blue', ['a red', 'b blue']],
  ['Options:\n\n(1) one\n(2) two', ['1 one', '2 two']],
  ['Options: the whole of a long sentence that nobody would ever take for one of several labels, red', []],
  ['There are options to consider.', []],
  ['Options:', []],
])('%j lists %j', (text, options) => {
  expect(statedOptions(text).map(({ key, text: option }) => `${key} ${option}`.trim())).toEqual(options);
});

test.each([
  ['a spam mail', 'spam', true],
  ['spammer', 'spam', false],
  ['antispam, spam', 'spam', true],
  ['[spam]', 'spam', true],
  ['', 'spam', false],
  ['spam', '', false],
  ['éspam', 'spam', false],
])('%j holds %j: %s', (text, word, held) => {
  expect(holdsWord(text, word)).toBe(held);
});
