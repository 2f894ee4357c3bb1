// Where a fact comes from, and the day it was read there.

export interface Citation {
  readonly title: string;
  readonly url?: string;
  /** YYYY-MM-DD. */
  readonly read?: string;
}
