// GitLab's code quality report: the merge request shows what is new against the target branch.

import type { Severity } from '../model/finding.ts';
import type { Reporter } from '../model/report.ts';
import { findingKeys } from './finding-keys.ts';
import { pathOf } from './source-path.ts';
import { sentenceOf } from './wording.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

export const gitlab: Reporter = {
  id: 'gitlab',
  title: 'Code quality for GitLab',
  extension: 'json',
  render(report) {
    const keys = findingKeys(report);
    const issues = report.findings.map((finding, i) => {
      const words = report.rules[finding.rule];
      const mend = words === undefined ? '' : ` ${words.mend}`;
      return {
        description: `${sentenceOf(finding, words)}${mend}`,
        check_name: finding.rule,
        fingerprint: keys[i],
        severity: SEVERITIES[finding.severity],
        // A line is asked for; where there is none, the first stands for the file.
        location: { path: pathOf(report, finding.at?.source), lines: { begin: finding.at?.line ?? 1 } },
      };
    });
    return `${JSON.stringify(issues, null, 2)}\n`;
  },
};
