// gzip and zstd as if they were not there: compressed chunks in, the bytes they stand for out. The door to fzstd.

import { createGunzip } from 'node:zlib';
import type { Decompress } from 'fzstd';
import { UserError } from '../model/error.ts';
import { ZstdFrames } from './zstd-frames.ts';

type Chunks = AsyncGenerator<Uint8Array, void, undefined>;
export type Compression = 'gzip' | 'zstd';

const MAGIC: readonly (readonly [Compression, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

/** What the first bytes of a source are compressed with. */
export const compressionOf = (head: Uint8Array): Compression | undefined =>
  MAGIC.find(([, magic]) => magic.every((byte, i) => head[i] === byte))?.[0];

/** Where unpacking had to stop, and why. */
export interface Damage {
  /** Bytes that were unpacked before. */
  readonly after: number;
  readonly what: string;
}

/** Takes packed bytes in order; throws where they are damaged, and then gives nothing more. */
interface Unpacker {
  push(packed: Uint8Array): AsyncIterable<Uint8Array>;
  end(): AsyncIterable<Uint8Array>;
}

/**
 * The decompressed chunks up to the first damage, which is told; the source is read to its end all the same.
 * @throws UserError where the data is damaged before anything could be unpacked
 */
export async function* decompress(
  kind: Compression,
  chunks: Chunks,
  name: string,
  onDamage: (damage: Damage) => void,
): Chunks {
  const unpacker = kind === 'gzip' ? new Gunzip() : await Unzstd.load();
  let after = 0;
  let failure: unknown;
  async function* counted(parts: AsyncIterable<Uint8Array>): Chunks {
    try {
      for await (const part of parts) {
        after += part.length;
        yield part;
      }
    } catch (cause) {
      failure = cause;
    }
  }
  for await (const chunk of chunks) if (failure === undefined) yield* counted(unpacker.push(chunk));
  if (failure === undefined) yield* counted(unpacker.end());
  if (failure === undefined) return;
  const what = failure instanceof Error ? failure.message : String(failure);
  if (after > 0) onDamage({ after, what });
  else {
    throw new UserError(
      'unreadable-source',
      `${name} is damaged: its ${kind} data cannot be unpacked (${what})`,
      { hint: 'fetch or write the file again', cause: failure },
    );
  }
}

/**
 * Packed bytes handed to zlib at once: the same blocks whatever the chunks, so that damage always shows at one place.
 * What the damaged block held is lost, hence small ones, the smallest at the beginning.
 */
const LARGEST_BLOCK = 1 << 12;
const blockAt = (offset: number): number => Math.min(LARGEST_BLOCK, Math.max(64, offset >> 3));

/** Several members in a row are one stream, as gzip itself has it. */
class Gunzip implements Unpacker {
  readonly #stream = createGunzip({ chunkSize: 1 << 18 });
  readonly #failed: Promise<never>;
  #ready: Uint8Array[] = [];
  readonly #block = new Uint8Array(LARGEST_BLOCK);
  #length = 0;
  #wanted = blockAt(0);
  #offset = 0;

  constructor() {
    this.#stream.on('data', (chunk: Uint8Array) => this.#ready.push(chunk));
    this.#failed = new Promise((_, reject) => this.#stream.on('error', reject));
    // It is met by whoever waits for the block at hand.
    this.#failed.catch(() => {});
  }

  async *push(packed: Uint8Array): Chunks {
    for (let at = 0; at < packed.length; ) {
      const taken = packed.subarray(at, at + this.#wanted - this.#length);
      this.#block.set(taken, this.#length);
      this.#length += taken.length;
      at += taken.length;
      if (this.#length < this.#wanted) continue;
      const block = this.#block.subarray(0, this.#length);
      yield* this.#send((done) => this.#stream.write(block, done));
      this.#offset += block.length;
      this.#wanted = blockAt(this.#offset);
    }
  }

  async *end(): Chunks {
    const rest = this.#block.subarray(0, this.#length);
    const over = new Promise<void>((resolve) => this.#stream.on('end', resolve));
    yield* this.#send((done) => {
      this.#stream.end(rest);
      over.then(() => done());
    });
  }

  async *#send(pass: (done: (cause?: Error | null) => void) => void): Chunks {
    const done = new Promise<void>((resolve, reject) => pass((cause) => (cause ? reject(cause) : resolve())));
    try {
      await Promise.race([done, this.#failed]);
    } finally {
      this.#length = 0;
      done.catch(() => {});
      const ready = this.#ready;
      this.#ready = [];
      yield* ready;
    }
  }
}

class Unzstd implements Unpacker {
  readonly #stream: Decompress;
  readonly #frames = new ZstdFrames();
  #ready: Uint8Array[] = [];

  static async load(): Promise<Unzstd> {
    return new Unzstd((await import('fzstd')).Decompress);
  }

  private constructor(Stream: typeof Decompress) {
    this.#stream = new Stream((chunk) => {
      this.#ready.push(chunk);
    });
  }

  async *push(packed: Uint8Array): Chunks {
    for (const piece of this.#frames.pieces(packed)) {
      this.#stream.push(piece.slice());
      yield* this.#taken();
    }
  }

  async *end(): Chunks {
    this.#stream.push(new Uint8Array(0), true);
    yield* this.#taken();
  }

  #taken(): Uint8Array[] {
    const taken = this.#ready;
    this.#ready = [];
    return taken;
  }
}
