// Byte-pair merging of one piece: lowest rank first, leftmost of equals; a scan for short pieces, a heap for long.
import type { CharacterSeeds } from './character-seeds.ts';
import { findPair, NONE, pairShift, type Vocabulary } from './vocabulary.ts';

/** Pieces up to this many bytes are merged by scanning for the least rank; measured, the two meet near 100. */
const SCAN_LIMIT = 96;
/** Working space kept between pieces; a longer piece gets its own, which is then let go. */
const KEPT = 1 << 16;

/** Merges pieces of one vocabulary; one per thread. */
export class Merger {
  /** Steps done so far: least-rank searches times their width, heap moves. For tests of growth, not of speed. */
  steps = 0;
  /** The tokens of the last piece, as inner ids. */
  symbols: Int32Array;
  readonly #short = new Int32Array(SCAN_LIMIT + 2);
  readonly #ranks = new Int32Array(SCAN_LIMIT + 2);
  readonly #pairs: Int32Array;
  readonly #shift: number;
  readonly #bytePairs: Int32Array;
  readonly #seeds: CharacterSeeds | undefined;
  readonly #seeded = new Int32Array(SCAN_LIMIT);
  #long = new LongSpace(256);

  /** With `seeds`, merging begins with characters where it may. */
  constructor(vocabulary: Pick<Vocabulary, 'pairs' | 'bytePairs'>, seeds?: CharacterSeeds) {
    this.#seeds = seeds;
    this.#pairs = vocabulary.pairs;
    this.#shift = pairShift(vocabulary.pairs);
    this.#bytePairs = vocabulary.bytePairs;
    this.symbols = this.#short;
  }

  /** Merges `bytes[at, at + length)`; answers the number of tokens and leaves them in `symbols`. */
  merge(bytes: Uint8Array, at: number, length: number): number {
    const count = this.#seeds?.fill(bytes, at, length, this.#seeded) ?? 0;
    if (count > 0) return this.#mergeSeeded(count);
    return length > SCAN_LIMIT ? this.#mergeLong(bytes, at, length) : this.#mergeShort(bytes, at, length);
  }

