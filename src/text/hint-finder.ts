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
  /** Rules that look for the same words share a hint. */
  readonly #hints = new Map<string, Hint>();

  add(words: readonly string[]): Hint {
    const key = words.join('\n');
    const known = this.#hints.get(key);
    if (known !== undefined) return known;
    const group = this.#hints.size % GROUPS;
    this.#hints.set(key, { group });
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
  const states = linked(trieOf(words, classes));
  return { classes, ...layOut(states, width) };
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

/** What has been read of a word so far. */
interface State {
  /** The state behind each byte that goes on with a word, by the byte's class. */
  readonly edges: Map<number, State>;
  low: number;
  high: number;
  /** The longest other suffix of it that some word begins with. */
  fallback: State | undefined;
  row: number;
}

const newState = (): State => ({ edges: new Map(), low: 0, high: 0, fallback: undefined, row: 0 });

function trieOf(words: readonly Word[], classes: Uint8Array): State {
  const root = newState();
  for (const { bytes, group } of words) {
    let state = root;
    for (const byte of bytes) {
      const c = classes[byte] as number;
      let next = state.edges.get(c);
      if (next === undefined) {
        next = newState();
        state.edges.set(c, next);
      }
      state = next;
    }
    if (group < HALF) state.low |= 1 << group;
    else state.high |= 1 << (group - HALF);
  }
  return root;
}

/** All states, the shortest first, each with its fallback and with the words that end in it. */
function linked(root: State): readonly State[] {
  const states = [root];
  for (const state of states) {
    for (const [c, next] of state.edges) {
      let shorter = state.fallback;
      while (shorter !== undefined && !shorter.edges.has(c)) shorter = shorter.fallback;
      next.fallback = shorter?.edges.get(c) ?? root;
      next.low |= next.fallback.low;
      next.high |= next.fallback.high;
      states.push(next);
    }
  }
  return states;
}

/** One row for each state. Those that complete a word come last, so that one comparison says whether anything was found. */
function layOut(states: readonly State[], width: number): Omit<HintFinder, 'classes'> {
  const completes = ({ low, high }: State): boolean => low !== 0 || high !== 0;
  const plain = states.filter((state) => !completes(state));
  // Rows are named by where they begin, which saves a multiplication for each byte.
  [...plain, ...states.filter(completes)].forEach((state, i) => {
    state.row = i * width;
  });
  const size = states.length * width;
  const next = new Int32Array(size);
  const low = new Int32Array(size);
  const high = new Int32Array(size);
  for (const state of states) {
    const { row, fallback } = state;
    low[row] = state.low;
    high[row] = state.high;
    // Wherever no word goes on, the reading goes on as behind the shorter suffix, whose row is complete by now.
    if (fallback !== undefined) next.copyWithin(row, fallback.row, fallback.row + width);
    for (const [c, onward] of state.edges) next[row + c] = onward.row;
  }
  return { next, firstWord: plain.length * width, low, high };
}
