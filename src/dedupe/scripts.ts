// Which code units carry a word of their own, and which make up words: pinned ranges, the same on every machine.

/** No code unit below is wide. */
export const WIDE_FROM = 0x2e80;

/** Han, kana, Hangul and what stands among them: two of them say as much as five letters. */
export const isWide = (code: number): boolean =>
  code >= 0x2e80 &&
  (code <= 0x9fff || (code >= 0xac00 && code <= 0xd7af) || (code >= 0xf900 && code <= 0xfaff));

/** Scripts that put no spaces between words: Thai, Lao, Tibetan, Myanmar, Khmer, kana and Han. */
export const isUnspaced = (code: number): boolean =>
  code >= 0x0e00 &&
  (code <= 0x109f ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0x2e80 && code <= 0x2fff) ||
    (code >= 0x3040 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff));

/** Letters, digits and marks of any script; ASCII signs, Latin-1 signs and general punctuation end a word. */
export const isWordUnit = (code: number): boolean =>
  code < 0x80
    ? (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95
    : code >= 0xc0 && !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f);
