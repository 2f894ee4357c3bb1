// The words of a rule: what is wrong, why that matters, what to do, with examples that are its tests.

import type { Citation } from './citation.ts';
import type { ExampleKind } from './example.ts';
import type { Datum, RuleId, Severity } from './finding.ts';
import type { JsonObject } from './json.ts';
import type { OptionSpecs } from './option.ts';
import type { OptionValue } from './settings.ts';
import type { Suppression } from './suppression.ts';

/** What a mend may do: `safe` leaves meaning and label alone, `suggest` must be named, `drop` removes the record. */
export type FixTier = 'none' | 'safe' | 'suggest' | 'drop';

export interface RuleMeta {
  /** Its folder and file: `content/empty-answer`. It reads well in "allow …". */
  readonly id: RuleId;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** What it does to training or to the upload. */
  readonly why: string;
  /** What the user should do. */
  readonly mend: string;
  readonly severity: Severity;
  /** Where a goal makes it worse or milder. */
  readonly severityFor?: Readonly<Record<string, Severity>>;
  readonly stage: 'preview' | 'stable' | 'deprecated';
  /** Off in the recommended preset. */
  readonly optIn?: boolean;
  readonly since: string;
  /** Old names keep working. */
  readonly formerly?: readonly RuleId[];
  readonly fix: FixTier;
  /** Rules whose finding on the same record explains this one, which then keeps silent. */
  readonly knockOnOf?: readonly RuleId[];
  /** Absent: all kinds. */
  readonly kinds?: readonly ExampleKind[];
  readonly options: OptionSpecs;
  /** Sentences with `{name}` for a datum and `{count#record}` for "1 record", "2 records". */
  readonly messages: Readonly<Record<string, string>>;
  readonly sources: readonly Citation[];
  readonly examples: { readonly good: readonly GoodExample[]; readonly bad: readonly BadExample[] };
  /** How often it was wrong on real sets, where somebody looked. */
  readonly measured?: Measurement;
}

export interface Measurement {
  /** Records of real public sets it ran over. */
  readonly records: number;
  readonly flagged: number;
  /** Of those flagged, how many were looked at, and how many of them should not have been flagged. */
  readonly inspected: number;
  readonly wrong: number;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** One record, several, or raw lines as they stand in a file, which is called `data.jsonl` unless it has a name. */
type ExampleInput =
  | { readonly record: JsonObject }
  | { readonly records: readonly JsonObject[] }
  | { readonly lines: string; readonly file?: string };

export type GoodExample = ExampleInput & ExampleSettings & { readonly title: string };
export type BadExample = GoodExample & { readonly finds: readonly ExpectedProblem[] };

interface ExampleSettings {
  readonly format?: string;
  readonly target?: string;
  readonly model?: string;
  readonly goal?: string;
  /** Records of an evaluation set. */
  readonly against?: readonly JsonObject[];
  /** Pointer of the label. */
  readonly label?: string;
  readonly labels?: readonly string[];
  readonly outputSchema?: JsonObject;
  readonly suppress?: readonly Suppression[];
  readonly today?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface ExpectedProblem {
  readonly message: string;
  readonly pointer: string;
  readonly data?: Readonly<Record<string, Datum>>;
  /** Absent: the first record, or the whole set for rules of the set. */
  readonly index?: number;
}
