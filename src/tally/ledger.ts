// Exact counts per rule, and the first findings of each by position: what a report can show without keeping all.

import { compareFindings, type Finding, type RuleId, type Severity } from '../model/finding.ts';
import { type CappedCounter, countKey, emptyCounter, mergeCounter, readCounter } from './capped-counter.ts';

/** Different sayings that are counted; a set that has more repeats none of them in most of its records. */
const ALIKE = 2000;
/** Places named of findings that stand for many. */
const PLACES = 3;

/** Plain data. Lists may hold up to twice `keep` before they are cut; `keptFindings` reads them right. */
export interface Ledger {
  readonly keep: number;
  readonly counts: Map<RuleId, number>;
  /** The same by severity: files may have severities of their own. */
  readonly severities: Map<Severity, Map<RuleId, number>>;
  readonly kept: Map<RuleId, Finding[]>;
  /** How often each rule said the very same thing of a record. */
  readonly alike: CappedCounter;
}

export const emptyLedger = (keep: number): Ledger => ({
  keep,
  counts: new Map(),
  severities: new Map(),
  kept: new Map(),
  alike: emptyCounter(ALIKE),
});

export function enter(ledger: Ledger, finding: Finding): void {
  ledger.counts.set(finding.rule, (ledger.counts.get(finding.rule) ?? 0) + 1);
  countSeverity(ledger, finding.severity, finding.rule, 1);
  keepFinding(ledger, finding);
}

function countSeverity({ severities }: Ledger, severity: Severity, rule: RuleId, n: number): void {
  const rules = severities.get(severity);
  if (rules === undefined) severities.set(severity, new Map([[rule, n]]));
  else rules.set(rule, (rules.get(rule) ?? 0) + n);
}

/** Enters what a rule says of one record, and remembers what it says. */
export function enterOfRecord(ledger: Ledger, finding: Finding): void {
  enter(ledger, finding);
  countKey(ledger.alike, alikeKey(finding));
}

/** Equal for findings that differ in their place alone. */
const alikeKey = ({ rule, message, data }: Finding): string => JSON.stringify([rule, message, data]);

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
  for (const [severity, rules] of from.severities) {
    for (const [rule, n] of rules) countSeverity(into, severity, rule, n);
  }
  mergeCounter(into.alike, from.alike);
  for (const list of from.kept.values()) for (const finding of list) keepFinding(into, finding);
}

/**
 * At most `keep` findings of each rule, all in report order. What a rule says of at least `least` records in the very
 * same words is said once, with its first places.
 */
export function keptFindings(ledger: Ledger, least = Number.POSITIVE_INFINITY): Finding[] {
  const systematic = new Map(readCounter(ledger.alike).counts.filter(([, n]) => n >= least));
  const all: Finding[] = [];
  for (const list of ledger.kept.values()) {
    cut(ledger, list);
    all.push(...(systematic.size === 0 ? list : collapsed(list, systematic)));
  }
  return all.sort(compareFindings);
}

function collapsed(list: readonly Finding[], systematic: ReadonlyMap<string, number>): Finding[] {
  const groups = new Map<string, Finding[]>();
  const others: Finding[] = [];
  for (const finding of list) {
    const key = alikeKey(finding);
    if (finding.at === undefined || !systematic.has(key)) others.push(finding);
    else groups.set(key, [...(groups.get(key) ?? []), finding].slice(0, PLACES));
  }
  for (const [key, firsts] of groups) {
    const [first] = firsts;
    if (first === undefined) continue;
    const { at: _, excerpt: __, related: ___, edits: ____, record: _____, ...said } = first;
    const related = firsts.flatMap(({ at, pointer }) =>
      at === undefined ? [] : [{ at, pointer, label: 'as here' }],
    );
    others.push({ ...said, pointer: '', times: systematic.get(key) ?? firsts.length, related });
  }
  return others;
}
