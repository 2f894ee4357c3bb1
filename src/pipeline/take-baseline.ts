// A run whose findings become a baseline: whatever is wrong today is known tomorrow.

import { type Baseline, baselineEntry, EMPTY_BASELINE } from '../model/baseline.ts';
import { compareText, type Finding, type RuleId } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import { check } from './check.ts';
import type { RunOptions } from './run.ts';
import { isAloud } from './silence.ts';

export interface TakenBaseline {
  readonly report: Report;
  readonly baseline: Baseline;
}

/**
 * Checks without any baseline and takes down every finding that is not suppressed.
 * @throws UserError when the request is wrong
 */
export async function takeBaseline(
  paths: readonly string[],
  settings: Settings,
  options: RunOptions,
): Promise<TakenBaseline> {
  const entries = new Map<RuleId, string[]>();
  const take = (finding: Finding): void => {
    const entry = baselineEntry(finding, finding.record);
    const list = entries.get(finding.rule);
    if (list === undefined) entries.set(finding.rule, [entry]);
    else list.push(entry);
  };
  const { listen } = options;
  const { maxWarnings: _, ...lenient } = { ...settings, failOn: 'never' as const };
  // Nothing is known and nothing fails, but records have names.
  const report = await check(
    paths,
    { ...lenient, baseline: EMPTY_BASELINE },
    {
      ...options,
      listen: async (findings, words) => {
        findings.forEach(take);
        await listen?.(findings, words);
      },
    },
  );
  return {
    report: withoutBaseline(report, lenient),
    baseline: {
      sha256: '',
      read: report.figures.records.read,
      counts: report.counts,
      findings: Object.fromEntries(
        [...entries]
          .filter(([rule]) => !isAloud(rule))
          .sort(([a], [b]) => compareText(a, b))
          .map(([rule, list]) => [rule, list.sort(compareText)]),
      ),
    },
  };
}

/** The report of a run that had no baseline: the empty one was only there to name records. */
function withoutBaseline({ withheld, ...report }: Report, settings: Settings): Report {
  const suppressed = withheld?.suppressed ?? 0;
  return {
    ...report,
    settings,
    ...(settings.suppressions.length === 0 ? {} : { withheld: { suppressed } }),
  };
}
