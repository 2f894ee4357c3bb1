// Walks the frames of zstd data (RFC 8878) without unpacking them: one block at a time, and no window beyond reason.

/** What `zstd` itself unpacks without being asked for more. */
const LARGEST_WINDOW = 128 << 20;

const MAGIC = 0xfd2fb528;
const DICTIONARY_BYTES = [0, 1, 2, 4] as const;
const CONTENT_BYTES = [0, 2, 4, 8] as const;

/** What the bytes at hand belong to; `body` is whatever follows a header whose length is known. */
type Part = 'magic' | 'descriptor' | 'header' | 'block' | 'skippable' | 'body';

/**
 * Cuts chunks behind each block, so that a decoder that is given one piece after another never unpacks more than one
 * block (128 KiB) at once. Throws where the data is no zstd or wants an unreasonable window.
 */
export class ZstdFrames {
  #part: Part = 'magic';
  /** Bytes of the part so far, and how many it has. */
  #seen: number[] = [];
  #wanted = 4;
  #left = 0;
  #descriptor = 0;
  #afterBody: Part = 'magic';

  *pieces(chunk: Uint8Array): Generator<Uint8Array, void, undefined> {
    let from = 0;
    let at = 0;
    while (at < chunk.length) {
      if (this.#part === 'body') {
        const taken = Math.min(this.#left, chunk.length - at);
        at += taken;
        this.#left -= taken;
        if (this.#left > 0) break;
        this.#next(this.#afterBody);
        yield chunk.subarray(from, at);
        from = at;
      } else {
        this.#seen.push(chunk[at] as number);
        at += 1;
        if (this.#seen.length === this.#wanted) this.#read();
      }
    }
    if (from < at) yield chunk.subarray(from, at);
  }

  #next(part: Part): void {
    this.#part = part;
    this.#seen = [];
    this.#wanted = part === 'descriptor' ? 1 : part === 'block' ? 3 : 4;
  }

  /** Makes sense of a part that is complete. */
  #read(): void {
    const seen = this.#seen;
    switch (this.#part) {
      case 'magic': {
        const magic = wholeNumber(seen, 0, 4);
        if (magic === MAGIC) this.#next('descriptor');
        else if (magic >= 0x184d2a50 && magic <= 0x184d2a5f) this.#next('skippable');
        else throw new Error('what follows is no zstd frame');
        break;
      }
      case 'skippable':
        this.#body(wholeNumber(seen, 0, 4), 'magic');
        break;
      case 'descriptor': {
        this.#descriptor = seen[0] as number;
        const bytes =
          (isSingle(this.#descriptor) ? 0 : 1) +
          dictionaryBytes(this.#descriptor) +
          contentBytes(this.#descriptor);
        this.#next('header');
        this.#wanted = bytes;
        break;
      }
      case 'header':
        if (windowOf(this.#descriptor, seen) > LARGEST_WINDOW) {
          throw new Error('it needs a window of more than 128 MiB');
        }
        this.#next('block');
        break;
      case 'block': {
        const header = wholeNumber(seen, 0, 3);
        const isLast = (header & 1) === 1;
        const isRun = ((header >> 1) & 3) === 1;
        const checksum = isLast && (this.#descriptor & 4) !== 0 ? 4 : 0;
        this.#body((isRun ? 1 : header >> 3) + checksum, isLast ? 'magic' : 'block');
        break;
      }
      case 'body':
        break;
    }
  }

  #body(bytes: number, after: Part): void {
    if (bytes === 0) {
      this.#next(after);
      return;
    }
    this.#part = 'body';
    this.#left = bytes;
    this.#afterBody = after;
  }
}

const isSingle = (descriptor: number): boolean => (descriptor & 0x20) !== 0;
const dictionaryBytes = (descriptor: number): number => DICTIONARY_BYTES[(descriptor & 3) as 0 | 1 | 2 | 3];

function contentBytes(descriptor: number): number {
  const bytes = CONTENT_BYTES[(descriptor >> 6) as 0 | 1 | 2 | 3];
  return bytes === 0 && isSingle(descriptor) ? 1 : bytes;
}

/** Bytes of what came before that a decoder must remember. */
function windowOf(descriptor: number, header: readonly number[]): number {
  if (!isSingle(descriptor)) {
    const byte = header[0] as number;
    const base = 2 ** (10 + (byte >> 3));
    return base + (base / 8) * (byte & 7);
  }
  const bytes = contentBytes(descriptor);
  return wholeNumber(header, header.length - bytes, bytes) + (bytes === 2 ? 256 : 0);
}

/** Little-endian. */
function wholeNumber(bytes: readonly number[], from: number, length: number): number {
  let value = 0;
  for (let i = length - 1; i >= 0; i -= 1) value = value * 256 + (bytes[from + i] as number);
  return value;
}
