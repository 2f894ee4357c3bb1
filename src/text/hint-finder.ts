// Finds which of many words occur in a text, in one pass over its bytes (Aho–Corasick as a table of states).

import type { Hint } from '../model/rule.ts';

/** Hints share this many bits; a shared bit may say yes for another hint's word, never no for its own. */
const GROUPS = 62;
const HALF = 31;

/** Lower-cases an ASCII letter's byte. */
const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

/** Collects words while rules are created, then becomes a finder. */
export class HintBook {
  readonly #words: { readonly bytes: Uint8Array; readonly group: number }[] = [];
  #hints = 0;

  add(words: readonly string[]): Hint {
    const group = this.#hints % GROUPS;
    this.#hints += 1;
    const encoder = new TextEncoder();
    for (const word of words) this.#words.push({ bytes: encoder.encode(word).map(lower), group });
    return { group };
  }

  finder(): HintFinder {
    return new HintFinder(this.#words);
  }
}

/** The finished machine: a transition table over classes of bytes, and for each state the groups it completes. */
export class HintFinder {
  /** Bits of the groups found by the last `find`: groups 0–30 and 31–61. */
  low = 0;
  high = 0;
  readonly #classes = new Uint8Array(256);
  readonly #width: number;
  readonly #next: Int32Array;
  readonly #low: Int32Array;
  readonly #high: Int32Array;

  constructor(words: readonly { readonly bytes: Uint8Array; readonly group: number }[]) {
    let classes = 1;
    for (const { bytes } of words) {
      for (const byte of bytes) if (this.#classes[byte] === 0) this.#classes[byte] = classes++;
    }
    for (let byte = 65; byte <= 90; byte += 1) this.#classes[byte] = this.#classes[byte + 32] as number;
    this.#width = classes;

    const states = 1 + words.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const next = new Int32Array(states * classes);
    const low = new Int32Array(states);
    const high = new Int32Array(states);
    let count = 1;
    for (const { bytes, group } of words) {
      let state = 0;
      for (const byte of bytes) {
        const edge = state * classes + (this.#classes[byte] as number);
        if (next[edge] === 0) next[edge] = count++;
        state = next[edge] as number;
      }
      if (group < HALF) low[state] = (low[state] as number) | (1 << group);
      else high[state] = (high[state] as number) | (1 << (group - HALF));
    }

    // Breadth first: a state's missing edges are those of the longest other suffix that some word begins with.
    const fallback = new Int32Array(count);
    const queue: number[] = [];
    for (let c = 1; c < classes; c += 1) if (next[c] !== 0) queue.push(next[c] as number);
    for (const state of queue) {
      const other = fallback[state] as number;
      low[state] = (low[state] as number) | (low[other] as number);
      high[state] = (high[state] as number) | (high[other] as number);
      for (let c = 1; c < classes; c += 1) {
        const edge = state * classes + c;
        const onward = next[other * classes + c] as number;
        if (next[edge] === 0) next[edge] = onward;
        else {
          fallback[next[edge] as number] = onward;
          queue.push(next[edge] as number);
        }
      }
    }
    // Edges lead to row starts, which saves a multiplication for each byte.
    for (let i = 0; i < next.length; i += 1) next[i] = (next[i] as number) * classes;
    this.#next = next;
    this.#low = new Int32Array(states * classes);
    this.#high = new Int32Array(states * classes);
    for (let state = 0; state < count; state += 1) {
      this.#low[state * classes] = low[state] as number;
      this.#high[state * classes] = high[state] as number;
    }
  }

  find(bytes: Uint8Array, length: number): void {
    const next = this.#next;
    const classes = this.#classes;
    let low = 0;
    let high = 0;
    if (this.#width > 1) {
      const lows = this.#low;
      const highs = this.#high;
      let row = 0;
      for (let i = 0; i < length; i += 1) {
        row = next[row + (classes[bytes[i] as number] as number)] as number;
        if (row !== 0) {
          low |= lows[row] as number;
          high |= highs[row] as number;
        }
      }
    }
    this.low = low;
    this.high = high;
  }

  static holds(low: number, high: number, hint: Hint): boolean {
    return hint.group < HALF ? (low & (1 << hint.group)) !== 0 : (high & (1 << (hint.group - HALF))) !== 0;
  }
}
