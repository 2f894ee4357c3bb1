// Report: what a run found, as data that every reporter reads and none changes.

import type { Citation } from './citation.ts';
import type { Finding, RuleId, Severity } from './finding.ts';
import type { TargetStatus } from './limits.ts';
import type { RuleMeta } from './rule-meta.ts';
import type { Settings } from './settings.ts';

export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly verdict: 'pass' | 'fail';
  /** Why it failed, in words; empty when it passed. */
  readonly reasons: readonly string[];
  readonly settings: Settings;
  readonly figures: Figures;
  /** Sorted, at most `settings.keep` per rule. */
  readonly findings: readonly Finding[];
  /** Exact, before anything was cut. */
  readonly counts: Readonly<Record<RuleId, number>>;
  readonly goal?: Assessment;
  readonly target?: { readonly id: string; readonly title: string; readonly status: TargetStatus };
  readonly cost: readonly Cost[];
  /** Exact numbers of findings by severity. */
  readonly totals: Readonly<Record<Severity, number>>;
  /** What was found and is not told; absent where nothing could be held back. */
  readonly withheld?: WithheldFigures;
  /** Rules whose rate decides, in the order of their ids. */
  readonly gates: readonly Gate[];
  /** The words of the rules that spoke. */
  readonly rules: Readonly<Record<RuleId, SpokenRule>>;
}

/** A rule's words, and beside them those of the service that refuses what it finds. */
export interface SpokenRule extends RuleMeta {
  readonly says?: string;
}

export interface WithheldFigures {
  /** Findings that the settings suppress. */
  readonly suppressed: number;
  /** Findings that the baseline knows; absent without one. */
  readonly known?: number;
  /** Entries of the baseline that nothing answers to any more. */
  readonly gone?: number;
}

/** A rule that fails the run by how often it speaks. */
export interface Gate {
  readonly rule: RuleId;
  /** Findings, known from a baseline or new. */
  readonly found: number;
  /** How many there may be among how many records. */
  readonly allowed: { readonly findings: number; readonly of: number };
  readonly by: 'rate' | 'baseline';
  readonly open: boolean;
}

export interface SourceFigures {
  /** Relative, with `/`. */
  readonly name: string;
  readonly container: string;
  readonly format: string;
  /** Why this format, and what came second. */
  readonly because: string;
  /** As the file lies on disk. */
  readonly bytes: number;
  readonly records: number;
  readonly sha256: string;
}

/** How many records, in the words that product documents define. */
export interface RecordFigures {
  readonly read: number;
  readonly broken: number;
  readonly unrecognized: number;
  readonly exactDuplicates: number;
  readonly nearDuplicates: number;
  readonly effective: number;
}

export interface Distribution {
  readonly min: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly mean: number;
}

/** `upTo` is the largest value that falls into the bucket. */
export interface Bucket {
  readonly upTo: number;
  readonly records: number;
}

export interface TokenFigures {
  readonly tokenizer: string;
  readonly engine: string;
  readonly exact: boolean;
  /** How far an estimate may be off on ordinary text, as a fraction. */
  readonly band?: number;
  /** Of the vocabulary's file, where the user named one. */
  readonly sha256?: string;
  /** What the text of a control token inside content counts as. */
  readonly controlTokens?: 'plain' | 'control';
  readonly total: number;
  readonly learned: number;
  /** About: what the chat format adds, and images and tools whose price is known. */
  readonly framing: number;
  /** The chat format that was reckoned with; `none` where none is known for the model. */
  readonly chatFormat: string;
  /** Images without a known size or price: they are in no figure. */
  readonly unsizedImages: number;
  /** How long one example may be, for the target or the model that was named. */
  readonly limit?: number;
  readonly perRecord: Distribution;
  readonly histogram: readonly Bucket[];
}

/** What was judged in place of all. */
export interface SampleFigures {
  readonly records: number;
  /** Records that there are. */
  readonly of: number;
  readonly seed: number;
}

export interface Figures {
  /** Absent where every record was judged. All other figures are of the sample. */
  readonly sample?: SampleFigures;
  readonly sources: readonly SourceFigures[];
  readonly records: RecordFigures;
  /** Understood records with at least one error or warning. */
  readonly flagged: number;
  readonly tokens: TokenFigures;
  readonly turns: Distribution;
  readonly roles: Readonly<Record<string, number>>;
  readonly labels: readonly { readonly label: string; readonly records: number }[];
  /** Records whose label is not in `labels`, because there are too many different ones. */
  readonly otherLabels: number;
  readonly goals: readonly GoalFigure[];
}

/** For which goals the set would do. */
export interface GoalFigure {
  readonly id: string;
  readonly verdict: GoalVerdict;
  /** Records that the goal needs at least. */
  readonly low: number;
}

/** What rules of the set may know of it when they finish. */
export interface SetFacts {
  readonly read: number;
  readonly understood: number;
}

export type GoalVerdict = 'too-few' | 'enough' | 'ample';

export interface Assessment {
  readonly id: string;
  readonly title: string;
  readonly verdict: GoalVerdict;
  readonly effective: number;
  readonly low: number;
  /** Absent where more always helps. */
  readonly high?: number;
  readonly perClass: readonly {
    readonly label: string;
    readonly records: number;
    readonly verdict: GoalVerdict;
  }[];
  readonly why: readonly string[];
  readonly next: readonly string[];
  readonly sources: readonly Citation[];
}

export interface Cost {
  readonly target: string;
  readonly model: string;
  readonly billableTokens: number;
  readonly epochs: number;
  readonly usd: number;
  readonly priceDate: string;
  readonly note: string;
}

export interface Reporter {
  readonly id: string;
  readonly title: string;
  readonly extension: string;
  render(report: Report, view: View): string;
}

/** A form of report whose code is loaded only when somebody wants it. */
export interface ReportKind extends Pick<Reporter, 'id' | 'title' | 'extension'> {
  load(): Promise<Reporter>;
}

/** How it will be looked at; no reporter asks the terminal, the clock or the working directory. */
export interface View {
  /** Columns. */
  readonly width: number;
  readonly color: boolean;
  /** Findings shown per rule. */
  readonly examples: number;
}
