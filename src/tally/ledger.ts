// Exact counts per rule, and the first findings of each by position: what a report can show without keeping all.

import { compareFindings, type Finding, type RuleId, type Severity } from '../model/finding.ts';

/** Plain data. Lists may hold up to twice `keep` before they are cut; `keptFindings` reads them right. */
export interface Ledger {
  readonly keep: number;
  readonly counts: Map<RuleId, number>;
  readonly severities: Map<Severity, number>;
  readonly kept: Map<RuleId, Finding[]>;
}

export const emptyLedger = (keep: number): Ledger => ({
  keep,
  counts: new Map(),
  severities: new Map(),
  kept: new Map(),
});

export function enter(ledger: Ledger, finding: Finding): void {
  ledger.counts.set(finding.rule, (ledger.counts.get(finding.rule) ?? 0) + 1);
  ledger.severities.set(finding.severity, (ledger.severities.get(finding.severity) ?? 0) + 1);
  keepFinding(ledger, finding);
}

function keepFinding(ledger: Ledger, finding: Finding): void {
  const list = ledger.kept.get(finding.rule);
  if (list === undefined) ledger.kept.set(finding.rule, [finding]);
  else {
    list.push(finding);
    if (list.length >= ledger.keep * 2 + 16) cut(ledger, list);
  }
}

/** Sorting is stable and one record's findings always arrive together, so equal ones keep their order. */
function cut(ledger: Ledger, list: Finding[]): void {
  list.sort(compareFindings);
  if (list.length > ledger.keep) list.length = ledger.keep;
}

export function mergeLedger(into: Ledger, from: Ledger): void {
  for (const [rule, n] of from.counts) into.counts.set(rule, (into.counts.get(rule) ?? 0) + n);
  for (const [severity, n] of from.severities) {
    into.severities.set(severity, (into.severities.get(severity) ?? 0) + n);
  }
  for (const list of from.kept.values()) for (const finding of list) keepFinding(into, finding);
}

/** At most `keep` findings of each rule, all in report order. */
export function keptFindings(ledger: Ledger): Finding[] {
  const all: Finding[] = [];
  for (const list of ledger.kept.values()) {
    cut(ledger, list);
    all.push(...list);
  }
  return all.sort(compareFindings);
}
