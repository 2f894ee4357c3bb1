// Counts of whole texts that came before: the system prompts and tool lists that a set repeats in every record.

const SLOTS_LOG2 = 7;
/** Shorter texts are counted faster than compared. */
const SHORTEST = 128;
/** Longer texts are not kept: memory stays below slots × this. */
const LONGEST = 1 << 16;
const SAMPLES = 16;

/**
 * A bounded table of texts and their counts. A text is kept when it is met for the second time; what merely looks
 * alike (same length, same sampled bytes) is compared byte by byte before its count is used.
 */
export class TextMemo {
  readonly #marks = new Int32Array(1 << SLOTS_LOG2);
  readonly #lengths = new Int32Array(1 << SLOTS_LOG2);
  readonly #counts = new Int32Array(1 << SLOTS_LOG2);
  readonly #texts: (Uint8Array | undefined)[] = new Array(1 << SLOTS_LOG2).fill(undefined);

  /** The count of `bytes[0, length)`, from memory or from `count`. */
  count(
    bytes: Uint8Array,
    length: number,
    text: string,
    count: (bytes: Uint8Array, length: number, text: string) => number,
  ): number {
    if (length < SHORTEST || length > LONGEST) return count(bytes, length, text);
    const mark = sample(bytes, length);
    const slot = mark >>> (32 - SLOTS_LOG2);
    if (this.#marks[slot] !== mark || this.#lengths[slot] !== length) {
      this.#marks[slot] = mark;
      this.#lengths[slot] = length;
      this.#texts[slot] = undefined;
      return count(bytes, length, text);
    }
    const copy = bytes.subarray(0, length);
    const held = this.#texts[slot];
    if (held !== undefined && Buffer.compare(held, copy) === 0) return this.#counts[slot] as number;
    const counted = count(bytes, length, text);
    this.#texts[slot] = new Uint8Array(copy);
    this.#counts[slot] = counted;
    return counted;
  }
}

/** A hash of the length and of bytes spread over the text. */
function sample(bytes: Uint8Array, length: number): number {
  const step = (length - 1) / (SAMPLES - 1);
  let hash = length;
  for (let i = 0; i < SAMPLES; i += 1) {
    hash = Math.imul(hash ^ (bytes[Math.floor(i * step)] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return Math.imul(hash, 0x85ebca6b);
}
