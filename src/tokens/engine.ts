// The counting engine: cut a text into pieces, look each piece up, merge what is new. One per thread.
import { type CharClasses, PADDING, SENTINEL } from './char-classes.ts';
import { CharacterSeeds } from './character-seeds.ts';
import { type CountCore, LONGEST_TEXT, MOST_SYMBOLS, openCountCore } from './count-core.ts';
import { makeSplitter, type SplitSpec } from './make-splitter.ts';
import { Merger } from './merger.ts';
import { LENGTH_AND_BYTES, LONG_PIECE, PieceCache, SHORT_PIECE, wordMasks } from './piece-cache.ts';
import type { Splitter } from './splitter.ts';
import { hashBytes, hashWords, NONE, PieceTable, sameBytes, type Vocabulary } from './vocabulary.ts';

/** Pieces found at a time: their ends stay in the first-level cache. */
const BATCH = 2048;
/** The copy of the text that is kept between calls; a longer text gets its own, which is then let go. */
const KEPT = LONGEST_TEXT;

/** Pieces merged in TypeScript before the loop in WebAssembly gets its tables. */
const FIRST_MERGES = 100;

/** Ids and, for each, where its bytes end in the text. */
export interface Encoded {
  readonly ids: Int32Array;
  readonly ends: Int32Array;
}

/** Counts and encodes UTF-8 with one vocabulary and one way of splitting. */
export class Engine {
  readonly #split: Splitter;
  readonly #vocabulary: Vocabulary;
  readonly #table: PieceTable;
  readonly #merger: Merger;
  readonly #seeds: CharacterSeeds;
  #merged = 0;
  readonly #cache = new PieceCache();
  readonly #masks = wordMasks();
  readonly #ends = new Int32Array(BATCH);
  #bytes: Uint8Array = new Uint8Array(0);
  #view = viewOf(this.#bytes);

  /** The loop in WebAssembly, where there is one; the text then stands in its memory. */
  readonly #core: CountCore | undefined;

