// What was found but not told: known from the baseline, or suppressed; and which entries and suppressions that used.

import type { RuleId } from '../model/finding.ts';

/** Plain data; see model/tally.ts for the laws. */
export interface Withheld {
  /** By suppression, in the order of the settings. */
  readonly suppressed: number[];
  /** By entry of the baseline, in the order of the baseline. */
  readonly met: number[];
  /** By rule, those of the baseline. */
  readonly known: Map<RuleId, number>;
}

export const emptyWithheld = (): Withheld => ({ suppressed: [], met: [], known: new Map() });

export function mergeWithheld(into: Withheld, from: Withheld): void {
  from.suppressed.forEach((n, i) => {
    into.suppressed[i] = (into.suppressed[i] ?? 0) + n;
  });
  from.met.forEach((n, i) => {
    into.met[i] = (into.met[i] ?? 0) + n;
  });
  for (const [rule, n] of from.known) into.known.set(rule, (into.known.get(rule) ?? 0) + n);
}
