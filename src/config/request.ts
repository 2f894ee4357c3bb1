// What a user may ask for, before defaults and rules have had their say; flags and files both become one of these.

import type { Baseline } from '../model/baseline.ts';
import type { RuleId, Severity } from '../model/finding.ts';
import type { JsonObject } from '../model/json.ts';
import type { MaxRate, OptionValue } from '../model/settings.ts';
import type { Suppression } from '../model/suppression.ts';

export type Preset = 'recommended' | 'all';
export const PRESETS: readonly Preset[] = ['recommended', 'all'];

/** A severity, options, a rate, or all of them; what is left out stays as it is. */
export interface RuleWish {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** Fail by how often the rule speaks among the records, not by its single findings. */
  readonly maxRate?: MaxRate;
}

export type RuleWishes = Readonly<Record<RuleId, Severity | 'off' | RuleWish>>;

/** Other severities for the files that match a glob. */
export interface FileWishes {
  readonly files: string;
  readonly rules: Readonly<Record<RuleId, Severity | 'off'>>;
}

/** Everything optional: what is left out takes its default. */
export interface Request {
  /** The id of a format; left out: detected. */
  readonly format?: string;
  /** The id of a target, or the bare name of its service. */
  readonly target?: string;
  readonly model?: string;
  /** An encoding or a vocabulary file; left out: the model's, else o200k_base. */
  readonly tokenizer?: string;
  readonly goal?: string;
  /** Which column of a table each field is taken from: `{ prompt: 'question' }`. */
  readonly map?: Readonly<Record<string, string>>;
  readonly preset?: Preset;
  /** JSON Pointer of the label in a record. */
  readonly label?: string;
  readonly labels?: readonly string[];
  /** A JSON Schema that every answer has to satisfy. */
  readonly outputSchema?: JsonObject;
  /** Files of evaluation sets that must not leak in. */
  readonly against?: readonly string[];
  readonly rules?: RuleWishes;
  readonly overrides?: readonly FileWishes[];
  /** Only these rules. */
  readonly only?: readonly RuleId[];
  readonly failOn?: Severity | 'never';
  readonly maxWarnings?: number;
  /** Findings that stand though somebody looked at them. */
  readonly suppress?: readonly Suppression[];
  /** Findings that were there before; only new ones count. `loadBaseline` reads it. */
  readonly baseline?: Baseline;
  /** Judge only so many records, drawn by the seed; without `failOn` such a run never passes. */
  readonly sample?: number;
  /** Default 0. */
  readonly seed?: number;
  /** Findings kept per rule for the report; counts are exact whatever is kept. Default 1,000. */
  readonly keep?: number;
  /** Bytes; default 64 MiB. */
  readonly maxLineBytes?: number;
  /** Levels of nesting; default 512. */
  readonly maxDepth?: number;
  /** YYYY-MM-DD. */
  readonly today?: string;
}
