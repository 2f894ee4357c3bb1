// The shingles of texts as hashes: characters in a row for short texts, words in a row for long ones.

import { mix } from '../model/hash.ts';
import { type Frame, inFrame, NO_FRAME } from './frame.ts';
import { isUnspaced, isWide, isWordUnit, WIDE_FROM } from './scripts.ts';

/** A text, and its folded form (N2), which is made when somebody asks for it. */
export interface Spoken {
  readonly text: string;
  readonly folded: string;
}

/** Letters of spaced scripts in a row; of Han, kana and Hangul two carry as much. */
const CHARACTERS = 5;
const WORDS = 5;

const CHARACTER_KIND = 0x3c6ef372;
const WORD_KIND = 0x5be0cd19;
const NUMBER_KIND = 0x1f83d9ab;
/** In place of the first of a row, where a row is shorter. */
const SHORT = 0x10000;
const PAIR = 0x20000;

const SPACE = 32;
/** What folding makes of an ASCII code: a space of any white space, lower case of a letter. */
const FOLD = Uint8Array.from({ length: 128 }, (_, code) =>
  code >= 65 && code <= 90 ? code + 32 : code >= 9 && code <= 13 ? SPACE : code,
);

/** Hashes of shingles, one call after another into one growing buffer. */
export class Shingler {
  hashes = new Uint32Array(1 << 12);
  length = 0;
  /** What the numbers of the last side are that salted it; 0 for none, and by words. */
  numbers = 0;
  /** The words of the last call of `words` in their order, as hashes. */
  sequence = new Uint32Array(1 << 10);
  sequenceLength = 0;
  #bytes = Buffer.alloc(1 << 12);
  /** Folded code units of the texts of a side, one text after another; `#ends` says where each ends. */
  #units = new Uint16Array(1 << 12);
  readonly #ends: number[] = [];
  #hasWide = false;
  #hasDigit = false;
  /** Numbers of the last side. */
  readonly #found: number[] = [];
  #ownNumber = false;

  clear(): void {
    this.length = 0;
  }

  /**
   * Adds the character shingles of texts. Their numbers salt every one of them: short texts that differ in a number
   * share nothing. So where a number is their own, what they share with others needs no taking away.
   */
  characters(texts: readonly Spoken[], salt: number, frame: Frame): void {
    this.#fold(texts);
    const start = this.length;
    this.#gram();
    const numbers = this.#takeNumbers(frame);
    this.numbers = numbers;
    const shared = this.#ownNumber ? NO_FRAME : frame;
    this.#close(start, mix(salt ^ CHARACTER_KIND ^ numbers), CHARACTER_KIND, shared);
  }

  words(texts: readonly Spoken[], salt: number, frame: Frame): void {
    this.numbers = 0;
    this.#fold(texts);
    const start = this.length;
    this.#takeWords();
    this.#close(start, mix(salt ^ WORD_KIND), WORD_KIND, frame);
  }

  /** Shingles as a frame knows them: neither salted nor mixed. */
  bare(texts: readonly Spoken[], byWords: boolean): Uint32Array {
    this.#fold(texts);
    this.length = 0;
    if (byWords) this.#takeWords();
    else this.#gram();
    const kind = byWords ? WORD_KIND : CHARACTER_KIND;
    const bare = this.hashes.slice(0, this.length).map((hash) => hash ^ kind);
    if (byWords) return bare;
    this.#takeNumbers(NO_FRAME);
    return Uint32Array.from([...bare, ...this.#found.map((number) => number ^ NUMBER_KIND)]);
  }

  /** Salts and mixes what was added since `start`, without what belongs to the frame. */
  #close(start: number, salt: number, kind: number, frame: Frame): void {
    const { hashes, length } = this;
    if (frame === NO_FRAME || frame.length === 0) {
      for (let i = start; i < length; i += 1) hashes[i] = mix((hashes[i] as number) ^ salt);
      return;
    }
    let kept = start;
    for (let i = start; i < length; i += 1) {
      const hash = hashes[i] as number;
      if (inFrame(frame, (hash ^ kind) >>> 0)) continue;
      hashes[kept] = mix(hash ^ salt);
      kept += 1;
    }
    this.length = kept;
  }

  #fold(texts: readonly Spoken[]): void {
    this.#ends.length = 0;
    this.#hasWide = false;
    this.#hasDigit = false;
    let at = 0;
    for (const spoken of texts) {
      const { text } = spoken;
      if (text.length * 3 > this.#bytes.length) this.#bytes = Buffer.allocUnsafe(text.length * 4);
      const length = this.#bytes.write(text, 0, 'utf8');
      at = length === text.length ? this.#foldBytes(length, at) : this.#copyUnits(spoken.folded, at);
      this.#ends.push(at);
    }
  }

  #foldBytes(length: number, from: number): number {
    if (from + length > this.#units.length) this.#units = grown16(this.#units, from + length);
    const bytes = this.#bytes;
    const units = this.#units;
    let at = from;
    let before = SPACE;
    let digit = false;
    for (let i = 0; i < length; i += 1) {
      const unit = FOLD[bytes[i] as number] as number;
      if (unit === SPACE && before === SPACE) continue;
      if (unit <= 57 && unit >= 48) digit = true;
      units[at] = unit;
      at += 1;
      before = unit;
    }
    this.#hasDigit ||= digit;
    return at > from && before === SPACE ? at - 1 : at;
  }

  #copyUnits(text: string, from: number): number {
    if (from + text.length > this.#units.length) this.#units = grown16(this.#units, from + text.length);
    const units = this.#units;
    let wide = false;
    let digit = false;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      wide ||= unit >= WIDE_FROM;
      digit ||= unit <= 57 && unit >= 48;
      units[from + i] = unit;
    }
    this.#hasWide ||= wide;
    this.#hasDigit ||= digit;
    return from + text.length;
  }

