// Which of many words occur in a text: a machine that reads it byte by byte (Aho–Corasick), made of flat tables.

import type { Hint } from '../model/rule.ts';

/** Hints share this many bits; a shared bit may say yes for another hint's word, never no for its own. */
const GROUPS = 62;
const HALF = 31;

/** Lower-cases an ASCII letter's byte. */
const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

interface Word {
  readonly bytes: Uint8Array;
  readonly group: number;
}

/** Collects words while rules are created, then becomes a finder. */
export class HintBook {
  readonly #words: Word[] = [];
  #hints = 0;

  add(words: readonly string[]): Hint {
    const group = this.#hints % GROUPS;
    this.#hints += 1;
    const encoder = new TextEncoder();
    for (const word of words) this.#words.push({ bytes: encoder.encode(word).map(lower), group });
    return { group };
  }

  finder(): HintFinder {
    return makeFinder(this.#words);
  }
}

/**
 * The machine. Begin with row 0; each byte leads to `next[row + classes[byte]]`. A row from `firstWord` on completes
 * words, whose groups are its bits in `low` (groups 0 to 30) and `high` (31 to 61).
 */
export interface HintFinder {
  readonly classes: Uint8Array;
  readonly next: Int32Array;
  readonly firstWord: number;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Whether a hint's bit is among the bits found. */
export const holdsHint = (low: number, high: number, hint: Hint): boolean =>
  hint.group < HALF ? (low & (1 << hint.group)) !== 0 : (high & (1 << (hint.group - HALF))) !== 0;

function makeFinder(words: readonly Word[]): HintFinder {
  const { classes, width } = classesOf(words);
  const { next, low, high, states } = trieOf(words, classes, width);
  closeTrie(next, low, high, width);
  return layOut({ next, low, high, states, width }, classes);
}

/** Bytes that occur in words get a class each, letters one for both cases; all others share class 0. */
function classesOf(words: readonly Word[]): { classes: Uint8Array; width: number } {
  const classes = new Uint8Array(256);
  let width = 1;
  for (const { bytes } of words) {
    for (const byte of bytes) if (classes[byte] === 0) classes[byte] = width++;
  }
  for (let byte = 65; byte <= 90; byte += 1) classes[byte] = classes[byte + 32] as number;
  return { classes, width };
}

interface Trie {
  readonly next: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly states: number;
  readonly width: number;
}

function trieOf(words: readonly Word[], classes: Uint8Array, width: number): Trie {
  const most = 1 + words.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const next = new Int32Array(most * width);
  const low = new Int32Array(most);
  const high = new Int32Array(most);
  let states = 1;
  for (const { bytes, group } of words) {
    let state = 0;
    for (const byte of bytes) {
      const edge = state * width + (classes[byte] as number);
      if (next[edge] === 0) next[edge] = states++;
      state = next[edge] as number;
    }
    if (group < HALF) low[state] = (low[state] as number) | (1 << group);
    else high[state] = (high[state] as number) | (1 << (group - HALF));
  }
  return { next, low, high, states, width };
}

/** Breadth first: a state's missing edges are those of the longest other suffix that some word begins with. */
function closeTrie(next: Int32Array, low: Int32Array, high: Int32Array, width: number): void {
  const fallback = new Int32Array(low.length);
  const queue: number[] = [];
  for (let c = 1; c < width; c += 1) if (next[c] !== 0) queue.push(next[c] as number);
  for (const state of queue) {
    const other = fallback[state] as number;
    low[state] = (low[state] as number) | (low[other] as number);
    high[state] = (high[state] as number) | (high[other] as number);
    for (let c = 1; c < width; c += 1) {
      const edge = state * width + c;
      const onward = next[other * width + c] as number;
      if (next[edge] === 0) next[edge] = onward;
      else {
        fallback[next[edge] as number] = onward;
        queue.push(next[edge] as number);
      }
    }
  }
}

/** States that complete a word come last, so that one comparison says whether anything was found. */
function layOut({ next, low, high, states, width }: Trie, classes: Uint8Array): HintFinder {
  const completes = (state: number): boolean => low[state] !== 0 || high[state] !== 0;
  const order = Array.from({ length: states }, (_, state) => state);
  const sorted = [...order.filter((state) => !completes(state)), ...order.filter(completes)];
  const rowOf = new Int32Array(states);
  sorted.forEach((state, i) => {
    rowOf[state] = i * width;
  });
  const laid = {
    classes,
    next: new Int32Array(states * width),
    firstWord: sorted.findIndex(completes) < 0 ? states * width : sorted.findIndex(completes) * width,
    low: new Int32Array(states * width),
    high: new Int32Array(states * width),
  };
  for (let state = 0; state < states; state += 1) {
    const row = rowOf[state] as number;
    laid.low[row] = low[state] as number;
    laid.high[row] = high[state] as number;
    for (let c = 0; c < width; c += 1) {
      // Edges lead to row starts, which saves a multiplication for each byte.
      laid.next[row + c] = rowOf[next[state * width + c] as number] as number;
    }
  }
  return laid;
}
