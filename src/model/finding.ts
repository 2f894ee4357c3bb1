// Problem and Finding: what a rule says, and what the frame makes of it. No sentence is stored; words come last.

import type { JsonValue } from './json.ts';
import type { Pointer } from './pointer.ts';
import { comparePositions, type Position } from './position.ts';

/** `group/name`, as in quality catalogues: `answer/equals-input`. */
export type RuleId = string;

export type Severity = 'error' | 'warning' | 'info';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);

export type Datum = string | number;

export interface Related {
  readonly at: Position;
  readonly pointer?: Pointer;
  readonly label: string;
}

/** A mend, as an edit on the record, so that untouched bytes stay untouched. */
export type Edit =
  | { readonly pointer: Pointer; readonly replace: JsonValue }
  | { readonly pointer: Pointer; readonly remove: true };

export interface Problem {
  /** Key into the rule's messages. */
  readonly message: string;
  /** '' is the whole record. */
  readonly pointer: Pointer;
  readonly data?: Readonly<Record<string, Datum>>;
  readonly related?: readonly Related[];
  readonly edits?: readonly Edit[];
  /** Where in the pointed text the fault stands, in code units: what the excerpt is to show. */
  readonly near?: number;
  /** What stands there is nobody's business: it is never shown as an excerpt. */
  readonly confidential?: true;
}

/** A problem whose rule is not the one that speaks: readers and formats notice what a rule only words. */
export interface NotedProblem extends Problem {
  readonly rule: RuleId;
}
export type Note = (problem: NotedProblem) => void;

/** A problem as stamped by the frame. */
export interface Finding extends Problem {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Absent: about the whole set. */
  readonly at?: Position;
  /** It stands for that many findings which say the same of as many records; their first places are `related`. */
  readonly times?: number;
  /** Lasting name of the record (fingerprint.ts); absent where nobody will see it, or no record is meant. */
  readonly record?: string;
  /** The text around the fault, short and masked; only where somebody will see it. */
  readonly excerpt?: string;
}

/** Sources first, then records, then rules; what concerns the whole set comes before its records. */
export function compareFindings(a: Finding, b: Finding): number {
  if (a.at && b.at) {
    const order = comparePositions(a.at, b.at);
    if (order !== 0) return order;
  } else if (a.at || b.at) {
    return a.at ? 1 : -1;
  }
  return (
    compareText(a.rule, b.rule) || compareText(a.pointer, b.pointer) || compareText(a.message, b.message)
  );
}

/** By UTF-16 code unit, the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
