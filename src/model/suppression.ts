// Suppression: findings that somebody looked at and lets stand, with the reason and perhaps a last day.

import type { RuleId } from './finding.ts';
import { type Pointer, stepsOf } from './pointer.ts';

/** Silences what fits everything it names. */
export interface Suppression {
  readonly rule?: RuleId;
  /** A glob over source names. */
  readonly files?: string;
  /** A place in the record and all below it; a step `*` stands for any. */
  readonly pointer?: Pointer;
  /** The lasting name of a record, as reports for programs show it. */
  readonly record?: string;
  readonly reason: string;
  /** The last day on which nobody has to look again, YYYY-MM-DD. */
  readonly until?: string;
}

/** Whether a pointer stands at a place or below it; `*` in the place is any one step. */
export function isCovered(pointer: Pointer, place: Pointer): boolean {
  const steps = stepsOf(pointer);
  const wanted = stepsOf(place);
  return wanted.length <= steps.length && wanted.every((step, i) => step === '*' || step === steps[i]);
}
