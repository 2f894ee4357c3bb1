// Deduplication: what went, for whom, and what stayed, as data that words are made of.

import type { Position } from './position.ts';

/** Which record of a cluster stays; the earlier one where two are equal in that. */
export type KeepPolicy = 'first' | 'longest' | 'most-turns' | 'best';
export const KEEP_POLICIES: readonly KeepPolicy[] = ['first', 'longest', 'most-turns', 'best'];

/** Why a record went. */
export type DropReason = 'exact' | 'normalised' | 'near' | 'broken';

export interface DroppedRecord {
  readonly at: Position;
  readonly reason: DropReason;
  /** The record that stays for it; absent where it went because it is broken. */
  readonly keptFor?: Position;
}

export interface Deduplication {
  readonly sources: readonly string[];
  readonly read: number;
  readonly kept: number;
  readonly dropped: Readonly<Record<DropReason, number>>;
  /** Clusters of two or more records. */
  readonly clusters: number;
  /** Records of no known format: they could not be compared, and stay. */
  readonly unrecognized: number;
  /** Records of the files that others were compared against. */
  readonly against: number;
  /** Candidates that are so many that not each was compared with each. */
  readonly capped: number;
  /** Where the records and the ledger stand; absent where nothing was to be written. */
  readonly output?: string;
  readonly ledger?: string;
}
