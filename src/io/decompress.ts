// gzip and zstd as if they were not there: compressed chunks in, the bytes they stand for out. The door to fzstd.

import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
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

/**
 * The decompressed chunks.
 * @throws UserError where the data is damaged; what came before has been given by then
 */
export async function* decompress(kind: Compression, chunks: Chunks, name: string): Chunks {
  try {
    yield* kind === 'gzip' ? gunzip(chunks) : unzstd(chunks);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      'unreadable-source',
      `${name} is damaged: its ${kind} data cannot be unpacked (${what})`,
      {
        hint: 'fetch or write the file again',
        cause,
      },
    );
  } finally {
    await chunks.return();
  }
}

/** Several members in a row are one stream, as gzip itself has it. */
async function* gunzip(chunks: Chunks): Chunks {
  const copies = Readable.from(copied(chunks), { objectMode: true });
  const gunzipped = createGunzip({ chunkSize: 1 << 18 });
  copies.on('error', (cause) => gunzipped.destroy(cause));
  for await (const chunk of copies.pipe(gunzipped)) yield chunk as Uint8Array;
}

/** A reader uses the memory of a chunk again; a pipe looks at it later. */
async function* copied(chunks: Chunks): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

async function* unzstd(chunks: Chunks): Chunks {
  const { Decompress } = await import('fzstd');
  let ready: Uint8Array[] = [];
  const stream = new Decompress((chunk) => {
    ready.push(chunk);
  });
  const frames = new ZstdFrames();
  for await (const chunk of chunks) {
    for (const piece of frames.pieces(chunk)) {
      stream.push(piece.slice());
      const taken = ready;
      ready = [];
      yield* taken;
    }
  }
  stream.push(new Uint8Array(0), true);
  yield* ready;
}