  /** What the runs of digits are, whatever their order; `#ownNumber` says whether one of them is not in the frame. */
  #takeNumbers(frame: Frame): number {
    this.#ownNumber = false;
    this.#found.length = 0;
    if (!this.#hasDigit) return 0;
    const units = this.#units;
    const end = this.#ends.at(-1) ?? 0;
    let numbers = 0;
    let number = 0;
    for (let i = 0; i <= end; i += 1) {
      const unit = i < end ? (units[i] as number) : 0;
      if (unit >= 48 && unit <= 57) number = Math.imul(number ^ unit, 0x01000193) | 1;
      else if (number !== 0) {
        const hash = mix(number);
        numbers = (numbers + hash) | 0;
        this.#found.push(hash);
        this.#ownNumber ||= frame.length === 0 || !inFrame(frame, (hash ^ NUMBER_KIND) >>> 0);
        number = 0;
      }
    }
    return numbers;
  }

  #gram(): void {
    const ends = this.#ends;
    const total = ends.at(-1) ?? 0;
    if (this.length + total > this.hashes.length) this.hashes = grown(this.hashes, this.length + total);
    let start = 0;
    for (const end of ends) {
      if (this.#hasWide) this.#gramWide(start, end);
      else this.#gramNarrow(start, end);
      start = end;
    }
  }

  #gramNarrow(start: number, end: number): void {
    const units = this.#units;
    const out = this.hashes;
    let at = this.length;
    let last = 0;
    const full = Math.min(end, start + CHARACTERS - 1);
    for (let i = start; i < full; i += 1) last = (last << 8) ^ (units[i] as number);
    for (let i = full; i < end; i += 1) {
      last = (last << 8) ^ (units[i] as number);
      out[at] = gram(units[i - CHARACTERS + 1] as number, last);
      at += 1;
    }
    if (end > start && end - start < CHARACTERS) {
      out[at] = gram(SHORT + end - start, last);
      at += 1;
    }
    this.length = at;
  }

  #gramWide(start: number, end: number): void {
    const units = this.#units;
    const out = this.hashes;
    const begin = this.length;
    let at = begin;
    let last = 0;
    for (let i = start; i < end; i += 1) {
      const unit = units[i] as number;
      last = (last << 8) ^ unit;
      if (isWide(unit)) {
        if (i === start) continue;
        out[at] = gram(PAIR, ((units[i - 1] as number) << 16) ^ unit);
      } else if (i - start >= CHARACTERS - 1) out[at] = gram(units[i - CHARACTERS + 1] as number, last);
      else continue;
      at += 1;
    }
    if (end > start && at === begin) {
      out[at] = gram(SHORT + end - start, last);
      at += 1;
    }
    this.length = at;
  }

  #takeWords(): void {
    const total = this.#ends.at(-1) ?? 0;
    if (total > this.sequence.length) this.sequence = grown(this.sequence, total);
    this.sequenceLength = 0;
    let start = 0;
    for (const end of this.#ends) {
      const from = this.sequenceLength;
      this.#cutWords(start, end);
      this.#shingleWords(from);
      start = end;
    }
  }

  #cutWords(start: number, end: number): void {
    const units = this.#units;
    const words = this.sequence;
    let at = this.sequenceLength;
    // Never 0 where a word is open.
    let word = 0;
    for (let i = start; i < end; i += 1) {
      const unit = units[i] as number;
      const alone = isUnspaced(unit);
      if (!alone && isWordUnit(unit)) {
        word = Math.imul(word ^ unit, 0x01000193) ^ (word >>> 13) || 1;
        continue;
      }
      if (word !== 0) {
        words[at] = word;
        at += 1;
        word = 0;
      }
      if (alone) {
        words[at] = Math.imul(unit, 0x01000193);
        at += 1;
      }
    }
    if (word !== 0) {
      words[at] = word;
      at += 1;
    }
    this.sequenceLength = at;
  }

  /** A text of few words is one shingle. */
  #shingleWords(from: number): void {
    const { sequence, sequenceLength } = this;
    const count = sequenceLength - from;
    if (count === 0) return;
    if (this.length + count > this.hashes.length) this.hashes = grown(this.hashes, this.length + count);
    const out = this.hashes;
    const size = Math.min(WORDS, count);
    for (let i = from; i + size <= sequenceLength; i += 1) {
      let hash = size;
      for (let k = 0; k < size; k += 1) {
        hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + (sequence[i + k] as number);
      }
      out[this.length] = hash;
      this.length += 1;
    }
  }
}

const gram = (first: number, last: number): number =>
  Math.imul(last, 0x9e3779b1) ^ Math.imul(first, 0x85ebca6b);

function grown(buffer: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, buffer.length * 2));
  larger.set(buffer);
  return larger;
}

function grown16(buffer: Uint16Array<ArrayBuffer>, needed: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(Math.max(needed, buffer.length * 2));
  larger.set(buffer);
  return larger;
}
