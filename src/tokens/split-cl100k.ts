// The split of cl100k, Llama 3 and Qwen: runs of letters with one character before them, short runs of digits.
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
  contraction,
  NON_ASCII,
  type Splitter,
  uncasedAsciiKind,
  whiteSpaceEnd,
} from './splitter.ts';

/** In which points the members of the family differ. */
export interface Cl100kOptions {
  /** The longest run of digits in one piece: 3 (cl100k, Llama 3) or 1 (Qwen). */
  readonly digits: number;
}

const LETTER = (1 << UPPER) | (1 << LOWER) | (1 << CASELESS);
const SIGN = (1 << OTHER) | (1 << MARK) | (1 << PUNCTUATION) | (1 << SYMBOL);

// One kind for all letters: case does not matter here.
const ASCII_LETTER = ASCII_LOWER;

/** Makes the splitter; `classes` may be shared with others. */
export function makeCl100kSplitter(classes: CharClasses, options: Cl100kOptions): Splitter {
  const { digits } = options;
  const kinds = classes.asciiTable(uncasedAsciiKind, NON_ASCII);

  /** Where the run of letters that starts at `from` ends; `from` if there is none. */
  function lettersEnd(bytes: Uint8Array, from: number, end: number): number {
    let p = from;
    while (p < end) {
      const found = classes.at(bytes, p);
      if (((LETTER >> (found & 15)) & 1) === 0) break;
      p += found >> 4;
    }
    return p;
  }

  /** The end of the piece at `at`, whatever characters it holds. */
  function pieceEnd(bytes: Uint8Array, at: number, end: number): number {
    if (bytes[at] === 0x27 && at + 1 < end) {
      const length = contraction(bytes, at);
      if (length > 0) return at + length;
    }
    const first = classes.at(bytes, at);
    const firstClass = first & 15;
    const second = at + (first >> 4);
    if (((LETTER >> firstClass) & 1) === 1) return lettersEnd(bytes, second, end);
    if (firstClass === NUMBER) {
      let p = second;
      for (let taken = 1; taken < digits && p < end; taken += 1) {
        const found = classes.at(bytes, p);
        if ((found & 15) !== NUMBER) break;
        p += found >> 4;
      }
      return p;
    }
    if (firstClass !== NEWLINE) {
      const p = lettersEnd(bytes, second, end);
      if (p > second) return p;
    }
    let p = bytes[at] === 0x20 ? second : at;
    if (p < end && ((SIGN >> (classes.at(bytes, p) & 15)) & 1) === 1) {
      while (p < end) {
        const found = classes.at(bytes, p);
        if (((SIGN >> (found & 15)) & 1) === 0) break;
        p += found >> 4;
      }
      while (p < end && (bytes[p] === 0x0a || bytes[p] === 0x0d)) p += 1;
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
        if (bytes[at] === 0x27) {
          const length = contraction(bytes, at);
          if (length > 0) {
            ends[count++] = at = at + length;
            continue;
          }
        }
        p += 1;
        next = kinds[bytes[p] as number] as number;
      }
      if (next === ASCII_LETTER) {
        while (next === ASCII_LETTER) next = kinds[bytes[++p] as number] as number;
        if (next !== NON_ASCII || p >= end) {
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
          while (byte === 0x0a || byte === 0x0d) byte = bytes[++p] as number;
          ends[count++] = at = p;
          continue;
        }
      }
      ends[count++] = at = pieceEnd(bytes, at, end);
    }
    return count;
  };
}
