// Where merging may begin with whole characters instead of bytes: the same tokens, in a third of the steps.
//
// Merges run in the order of their ranks. If no token that could be made in a text crosses from one character into a
// part of another, then every character is merged by itself; and if tokens always rank above their parts, then no
// merge of characters can come before those characters are complete. So they may be complete from the start. Both
// conditions are looked up here for each pair of neighbours; where they do not hold, merging begins with bytes.
import { codePointAt } from './char-classes.ts';
import { NONE, pairOf, type Vocabulary } from './vocabulary.ts';

const POINTS = 0x10000;
/** Nothing may come before this character, or after it. */
const NOT_AFTER = 1;
const NOT_BEFORE = 2;

/** Shorter pieces, and those without such characters at the start, are merged by their bytes. */
const SHORTEST = 6;

/** Tables over the characters of the first plane, made when the first text that can use them comes. */
export class CharacterSeeds {
  readonly #vocabulary: Vocabulary;
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
    if (this.#tokens.length === 0) this.#build();
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

  /** Enters what one token forbids or offers. */
  #look(pool: Uint8Array, from: number, end: number, inner: number, ordered: boolean): void {
    let p = from;
    while (p < end && isContinuation(pool[p] as number)) p += 1;
    const head = p;
    let first = -1;
    let last = -1;
    while (p < end) {
      const next = p + lengthOf(pool[p] as number);
      if (next > end) break;
      last = codePointAt(pool, p);
      if (first < 0) first = last;
      p = next;
    }
    const headless = head > from;
    const tailless = p < end;
    if (first < 0) {
      if (headless && tailless) this.#seams[((pool[head - 1] as number) << 8) | (pool[head] as number)] = 1;
      return;
    }
    if (first >= POINTS || last >= POINTS) return;
    if (headless) this.#limits[first] = (this.#limits[first] as number) | NOT_AFTER;
    if (tailless) this.#limits[last] = (this.#limits[last] as number) | NOT_BEFORE;
    if (headless || tailless) return;
    const alone = lengthOf(pool[from] as number) === end - from;
    if (alone && ordered) this.#tokens[first] = inner;
    else if (!ordered) this.#limits[first] = (this.#limits[first] as number) | NOT_BEFORE;
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
    const found = pairOf(pairs, slot);
    if (found !== undefined && found.left < found.merged && found.right < found.merged)
      ordered[found.merged] = 1;
  }
  return ordered;
}

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;
const lengthOf = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
