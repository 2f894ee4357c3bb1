// Whether a word stands in a text by itself, not inside a longer one.

const LETTER = /[\p{L}\p{N}]/u;

/** @param word may be several words; case and spelling have to be equal */
export function holdsWord(text: string, word: string): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1];
    const after = text[at + word.length];
    if ((before === undefined || !LETTER.test(before)) && (after === undefined || !LETTER.test(after))) {
      return true;
    }
  }
  return false;
}
