// Which findings are not told: those that a suppression fits, and those that the baseline knows.

import { pathMatcher } from '../io/path-matcher.ts';
import { baselineEntry } from '../model/baseline.ts';
import type { Problem, RuleId } from '../model/finding.ts';
import type { Settings } from '../model/settings.ts';
import { isCovered } from '../model/suppression.ts';
import type { Withheld } from '../tally/withheld.ts';

/** What is asked about a finding. */
export interface Silenceable {
  readonly rule: RuleId;
  readonly problem: Problem;
  /** Rank of its source; undefined where it is about the whole set. */
  readonly source: number | undefined;
  /** The lasting name of its record; undefined where it stands in none. */
  readonly name: () => string | undefined;
  /** Whether an entry of the baseline covers only as many findings as it was written for. */
  readonly counted: boolean;
}

export type Silence = (finding: Silenceable, withheld: Withheld) => 'suppressed' | 'known' | undefined;

/** A fault of the tool and a suppression's own state are never silenced. */
export const isAloud = (rule: RuleId): boolean => /^(?:internal|settings)\//.test(rule);

/** Undefined where there is nothing to silence. */
export function createSilence(settings: Settings, sources: readonly string[]): Silence | undefined {
  const suppress = suppressor(settings, sources);
  const know = knower(settings);
  if (suppress === undefined && know === undefined) return undefined;
  return (finding, withheld) => {
    if (isAloud(finding.rule)) return undefined;
    if (suppress?.(finding, withheld) === true) return 'suppressed';
    return know?.(finding, withheld) === true ? 'known' : undefined;
  };
}

/** Whether names of records are asked for when the set is judged. */
export const wantsNames = ({ baseline, suppressions }: Settings): boolean =>
  baseline !== undefined || suppressions.some(({ record }) => record !== undefined);

type Judge = (finding: Silenceable, withheld: Withheld) => boolean;

function suppressor({ suppressions }: Settings, sources: readonly string[]): Judge | undefined {
  if (suppressions.length === 0) return undefined;
  const matchers = suppressions.map((one) => {
    const matches = one.files === undefined ? undefined : pathMatcher(one.files);
    return { ...one, bySource: matches === undefined ? undefined : sources.map(matches) };
  });
  return ({ rule, source, problem: { pointer }, name }, { suppressed }) => {
    const fitting = matchers.findIndex(
      (one) =>
        (one.rule === undefined || one.rule === rule) &&
        (one.bySource === undefined || (source !== undefined && one.bySource[source] === true)) &&
        (one.pointer === undefined || isCovered(pointer, one.pointer)) &&
        (one.record === undefined || one.record === name()),
    );
    if (fitting < 0) return false;
    suppressed[fitting] = (suppressed[fitting] ?? 0) + 1;
    return true;
  };
}

function knower({ baseline }: Settings): Judge | undefined {
  if (baseline === undefined) return undefined;
  const byRule = new Map<RuleId, Map<string, { readonly place: number; times: number }>>();
  let place = 0;
  for (const [rule, entries] of Object.entries(baseline.findings)) {
    const known = new Map<string, { readonly place: number; times: number }>();
    for (const entry of entries) {
      const before = known.get(entry);
      if (before === undefined) known.set(entry, { place: place++, times: 1 });
      else before.times += 1;
    }
    byRule.set(rule, known);
  }
  return (finding, { met, known }) => {
    const entries = byRule.get(finding.rule);
    const entry = entries?.get(baselineEntry(finding.problem, finding.name()));
    if (entry === undefined) return false;
    const before = met[entry.place] ?? 0;
    // Findings of records are met on many threads, where nobody can say which of two equal ones is the new one.
    if (finding.counted && before >= entry.times) return false;
    met[entry.place] = before + 1;
    known.set(finding.rule, (known.get(finding.rule) ?? 0) + 1);
    return true;
  };
}

/** Entries of the baseline that nothing answered to. */
export function goneEntries({ baseline }: Settings, { met }: Withheld): number {
  if (baseline === undefined) return 0;
  let gone = 0;
  let place = 0;
  for (const entries of Object.values(baseline.findings)) {
    const times = new Map<string, number>();
    for (const entry of entries) times.set(entry, (times.get(entry) ?? 0) + 1);
    for (const n of times.values()) gone += Math.max(0, n - (met[place++] ?? 0));
  }
  return gone;
}
