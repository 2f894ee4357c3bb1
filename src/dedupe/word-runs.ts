// Runs of words that a text has in common with evaluation items: found by eight words in a row, told word by word.

import type { EvaluationMatch } from '../model/evaluation.ts';

/** Words in a row that make a run worth following. */
export const RUN = 8;
/** An item of fewer words has to stand there whole, and of still fewer it has to be a whole turn. */
const SHORTEST = 6;
const SHORTEST_TURN = 4;
/** A run this long is a match by itself; else the runs have to cover most of the item, or half of a longer one. */
const LONG = 25;
const MOST = 800;
const HALF = 500;
const ENOUGH = 20;
/** Runs that many items share are their template, not one of them. */
const SHARED_BY = 0.05;
const FEW = 3;

interface Place {
  readonly item: number;
  readonly at: number;
}

/** The words of all items, and where each run of them begins. */
export class WordRuns {
  readonly #words: readonly Uint32Array[];
  readonly #runs = new Map<number, Place[]>();
  /** Whole items that are shorter than a run, by their words. */
  readonly #short = new Map<number, number[]>();
  readonly #shortSizes: ReadonlySet<number>;

  constructor(words: readonly Uint32Array[]) {
    this.#words = words;
    const sizes = new Set<number>();
    for (const [item, list] of words.entries()) {
      if (list.length < RUN) {
        if (list.length < SHORTEST_TURN) continue;
        sizes.add(list.length);
        add(this.#short, hashOf(list, 0, list.length), item);
      }
      for (let at = 0; at + RUN <= list.length; at += 1) add(this.#runs, hashOf(list, at, RUN), { item, at });
    }
    this.#shortSizes = sizes;
    const most = Math.max(FEW, Math.floor(words.length * SHARED_BY));
    for (const [hash, places] of this.#runs) {
      if (places.length > most && new Set(places.map(({ item }) => item)).size > most)
        this.#runs.delete(hash);
    }
  }

  /** Of each item that the text has enough of, in the order of the items. */
  find(text: Uint32Array, length: number): EvaluationMatch[] {
    const found = this.#findShort(text, length);
    const open = new Map<number, Covering>();
    for (let i = 0; i + RUN <= length; i += 1) {
      const places = this.#runs.get(hashOf(text, i, RUN));
      if (places === undefined) continue;
      for (const { item, at } of places) {
        let covering = open.get(item);
        if (covering === undefined) {
          covering = new Covering((this.#words[item] as Uint32Array).length);
          open.set(item, covering);
        }
        covering.cover(at, i - at);
      }
    }
    for (const [item, covering] of open) {
      const { covered, longest, from, size } = covering;
      const score = Math.floor((covered * 1000) / size);
      const isWhole = longest === size;
      const isCovered = score >= MOST || (score >= HALF && covered >= ENOUGH);
      if (!isWhole && !isCovered && longest < LONG) continue;
      found.push({ item, kind: isWhole ? 'exact' : 'overlap', score, from, words: longest });
    }
    return found.sort((a, b) => a.item - b.item);
  }

  #findShort(text: Uint32Array, length: number): EvaluationMatch[] {
    const found = new Map<number, EvaluationMatch>();
    for (const size of this.#shortSizes) {
      if (size < SHORTEST && size !== length) continue;
      for (let i = 0; i + size <= length; i += 1) {
        for (const item of this.#short.get(hashOf(text, i, size)) ?? []) {
          const words = this.#words[item] as Uint32Array;
          if (words.length !== size || !words.every((word, k) => word === text[i + k])) continue;
          found.set(item, { item, kind: 'exact', score: 1000, from: 0, words: size });
        }
      }
    }
    return [...found.values()];
  }
}

/** Which words of one item stand in runs, and the longest of these. */
class Covering {
  readonly size: number;
  covered = 0;
  longest = 0;
  from = 0;
  readonly #isCovered: Uint8Array;
  /** Words in a row so far, by how far the text is ahead of the item. */
  readonly #rows = new Map<number, { end: number; start: number }>();

  constructor(size: number) {
    this.size = size;
    this.#isCovered = new Uint8Array(size);
  }

  cover(at: number, ahead: number): void {
    for (let k = at; k < at + RUN; k += 1) {
      if (this.#isCovered[k] === 1) continue;
      this.#isCovered[k] = 1;
      this.covered += 1;
    }
    const row = this.#rows.get(ahead);
    const start = row !== undefined && row.end === at + RUN - 1 ? row.start : at;
    this.#rows.set(ahead, { end: at + RUN, start });
    const words = at + RUN - start;
    if (words <= this.longest) return;
    this.longest = words;
    this.from = start;
  }
}

function hashOf(words: Uint32Array, from: number, size: number): number {
  let hash = size;
  for (let k = 0; k < size; k += 1) {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + (words[from + k] as number);
  }
  return hash | 0;
}

function add<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
