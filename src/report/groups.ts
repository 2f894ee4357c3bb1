// Findings gathered by rule, worst first, the way people read them.

import { compareText, type Finding, type RuleId, type Severity, severityRank } from '../model/finding.ts';
import type { Report, SpokenRule } from '../model/report.ts';

/** What one rule had to say. */
export interface Group {
  readonly rule: RuleId;
  readonly words: SpokenRule | undefined;
  /** The worst that it said; files may have severities of their own. */
  readonly severity: Severity;
  /** Of all findings, kept or not. */
  readonly count: number;
  /** Those that were kept, the worst first. */
  readonly findings: readonly Finding[];
}

/** How many findings these stand for: one may tell of many that say the same. */
export const told = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { times = 1 }) => sum + times, 0);

export function groupsOf(report: Report): Group[] {
  const kept = new Map<RuleId, Finding[]>();
  // A rule may have spoken though nothing of it was kept.
  for (const rule of Object.keys(report.counts)) kept.set(rule, []);
  for (const finding of report.findings) {
    const list = kept.get(finding.rule);
    if (list === undefined) kept.set(finding.rule, [finding]);
    else list.push(finding);
  }
  return [...kept]
    .map(([rule, list]) => groupOf(rule, list, report))
    .filter(({ count }) => count > 0)
    .sort(
      (a, b) =>
        severityRank(a.severity) - severityRank(b.severity) ||
        b.count - a.count ||
        compareText(a.rule, b.rule),
    );
}

function groupOf(rule: RuleId, kept: readonly Finding[], report: Report): Group {
  const words = report.rules[rule];
  const findings = kept.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity));
  return {
    rule,
    words,
    severity: findings[0]?.severity ?? report.settings.rules[rule]?.severity ?? words?.severity ?? 'info',
    count: report.counts[rule] ?? kept.length,
    findings,
  };
}
