// Columns of whole numbers that grow in chunks: what is remembered per record stays small and out of the heap.

const CHUNK = 1 << 16;

type Chunk = Uint32Array | Float64Array;

/** Plain data, so that it survives structuredClone. `wide` columns hold whole numbers up to 2^53. */
export interface Column {
  readonly wide: boolean;
  readonly chunks: Chunk[];
  length: number;
}

export const emptyColumn = (wide = false): Column => ({ wide, chunks: [], length: 0 });

export function push(column: Column, value: number): void {
  const place = column.length & (CHUNK - 1);
  if (place === 0) column.chunks.push(column.wide ? new Float64Array(CHUNK) : new Uint32Array(CHUNK));
  (column.chunks[column.length >>> 16] as Chunk)[place] = value;
  column.length += 1;
}

export const at = (column: Column, index: number): number =>
  (column.chunks[index >>> 16] as Chunk)[index & (CHUNK - 1)] as number;

/** Full chunks are never written to again, so they are taken over as they are where they fit. */
export function append(into: Column, from: Column): void {
  let i = 0;
  if ((into.length & (CHUNK - 1)) === 0) {
    for (; i + CHUNK <= from.length; i += CHUNK) {
      into.chunks.push(from.chunks[i >>> 16] as Chunk);
      into.length += CHUNK;
    }
  }
  for (; i < from.length; i += 1) push(into, at(from, i));
}
