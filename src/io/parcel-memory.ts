// Memory for the bytes of batches, used again and again: left to the garbage collectors of threads it would pile up.

/** Sizes are rounded up, so that what held one batch holds the next. */
const STEP = 1 << 18;
/** Larger memory is for one long record, and is let go. */
const LARGEST = 1 << 22;

export class ParcelMemory {
  readonly #spare: ArrayBuffer[] = [];

  /** Bytes of that length, with anything in them. */
  take(length: number): Uint8Array<ArrayBuffer> {
    if (length === 0) return new Uint8Array(0);
    const fit = this.#spare.findLastIndex(({ byteLength }) => byteLength >= length);
    const [found] = fit < 0 ? [] : this.#spare.splice(fit, 1);
    return new Uint8Array(found ?? new ArrayBuffer(Math.ceil(length / STEP) * STEP), 0, length);
  }

  /** A copy, as `slice` makes one. */
  copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const copy = this.take(bytes.length);
    copy.set(bytes);
    return copy;
  }

  /** Takes back what nobody reads any more. */
  give(buffer: ArrayBuffer): void {
    if (buffer.byteLength >= STEP && buffer.byteLength <= LARGEST) this.#spare.push(buffer);
  }
}
