// Conversion: what became of every record that went over to another format, as data that reporters read.

import type { Loss } from './format.ts';
import type { Position } from './position.ts';
import type { Report } from './report.ts';

export interface Conversion {
  /** By source rank. */
  readonly sources: readonly { readonly name: string; readonly container: string; readonly format: string }[];
  readonly format: string;
  readonly target: string | undefined;
  readonly output: string;
  /** Records: read = converted + rejected; one that is converted may become several. */
  readonly read: number;
  readonly converted: number;
  readonly rejected: number;
  readonly written: number;
  /** Largest first. */
  readonly losses: readonly LossCount[];
  /** Losses at places that were too many to be kept apart. */
  readonly otherLosses: number;
  /** Why records were rejected; largest first. */
  readonly rejections: readonly Rejections[];
  /** What the target says of the records that are written; undefined for a bare format. */
  readonly check: Report | undefined;
  /** Why nothing was written, in words; empty where it was. */
  readonly refusals: readonly string[];
}

export interface LossCount extends Pick<Loss, 'what' | 'how'> {
  /** A JSON Pointer with `[]` for any item of a list: `/messages/[]/name`. */
  readonly place: string;
  readonly count: number;
  /** Absent for losses of the container, which are counted when it is closed. */
  readonly first: Position | undefined;
}

export interface Rejections {
  readonly reason: string;
  readonly count: number;
  readonly first: Position;
}
