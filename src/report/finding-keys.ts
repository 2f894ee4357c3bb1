// Lasting names of findings: the same finding keeps its name when lines move, in every report that follows findings over time.

import type { Datum, Finding } from '../model/finding.ts';
import { fingerprintValue } from '../model/fingerprint.ts';
import type { Report } from '../model/report.ts';
import { namesOf } from './source-path.ts';

/** Data that say where a fault stands, not what it is. */
const WHERE: ReadonlySet<string> = new Set(['line', 'column', 'offset']);

/** One key per finding of the report, in their order; no two are equal. */
export function findingKeys(report: Report): string[] {
  const names = namesOf(report);
  const seen = new Map<string, number>();
  return report.findings.map((finding) => {
    const base = fingerprintValue(essenceOf(finding, names));
    const before = seen.get(base) ?? 0;
    seen.set(base, before + 1);
    return before === 0 ? base : `${base}-${before + 1}`;
  });
}

/** What is systematic by itself; else by the record's own name where it has one; else by file and by what is said. */
function essenceOf(finding: Finding, sources: readonly string[]): string[] {
  const { rule, message, pointer, record, times, at, data = {}, excerpt } = finding;
  const what = [rule, message, pointer];
  if (times !== undefined) return what;
  if (record !== undefined) return [...what, record];
  const said = Object.entries(data).filter(([name]) => !WHERE.has(name));
  return [
    ...what,
    at === undefined ? '' : (sources[at.source] ?? ''),
    excerpt ?? '',
    ...said.flatMap(asTexts),
  ];
}

const asTexts = ([name, datum]: [string, Datum]): string[] => [name, String(datum)];
