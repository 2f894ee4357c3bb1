// Paths and standard input as streams of bytes with a name, a size and a fingerprint.

import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { UserError } from '../model/error.ts';

/** Bytes read at once: larger reads gain nothing here, smaller ones cost batches. */
export const CHUNK_BYTES = 1 << 20;

/** Something to read, found and readable, not yet opened. */
export interface Source {
  readonly rank: number;
  /** What the user knows it by: relative to where the command runs, with `/`; `<stdin>` for standard input. */
  readonly name: string;
  /** undefined for standard input. */
  readonly path: string | undefined;
  /** Bytes on disk; undefined where nobody can know. */
  readonly size: number | undefined;
  /** Found by walking a folder, not named: what is no dataset there is no error. */
  readonly walked: boolean;
}

/** The error for a path that cannot be read, by what the system says. */
export function unreadable(path: string, cause: unknown): UserError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') {
    return new UserError('no-input', `${path} does not exist`, {
      hint: 'paths are relative to the current folder',
      cause,
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new UserError('unreadable-source', `${path} may not be read`, {
      hint: 'look at its permissions',
      cause,
    });
  }
  return new UserError('unreadable-source', `${path} cannot be read (${code ?? 'unknown reason'})`, {
    cause,
  });
}

/** An open source. `bytes` and `sha256` speak of the file as it lies on disk and are final once `chunks` has ended. */
export class OpenSource {
  readonly source: Source;
  bytes = 0;
  readonly #hash: Hash = createHash('sha256');
  readonly #stdin: Readable;
  readonly #chunkBytes: number;

  constructor(source: Source, stdin: Readable, chunkBytes = CHUNK_BYTES) {
    this.source = source;
    this.#stdin = stdin;
    this.#chunkBytes = chunkBytes;
  }

  /** The bytes in order. A chunk's memory is used again for the next: take what you need before you go on. */
  async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    if (this.source.path === undefined) {
      for await (const chunk of this.#stdin as AsyncIterable<Uint8Array>) yield this.#seen(chunk);
      return;
    }
    try {
      const file = await open(this.source.path, 'r');
      try {
        const buffer = new Uint8Array(this.#chunkBytes);
        for (;;) {
          const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
          if (bytesRead === 0) return;
          yield this.#seen(buffer.subarray(0, bytesRead));
        }
      } finally {
        await file.close();
      }
    } catch (cause) {
      if (cause instanceof UserError || (cause as NodeJS.ErrnoException).syscall === undefined) throw cause;
      throw unreadable(this.source.name, cause);
    }
  }

  get sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  #seen(chunk: Uint8Array): Uint8Array {
    this.bytes += chunk.length;
    this.#hash.update(chunk);
    return chunk;
  }
}
