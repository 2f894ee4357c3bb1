// One look at a text: its UTF-8, the kinds of bytes and the hint words in it, its hashes. Everything else asks here.

import { type Hash64, mix } from '../model/hash.ts';
import { TextBits } from '../model/text-bits.ts';
import type { HintFinder } from './hint-finder.ts';
import { foldText } from './normal-forms.ts';

const BITS = makeBits();
/** What folding makes of an ASCII byte: 32 for any white space, lower case for a letter. */
const FOLD = makeFold();

/** Owns a scratch buffer; each `measure` overwrites what the one before left. */
export class TextMeter {
  bytes: Buffer;
  length = 0;
  /** See text-bits.ts. */
  bits = 0;
  /** Bits of the hints whose words occur: groups 0 to 30, and 31 to 61. */
  hintLow = 0;
  hintHigh = 0;
  /** Of the text as it stands. */
  readonly raw: Hash64 = { high: 0, low: 0 };
  /** Of its folded form (N2). */
  readonly folded: Hash64 = { high: 0, low: 0 };
  /** The folded form itself, where it had to be made. */
  foldedText: string | undefined;
  readonly #finder: HintFinder;
  /** The buffer of most texts; a longer text gets one of its own. */
  readonly #own: Buffer;
  readonly #ownWords: Int32Array;
  #words: Int32Array;

  /** @param scratch memory for the UTF-8 of a text, at a place that is a multiple of four */
  constructor(finder: HintFinder, scratch: Uint8Array = new Uint8Array(1 << 16)) {
    this.#finder = finder;
    this.#own = Buffer.from(scratch.buffer, scratch.byteOffset, scratch.byteLength);
    this.#ownWords = wordsOf(this.#own);
    this.bytes = this.#own;
    this.#words = this.#ownWords;
  }

  /** Writes the UTF-8 of a text into `bytes` and nothing else. */
  write(text: string): void {
    // Three bytes are the most that one UTF-16 code unit can need; a few more, so that whole words can be read.
    const room = text.length * 3 + 4;
    if (room <= this.#own.length) {
      this.bytes = this.#own;
      this.#words = this.#ownWords;
    } else if (room > this.bytes.length) {
      // Not from Buffer's pool, whose slices may begin at odd places.
      this.bytes = Buffer.from(new ArrayBuffer((room | 3) + 1021));
      this.#words = wordsOf(this.bytes);
    }
    this.length = this.bytes.write(text, 0, 'utf8');
  }

  /** The whole look: bits, hints and both hashes. */
  measure(text: string): void {
    this.write(text);
    this.#hashWords();
    this.#walk();
    this.foldedText = this.bits & TextBits.nonAscii ? foldText(text) : undefined;
    if (this.foldedText !== undefined) this.#hashFolded(this.foldedText);
  }

