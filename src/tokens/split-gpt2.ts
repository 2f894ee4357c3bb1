// The split of GPT-2 (r50k, p50k, and every tokenizer.json whose ByteLevel step does the splitting).
import {
  CASELESS,
  type CharClasses,
  LOWER,
  MARK,
  NUMBER,
  OTHER,
  PUNCTUATION,
  SYMBOL,
  UPPER,
} from './char-classes.ts';
import { lowerContraction, type Splitter, whiteSpaceEnd } from './splitter.ts';

/** In which points the members of the family differ. */
export interface Gpt2Options {
  /** Whether every number character is cut out first, alone (`Digits` with `individual_digits`: SmolLM, StarCoder). */
  readonly loneDigits: boolean;
}

const LETTER = (1 << UPPER) | (1 << LOWER) | (1 << CASELESS);
const DIGIT = 1 << NUMBER;
const SIGN = (1 << OTHER) | (1 << MARK) | (1 << PUNCTUATION) | (1 << SYMBOL);

/** Makes the splitter; `classes` may be shared with others. */
export function makeGpt2Splitter(classes: CharClasses, options: Gpt2Options): Splitter {
  const { loneDigits } = options;

  function isNumber(bytes: Uint8Array, at: number): boolean {
    return (classes.at(bytes, at) & 15) === NUMBER;
  }

  function pieceEnd(bytes: Uint8Array, at: number, end: number): number {
    if (bytes[at] === 0x27 && at + 1 < end) {
      const length = lowerContraction(bytes, at);
      if (length > 0) return at + length;
    }
    let p = bytes[at] === 0x20 ? at + 1 : at;
    if (p < end) {
      const found = classes.at(bytes, p);
      const charClass = found & 15;
      let run = 0;
      if (((LETTER >> charClass) & 1) === 1) run = LETTER;
      else if (charClass === NUMBER) run = DIGIT;
      else if (((SIGN >> charClass) & 1) === 1) run = SIGN;
      // Cut out first, a number never takes the space before it.
      if (run === DIGIT && loneDigits) return p === at ? p + (found >> 4) : p;
      if (run !== 0) {
        p += found >> 4;
        while (p < end) {
          const more = classes.at(bytes, p);
          if (((run >> (more & 15)) & 1) === 0) break;
          p += more >> 4;
        }
        return p;
      }
    }
    return whiteSpaceEnd(classes, bytes, at, end, false, loneDigits ? isNumber : undefined);
  }

  return function split(bytes, start, end, ends) {
    const room = ends.length;
    let count = 0;
    let at = start;
    while (at < end && count < room) ends[count++] = at = pieceEnd(bytes, at, end);
    return count;
  };
}
