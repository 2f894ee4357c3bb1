// GitLab's code quality report: the merge request shows what is new against the target branch.

import type { Severity } from '../model/finding.ts';
import type { Reporter } from '../model/report.ts';
import { findingKeys } from './finding-keys.ts';
import { namesOf, pathOf } from './source-path.ts';
import { anchorOf, relatedOf, sentenceOf } from './wording.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

export const gitlab: Reporter = {
  id: 'gitlab',
  title: 'Code quality for GitLab',
  extension: 'json',
  render(report) {
    const keys = findingKeys(report);
    const names = namesOf(report);
    const issues = report.findings.map((finding, i) => {
      const words = report.rules[finding.rule];
      const related = relatedOf(finding, names).map((other) => `(${other})`);
      const at = anchorOf(finding);
      return {
        description: [
          sentenceOf(finding, words),
          ...related,
          ...(words === undefined ? [] : [words.mend]),
        ].join(' '),
        check_name: finding.rule,
        fingerprint: keys[i],
        severity: SEVERITIES[finding.severity],
        // A line is asked for; where there is none, the first stands for the file.
        location: { path: pathOf(report, at?.source), lines: { begin: at?.line ?? 1 } },
      };
    });
    return `${JSON.stringify(issues, null, 2)}\n`;
  },
};
