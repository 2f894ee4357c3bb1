// Fast similarity sketching: as accurate as 128 random permutations, at the cost of little more than one.
//
// S. Dahlgaard, M. Knudsen, M. Thorup: Fast Similarity Sketching, 2017, https://arxiv.org/abs/1704.04370: rounds of
// one-permutation hashing, in which each round only fills the bins that the rounds before left empty. So two sets agree
// in a bin with the probability of their Jaccard similarity, however small they are. The last few bins are not worth a
// round: they borrow from others (A. Shrivastava: Optimal Densification for Fast and Accurate Minwise Hashing, 2017,
// https://arxiv.org/abs/1703.04664), which keeps that probability. Both read 2026-11-25.

import { mix } from '../model/hash.ts';

export const BANDS = 16;
const ROWS = 8;
const BINS = BANDS * ROWS;
const BIN_SHIFT = 25;
const VALUE = (1 << BIN_SHIFT) - 1;
const EMPTY = 0xffffffff;
/** With so many shingles one round fills every bin, unless they repeat. */
const MANY = 1024;
/** Bins that may borrow: few enough to cost no accuracy that one could measure. */
const BORROWERS = 12;

/** Makes the keys of the bands; two sets share a key when all rows of that band agree. */
export class Sketcher {
  readonly keys = new Uint32Array(BANDS);
  readonly #bins = new Uint32Array(BINS);
  /** The least value of a bin in this round; 0, which no value undercuts, where an earlier round has filled it. */
  readonly #open = new Uint32Array(BINS);
  #empty = BINS;

  /** `hashes[from, to)` are well mixed and may repeat; there is at least one. */
  sketch(hashes: Uint32Array, from: number, to: number): void {
    this.#open.fill(EMPTY);
    this.#empty = BINS;
    this.#round(hashes, from, to, 0);
    if (this.#empty > BORROWERS) {
      const few = to - from > MANY ? distinct(hashes.slice(from, to)) : hashes.subarray(from, to);
      for (let round = 1; this.#empty > BORROWERS; round += 1) this.#round(few, 0, few.length, round);
    }
    if (this.#empty > 0) this.#borrow();
    this.#makeKeys();
  }

  /** After as many rounds as there are bins each round is for one bin alone, so that there is an end. */
  #round(hashes: Uint32Array, from: number, to: number, round: number): void {
    const open = this.#open;
    const bins = this.#bins;
    const offset = Math.imul(round, 0x9e3779b1);
    if (round === 0) {
      for (let i = from; i < to; i += 1) {
        const hash = hashes[i] as number;
        const value = (hash & VALUE) + 1;
        if (value < (open[hash >>> BIN_SHIFT] as number)) open[hash >>> BIN_SHIFT] = value;
      }
    } else if (round < BINS) {
      for (let i = from; i < to; i += 1) {
        const hash = mix((hashes[i] as number) + offset);
        const value = (hash & VALUE) + 1;
        if (value < (open[hash >>> BIN_SHIFT] as number)) open[hash >>> BIN_SHIFT] = value;
      }
    } else {
      const bin = round - BINS;
      for (let i = from; i < to; i += 1) {
        const value = (mix((hashes[i] as number) + offset) & VALUE) + 1;
        if (value < (open[bin] as number)) open[bin] = value;
      }
    }
    for (let bin = 0; bin < BINS; bin += 1) {
      const value = open[bin] as number;
      if (value === 0 || value === EMPTY) continue;
      bins[bin] = value;
      open[bin] = 0;
      this.#empty -= 1;
    }
  }

  #borrow(): void {
    const bins = this.#bins;
    const open = this.#open;
    for (let bin = 0; bin < BINS; bin += 1) {
      if (open[bin] === 0) continue;
      let attempt = bin;
      let lender: number;
      do {
        attempt = mix(attempt + 0x9e3779b1);
        lender = attempt >>> BIN_SHIFT;
      } while (open[lender] !== 0);
      bins[bin] = bins[lender] as number;
    }
  }

  #makeKeys(): void {
    const bins = this.#bins;
    for (let band = 0; band < BANDS; band += 1) {
      let key = band + 1;
      for (let row = 0; row < ROWS; row += 1) {
        key = Math.imul(key ^ (bins[band * ROWS + row] as number), 0x9e3779b1);
        key ^= key >>> 15;
      }
      this.keys[band] = mix(key);
    }
  }
}

/** Sorts the hashes and drops those that repeat; their memory is used again. */
export function distinct(hashes: Uint32Array): Uint32Array {
  hashes.sort();
  let kept = 0;
  for (let i = 0; i < hashes.length; i += 1) {
    if (i > 0 && hashes[i] === hashes[i - 1]) continue;
    hashes[kept] = hashes[i] as number;
    kept += 1;
  }
  return hashes.subarray(0, kept);
}
