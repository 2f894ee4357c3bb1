// Paths and standard input as streams of bytes with a name, a size and a fingerprint.

import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
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
}

/** Finds the sources behind the paths. Throws UserError for what is missing, empty, unreadable or a folder. */
export async function findSources(paths: readonly string[], root: string): Promise<Source[]> {
  if (paths.length === 0) {
    throw new UserError('no-input', 'no input was named', { hint: 'name a file, or - for standard input' });
  }
  const sources: Source[] = [];
  for (const path of paths) sources.push(await findSource(path, sources.length, root));
  return sources;
}

async function findSource(path: string, rank: number, root: string): Promise<Source> {
  if (path === '-') return { rank, name: '<stdin>', path: undefined, size: undefined };
  let info: Awaited<ReturnType<typeof stat>>;
  try {
    info = await stat(path);
    await access(path, constants.R_OK);
  } catch (cause) {
    throw unreadable(path, cause);
  }
  if (info.isDirectory()) {
    throw new UserError('unreadable-source', `${path} is a folder`, { hint: 'name the files in it' });
  }
  if (info.isFile() && info.size === 0) throw new UserError('no-input', `${path} is empty: 0 bytes`);
  const name = relative(root, resolve(path)).split(sep).join('/');
  return { rank, name, path, size: info.isFile() ? info.size : undefined };
}

function unreadable(path: string, cause: unknown): UserError {
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