  #mergeSeeded(count: number): number {
    const symbols = this.#short;
    const ranks = this.#ranks;
    const seeds = this.#seeded;
    let right = seeds[0] as number;
    symbols[0] = right;
    for (let i = 1; i < count; i += 1) {
      const left = right;
      right = seeds[i] as number;
      symbols[i] = right;
      ranks[i - 1] = this.#rankOf(left, right);
    }
    return this.#scan(count - 1, count);
  }

  #rankOf(left: number, right: number): number {
    return left < 256 && right < 256
      ? (this.#bytePairs[(left << 8) | right] as number)
      : findPair(this.#pairs, this.#shift, left, right);
  }

  #mergeShort(bytes: Uint8Array, at: number, length: number): number {
    const symbols = this.#short;
    const ranks = this.#ranks;
    const bytePairs = this.#bytePairs;
    const last = length - 1;
    let byte = bytes[at] as number;
    for (let i = 0; i < last; i += 1) {
      const next = bytes[at + i + 1] as number;
      symbols[i] = byte;
      ranks[i] = bytePairs[(byte << 8) | next] as number;
      byte = next;
    }
    symbols[last] = byte;
    return this.#scan(last, length);
  }

  /** Merges `symbols[0, last]` with the `ranks` of their pairs by looking for the least again and again. */
  #scan(pairsLeft: number, stepsBefore: number): number {
    const symbols = this.#short;
    const ranks = this.#ranks;
    const pairs = this.#pairs;
    const shift = this.#shift;
    let last = pairsLeft;
    let steps = stepsBefore;
    while (last > 0) {
      let best = NONE;
      let where = 0;
      for (let i = 0; i < last; i += 1) {
        const rank = ranks[i] as number;
        if (rank < best) {
          best = rank;
          where = i;
        }
      }
      steps += last;
      if (best === NONE) break;
      symbols[where] = best;
      for (let i = where + 1; i < last; i += 1) {
        symbols[i] = symbols[i + 1] as number;
        ranks[i] = ranks[i + 1] as number;
      }
      last -= 1;
      if (where > 0) ranks[where - 1] = findPair(pairs, shift, symbols[where - 1] as number, best);
      if (where < last) ranks[where] = findPair(pairs, shift, best, symbols[where + 1] as number);
    }
    this.steps += steps;
    this.symbols = symbols;
    return last + 1;
  }

  #mergeLong(bytes: Uint8Array, at: number, length: number): number {
    let space = this.#long;
    if (space.room < length) {
      space = new LongSpace(length);
      if (length <= KEPT) this.#long = space;
    }
    const { symbols, next, previous } = space;
    const pairs = this.#pairs;
    const shift = this.#shift;
    space.clear();
    for (let i = 0; i < length; i += 1) {
      const byte = bytes[at + i] as number;
      symbols[i] = byte;
      next[i] = i + 1;
      previous[i] = i - 1;
      if (i + 1 < length)
        space.push(this.#bytePairs[(byte << 8) | (bytes[at + i + 1] as number)] as number, i);
    }
    while (space.filled > 0) {
      const entry = space.pop();
      const rank = Math.floor(entry / POSITIONS);
      const here = entry - rank * POSITIONS;
      const left = symbols[here] as number;
      if (left < 0) continue;
      const there = next[here] as number;
      if (there >= length) continue;
      // An entry is stale when one of its two neighbours has merged with somebody else in the meantime.
      const right = symbols[there] as number;
      const now =
        left < 256 && right < 256
          ? this.#bytePairs[(left << 8) | right]
          : findPair(pairs, shift, left, right);
      if (now !== rank) continue;
      symbols[here] = rank;
      symbols[there] = -1;
      const after = next[there] as number;
      next[here] = after;
      if (after < length) {
        previous[after] = here;
        space.push(findPair(pairs, shift, rank, symbols[after] as number), here);
      }
      const before = previous[here] as number;
      if (before >= 0) space.push(findPair(pairs, shift, symbols[before] as number, rank), before);
    }
    let count = 0;
    for (let i = 0; i < length; i = next[i] as number) {
      symbols[count] = symbols[i] as number;
      count += 1;
    }
    this.steps += space.steps;
    this.symbols = symbols;
    return count;
  }
}

// A heap entry is rank × POSITIONS + position: ordered as wanted, and exact in a double (18 + 31 bits).
const POSITIONS = 2 ** 31;

/** The linked symbols of a long piece and the heap of its pairs. */
class LongSpace {
  readonly room: number;
  readonly symbols: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  filled = 0;
  steps = 0;
  // Every merge takes one symbol away and brings at most two pairs: 3 × length entries at most.
  readonly #heap: Float64Array;

  constructor(room: number) {
    this.room = room;
    this.symbols = new Int32Array(room);
    this.next = new Int32Array(room);
    this.previous = new Int32Array(room);
    this.#heap = new Float64Array(room * 3);
  }

  clear(): void {
    this.filled = 0;
    this.steps = 0;
  }

  push(rank: number, position: number): void {
    if (rank === NONE) return;
    const heap = this.#heap;
    const entry = rank * POSITIONS + position;
    let at = this.filled++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const held = heap[parent] as number;
      if (held <= entry) break;
      heap[at] = held;
      at = parent;
      this.steps += 1;
    }
    heap[at] = entry;
    this.steps += 1;
  }

  pop(): number {
    const heap = this.#heap;
    const top = heap[0] as number;
    const last = heap[--this.filled] as number;
    const filled = this.filled;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= filled) break;
      if (child + 1 < filled && (heap[child + 1] as number) < (heap[child] as number)) child += 1;
      const held = heap[child] as number;
      if (held >= last) break;
      heap[at] = held;
      at = child;
      this.steps += 1;
    }
    heap[at] = last;
    this.steps += 1;
    return top;
  }
}
