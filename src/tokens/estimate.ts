// Labelled estimates for models whose vocabulary nobody can load: a known count times a factor.
import type { Citation } from '../model/citation.ts';
import type { TokenCounter } from './counter.ts';
import type { FlatRecipe } from './flat-counter.ts';

/** An estimate: the count of the encoding `base` times `factor`, off by up to `band` (a fraction) on ordinary text. */
export interface Estimate {
  readonly id: string;
  readonly base: 'o200k_base';
  readonly factor: number;
  readonly band: number;
  readonly source: Citation;
}

/**
 * The estimates. Claude: its last public vocabulary needs 1.14 (English) to 1.26 (German) times o200k's tokens,
 * Claude 3 to 4.6 about 1.10 times that, later ones 1.30 times again. Gemini: Gemma 3's vocabulary, which it
 * shares, needs 0.96 (Chinese) to 1.18 (JSON).
 */
export const ESTIMATES: readonly Estimate[] = [
  {
    id: 'claude-approx',
    base: 'o200k_base',
    factor: 1.31,
    band: 0.1,
    source: { title: 'own comparison of vocabularies; count_tokens is the authority', read: '2026-11-22' },
  },
  {
    id: 'claude-next-approx',
    base: 'o200k_base',
    factor: 1.7,
    band: 0.2,
    source: { title: 'own comparison of vocabularies; count_tokens is the authority', read: '2026-11-22' },
  },
  {
    id: 'gemini-approx',
    base: 'o200k_base',
    factor: 1.1,
    band: 0.15,
    source: { title: 'own comparison of vocabularies; countTokens is the authority', read: '2026-11-22' },
  },
];

export const estimateNamed = (id: string): Estimate | undefined => ESTIMATES.find((one) => one.id === id);

/** An estimate and what it is made from; plain data. */
export interface EstimateRecipe {
  readonly kind: 'estimate';
  readonly estimate: Estimate;
  readonly base: FlatRecipe;
}

/** Scales another counter's counts; never exact. */
export class EstimateCounter implements TokenCounter {
  readonly id: string;
  readonly engine: string;
  readonly exact = false;
  readonly band: number;
  readonly specials = 'plain';
  readonly #base: TokenCounter;
  readonly #factor: number;

  constructor(base: TokenCounter, estimate: Estimate) {
    this.#base = base;
    this.#factor = estimate.factor;
    this.id = estimate.id;
    this.band = estimate.band;
    this.engine = base.engine;
  }

  count(bytes: Uint8Array, length: number, text: string): number {
    return Math.round(this.#base.count(bytes, length, text) * this.#factor);
  }
}
