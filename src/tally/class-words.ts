// Which classes each word goes with, for as many words as memory allows: those with the smallest hashes.

import { hash32 } from '../model/hash.ts';
import { comparePositions, type Position } from '../model/position.ts';

/** A word that goes with more classes than this tells nothing about any of them. */
const MOST_CLASSES = 8;

export interface WordUse {
  total: number;
  /** Records by class; empty once there were too many classes. */
  readonly classes: Map<string, number>;
  spread: boolean;
  first: Position;
}

/** Plain data; see model/tally.ts for the laws. */
export interface ClassWords {
  readonly most: number;
  readonly words: Map<string, WordUse>;
}

export const emptyClassWords = (most = 5000): ClassWords => ({ most, words: new Map() });

export function addClassWord(state: ClassWords, word: string, label: string, at: Position): void {
  let use = state.words.get(word);
  if (use === undefined) {
    use = { total: 0, classes: new Map(), spread: false, first: at };
    state.words.set(word, use);
  }
  use.total += 1;
  countClass(use, label, 1);
  if (comparePositions(at, use.first) < 0) use.first = at;
  if (state.words.size >= state.most * 2) trim(state);
}

function countClass(use: WordUse, label: string, by: number): void {
  if (use.spread) return;
  use.classes.set(label, (use.classes.get(label) ?? 0) + by);
  if (use.classes.size > MOST_CLASSES) scatter(use);
}

function scatter(use: WordUse): void {
  use.spread = true;
  use.classes.clear();
}

export function mergeClassWords(into: ClassWords, from: ClassWords): void {
  for (const [word, other] of from.words) {
    const use = into.words.get(word);
    if (use === undefined) {
      into.words.set(word, other);
      continue;
    }
    use.total += other.total;
    if (other.spread) scatter(use);
    else for (const [label, n] of other.classes) countClass(use, label, n);
    if (comparePositions(other.first, use.first) < 0) use.first = other.first;
  }
  trim(into);
}

/** A word that is kept in the end was never dropped anywhere, so its counts are exact. */
function trim({ words, most }: ClassWords): void {
  if (words.size <= most) return;
  const byHash = [...words.keys()]
    .map((word) => ({ word, hash: hash32(word) }))
    .sort((a, b) => a.hash - b.hash || (a.word < b.word ? -1 : 1));
  for (const { word } of byHash.slice(most)) words.delete(word);
}

/** What is left after the last word was added. */
export function readClassWords(state: ClassWords): ReadonlyMap<string, WordUse> {
  trim(state);
  return state.words;
}
