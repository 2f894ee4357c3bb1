// What a pattern finds in a text, counted, with the first place.

/** Characters of a text that a pattern looks at; what is longer is judged by its beginning. */
export const LOOK = 200_000;

export const beginning = (text: string): string => (text.length > LOOK ? text.slice(0, LOOK) : text);

export interface Found {
  readonly count: number;
  /** The first one: its place in code units, and its text. */
  readonly at: number;
  readonly text: string;
}

/** @param pattern with the flag `g`, linear in the length of the text */
export function findAll(text: string, pattern: RegExp): Found | undefined {
  let count = 0;
  let at = 0;
  let first = '';
  for (const match of beginning(text).matchAll(pattern)) {
    count += 1;
    if (count > 1) continue;
    at = match.index;
    first = match[0];
  }
  return count === 0 ? undefined : { count, at, text: first };
}

/** `U+200B`, the way people look up a character that cannot be seen. */
export const codePointName = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
