// Where merging may begin with whole characters instead of bytes: the same tokens, in a third of the steps.
//
// Merges run in the order of their ranks. If no token that could be made in a text crosses from one character into a
// part of another, then every character is merged by itself; and if tokens always rank above their parts, then no
// merge of characters can come before those characters are complete. So they may be complete from the start. Both
// conditions are looked up here for each pair of neighbours; where they do not hold, merging begins with bytes.
import { codePointAt } from './char-classes.ts';
import { leftOf, mergedOf, NONE, rightOf, type Vocabulary } from './vocabulary.ts';

const POINTS = 0x10000;
/** Nothing may come before this character, or after it. */
const NOT_AFTER = 1;
const NOT_BEFORE = 2;

/** Pieces that are merged by their bytes before the tables are made. */
const FIRST_PIECES = 300;
/** Shorter pieces, and those without such characters at the start, are merged by their bytes. */
const SHORTEST = 6;

/** Tables over the characters of the first plane, made when there are texts enough that can use them. */
export class CharacterSeeds {
  readonly #vocabulary: Vocabulary;
  #asked = 0;
  /** Code point → the token of that character, or −1. */
  #tokens = new Int32Array(0);
  #limits = new Uint8Array(0);
  /** Last byte of a character × 256 + first byte of the next → 1 where a token holds nothing but parts of both. */
  #seams = new Uint8Array(0);

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Writes the tokens of the characters of `bytes[at, at + length)`; 0 if merging has to begin with bytes. */
  fill(bytes: Uint8Array, at: number, length: number, into: Int32Array): number {
    if (length < SHORTEST || (bytes[at + 1] as number) < 0x80) return 0;
    if (this.#tokens.length === 0) {
      // Making the tables costs as much as merging some hundred pieces.
      this.#asked += 1;
      if (this.#asked <= FIRST_PIECES) return 0;
      this.#build();
    }
    const end = at + length;
    let count = 0;
    let p = at;
    let before = 0;
    while (p < end) {
      const lead = bytes[p] as number;
      if (lead >= 0xf0) return 0;
      const point = codePointAt(bytes, p);
      const token = this.#tokens[point] as number;
      const limit = this.#limits[point] as number;
      if (token < 0 || count === into.length) return 0;
      if (count > 0) {
        if ((limit & NOT_AFTER) !== 0 || (before & NOT_BEFORE) !== 0) return 0;
        if (this.#seams[((bytes[p - 1] as number) << 8) | lead] === 1) return 0;
      }
      into[count] = token;
      count += 1;
      before = limit;
      p += lead < 0x80 ? 1 : lead < 0xe0 ? 2 : 3;
    }
    return count;
  }

  #build(): void {
    this.#tokens = new Int32Array(POINTS).fill(-1);
    this.#limits = new Uint8Array(POINTS);
    this.#seams = new Uint8Array(0x10000);
    const { size, pool, offsets } = this.#vocabulary;
    const ordered = tokensInOrder(this.#vocabulary);
    for (let inner = 0; inner < size; inner += 1) {
      this.#look(pool, offsets[inner] as number, offsets[inner + 1] as number, inner, ordered[inner] === 1);
    }
  }

  /** Enters what one token forbids or offers; only the characters at its ends matter. */
  #look(pool: Uint8Array, from: number, end: number, inner: number, ordered: boolean): void {
    let head = from;
    while (head < end && isContinuation(pool[head] as number)) head += 1;
    if (head === end) return;
    const headless = head > from;
    let lead = end - 1;
    while (isContinuation(pool[lead] as number)) lead -= 1;
    const tailless = lead + lengthOf(pool[lead] as number) > end;
    if (!headless && !tailless && ordered) {
      if (lead > from) return;
      const point = codePointAt(pool, from);
      if (point < POINTS) this.#tokens[point] = inner;
      return;
    }
    if (tailless && lead === head) {
      if (headless) this.#seams[((pool[head - 1] as number) << 8) | (pool[head] as number)] = 1;
      return;
    }
    if (headless) this.#limit(codePointAt(pool, head), NOT_AFTER);
    if (!ordered) this.#limit(codePointAt(pool, head), NOT_BEFORE);
    if (!tailless) return;
    let last = lead - 1;
    while (isContinuation(pool[last] as number)) last -= 1;
    this.#limit(codePointAt(pool, last), NOT_BEFORE);
  }

  #limit(point: number, limit: number): void {
    if (point < POINTS) this.#limits[point] = (this.#limits[point] as number) | limit;
  }
}

/** 1 for every token that merging makes from two tokens of lower rank, and for the bytes. */
function tokensInOrder(vocabulary: Vocabulary): Uint8Array {
  const { size, pairs, bytePairs } = vocabulary;
  const ordered = new Uint8Array(size).fill(1, 0, 256);
  for (let pair = 0; pair < bytePairs.length; pair += 1) {
    const merged = bytePairs[pair] as number;
    if (merged !== NONE) ordered[merged] = 1;
  }
  for (let slot = 0; slot < pairs.length; slot += 2) {
    if (pairs[slot + 1] === 0) continue;
    const merged = mergedOf(pairs, slot);
    if (leftOf(pairs, slot) < merged && rightOf(pairs, slot) < merged) ordered[merged] = 1;
  }
  return ordered;
}

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;
const lengthOf = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
