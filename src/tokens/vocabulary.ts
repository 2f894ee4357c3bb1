// A vocabulary as flat tables: which pieces are whole tokens, and which two neighbours make which token.
//
// Tokens have inner ids: 0–255 are the bytes, the rest follow in the order in which they merge, so that the inner
// id of a token is its rank. Every token that merging can reach has exactly one pair of parts: merges inside a
// token's span cannot see what stands around it, so they run as they would on the token alone, and end with the
// same two parts. One pair per token is therefore enough (o200k: 199,742 instead of 446,189).

/** Where no token is. Larger than every inner id, so that it loses every comparison of ranks. */
export const NONE = 0x7fffffff;
/** Inner ids have 18 bits: enough for o200k and Llama 4. */
export const MAX_TOKENS = 0x3ffff;

const ID_MASK = 0x3ffff;
const PAIR_USED = 1 << 30;

/** The tables. All of them may stand in shared memory; nothing writes to them after they are built. */
export interface Vocabulary {
  readonly size: number;
  /** The tokens' bytes, one after another, with spare bytes behind the last. */
  readonly pool: Uint8Array;
  /** Where each inner id starts in `pool`, and one more for the end. */
  readonly offsets: Int32Array;
  /** Inner id → the id that the vocabulary's users know. */
  readonly ids: Int32Array;
  /** Open addressing, two words a slot; see `findPair`. */
  readonly pairs: Int32Array;
  /** First byte × 256 + second byte → inner id or NONE: the pairs every merge begins with. */
  readonly bytePairs: Int32Array;
  /** Open addressing over whole tokens: 14 bits of the hash above, inner id + 1 below; 0 is empty. */
  readonly pieces: Int32Array;
}

function hashPair(left: number, right: number): number {
  return Math.imul(left + Math.imul(right, 0x9e3779b1), 0x85ebca6b);
}

/** The inner id that two neighbours merge to, or NONE. `pairs` and `shift` come from one vocabulary. */
export function findPair(pairs: Int32Array, shift: number, left: number, right: number): number {
  const low = left | (right << 18);
  const high = ((right >>> 14) << 18) | PAIR_USED;
  const mask = pairs.length - 1;
  let slot = (hashPair(left, right) >>> shift) << 1;
  for (;;) {
    const value = pairs[slot + 1] as number;
    if (value === 0) return NONE;
    if (pairs[slot] === low && (value & ~ID_MASK) === high) return value & ID_MASK;
    slot = (slot + 2) & mask;
  }
}

/** Enters a pair; it must not be there yet. */
export function addPair(pairs: Int32Array, shift: number, left: number, right: number, merged: number): void {
  const mask = pairs.length - 1;
  let slot = (hashPair(left, right) >>> shift) << 1;
  while (pairs[slot + 1] !== 0) slot = (slot + 2) & mask;
  pairs[slot] = left | (right << 18);
  pairs[slot + 1] = ((right >>> 14) << 18) | PAIR_USED | merged;
}

/** What `addPair` wrote at an even place of the table that is not empty. */
export const leftOf = (pairs: Int32Array, slot: number): number => (pairs[slot] as number) & ID_MASK;
export const rightOf = (pairs: Int32Array, slot: number): number =>
  ((pairs[slot] as number) >>> 18) | ((((pairs[slot + 1] as number) >>> 18) & 0xf) << 14);
export const mergedOf = (pairs: Int32Array, slot: number): number => (pairs[slot + 1] as number) & ID_MASK;

/** The shift that `findPair` and `addPair` want for a table. */
export function pairShift(pairs: Int32Array): number {
  return 32 - Math.log2(pairs.length / 2);
}

/** How many slots hold `entries` with fewer than half of them filled. */
export function slotsFor(entries: number): number {
  return 1 << Math.ceil(Math.log2(Math.max(entries, 8) * 1.9));
}

const WORD_A = 0x9e3779b1;
const WORD_B = 0x85ebca6b;
const WORD_C = 0xc2b2ae35;
const WORD_D = 0x27d4eb2f;

/** Four words of a piece, zeros behind its end, to one; only the upper bits are well mixed. */
export function hashWords(w0: number, w1: number, w2: number, w3: number): number {
  return (Math.imul(w0, WORD_A) + Math.imul(w1, WORD_B) + Math.imul(w2, WORD_C) + Math.imul(w3, WORD_D)) | 0;
}

/** Mixes the upper bits of a hash into all others. */
export function finishHash(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 14);
}

/**
 * The hash of `length` bytes at `at`, read four at a time (up to three bytes behind the end are read, not used).
 * Chained, not summed, over words: long pieces differ in few places.
 */
export function hashBytes(view: DataView, at: number, length: number): number {
  let h = length;
  let p = at;
  const whole = at + (length & ~3);
  for (; p < whole; p += 4) {
    h = Math.imul(h ^ view.getInt32(p, true), WORD_A);
    h ^= h >>> 15;
  }
  const rest = length & 3;
  if (rest > 0) {
    h = Math.imul(h ^ (view.getInt32(p, true) & ((1 << (rest << 3)) - 1)), WORD_A);
    h ^= h >>> 15;
  }
  return finishHash(h);
}

/** Whether `length` bytes at `a` of one view equal those at `b` of the other. */
export function sameBytes(viewA: DataView, a: number, viewB: DataView, b: number, length: number): boolean {
  const whole = length & ~3;
  let i = 0;
  for (; i < whole; i += 4) if (viewA.getInt32(a + i, true) !== viewB.getInt32(b + i, true)) return false;
  const rest = length & 3;
  if (rest === 0) return true;
  const mask = (1 << (rest << 3)) - 1;
  return ((viewA.getInt32(a + i, true) ^ viewB.getInt32(b + i, true)) & mask) === 0;
}

/** Looks whole pieces up; one per thread and vocabulary. */
export class PieceTable {
  readonly #pieces: Int32Array;
  readonly #offsets: Int32Array;
  readonly #pool: DataView;

  constructor(vocabulary: Pick<Vocabulary, 'pieces' | 'offsets' | 'pool'>) {
    this.#pieces = vocabulary.pieces;
    this.#offsets = vocabulary.offsets;
    const { pool } = vocabulary;
    this.#pool = new DataView(pool.buffer, pool.byteOffset, pool.byteLength);
  }

  /** The inner id of the token made of `length` bytes at `at`, or NONE. `view` needs three spare bytes behind. */
  find(view: DataView, at: number, length: number): number {
    const pieces = this.#pieces;
    const mask = pieces.length - 1;
    const hash = hashBytes(view, at, length);
    const mark = hash & ~ID_MASK;
    let slot = hash & mask;
    for (;;) {
      const value = pieces[slot] as number;
      if (value === 0) return NONE;
      if ((value & ~ID_MASK) === mark) {
        const id = (value & ID_MASK) - 1;
        const from = this.#offsets[id] as number;
        if (
          (this.#offsets[id + 1] as number) - from === length &&
          sameBytes(this.#pool, from, view, at, length)
        ) {
          return id;
        }
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Enters an inner id under its own bytes. For the builder only. */
  add(id: number): void {
    const pieces = this.#pieces;
    const mask = pieces.length - 1;
    const from = this.#offsets[id] as number;
    const hash = hashBytes(this.#pool, from, (this.#offsets[id + 1] as number) - from);
    let slot = hash & mask;
    while (pieces[slot] !== 0) slot = (slot + 1) & mask;
    pieces[slot] = (hash & ~ID_MASK) | (id + 1);
  }
}
