// The alphabet in which tokenizer.json writes bytes: one printable character for each.

const PLAIN: readonly (readonly [number, number])[] = [
  [0x21, 0x7e],
  [0xa1, 0xac],
  [0xae, 0xff],
];
/** The first character for the bytes that are not printable by themselves, taken in order. */
const REST = 0x100;

/** Reads texts in that alphabet. */
export class ByteAlphabet {
  /** UTF-16 unit → byte; −1 for characters that stand for none. */
  readonly #bytes = new Int16Array(REST + 0x100).fill(-1);

  constructor() {
    for (const [first, last] of PLAIN) {
      for (let byte = first; byte <= last; byte += 1) this.#bytes[byte] = byte;
    }
    let next = REST;
    for (let byte = 0; byte < 256; byte += 1) {
      if (this.#bytes[byte] === byte) continue;
      this.#bytes[next] = byte;
      next += 1;
    }
  }

  /** The bytes that a token's text stands for; undefined if it holds a character of another alphabet. */
  decode(text: string): Uint8Array | undefined {
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i += 1) {
      const byte = this.#bytes[text.charCodeAt(i)] ?? -1;
      if (byte < 0) return undefined;
      bytes[i] = byte;
    }
    return bytes;
  }
}
