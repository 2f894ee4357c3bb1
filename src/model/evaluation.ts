// Evaluation sets that must not leak into the training data: their items as data, and what a record has of them.

import type { RecordView } from './rule.ts';

/** Plain data: it travels to threads. */
export interface EvaluationItems {
  /** Names of the files, as findings tell them. */
  readonly sources: readonly string[];
  readonly items: readonly EvaluationItem[];
}

export interface EvaluationItem {
  /** What is asked. */
  readonly text: string;
  /** Rank among `sources`. */
  readonly source: number;
  /** 0-based record number. */
  readonly index: number;
  /** 1-based physical line, in containers made of lines. */
  readonly line: number | undefined;
}

/** How much of an item a record has, the strongest evidence only. */
export interface EvaluationMatch {
  readonly item: number;
  /** `exact`: all its words in a row; `overlap`: long runs of them; `rephrased`: the same rare words. */
  readonly kind: 'exact' | 'overlap' | 'rephrased';
  /** In thousandths: the share of the item's words that stand in such runs, or the likeness of rare words. */
  readonly score: number;
  /** The longest run of words, by number of the first in the item, and how many. */
  readonly from: number;
  readonly words: number;
}

/** The items brought alive; one per thread. */
export interface Evaluation extends EvaluationItems {
  /** Made once per record, whoever asks. */
  matchesOf(view: RecordView): readonly EvaluationMatch[];
  /** A stretch of an item's text, from word to word. */
  stretch(item: number, from: number, words: number): string;
}