  /** `inJavaScript` leaves the loop in WebAssembly out: slower, and the same to the token. */
  constructor(vocabulary: Vocabulary, classes: CharClasses, spec: SplitSpec, inJavaScript = false) {
    this.#vocabulary = vocabulary;
    this.#split = makeSplitter(classes, spec);
    this.#table = new PieceTable(vocabulary);
    this.#seeds = new CharacterSeeds(vocabulary);
    this.#merger = new Merger(vocabulary, this.#seeds);
    this.#core = inJavaScript
      ? undefined
      : openCountCore(classes, spec, vocabulary, (at, size) => this.#countNew(at, size));
    this.#letGo();
  }

  /** Where a text may stand already when it is counted: the memory of the loop. */
  get scratch(): Uint8Array | undefined {
    return this.#core?.text.subarray(0, LONGEST_TEXT);
  }

  /** Merge steps done so far; see `Merger.steps`. */
  get steps(): number {
    return this.#merger.steps;
  }

  /** Forgets all cached pieces; no count changes. */
  forget(): void {
    this.#cache.clear();
    this.#core?.forget();
  }

  /** The number of tokens of `bytes[start, end)`, valid UTF-8. */
  count(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    this.#take(bytes, start, end);
    // A text too long for the loop stands in memory of its own.
    if (this.#core !== undefined && this.#bytes === this.#core.text) return this.#core.count(length);
    const text = this.#bytes;
    const view = this.#view;
    const ends = this.#ends;
    const masks = this.#masks;
    const short = this.#cache.short;
    const shift = this.#cache.shortShift;
    const split = this.#split;
    let total = 0;
    let from = 0;
    while (from < length) {
      const found = split(text, from, length, ends);
      for (let i = 0; i < found; i += 1) {
        const to = ends[i] as number;
        const size = to - from;
        if (size <= SHORT_PIECE) {
          const mask = size << 2;
          const w0 = view.getInt32(from, true) & (masks[mask] as number);
          const w1 = view.getInt32(from + 4, true) & (masks[mask + 1] as number);
          const w2 = view.getInt32(from + 8, true) & (masks[mask + 2] as number);
          const w3 = (view.getInt32(from + 12, true) & (masks[mask + 3] as number)) | (size << 24);
          const set = (hashWords(w0, w1, w2, w3) >>> shift) << 3;
          const held = short[set + 3] as number;
          if (
            (((short[set] as number) ^ w0) |
              ((short[set + 1] as number) ^ w1) |
              ((short[set + 2] as number) ^ w2) |
              ((held ^ w3) & LENGTH_AND_BYTES)) ===
            0
          ) {
            total += held >>> 28;
          } else {
            total += this.#secondLook(from, size, set, w0, w1, w2, w3);
          }
        } else {
          total += this.#countLong(from, size);
        }
        from = to;
      }
    }
    if (length > KEPT) this.#letGo();
    return total;
  }

  /** The tokens of `bytes[start, end)` themselves; ends count from `start`. */
  encode(bytes: Uint8Array, start: number, end: number): Encoded {
    const length = end - start;
    this.#take(bytes, start, end);
    const { ids: outer, offsets } = this.#vocabulary;
    let ids = new Int32Array(Math.max(16, length >> 1));
    let idEnds = new Int32Array(ids.length);
    let filled = 0;
    let from = 0;
    while (from < length) {
      const found = this.#split(this.#bytes, from, length, this.#ends);
      for (let i = 0; i < found; i += 1) {
        const to = this.#ends[i] as number;
        const whole = this.#table.find(this.#view, from, to - from);
        const count = whole === NONE ? this.#merger.merge(this.#bytes, from, to - from) : 1;
        if (filled + count > ids.length) {
          ids = grown(ids, filled + count);
          idEnds = grown(idEnds, filled + count);
        }
        for (let t = 0; t < count; t += 1) {
          const inner = whole === NONE ? (this.#merger.symbols[t] as number) : whole;
          from += (offsets[inner + 1] as number) - (offsets[inner] as number);
          ids[filled] = outer[inner] as number;
          idEnds[filled] = from;
          filled += 1;
        }
      }
    }
    if (length > KEPT) this.#letGo();
    return { ids: ids.slice(0, filled), ends: idEnds.slice(0, filled) };
  }

  /** Copies the text to where sentinel bytes can follow it. */
  #take(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    const { text } = this.#core ?? { text: undefined };
    if (text !== undefined && bytes.buffer === text.buffer && bytes.byteOffset + start === text.byteOffset) {
      text.fill(SENTINEL, length, length + PADDING);
      return;
    }
    if (this.#bytes.length < length + PADDING) {
      this.#bytes = new Uint8Array(Math.max(2 * this.#bytes.length, length + PADDING));
      this.#view = viewOf(this.#bytes);
    }
    // A plain view: what Buffer's own subarray makes is slower to make.
    this.#bytes.set(new Uint8Array(bytes.buffer, bytes.byteOffset + start, length));
    this.#bytes.fill(SENTINEL, length, length + PADDING);
  }

  #letGo(): void {
    this.#bytes = this.#core?.text ?? new Uint8Array(1 << 12);
    this.#view = viewOf(this.#bytes);
  }

  /** The second entry of a short piece's set; on a miss the piece is counted and takes that entry. */
  #secondLook(
    from: number,
    size: number,
    set: number,
    w0: number,
    w1: number,
    w2: number,
    w3: number,
  ): number {
    const short = this.#cache.short;
    const second = set + 4;
    const held = short[second + 3] as number;
    const found =
      (((short[second] as number) ^ w0) |
        ((short[second + 1] as number) ^ w1) |
        ((short[second + 2] as number) ^ w2) |
        ((held ^ w3) & LENGTH_AND_BYTES)) ===
      0;
    const count = found ? held >>> 28 : this.#countNew(from, size);
    const into = found ? set : second;
    if (found) short.copyWithin(second, set, set + 4);
    short[into] = w0;
    short[into + 1] = w1;
    short[into + 2] = w2;
    short[into + 3] = w3 | (count << 28);
    return count;
  }

  #countLong(from: number, size: number): number {
    if (size > LONG_PIECE) return this.#countNew(from, size);
    const { long, longMask, longView, longBytes } = this.#cache;
    const hash = hashBytes(this.#view, from, size);
    const slot = hash & longMask;
    const entry = slot * 3;
    if (long[entry] === hash && long[entry + 1] === size) {
      if (sameBytes(longView, slot * LONG_PIECE, this.#view, from, size)) return long[entry + 2] as number;
    }
    const count = this.#countNew(from, size);
    long[entry] = hash;
    long[entry + 1] = size;
    long[entry + 2] = count;
    const into = slot * LONG_PIECE;
    for (let i = 0; i < size; i += 1) longBytes[into + i] = this.#bytes[from + i] as number;
    return count;
  }

  #countNew(from: number, size: number): number {
    if (this.#table.find(this.#view, from, size) !== NONE) return 1;
    const core = this.#core;
    if (core === undefined || this.#bytes !== core.text) return this.#merger.merge(this.#bytes, from, size);
    if (this.#merged <= FIRST_MERGES) {
      // A short run ends before the copy of the tables would have paid.
      this.#merged += 1;
      if (this.#merged > FIRST_MERGES) core.readyToMerge();
      return this.#merger.merge(this.#bytes, from, size);
    }
    const count = this.#seeds.fill(this.#bytes, from, size, core.symbols);
    if (count > 0) return core.mergeTokens(count);
    return size <= MOST_SYMBOLS ? core.mergeBytes(from, size) : this.#merger.merge(this.#bytes, from, size);
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function grown(array: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}
