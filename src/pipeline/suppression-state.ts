// Suppressions that need a look: past their day, or silencing nothing.

import { pathMatcher } from '../io/path-matcher.ts';
import type { Problem, RuleId } from '../model/finding.ts';
import type { Settings } from '../model/settings.ts';
import type { Suppression } from '../model/suppression.ts';
import type { Withheld } from '../tally/withheld.ts';

interface RuleProblem {
  readonly rule: RuleId;
  readonly problem: Problem;
}

/** `sources` are the names of all that was read. */
export function suppressionProblems(
  { suppressions, today, rules }: Settings,
  { suppressed }: Withheld,
  sources: readonly string[],
): RuleProblem[] {
  return suppressions.flatMap((one, i): RuleProblem[] => {
    const data = { what: wordsFor(one), reason: one.reason };
    if ((suppressed[i] ?? 0) === 0) {
      // What could not have spoken here may well speak in another run.
      const asleep = one.rule !== undefined && rules[one.rule] === undefined;
      const elsewhere = one.files !== undefined && !sources.some(pathMatcher(one.files));
      if (asleep || elsewhere) return [];
      return [{ rule: 'settings/unused-suppression', problem: { message: 'unused', pointer: '', data } }];
    }
    if (one.until === undefined || one.until >= today) return [];
    const expired = { ...data, until: one.until, count: suppressed[i] ?? 0 };
    return [
      { rule: 'settings/expired-suppression', problem: { message: 'expired', pointer: '', data: expired } },
    ];
  });
}

const wordsFor = ({ rule, files, pointer, record }: Suppression): string =>
  [
    rule,
    files === undefined ? undefined : `in ${files}`,
    pointer === undefined ? undefined : `at ${pointer}`,
    record === undefined ? undefined : `of record ${record}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
