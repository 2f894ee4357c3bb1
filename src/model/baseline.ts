// Baseline: the findings a set had on a day, by names that survive reordering, so that only new ones count.

import type { Datum, Finding, RuleId } from './finding.ts';
import { fingerprintValue } from './fingerprint.ts';
import { maskPointer, maskSecrets } from './mask.ts';
import type { Pointer } from './pointer.ts';

export interface Baseline {
  /** Of the file it came from. */
  readonly sha256: string;
  /** Records there were. */
  readonly read: number;
  /** Findings of each rule, in whole records and beside them. */
  readonly counts: Readonly<Record<RuleId, number>>;
  /** Entries of each rule, sorted; an entry as often as there were findings of it. */
  readonly findings: Readonly<Record<RuleId, readonly string[]>>;
}

export const EMPTY_BASELINE: Baseline = { sha256: '', read: 0, counts: {}, findings: {} };

/** Longer pointers are named by their fingerprint. */
const LONGEST = 200;

/**
 * What a finding is known by: the record it stands in and the place within, never a file, a line or a row. What stands
 * in no record is known by what is said, but for the numbers in it, which move with the set.
 */
export function baselineEntry(
  finding: Pick<Finding, 'message' | 'pointer' | 'data'>,
  record: string | undefined,
): string {
  return `${record ?? fingerprintValue(sayingOf(finding))} ${shownPointer(finding.pointer)}`.trimEnd();
}

function sayingOf({ message, data = {} }: Pick<Finding, 'message' | 'data'>): string[] {
  const said = Object.entries(data).filter((entry): entry is [string, Datum & string] => {
    return typeof entry[1] === 'string';
  });
  return [message, ...said.flatMap(([name, datum]) => [name, maskSecrets(datum)])];
}

function shownPointer(pointer: Pointer): string {
  const masked = maskSecrets(maskPointer(pointer));
  return masked.length > LONGEST ? `#${fingerprintValue(masked)}` : masked;
}
