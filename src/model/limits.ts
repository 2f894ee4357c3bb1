// What a target allows, and whether it still takes data: facts with their source and the day they were read.

import type { Citation } from './citation.ts';

export interface TargetStatus {
  /** Whether a newcomer can still use it. */
  readonly open: boolean;
  /** Takes no data any more, from nobody, or is no longer cared for: its records are read and converted from. */
  readonly ended?: true;
  readonly note: string;
  /** What to use instead, when it is closed. */
  readonly instead?: string;
  /** What may not last, or was not to be confirmed, of a service that is open. */
  readonly caution?: string;
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
  /** Fewer are taken, and advised against. */
  readonly advisedRecords?: Limit;
  /** Records times epochs, and the epochs that a job runs unless it says otherwise. */
  readonly recordEpochs?: Limit & { readonly epochs: number };
  /** Tokens of the file times epochs. */
  readonly tokenEpochs?: Limit;
  /** Records with an image or another medium. */
  readonly maxMediaRecords?: Limit;
  readonly maxBytes?: Limit;
  /** Sizes above which a file is taken, but not by every way or every document; ascending. */
  readonly carefulBytes?: readonly (Limit & { readonly note: string })[];
  /** Of the file that is named as the one to validate with. */
  readonly validation?: {
    readonly needed?: true;
    readonly minRecords?: Limit;
    readonly maxRecords?: Limit;
    readonly maxBytes?: Limit;
    /** Percent of the training records, where there are more than `above` to validate with. */
    readonly maxPercent?: Limit & { readonly above: number };
  };
  /** Tokens of one example, by model; `*` for the rest. */
  readonly exampleTokens?: Readonly<Record<string, Limit>>;
  /** Where a trainer cuts or drops an example unless its config says otherwise. */
  readonly defaultTokens?: Limit;
  /** What happens to a longer example. */
  readonly overLength?: 'truncated' | 'dropped' | 'rejected' | 'unknown';
  readonly maxImages?: Limit;
  readonly maxImageBytes?: Limit;
  readonly imageTypes?: readonly string[];
  /** The containers it opens; absent: all that tuneset reads, or nothing is known. */
  readonly containers?: readonly string[];
}

/** In a word, for lists. */
export const statusWord = ({ open, ended }: TargetStatus): 'open' | 'closing' | 'ended' =>
  open ? 'open' : ended === true ? 'ended' : 'closing';

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
