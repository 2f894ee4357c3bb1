// What one cheap look at a text's bytes can tell: bits that let most rules say no at once.

/** Which kinds of bytes occur in a text's UTF-8. Lead bytes stand for the blocks of Unicode that begin with them. */
export const TextBits = {
  nonAscii: 1 << 0,
  /** U+0000. */
  nul: 1 << 1,
  /** C0 controls other than NUL, tab, line feed, carriage return and escape; and delete. */
  control: 1 << 2,
  escape: 1 << 3,
  carriageReturn: 1 << 4,
  lineFeed: 1 << 5,
  /** Lead byte C2: C1 controls, no-break space, soft hyphen. */
  leadC2: 1 << 6,
  /** Lead byte C3: accented Latin letters, among them Ã and Â. */
  leadC3: 1 << 7,
  /** Lead bytes E1 and E2: Mongolian separator; zero-width, bidi and other general punctuation. */
  leadE1E2: 1 << 8,
  /** Lead byte EE: private use. */
  leadEE: 1 << 9,
  /** Lead byte EF: U+FEFF, U+FFFD, private use, full-width forms, noncharacters. */
  leadEF: 1 << 10,
  /** Lead bytes F0 to F4: planes 1 to 16. */
  leadF: 1 << 11,
  /** Lead bytes D0 to D3: Cyrillic. */
  cyrillic: 1 << 12,
  /** Lead bytes E3 to ED: kana, Han, Hangul. */
  eastAsian: 1 << 13,
  digit: 1 << 14,
  upper: 1 << 15,
  less: 1 << 16,
  bracket: 1 << 17,
  brace: 1 << 18,
  backtick: 1 << 19,
  ampersand: 1 << 20,
  backslash: 1 << 21,
  pipe: 1 << 22,
  letter: 1 << 23,
  /** Lead byte E0 or another lead byte not named above. */
  otherLead: 1 << 24,
  dollar: 1 << 25,
  percent: 1 << 26,
  hash: 1 << 27,
  at: 1 << 28,
} as const;
