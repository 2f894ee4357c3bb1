// Which shingles a text of some length is compared by. Lengths are UTF-16 code units of all texts of a side.

/** From here on (about 200 words of English) words in a row are compared, not characters. */
export const LONG = 1200;
/** A text a little shorter may be like one that is long, so it is ready for both. */
const NEARLY_LONG = 900;

export const hasCharacters = (weight: number): boolean => weight < LONG;
export const hasWords = (weight: number): boolean => weight >= NEARLY_LONG;

/** By what two sides are compared; undefined: their lengths are too far apart to be alike. */
export function comparedBy(a: number, b: number): 'characters' | 'words' | undefined {
  if (a < LONG && b < LONG) return 'characters';
  return a >= NEARLY_LONG && b >= NEARLY_LONG ? 'words' : undefined;
}
