// Settings: everything that can change a result, as plain data: printable, hashable, cloneable.

import type { Baseline } from './baseline.ts';
import type { EvaluationItems } from './evaluation.ts';
import type { RuleId, Severity } from './finding.ts';
import type { JsonObject } from './json.ts';
import type { Suppression } from './suppression.ts';

export type OptionValue = boolean | number | readonly string[];

export interface RuleSetting {
  readonly severity: Severity;
  readonly options: Readonly<Record<string, OptionValue>>;
  /** The run fails by how often it speaks, not by its single findings: a share of the records read, or the baseline's. */
  readonly maxRate?: MaxRate;
}

export type MaxRate = number | 'baseline';

/** Another severity for the files whose names match. */
export interface FileOverride {
  /** A glob over source names: `eval/**`. */
  readonly files: string;
  readonly rules: Readonly<Record<RuleId, Severity | 'off'>>;
}

/** Some records instead of all. */
export interface SampleWish {
  readonly records: number;
  readonly seed: number;
  /** Whether the sample may pass for the whole: the user has said what fails. */
  readonly mayPass: boolean;
}

export interface Settings {
  /** `auto`, or the id of a format. */
  readonly format: string;
  readonly target?: string;
  readonly model?: string;
  readonly goal?: string;
  /** Which field each column of a table becomes: `{ question: 'prompt' }`. */
  readonly columns: Readonly<Record<string, string>>;
  /** Which preset the rules below began from. */
  readonly preset: string;
  /** An encoding's name. */
  readonly tokenizer: string;
  /** Only those that are on. */
  readonly rules: Readonly<Record<RuleId, RuleSetting>>;
  /** Later ones win. */
  readonly overrides: readonly FileOverride[];
  /** Pointer of the label in a record, when the user says which. */
  readonly label?: string;
  /** The labels that may occur. */
  readonly labels?: readonly string[];
  /** The JSON Schema that every answer has to satisfy. */
  readonly outputSchema?: JsonObject;
  /** Evaluation files that must not leak in, as the user named them. */
  readonly against?: readonly string[];
  /** What stands in them, once they were read. */
  readonly evaluation?: EvaluationItems;
  /** Bytes; a longer line is a broken record. */
  readonly maxLineBytes: number;
  /** Levels of nesting; a deeper record is a broken record. */
  readonly maxDepth: number;
  /** Findings kept per rule; counts are exact whatever is kept. */
  readonly keep: number;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly suppressions: readonly Suppression[];
  readonly baseline?: Baseline;
  readonly sample?: SampleWish;
  /** YYYY-MM-DD: the only clock. */
  readonly today: string;
}
