// gzip and zstd out, with the same bytes on every machine and every Node: the door to fflate and to zstd in WebAssembly.

import type { Compression } from './decompress.ts';

/** Takes bytes, gives what has become of them so far. The same bytes cut into the same pieces give the same result. */
export interface Compressor {
  push(piece: Uint8Array): readonly Uint8Array[];
  /** No more bytes come; or, when given up, none is wanted. */
  end(): readonly Uint8Array[];
}

/**
 * Node's own gzip follows the processor (its zlib has other match finders where there is SIMD) and its zstd the
 * version of Node, and Node 20 has none; both libraries here count in whole numbers only and are the same everywhere.
 */
export const createCompressor = (kind: Compression): Promise<Compressor> =>
  kind === 'gzip' ? createGzip() : createZstd();

const GZIP_LEVEL = 6;
const ZSTD_LEVEL = 3;

async function createGzip(): Promise<Compressor> {
  const { Gzip } = await import('fflate');
  let ready: Uint8Array[] = [];
  // A time of 0 stands for none (RFC 1952, 2.3.1), and no file name is given.
  const gzip = new Gzip({ level: GZIP_LEVEL, mtime: 0 });
  gzip.ondata = (chunk) => {
    ready.push(chunk);
  };
  const take = (): Uint8Array[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  return {
    push(piece) {
      gzip.push(piece);
      return take();
    },
    end() {
      gzip.push(new Uint8Array(0), true);
      return take();
    },
  };
}

/** The library has one stream for all; two that take turns would write into each other. */
let zstdTaken = false;

async function createZstd(): Promise<Compressor> {
  const { Zstd } = await import('@hpcc-js/wasm-zstd');
  const zstd = await Zstd.load();
  if (zstdTaken) throw new Error('one zstd stream can be written at a time');
  zstdTaken = true;
  // One frame for all: some readers of zstd stop after the first and would lose the rest without a word.
  zstd.reset();
  zstd.setCompressionLevel(ZSTD_LEVEL);
  return {
    push: (piece) => [zstd.compressChunk(piece)],
    end() {
      zstdTaken = false;
      return [zstd.compressEnd()];
    },
  };
}
