// The split of o200k and of Mistral's tekken: words cut at a change from small to capital letters.
import {
  CASELESS,
  type CharClasses,
  LOWER,
  MARK,
  NEWLINE,
  NUMBER,
  OTHER,
  PUNCTUATION,
  SYMBOL,
  UPPER,
} from './char-classes.ts';
import {
  ASCII_DIGIT,
  ASCII_LOWER,
  ASCII_OTHER,
  ASCII_SPACE,
  ASCII_UPPER,
  asciiKind,
  contraction,
  END,
  NON_ASCII,
  type Splitter,
  whiteSpaceEnd,
} from './splitter.ts';

/** In which points the members of the family differ. */
export interface O200kOptions {
  /** Whether a word takes `'s`, `'re` … with it (o200k does, tekken does not). */
  readonly contractions: boolean;
  /** The longest run of digits in one piece: 3 or 1. */
  readonly digits: number;
}

// Bit sets of classes: what may stand in the first run of a word, in its second, and in a run of signs.
const HEAD = (1 << UPPER) | (1 << CASELESS) | (1 << MARK);
const TAIL = (1 << LOWER) | (1 << CASELESS) | (1 << MARK);
const BOTH = HEAD & TAIL;
const WORD_CHARACTER = (1 << UPPER) | (1 << LOWER) | (1 << CASELESS) | (1 << NUMBER);
const SIGN = (1 << OTHER) | (1 << MARK) | (1 << PUNCTUATION) | (1 << SYMBOL);

/** Makes the splitter; `classes` may be shared with others. */
export function makeO200kSplitter(classes: CharClasses, options: O200kOptions): Splitter {
  const { contractions, digits } = options;
  const kinds = classes.asciiTable(asciiKind, NON_ASCII);

  /** The end of the word whose letters start at `from`, or 0 if no word starts there. */
  function wordEnd(bytes: Uint8Array, from: number, end: number): number {
    let p = from;
    let lastBoth = 0;
    let charClass = END;
    while (p < end) {
      const found = classes.at(bytes, p);
      charClass = found & 15;
      if (((HEAD >> charClass) & 1) === 0) break;
      p += found >> 4;
      if (((BOTH >> charClass) & 1) === 1) lastBoth = p;
      charClass = END;
    }
    if (charClass === LOWER) {
      while (p < end) {
        const found = classes.at(bytes, p);
        if (((TAIL >> (found & 15)) & 1) === 0) break;
        p += found >> 4;
      }
    } else if (lastBoth > 0) {
      // The second run must have a character, so the first gives back its capitals up to one that fits both.
      p = lastBoth;
    } else if (p === from) {
      return 0;
    }
    if (contractions && p < end && bytes[p] === 0x27) p += contraction(bytes, p);
    return p;
  }

  /** The end of the piece at `at`, whatever characters it holds. */
  function pieceEnd(bytes: Uint8Array, at: number, end: number): number {
    const first = classes.at(bytes, at);
    const firstClass = first & 15;
    const second = at + (first >> 4);
    if (firstClass !== NEWLINE && ((WORD_CHARACTER >> firstClass) & 1) === 0) {
      const word = second < end ? wordEnd(bytes, second, end) : 0;
      // A mark may be the prefix of a word or its first letter; as a prefix it must leave a word with a tail.
      if (firstClass !== MARK) {
        if (word > 0) return word;
      } else {
        return wordEnd(bytes, at, end);
      }
    } else if (firstClass !== NEWLINE && firstClass !== NUMBER) {
      return wordEnd(bytes, at, end);
    }
    if (firstClass === NUMBER) {
      let p = second;
      for (let taken = 1; taken < digits && p < end; taken += 1) {
        const found = classes.at(bytes, p);
        if ((found & 15) !== NUMBER) break;
        p += found >> 4;
      }
      return p;
    }
    let p = bytes[at] === 0x20 ? second : at;
    if (p < end && ((SIGN >> (classes.at(bytes, p) & 15)) & 1) === 1) {
      while (p < end) {
        const found = classes.at(bytes, p);
        if (((SIGN >> (found & 15)) & 1) === 0) break;
        p += found >> 4;
      }
      while (p < end && (bytes[p] === 0x0a || bytes[p] === 0x0d || bytes[p] === 0x2f)) p += 1;
      return p;
    }
    return whiteSpaceEnd(classes, bytes, at, end, true);
  }

  return function split(bytes, start, end, ends) {
    const room = ends.length;
    let count = 0;
    let at = start;
    while (at < end && count < room) {
      // ASCII first: most pieces never leave it. `p` runs ahead, `at` stays for the general way.
      const kind = kinds[bytes[at] as number] as number;
      let p = at;
      let next = kind;
      if (kind === ASCII_SPACE || kind === ASCII_OTHER) {
        p += 1;
        next = kinds[bytes[p] as number] as number;
      }
      if (next === ASCII_UPPER || next === ASCII_LOWER) {
        while (next === ASCII_UPPER) next = kinds[bytes[++p] as number] as number;
        while (next === ASCII_LOWER) next = kinds[bytes[++p] as number] as number;
        if (next !== NON_ASCII || p >= end) {
          if (contractions && bytes[p] === 0x27) p += contraction(bytes, p);
          ends[count++] = at = p;
          continue;
        }
      } else if (kind === ASCII_DIGIT) {
        p += 1;
        for (let taken = 1; taken < digits; taken += 1) {
          next = kinds[bytes[p] as number] as number;
          if (next !== ASCII_DIGIT) break;
          p += 1;
        }
        if (next !== NON_ASCII || p >= end) {
          ends[count++] = at = p;
          continue;
        }
      } else if (kind === ASCII_OTHER || (bytes[at] === 0x20 && next === ASCII_OTHER)) {
        while (next === ASCII_OTHER) next = kinds[bytes[++p] as number] as number;
        if (next !== NON_ASCII || p >= end) {
          let byte = bytes[p] as number;
          while (byte === 0x0a || byte === 0x0d || byte === 0x2f) byte = bytes[++p] as number;
          ends[count++] = at = p;
          continue;
        }
      }
      ends[count++] = at = pieceEnd(bytes, at, end);
    }
    return count;
  };
}
