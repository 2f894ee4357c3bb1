// Where a record stands. The reader gives it before any thread sees the record: identity is position, never arrival.

export interface Position {
  /** Rank of the source among the sources of the run, from 0. */
  readonly source: number;
  /** 0-based record number within the source. */
  readonly index: number;
  /** 1-based physical line, in containers made of lines. */
  readonly line?: number;
  /** Of the record's first byte in that line, from 1, in code points; absent where the record begins its line. */
  readonly column?: number;
  /** First byte of the record in the decompressed stream. */
  readonly offset?: number;
}

/** The total order of all records of a run. */
export const comparePositions = (a: Position, b: Position): number =>
  a.source - b.source || a.index - b.index;
