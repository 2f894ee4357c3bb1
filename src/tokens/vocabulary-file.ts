// The binary form of a built-in vocabulary: the tables as they stand in memory, read straight into shared memory.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { sharedInts } from './build-vocabulary.ts';
import { NONE, type Vocabulary } from './vocabulary.ts';

const MAGIC = 0x62766f74; // "tovb"
const VERSION = 1;
const HEADER = 6;
const BYTES = 256;

/**
 * Writes a vocabulary whose outer ids, from the 257th token on, are its inner ids (all of OpenAI's without a gap
 * are so) and none of whose tokens is longer than 255 bytes; throws a RangeError on others. Layout, in the
 * byte order of all machines that Node runs on: header, ids of the bytes, pairs, pieces, pool, token lengths.
 */
export function packVocabulary(vocabulary: Vocabulary): Uint8Array {
  const { size, offsets, ids, pairs, pieces, pool } = vocabulary;
  const lengths = new Uint8Array(size);
  for (let inner = 0; inner < size; inner += 1) {
    const length = (offsets[inner + 1] as number) - (offsets[inner] as number);
    if (length > 255) throw new RangeError(`token ${inner} has ${length} bytes`);
    if (inner >= BYTES && ids[inner] !== inner)
      throw new RangeError(`token ${inner} has the id ${ids[inner]}`);
    lengths[inner] = length;
  }
  const header = Int32Array.of(MAGIC, VERSION, size, pairs.length, pieces.length, pool.length);
  return Buffer.concat(
    [header, ids.subarray(0, BYTES), pairs, pieces, pool, lengths].map(
      (part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
    ),
  );
}

/** Reads what `packVocabulary` wrote; undefined if there is no such file or it is something else. */
export function readVocabularyFile(path: URL): Vocabulary | undefined {
  const length = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (length < HEADER * 4) return undefined;
  const memory = new SharedArrayBuffer(Math.ceil(length / 4) * 4);
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(memory, 0, length);
    let filled = 0;
    while (filled < length) {
      const read = readSync(file, bytes, filled, length - filled, filled);
      if (read === 0) return undefined;
      filled += read;
    }
  } finally {
    closeSync(file);
  }
  const header = new Int32Array(memory, 0, HEADER);
  if (header[0] !== MAGIC || header[1] !== VERSION) return undefined;
  const [, , size = 0, pairCount = 0, pieceCount = 0, poolLength = 0] = header;
  let at = HEADER * 4;
  function ints(count: number): Int32Array {
    const array = new Int32Array(memory, at, count);
    at += count * 4;
    return array;
  }
  const byteIds = ints(BYTES);
  const pairs = ints(pairCount);
  const pieces = ints(pieceCount);
  const pool = new Uint8Array(memory, at, poolLength);
  const lengths = new Uint8Array(memory, at + poolLength, size);
  return { size, pool, pairs, pieces, ...fillIn(size, pool, lengths, byteIds) };
}

/** What is cheaper to make than to read. */
function fillIn(
  size: number,
  pool: Uint8Array,
  lengths: Uint8Array,
  byteIds: Int32Array,
): Pick<Vocabulary, 'offsets' | 'ids' | 'bytePairs'> {
  const offsets = sharedInts(size + 1);
  const ids = sharedInts(size);
  const bytePairs = sharedInts(0x10000).fill(NONE);
  let from = 0;
  for (let inner = 0; inner < size; inner += 1) {
    offsets[inner] = from;
    ids[inner] = inner;
    const length = lengths[inner] as number;
    if (length === 2) bytePairs[((pool[from] as number) << 8) | (pool[from + 1] as number)] = inner;
    from += length;
  }
  offsets[size] = from;
  ids.set(byteIds);
  return { offsets, ids, bytePairs };
}
