// Batches: records in parcels of bytes that can change threads without being copied.

import type { NotedProblem } from '../model/finding.ts';
import type { Position } from '../model/position.ts';

/** In place of an offset, where records have none: rows of tables are no stretch of the stream. */
export const NO_OFFSET = -1;

/** What a reader knows of a record before anyone has looked inside. */
export const RecordFlag = {
  plain: 0,
  /** Longer than the limit: its bytes were let go. */
  tooLong: 1,
  /** One value written over several lines. */
  manyLines: 2,
} as const;

export interface PlacedProblem {
  readonly at: Position;
  readonly problem: NotedProblem;
}

export interface Batch {
  /** Rank of the source. */
  readonly source: number;
  /** Index of the first record in its source. */
  readonly firstIndex: number;
  /** Of each record, where they do not follow one another. */
  readonly indexes?: Float64Array;
  /** Where `bytes` begins in the decompressed stream, or NO_OFFSET. */
  readonly offset: number;
  /** Of each row's first byte in the decompressed stream: where `bytes` was made of rows. NO_OFFSET: nor has it a line. */
  readonly offsets?: Float64Array;
  readonly bytes: Uint8Array;
  /** Byte range of each record in `bytes`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 1-based physical line of each record's first byte; 0 in containers without lines. */
  readonly lines: Uint32Array;
  /** 1-based column of each record's first byte in its line, in code points; absent where records begin their lines. */
  readonly columns?: Uint32Array;
  /** One RecordFlag each. */
  readonly flags: Uint8Array;
  /** What the reader itself has to say. */
  readonly notes: readonly PlacedProblem[];
}

/** The number in its source of a record of the batch. */
export const indexOf = ({ indexes, firstIndex }: Batch, record: number): number =>
  indexes?.[record] ?? firstIndex + record;

/** Where the record of that number in the batch stands. */
export function placeOf(batch: Batch, record: number): Position {
  const { source } = batch;
  const index = indexOf(batch, record);
  const offset =
    batch.offset === NO_OFFSET
      ? (batch.offsets?.[record] ?? NO_OFFSET)
      : batch.offset + (batch.starts[record] as number);
  if (offset === NO_OFFSET) return { source, index };
  const line = batch.lines[record] as number;
  const column = batch.columns?.[record] ?? 1;
  return column === 1 ? { source, index, line, offset } : { source, index, line, column, offset };
}

/** A batch without records that only carries what the reader has to say. */
export const noteBatch = (source: number, notes: readonly PlacedProblem[]): Batch => ({
  source,
  firstIndex: 0,
  offset: 0,
  bytes: new Uint8Array(0),
  starts: new Uint32Array(0),
  ends: new Uint32Array(0),
  lines: new Uint32Array(0),
  flags: new Uint8Array(0),
  notes,
});
