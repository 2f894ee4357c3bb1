// The first and the last words of a text, found without cutting all of it into words.

const isSpace = (unit: number): boolean => unit === 32 || (unit > 8 && unit < 14) || unit === 0xa0;

/** Characters that may be looked at for a word. */
const LONGEST_WORD = 25;

/** Where the first `count` words end; undefined where there are no more words behind them. */
export function endOfFirstWords(text: string, count: number): number | undefined {
  const limit = Math.min(text.length, count * LONGEST_WORD);
  let at = 0;
  while (at < limit && isSpace(text.charCodeAt(at))) at += 1;
  for (let words = 0; at < limit; at += 1) {
    if (!isSpace(text.charCodeAt(at))) continue;
    words += 1;
    if (words === count) return at;
    while (at + 1 < limit && isSpace(text.charCodeAt(at + 1))) at += 1;
  }
  return undefined;
}

/** Where the last `count` words begin; undefined where there are no more words before them. */
export function startOfLastWords(text: string, count: number): number | undefined {
  const limit = Math.max(0, text.length - count * LONGEST_WORD);
  let at = text.length - 1;
  while (at > limit && isSpace(text.charCodeAt(at))) at -= 1;
  for (let words = 0; at > limit; at -= 1) {
    if (!isSpace(text.charCodeAt(at))) continue;
    words += 1;
    if (words === count) return at + 1;
    while (at - 1 > limit && isSpace(text.charCodeAt(at - 1))) at -= 1;
  }
  return undefined;
}
