// What a target allows, and whether it still takes data: facts with their source and the day they were read.

import type { Citation } from './citation.ts';

export interface TargetStatus {
  /** Whether a newcomer can still use it. */
  readonly open: boolean;
  readonly note: string;
  /** What to use instead, when it is closed. */
  readonly instead?: string;
  /** The day this was read, YYYY-MM-DD. */
  readonly read: string;
}

/** A limit with the words of where it stands. */
export interface Limit {
  readonly value: number;
  readonly citation: Citation;
}

export interface Limits {
  readonly minRecords?: Limit;
  readonly maxRecords?: Limit;
  readonly maxBytes?: Limit;
  /** Tokens of one example, by model; `*` for the rest. */
  readonly exampleTokens?: Readonly<Record<string, Limit>>;
  /** What happens to a longer example. */
  readonly overLength?: 'truncated' | 'dropped' | 'rejected' | 'unknown';
  readonly maxImages?: Limit;
  readonly maxImageBytes?: Limit;
  readonly imageTypes?: readonly string[];
}

/** What rules may know of the target that was asked for. */
export interface TargetFacts {
  /** `openai-sft` */
  readonly id: string;
  readonly title: string;
  /** The formats it reads; the first is the one that conversion writes. */
  readonly formats: readonly string[];
  readonly status: TargetStatus;
  readonly limits: Limits;
}

/** The limit on one example's tokens for a model; without a model, the one that holds for all. */
export const exampleTokenLimit = (limits: Limits, model: string | undefined): Limit | undefined => {
  const byModel = limits.exampleTokens ?? {};
  return (model === undefined ? undefined : byModel[model]) ?? byModel['*'];
};
