// Bytes on their way out: gathered into pieces of one size, packed, counted, hashed, and written to a file or a stream.

import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { UserError } from '../model/error.ts';
import { type Compressor, createCompressor } from './compress.ts';
import type { Compression } from './decompress.ts';
import { createFile, type FileOptions, type NewFile } from './write-file.ts';

/** Fewer calls gain nothing beyond this; what is packed depends on it, so it is no setting. */
const PIECE_BYTES = 1 << 18;

/** What stands on disk in the end. */
export interface WrittenBytes {
  readonly bytes: number;
  readonly sha256: string;
}

/** Takes bytes in any portions; the same bytes give the same file whatever the portions. */
export class ByteSink {
  readonly #file: NewFile;
  readonly #compressor: Compressor | undefined;
  readonly #piece = new Uint8Array(PIECE_BYTES);
  readonly #hash = createHash('sha256');
  #length = 0;
  #bytes = 0;
  #open = true;

  private constructor(file: NewFile, compressor: Compressor | undefined) {
    this.#file = file;
    this.#compressor = compressor;
  }

  /** @throws UserError where the path cannot be written to */
  static async create(
    path: string,
    compression: Compression | undefined,
    options: FileOptions & { readonly stdout?: Writable } = {},
  ): Promise<ByteSink> {
    const compressor = compression === undefined ? undefined : await createCompressor(compression);
    try {
      const file =
        options.stdout === undefined ? await createFile(path, options) : streamFile(options.stdout);
      return new ByteSink(file, compressor);
    } catch (cause) {
      compressor?.end();
      throw cause;
    }
  }

  /**
   * Takes the bytes; their memory may be used again once the promise is kept, or at once where there is none.
   * Wait for the promise before the next call.
   */
  write(bytes: Uint8Array): Promise<void> | undefined {
    if (bytes.length > PIECE_BYTES - this.#length) return this.#writeLong(bytes);
    this.#piece.set(bytes, this.#length);
    this.#length += bytes.length;
    return undefined;
  }

  async #writeLong(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + PIECE_BYTES - this.#length);
      this.#piece.set(part, this.#length);
      this.#length += part.length;
      at += part.length;
      if (this.#length === PIECE_BYTES) await this.#flush();
    }
  }

  async #flush(): Promise<void> {
    const piece = this.#piece.subarray(0, this.#length);
    this.#length = 0;
    if (this.#compressor === undefined) return this.#put(piece);
    for (const packed of this.#compressor.push(piece)) await this.#put(packed);
  }

  async #put(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    await this.#file.write(bytes);
  }

  async commit(): Promise<WrittenBytes> {
    if (this.#length > 0) await this.#flush();
    for (const packed of this.#release()) await this.#put(packed);
    await this.#file.commit();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  async discard(): Promise<void> {
    this.#release();
    await this.#file.discard();
  }

  #release(): readonly Uint8Array[] {
    const rest = this.#open ? this.#compressor?.end() : undefined;
    this.#open = false;
    return rest ?? [];
  }
}

/** Standard output as a file: it stays open, and a reader that has gone away (`| head`) is no error. */
const streamFile = (stream: Writable): NewFile => ({
  write: (data) =>
    new Promise((resolve, reject) => {
      if (stream.destroyed || !stream.writable) return resolve();
      // A stream may look at the bytes later, when their memory holds others.
      stream.write(typeof data === 'string' ? data : Uint8Array.from(data), (cause) => {
        const code = (cause as NodeJS.ErrnoException | null | undefined)?.code;
        if (cause == null || code === 'EPIPE') return resolve();
        const message = `the output cannot be written (${code ?? cause.message})`;
        reject(new UserError('unwritable-output', message, { cause }));
      });
    }),
  async commit() {},
  async discard() {},
});
