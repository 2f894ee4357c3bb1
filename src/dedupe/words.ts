// The words of a folded text as hashes, and where each of them stands.

import { mix } from '../model/hash.ts';

/** Scripts that put no spaces between words, where every character counts as one: Thai to Myanmar, Khmer, kana, Han. */
const isUnspaced = (code: number): boolean =>
  code >= 0x0e00 &&
  (code <= 0x109f ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0x2e80 && code <= 0x2fff) ||
    (code >= 0x3040 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff));

/** Letters, digits and marks of any script; signs and spaces end a word. */
const isWordUnit = (code: number): boolean =>
  code < 0x80
    ? (code >= 48 && code <= 57) || (code >= 97 && code <= 122)
    : code >= 0xc0 &&
      code !== 0xd7 &&
      code !== 0xf7 &&
      !(code >= 0x2000 && code <= 0x2bff) &&
      !(code >= 0x3000 && code <= 0x303f);

/** Grows as it is used; each `cut` overwrites what the one before left. */
export class WordCutter {
  hashes = new Uint32Array(1 << 8);
  /** First code unit of each word, and the one behind its last. */
  starts = new Uint32Array(1 << 8);
  ends = new Uint32Array(1 << 8);
  length = 0;
  /** Different numbers among the words, as hashes. */
  readonly numbers = new Set<number>();

  /** `text` is folded: lower case, compatibility-composed. */
  cut(text: string): void {
    this.length = 0;
    this.numbers.clear();
    let word = 0;
    let start = 0;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      const alone = isUnspaced(unit);
      if (!alone && isWordUnit(unit)) {
        if (word === 0) start = i;
        word = Math.imul(word ^ unit, 0x01000193) ^ (word >>> 13) || 1;
        continue;
      }
      if (word !== 0) this.#push(word, start, i, text);
      word = 0;
      if (alone) this.#push(Math.imul(unit, 0x01000193) | 1, i, i + 1, text);
    }
    if (word !== 0) this.#push(word, start, text.length, text);
  }

  #push(word: number, start: number, end: number, text: string): void {
    const at = this.length;
    if (at === this.hashes.length) {
      this.hashes = grown(this.hashes);
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
    }
    this.hashes[at] = mix(word);
    this.starts[at] = start;
    this.ends[at] = end;
    this.length = at + 1;
    const first = text.charCodeAt(start);
    if (first >= 48 && first <= 57) this.numbers.add(this.hashes[at] as number);
  }
}

function grown(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}
