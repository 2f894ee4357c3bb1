// The split of DeepSeek V3 and later: three passes in sequence (numbers, Chinese and kana, the rest), done in one.
import {
  CASELESS,
  type CharClasses,
  codePointAt,
  LOWER,
  MARK,
  NEWLINE,
  NUMBER,
  OTHER,
  PUNCTUATION,
  SPACE,
  SYMBOL,
  UPPER,
} from './char-classes.ts';
import { END, type Splitter, whiteSpaceEnd } from './splitter.ts';

const LETTER_OR_MARK = (1 << UPPER) | (1 << LOWER) | (1 << CASELESS) | (1 << MARK);
const SIGN = (1 << PUNCTUATION) | (1 << SYMBOL);
const PREFIX = (1 << OTHER) | (1 << MARK) | (1 << SPACE);
const BLANK = (1 << SPACE) | (1 << NEWLINE);
const DIGITS = 3;

/** A class of its own for the second pass: U+4E00 to U+9FA5, hiragana and katakana. */
const HAN_OR_KANA = 14;

function isHanOrKana(point: number): boolean {
  return (point >= 0x4e00 && point <= 0x9fa5) || (point >= 0x3040 && point <= 0x30ff);
}

function isAsciiLetter(byte: number): boolean {
  const folded = byte | 0x20;
  return folded >= 0x61 && folded <= 0x7a;
}

/** Makes the splitter; `classes` may be shared with others. */
export function makeDeepseekSplitter(classes: CharClasses): Splitter {
  /** Class and byte length, with a class of their own for what the first two passes cut out. */
  function classAt(bytes: Uint8Array, at: number, end: number): number {
    if (at >= end) return END;
    const found = classes.at(bytes, at);
    if (found >> 4 === 3 && (found & 15) !== NUMBER && isHanOrKana(codePointAt(bytes, at))) {
      return HAN_OR_KANA | 0x30;
    }
    return found;
  }

  /** Where the third pass sees the end of its text, because the first or second cut there. */
  function closes(bytes: Uint8Array, at: number): boolean {
    const charClass = classAt(bytes, at, at + 1) & 15;
    return charClass === NUMBER || charClass === HAN_OR_KANA;
  }

  function runEnd(bytes: Uint8Array, from: number, end: number, set: number): number {
    let p = from;
    while (p < end) {
      const found = classAt(bytes, p, end);
      if (((set >> (found & 15)) & 1) === 0) break;
      p += found >> 4;
    }
    return p;
  }

  function numberEnd(bytes: Uint8Array, at: number, end: number): number {
    let p = at;
    for (let taken = 0; taken < DIGITS && p < end; taken += 1) {
      const found = classes.at(bytes, p);
      if ((found & 15) !== NUMBER) break;
      p += found >> 4;
    }
    return p;
  }

  /** The end of the match of the third pass at `at`, or 0 where nothing matches; `first` is the class there. */
  function matchEnd(bytes: Uint8Array, at: number, end: number, first: number): number {
    const firstClass = first & 15;
    const second = at + (first >> 4);
    if (first >> 4 === 1 && ((SIGN >> firstClass) & 1) === 1) {
      if (second < end && isAsciiLetter(bytes[second] as number)) {
        let p = second + 1;
        while (p < end && isAsciiLetter(bytes[p] as number)) p += 1;
        return p;
      }
    }
    if (((PREFIX >> firstClass) & 1) === 1) {
      const p = runEnd(bytes, second, end, LETTER_OR_MARK);
      if (p > second) return p;
    }
    if (((LETTER_OR_MARK >> firstClass) & 1) === 1) return runEnd(bytes, second, end, LETTER_OR_MARK);
    const from = bytes[at] === 0x20 ? second : at;
    let p = runEnd(bytes, from, end, SIGN);
    if (p > from) {
      while (p < end && (bytes[p] === 0x0a || bytes[p] === 0x0d)) p += 1;
      return p;
    }
    return ((BLANK >> firstClass) & 1) === 1 ? whiteSpaceEnd(classes, bytes, at, end, true, closes) : 0;
  }

  function pieceEnd(bytes: Uint8Array, at: number, end: number): number {
    let found = classAt(bytes, at, end);
    if ((found & 15) === NUMBER) return numberEnd(bytes, at, end);
    if ((found & 15) === HAN_OR_KANA) return runEnd(bytes, at, end, 1 << HAN_OR_KANA);
    let p = matchEnd(bytes, at, end, found);
    if (p > 0) return p;
    // What matches nothing stays together up to the next match or cut.
    p = at;
    do {
      p += found >> 4;
      found = classAt(bytes, p, end);
    } while (p < end && !closes(bytes, p) && matchEnd(bytes, p, end, found) === 0);
    return p;
  }

  return function split(bytes, start, end, ends) {
    const room = ends.length;
    let count = 0;
    let at = start;
    while (at < end && count < room) ends[count++] = at = pieceEnd(bytes, at, end);
    return count;
  };
}
