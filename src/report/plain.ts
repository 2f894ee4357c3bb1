// Text from data, made inert: nothing in it can move a cursor, hide, or pass for something else.

import { maskSecrets } from '../model/mask.ts';

const NAMES: Readonly<Record<string, string>> = { '\n': '⏎', '\r': '␍', '\t': '␉', '\u001b': '␛', '\0': '␀' };

/**
 * Controls, direction-changing characters, line separators, lone surrogates, private use and noncharacters, and what shows
 * nothing though it is there: joiners, fillers, the blank Braille cell, variation selectors that no sign needs.
 */
const HOSTILE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{NChar}\u2028\u2029\u115f\u1160\u2800\u3164\uffa0]|\u034f|[\u17b4-\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0d]|[\u{e0100}-\u{e01ef}]/gu;

// Build servers take orders from what they read in a log: `::error` where a line may begin, `##[`, `##vso[`, `##teamcity[` anywhere.
const ORDERS = /(^| ):(?=:)|#(?=#(?:vso|teamcity)?\[)/g;

/** One line that shows what is there: line breaks as ⏎, everything invisible as its code. Secrets are masked. */
export function plainText(text: string): string {
  const shown = maskSecrets(text).replace(HOSTILE, (char) => NAMES[char] ?? escaped(char));
  return shown.includes('::') || shown.includes('##')
    ? shown.replace(ORDERS, (order, before: string | undefined) => (before ?? '') + escaped(order.slice(-1)))
    : shown;
}

const escaped = (char: string): string => `\\u{${codeOf(char)}}`;

const codeOf = (char: string): string => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0');

/** At most `length` code points, the last of them … where something was cut. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  let points = 0;
  let end = 0;
  for (const char of text) {
    if (points === length - 1) break;
    points += 1;
    end += char.length;
  }
  return end >= text.length ? text : `${text.slice(0, end)}…`;
}
