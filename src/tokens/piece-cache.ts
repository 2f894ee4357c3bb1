// The bounded cache from a piece to its number of tokens. It can be lost at any time: no count depends on it.

/** Bytes of the longest piece that fits into a short entry, its length and count included, of sixteen. */
export const SHORT_PIECE = 15;
/** Bytes of the longest piece that the cache takes at all. */
export const LONG_PIECE = 64;

const SHORT_SETS_LOG2 = 15;
const LONG_SLOTS_LOG2 = 15;

/** What the low 28 bits of a short entry's last word hold: three bytes and the length. The count stands above. */
export const LENGTH_AND_BYTES = 0x0fffffff;

/** For each length 0–15, the masks that cut four words down to it. */
export function wordMasks(): Int32Array {
  const masks = new Int32Array(16 * 4);
  for (let length = 0; length < 16; length += 1) {
    for (let word = 0; word < 4; word += 1) {
      const bytes = Math.max(0, Math.min(4, length - word * 4));
      masks[length * 4 + word] = bytes === 4 ? -1 : (1 << (bytes * 8)) - 1;
    }
  }
  return masks;
}

/**
 * Flat storage. Short pieces: sets of two entries, four words each, the second entry taking what comes new and
 * moving up when it is met again, so that rare pieces push each other out and not the common ones. Long pieces:
 * one entry a slot. A thread has one per vocabulary.
 */
export class PieceCache {
  readonly short = new Int32Array(8 << SHORT_SETS_LOG2);
  readonly shortShift = 32 - SHORT_SETS_LOG2;
  /** Hash, length, count of each long slot. */
  readonly long = new Int32Array(3 << LONG_SLOTS_LOG2);
  readonly longMask = (1 << LONG_SLOTS_LOG2) - 1;
  readonly longBytes = new Uint8Array(LONG_PIECE << LONG_SLOTS_LOG2);
  readonly longView = new DataView(this.longBytes.buffer);

  /** Forgets everything. */
  clear(): void {
    this.short.fill(0);
    this.long.fill(0);
  }
}
