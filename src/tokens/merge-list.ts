// Builds the flat tables of a vocabulary that lists its merges, as tokenizer.json does.
import { buildPairs, buildPieces, layTokens } from './build-vocabulary.ts';
import { NONE, slotsFor, type Vocabulary } from './vocabulary.ts';

/** Tokens in any order, and which two make which, the earliest merge first. */
export interface MergeList {
  readonly tokens: readonly Uint8Array[];
  readonly ids: readonly number[];
  /** Three indexes into `tokens` for each merge: left, right, result. */
  readonly merges: Int32Array;
  /** Whether a piece that is a token is taken whole even where merging would end otherwise (`ignore_merges`). */
  readonly wholePieces: boolean;
}

const BYTES = 256;

/** The tables of a merge list; undefined if a byte has no token of its own. */
export function vocabularyFromMerges(list: MergeList): Vocabulary | undefined {
  const { tokens, ids, merges, wholePieces } = list;
  const byByte = tokensOfBytes(tokens);
  if (byByte === undefined) return undefined;
  const last = lastMerges(list, byByte);
  // Inner ids follow the merges that make the tokens; a list may name several for one token, one of which can happen.
  const reached: number[] = [];
  for (let index = 0; index < tokens.length; index += 1) if (last[index] !== NONE) reached.push(index);
  reached.sort((a, b) => (last[a] as number) - (last[b] as number));
  const order = [...byByte, ...reached];
  const inner = new Int32Array(tokens.length).fill(-1);
  for (let i = 0; i < order.length; i += 1) inner[order[i] as number] = i;
  if (wholePieces) {
    for (let index = 0; index < tokens.length; index += 1) {
      if (inner[index] === -1 && (tokens[index] as Uint8Array).length > 0) order.push(index);
    }
  }
  const parts = new Int32Array(order.length * 2).fill(-1);
  for (const index of reached) {
    const merge = last[index] as number;
    const at = (inner[index] as number) * 2;
    parts[at] = inner[merges[merge * 3] as number] as number;
    parts[at + 1] = inner[merges[merge * 3 + 1] as number] as number;
  }
  const laid = layTokens(tokens, ids, order);
  return { ...laid, pieces: buildPieces(laid), ...buildPairs(laid.size, parts) };
}

/** Byte → index of its token. */
function tokensOfBytes(tokens: readonly Uint8Array[]): number[] | undefined {
  const found = new Array<number>(BYTES).fill(-1);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Uint8Array;
    if (token.length === 1) found[token[0] as number] = index;
  }
  return found.includes(-1) ? undefined : found;
}

/** For each token the merge that ends its own bytes as that token; NONE where they end as several. */
function lastMerges(list: MergeList, byByte: readonly number[]): Int32Array {
  const { tokens, merges } = list;
  const table = new MergeTable(merges);
  const last = new Int32Array(tokens.length).fill(NONE);
  const longest = tokens.reduce((most, token) => Math.max(most, token.length), 0);
  const symbols = new Int32Array(longest);
  const ranks = new Int32Array(longest);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Uint8Array;
    for (let i = 0; i < token.length; i += 1) symbols[i] = byByte[token[i] as number] as number;
    let pairs = token.length - 1;
    for (let i = 0; i < pairs; i += 1) ranks[i] = table.find(symbols[i] as number, symbols[i + 1] as number);
    let best = NONE;
    while (pairs > 0) {
      best = NONE;
      let where = 0;
      for (let i = 0; i < pairs; i += 1) {
        if ((ranks[i] as number) < best) {
          best = ranks[i] as number;
          where = i;
        }
      }
      if (best === NONE) break;
      const merged = merges[best * 3 + 2] as number;
      symbols[where] = merged;
      symbols.copyWithin(where + 1, where + 2, pairs + 1);
      ranks.copyWithin(where, where + 1, pairs);
      pairs -= 1;
      if (where > 0) ranks[where - 1] = table.find(symbols[where - 1] as number, merged);
      if (where < pairs) ranks[where] = table.find(merged, symbols[where + 1] as number);
    }
    last[index] = best;
  }
  return last;
}

/** Two tokens → the number of their merge. */
class MergeTable {
  readonly #merges: Int32Array;
  readonly #slots: Int32Array;

  constructor(merges: Int32Array) {
    this.#merges = merges;
    const count = merges.length / 3;
    this.#slots = new Int32Array(slotsFor(count));
    for (let merge = 0; merge < count; merge += 1) {
      const slot = this.#slot(merges[merge * 3] as number, merges[merge * 3 + 1] as number);
      // Of a merge that is listed twice the later place holds.
      this.#slots[slot] = merge + 1;
    }
  }

  find(left: number, right: number): number {
    const held = this.#slots[this.#slot(left, right)] as number;
    return held === 0 ? NONE : held - 1;
  }

  #slot(left: number, right: number): number {
    const slots = this.#slots;
    const merges = this.#merges;
    const mask = slots.length - 1;
    const hash = Math.imul(left + Math.imul(right, 0x9e3779b1), 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const held = ((slots[slot] as number) - 1) * 3;
      if (held < 0 || (merges[held] === left && merges[held + 1] === right)) return slot;
      slot = (slot + 1) & mask;
    }
  }
}
