// SetDiff: what changed between two versions of a set, row by row, as data that its reporters read and none changes.

import type { Finding, RuleId } from './finding.ts';
import type { Pointer } from './pointer.ts';
import type { Distribution, SourceFigures, View } from './report.ts';
import type { RuleMeta } from './rule-meta.ts';

/** The figures of one side. */
export interface SideFigures {
  readonly sources: readonly SourceFigures[];
  readonly read: number;
  readonly effective: number;
  readonly tokens: { readonly total: number; readonly learned: number; readonly framing: number };
  readonly turns: Distribution;
}

/** A row of one side: where it stands, and how it begins, short and masked. */
export interface DiffRow {
  /** Name of its source. */
  readonly source: string;
  readonly index: number;
  readonly line?: number;
  /** The lasting name of the record. */
  readonly record: string;
  readonly tokens: number;
  readonly turns: number;
  readonly label?: string;
  readonly excerpt: string;
}

/** One place within an edited row; a side that is missing had nothing there. */
export interface Change {
  readonly pointer: Pointer;
  readonly before?: string;
  readonly after?: string;
}

export interface EditedRow {
  readonly before: DiffRow;
  readonly after: DiffRow;
  /** How sure it is that they are versions of one row: their prompts are the same, or so much alike (0 to 100). */
  readonly alike: number;
  readonly changes: readonly Change[];
  /** Places that changed beyond those. */
  readonly moreChanges: number;
}

export interface DiffFindings {
  readonly counts: Readonly<Record<RuleId, number>>;
  /** At most `settings.keep`. */
  readonly findings: readonly Finding[];
}

export interface SetDiff {
  readonly tool: { readonly name: string; readonly version: string };
  readonly tokenizer: string;
  readonly exact: boolean;
  readonly today: string;
  readonly target?: string;
  readonly before: SideFigures;
  readonly after: SideFigures;
  /** Exact numbers; `moved` are among the unchanged, in another order or file. */
  readonly rows: {
    readonly unchanged: number;
    readonly added: number;
    readonly removed: number;
    readonly edited: number;
  };
  /** Each in the order of its positions, at most `settings.keep`. */
  readonly added: readonly DiffRow[];
  readonly removed: readonly DiffRow[];
  readonly edited: readonly EditedRow[];
  /** Labels whose number changed. */
  readonly labels: readonly { readonly label: string; readonly before: number; readonly after: number }[];
  /** Edited rows that changed their label. */
  readonly relabelled: readonly { readonly from: string; readonly to: string; readonly rows: number }[];
  /** Edited rows that have another number of turns. */
  readonly turnsChanged: number;
  readonly cost: readonly { readonly model: string; readonly before: number; readonly after: number }[];
  readonly fresh: DiffFindings;
  readonly gone: DiffFindings;
  readonly rules: Readonly<Record<RuleId, RuleMeta>>;
}

export interface DiffReporter {
  readonly id: string;
  readonly title: string;
  readonly extension: string;
  render(diff: SetDiff, view: View): string;
}
