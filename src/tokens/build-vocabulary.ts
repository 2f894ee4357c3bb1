// Builds the flat tables of a vocabulary from its tokens, either ranked (tiktoken, tekken) or with a merge list.
import { Merger } from './merger.ts';
import { addPair, findPair, NONE, PieceTable, pairShift, slotsFor, type Vocabulary } from './vocabulary.ts';

/** Tokens to build from: the 256 bytes first, in order, the rest in the order in which they merge. */
export interface TokenList {
  readonly size: number;
  readonly pool: Uint8Array;
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
}

/** Spare bytes behind the pool, so that words can be read at its end. */
const SPARE = 4;

/** Makes shared typed arrays: they cost the same as others and need no copy for a worker thread. */
export function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}

/** Lays tokens out one after another; `order` names them by index in the order wanted. */
export function layTokens(
  tokens: readonly Uint8Array[],
  ids: ArrayLike<number>,
  order: ArrayLike<number>,
): TokenList {
  const size = order.length;
  const offsets = sharedInts(size + 1);
  const outer = sharedInts(size);
  let length = 0;
  for (let inner = 0; inner < size; inner += 1) {
    offsets[inner] = length;
    length += (tokens[order[inner] as number] as Uint8Array).length;
    outer[inner] = ids[order[inner] as number] as number;
  }
  offsets[size] = length;
  const pool = new Uint8Array(new SharedArrayBuffer(length + SPARE));
  for (let inner = 0; inner < size; inner += 1) {
    pool.set(tokens[order[inner] as number] as Uint8Array, offsets[inner]);
  }
  return { size, pool, offsets, ids: outer };
}

/** The table of whole tokens; `wanted` may leave out tokens that only merging may produce. */
export function buildPieces(list: TokenList, wanted?: (inner: number) => boolean): Int32Array {
  const pieces = sharedInts(slotsFor(list.size));
  const table = new PieceTable({ ...list, pieces });
  for (let inner = 0; inner < list.size; inner += 1) if (wanted?.(inner) !== false) table.add(inner);
  return pieces;
}

/** The pair tables from each token's two parts (`parts[2i]`, `parts[2i + 1]`; −1 where merging never makes it). */
export function buildPairs(size: number, parts: Int32Array): Pick<Vocabulary, 'pairs' | 'bytePairs'> {
  const pairs = sharedInts(slotsFor(size) * 2);
  const bytePairs = sharedInts(0x10000).fill(NONE);
  const shift = pairShift(pairs);
  for (let inner = 256; inner < size; inner += 1) {
    const left = parts[inner * 2] as number;
    const right = parts[inner * 2 + 1] as number;
    if (left < 0) continue;
    if (left < 256 && right < 256) bytePairs[(left << 8) | right] = inner;
    else addPair(pairs, shift, left, right, inner);
  }
  return { pairs, bytePairs };
}

/**
 * The two parts of every token of a ranked vocabulary, where any two neighbours merge whose concatenation is a
 * token, lowest rank first.
 */
export function partsByRank(list: TokenList, pieces: Int32Array): Int32Array {
  const { size, pool, offsets } = list;
  const parts = new Int32Array(size * 2).fill(-1);
  const pairs = new Int32Array(slotsFor(size) * 2);
  const bytePairs = new Int32Array(0x10000).fill(NONE);
  const shift = pairShift(pairs);
  const merger = new Merger({ pairs, bytePairs });
  const table = new PieceTable({ ...list, pieces });
  const view = new DataView(pool.buffer, pool.byteOffset, pool.byteLength);
  for (let inner = 256; inner < size; inner += 1) {
    const from = offsets[inner] as number;
    const length = (offsets[inner + 1] as number) - from;
    // With the pairs of all lower ranks known, a token that merging reaches in rank order stands in two parts now.
    const count = merger.merge(pool, from, length);
    let left = merger.symbols[0] as number;
    let right = merger.symbols[1] as number;
    if (count !== 2) {
      const last = lastMerge(table, view, from, length);
      if (last === undefined) continue;
      [left, right] = last;
    }
    parts[inner * 2] = left;
    parts[inner * 2 + 1] = right;
    if (left < 256 && right < 256) bytePairs[(left << 8) | right] = inner;
    else if (findPair(pairs, shift, left, right) === NONE) addPair(pairs, shift, left, right, inner);
  }
  return parts;
}

/**
 * Merges a token's bytes by looking concatenations up, without any table of pairs: the last merge, or undefined
 * where the bytes end as several tokens. For the rare token whose parts rank above it.
 */
function lastMerge(
  table: PieceTable,
  view: DataView,
  from: number,
  length: number,
): [number, number] | undefined {
  const ends = Array.from({ length }, (_, i) => i + 1);
  let last: [number, number] | undefined;
  while (ends.length > 1) {
    let best = NONE;
    let where = 0;
    for (let i = 0; i + 1 < ends.length; i += 1) {
      const start = i === 0 ? 0 : (ends[i - 1] as number);
      const rank = table.find(view, from + start, (ends[i + 1] as number) - start);
      if (rank < best) {
        best = rank;
        where = i;
      }
    }
    if (best === NONE) return undefined;
    if (ends.length === 2) {
      const middle = ends[0] as number;
      last = [table.find(view, from, middle), table.find(view, from + middle, length - middle)];
    }
    ends.splice(where, 1);
  }
  return last;
}

/** A ranked vocabulary: `tokens[rank]` are the bytes, `ids[rank]` the outer ids. Every byte must be a token. */
export function vocabularyFromRanks(tokens: readonly Uint8Array[], ids: ArrayLike<number>): Vocabulary {
  const order = new Int32Array(tokens.length);
  let next = 256;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Uint8Array;
    if (token.length === 1) order[token[0] as number] = i;
    else order[next++] = i;
  }
  const list = layTokens(tokens, ids, order);
  const pieces = buildPieces(list);
  return { ...list, pieces, ...buildPairs(list.size, partsByRank(list, pieces)) };
}