  /** Four bytes at a time; the last word without what lies behind the text. */
  #hashWords(): void {
    const { length } = this;
    const words = this.#words;
    const whole = length >> 2;
    let high = 0x2545f491;
    let low = 0x4f6cdd1d;
    for (let i = 0; i < whole; i += 1) {
      const word = words[i] as number;
      low = Math.imul(low ^ word, 0x9e3779b1);
      low ^= low >>> 15;
      high = (Math.imul(high, 0x85ebca6b) + low) | 0;
    }
    const rest = length & 3;
    if (rest > 0) {
      const word = (words[whole] as number) & ((1 << (rest << 3)) - 1);
      low = Math.imul(low ^ word, 0x9e3779b1);
      low ^= low >>> 15;
      high = (Math.imul(high, 0x85ebca6b) + low) | 0;
    }
    this.raw.low = mix(low ^ length);
    this.raw.high = mix(high ^ this.raw.low);
  }

  /**
   * One loop for bits, hints and the hash of the folded text: the three chains run side by side in the processor, so
   * together they cost little more than the slowest alone. For text that is not ASCII the hash is made again.
   */
  #walk(): void {
    const { bytes, length } = this;
    const { classes, next, firstWord, low: lows, high: highs } = this.#finder;
    let bits = 0;
    let row = 0;
    let hintLow = 0;
    let hintHigh = 0;
    let high = 0x2545f491;
    let low = 0x4f6cdd1d;
    let begun = false;
    let space = false;
    for (let i = 0; i < length; i += 1) {
      const byte = bytes[i] as number;
      bits |= BITS[byte] as number;
      row = next[row + (classes[byte] as number)] as number;
      if (row >= firstWord) {
        hintLow |= lows[row] as number;
        hintHigh |= highs[row] as number;
      }
      const fold = FOLD[byte] as number;
      if (fold === 32) {
        space = begun;
        continue;
      }
      if (space) {
        low = Math.imul(low ^ 32, 0x01000193);
        high = (Math.imul(high, 0x9e3779b1) + low) | 0;
        space = false;
      }
      begun = true;
      low = Math.imul(low ^ fold, 0x01000193);
      high = (Math.imul(high, 0x9e3779b1) + low) | 0;
    }
    this.bits = bits;
    this.hintLow = hintLow;
    this.hintHigh = hintHigh;
    this.#close(high, low);
  }

  #hashFolded(text: string): void {
    let high = 0x2545f491;
    let low = 0x4f6cdd1d;
    for (let i = 0; i < text.length; i += 1) {
      low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
      high = (Math.imul(high, 0x9e3779b1) + low) | 0;
    }
    this.#close(high, low);
  }

  #close(high: number, low: number): void {
    this.folded.low = mix(low);
    this.folded.high = mix(high ^ this.folded.low);
  }
}

const wordsOf = (bytes: Buffer): Int32Array =>
  new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);

function makeBits(): Int32Array {
  const table = new Int32Array(256);
  const set = (from: number, to: number, bit: number) => {
    for (let byte = from; byte <= to; byte += 1) table[byte] = (table[byte] as number) | bit;
  };
  set(0x80, 0xff, TextBits.nonAscii);
  set(0, 0, TextBits.nul);
  set(0x01, 0x08, TextBits.control);
  set(0x0b, 0x0c, TextBits.control);
  set(0x0e, 0x1a, TextBits.control);
  set(0x1c, 0x1f, TextBits.control);
  set(0x7f, 0x7f, TextBits.control);
  set(0x1b, 0x1b, TextBits.escape);
  set(0x0d, 0x0d, TextBits.carriageReturn);
  set(0x0a, 0x0a, TextBits.lineFeed);
  set(0xc2, 0xc2, TextBits.leadC2);
  set(0xc3, 0xc3, TextBits.leadC3);
  set(0xe1, 0xe2, TextBits.leadE1E2);
  set(0xee, 0xee, TextBits.leadEE);
  set(0xef, 0xef, TextBits.leadEF);
  set(0xf0, 0xf4, TextBits.leadF);
  set(0xd0, 0xd3, TextBits.cyrillic);
  set(0xe3, 0xed, TextBits.eastAsian);
  set(0xc4, 0xcf, TextBits.otherLead);
  set(0xd4, 0xe0, TextBits.otherLead);
  set(0x30, 0x39, TextBits.digit);
  set(0x41, 0x5a, TextBits.upper | TextBits.letter);
  set(0x61, 0x7a, TextBits.letter);
  set(0x3c, 0x3c, TextBits.less);
  set(0x5b, 0x5b, TextBits.bracket);
  set(0x7b, 0x7b, TextBits.brace);
  set(0x60, 0x60, TextBits.backtick);
  set(0x26, 0x26, TextBits.ampersand);
  set(0x5c, 0x5c, TextBits.backslash);
  set(0x7c, 0x7c, TextBits.pipe);
  set(0x24, 0x24, TextBits.dollar);
  set(0x25, 0x25, TextBits.percent);
  set(0x23, 0x23, TextBits.hash);
  set(0x40, 0x40, TextBits.at);
  return table;
}

function makeFold(): Uint8Array {
  const table = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
  for (const space of [9, 10, 11, 12, 13]) table[space] = 32;
  return table;
}
