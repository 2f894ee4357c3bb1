// One look at a text: its UTF-8, the kinds of bytes in it, its hashes. Everything else asks here first.

import { type Hash64, mix } from '../model/hash.ts';
import { TextBits } from '../model/text-bits.ts';
import { foldText } from './normal-forms.ts';

const BITS = makeBits();
/** What folding makes of an ASCII byte: 32 for any white space, lower case for a letter. */
const FOLD = makeFold();

/** Owns a scratch buffer; each `measure` overwrites what the one before left. */
export class TextMeter {
  bytes = Buffer.allocUnsafe(1 << 16);
  length = 0;
  bits = 0;
  /** Of the text as it stands. */
  readonly raw: Hash64 = { high: 0, low: 0 };
  /** Of its folded form (N2). */
  readonly folded: Hash64 = { high: 0, low: 0 };

  measure(text: string): void {
    // Three bytes are the most that one UTF-16 code unit can need.
    if (text.length * 3 > this.bytes.length) this.bytes = Buffer.allocUnsafe(text.length * 3 + 1024);
    const bytes = this.bytes;
    const length = bytes.write(text, 0, 'utf8');
    this.length = length;
    let bits = 0;
    let high = 0x2545f491;
    let low = 0x4f6cdd1d;
    for (let i = 0; i < length; i += 1) {
      const byte = bytes[i] as number;
      bits |= BITS[byte] as number;
      low = Math.imul(low ^ byte, 0x01000193);
      high = Math.imul(high, 0x9e3779b1) + low;
    }
    this.bits = bits;
    this.raw.low = mix(low ^ length);
    this.raw.high = mix(high ^ this.raw.low);
    if (bits & TextBits.nonAscii) this.#hashFolded(foldText(text));
    else this.#hashFoldedAscii();
  }

  #hashFolded(text: string): void {
    let high = 0x2545f491;
    let low = 0x4f6cdd1d;
    for (let i = 0; i < text.length; i += 1) {
      low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
      high = Math.imul(high, 0x9e3779b1) + low;
    }
    this.#close(high, low);
  }

  /** The same hash without making the folded string, since nearly every text is ASCII. */
  #hashFoldedAscii(): void {
    const bytes = this.bytes;
    let end = this.length;
    while (end > 0 && FOLD[bytes[end - 1] as number] === 32) end -= 1;
    let i = 0;
    while (i < end && FOLD[bytes[i] as number] === 32) i += 1;
    let high = 0x2545f491;
    let low = 0x4f6cdd1d;
    let space = false;
    for (; i < end; i += 1) {
      const byte = FOLD[bytes[i] as number] as number;
      if (byte === 32 && space) continue;
      space = byte === 32;
      low = Math.imul(low ^ byte, 0x01000193);
      high = Math.imul(high, 0x9e3779b1) + low;
    }
    this.#close(high, low);
  }

  #close(high: number, low: number): void {
    this.folded.low = mix(low);
    this.folded.high = mix(high ^ this.folded.low);
  }
}

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
  return table;
}

function makeFold(): Uint8Array {
  const table = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
  for (const space of [9, 10, 11, 12, 13]) table[space] = 32;
  return table;
}
