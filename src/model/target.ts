// Target: one provider method or trainer, with what it accepts, costs and wants.

import type { Citation } from './citation.ts';
import type { ExampleKind } from './example.ts';
import type { RuleId, Severity } from './finding.ts';
import type { JsonObject } from './json.ts';
import type { TargetFacts } from './limits.ts';
import type { Rule } from './rule.ts';

export interface Target extends TargetFacts {
  /** Of what its formats can say, the kinds that it reads; absent: all. */
  readonly kinds?: readonly ExampleKind[];
  /** It reads one text and its answer, no messages. */
  readonly textOnly?: true;
  /** It reads a list of tools only as JSON text. */
  readonly toolsAsText?: true;
  /** Loads the validator that the build made of `schemas/<id>.schema.json`. */
  readonly schema?: () => Promise<SchemaCheck>;
  readonly prices: readonly Price[];
  /** Where this target's verdict differs from the catalogue's severity. */
  readonly severities: Readonly<Record<RuleId, Severity | 'off'>>;
  /** What a schema cannot say, of a record or of the set; their ids begin with `target/`. */
  readonly checks: readonly Rule[];
  /** How the service itself words a refusal, where that is known. */
  readonly rejections?: readonly Rejection[];
  readonly sources: readonly Citation[];
}

/** US dollars per million training tokens. */
export interface Price {
  readonly model: string;
  readonly usdPerMillion: number;
  /** YYYY-MM-DD, or the month it was seen. */
  readonly date: string;
  readonly citation: Citation;
}

/** A service's own words for what a rule of ours finds: what people will search for when they see them. */
export interface Rejection {
  readonly rule: RuleId;
  readonly words: string;
  readonly citation: Citation;
}

export interface SchemaFault {
  readonly pointer: string;
  /** The schema's keyword: `additionalProperties`, `required`, `type`, `enum`, `pattern` … */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface SchemaCheck {
  /** Fail-fast: the answer for nearly every record. */
  accepts(value: JsonObject): boolean;
  /** Every fault of a record that was not accepted. */
  faults(value: JsonObject): SchemaFault[];
}
