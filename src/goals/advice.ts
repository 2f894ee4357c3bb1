// What to do next, in the order of its effect.

import { amount } from '../model/amount.ts';
import type { Assessment } from '../model/report.ts';
import type { BareFigures } from './assess.ts';
import type { Goal } from './goals.ts';

/** Mend what is lost first, then add what is missing, then make it better. */
export function adviceFor(goal: Goal, figures: BareFigures, perClass: Assessment['perClass']): string[] {
  const { broken, unrecognized, exactDuplicates, nearDuplicates, effective, read } = figures.records;
  const next: string[] = [];
  const unread = broken + unrecognized;
  if (unread > 0)
    next.push(`Mend the ${amount(unread)} ${unread === 1 ? 'record' : 'records'} that cannot be read.`);
  const repeated = exactDuplicates + nearDuplicates;
  if (repeated * 20 > read) next.push(`Replace the ${amount(repeated)} repeated records by new ones.`);
  const thin = perClass.filter(({ verdict }) => verdict === 'too-few');
  if (thin.length > 0 && goal.perClass !== undefined) {
    const missing = thin.reduce((sum, { records }) => sum + ((goal.perClass ?? 0) - records), 0);
    next.push(
      `Add ${amount(missing)} examples to the ${thin.length === 1 ? 'class that has' : `${thin.length} classes that have`} fewer than ${goal.perClass}.`,
    );
  } else if (effective < goal.low) {
    next.push(`Add ${amount(goal.low - effective)} examples that differ from those you have.`);
  }
  if (figures.flagged * 20 > read) next.push('Look at the records with findings before you add more.');
  if (goal.perClass !== undefined && figures.labels.length === 0) {
    next.push('Say where the label stands with --label, and each class is counted.');
  }
  return next;
}
