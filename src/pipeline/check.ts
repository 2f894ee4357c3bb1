// Sources → Report: the whole of `check`.

import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import { comparisonsFor } from './comparisons.ts';
import { judge } from './judge.ts';
import { readEvaluation } from './read-evaluation.ts';
import { type RunOptions, withSurvey } from './run.ts';

/**
 * Checks files. Findings never throw.
 * @throws UserError when the request is wrong: a missing file, an unknown target, an unreadable container.
 */
export async function check(paths: readonly string[], asked: Settings, options: RunOptions): Promise<Report> {
  const settings = await withEvaluation(asked, options);
  return withSurvey(paths, settings, comparisonsFor(settings), options, async (surveyed) => {
    const late: Finding[] = [];
    const report = judge(surveyed, options.tool, (finding) => late.push(finding));
    if (late.length > 0) await surveyed.listen?.(late);
    return report;
  });
}

/** The settings with what stands in the evaluation files; their records count nowhere. */
async function withEvaluation(settings: Settings, { root, stdin }: RunOptions): Promise<Settings> {
  const { against } = settings;
  if (against === undefined) return settings;
  return { ...settings, evaluation: await readEvaluation(against, settings, root, stdin) };
}
