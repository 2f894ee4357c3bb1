// Figures × goal → is it enough, why, and what to do next.

import { amount } from '../model/amount.ts';
import type { Assessment, Figures, GoalFigure, GoalVerdict } from '../model/report.ts';
import { adviceFor } from './advice.ts';
import { findGoal, GOALS, type Goal } from './goals.ts';
import { percent, times } from './numbers.ts';

/** Figures before the goals have been judged. */
export type BareFigures = Omit<Figures, 'goals'>;

/** For which goals the set would do, by its effective size alone. */
export const assessGoals = (figures: BareFigures): GoalFigure[] =>
  GOALS.map((goal) => ({ id: goal.id, verdict: verdictOf(figures.records.effective, goal), low: goal.low }));

/** The whole assessment for one goal; undefined when there is no such goal. */
export function assessGoal(id: string, figures: BareFigures): Assessment | undefined {
  const goal = findGoal(id);
  if (goal === undefined) return undefined;
  const { effective } = figures.records;
  const perClass = classesOf(goal, figures);
  const bySize = verdictOf(effective, goal);
  const thin = perClass.filter(({ verdict }) => verdict === 'too-few').length;
  // A set with a class that it hardly knows is not enough, however large it is.
  const verdict = bySize !== 'too-few' && thin > 0 ? 'too-few' : bySize;
  return {
    id: goal.id,
    title: goal.title,
    verdict,
    effective,
    low: goal.low,
    ...(goal.high === undefined ? {} : { high: goal.high }),
    perClass,
    why: reasons(goal, figures, perClass, bySize),
    next: adviceFor(goal, figures, perClass),
    sources: goal.sources,
  };
}

/** Records of `--label` are counted before duplicates are taken away, so a class is judged by a little too many. */
function classesOf(goal: Goal, figures: BareFigures): Assessment['perClass'] {
  const { perClass } = goal;
  if (perClass === undefined) return [];
  return figures.labels.map(({ label, records }) => ({
    label,
    records,
    verdict: records < perClass ? 'too-few' : records > perClass * 10 ? 'ample' : 'enough',
  }));
}

function verdictOf(effective: number, { low, high }: Goal): GoalVerdict {
  if (effective < low) return 'too-few';
  return high !== undefined && effective > high ? 'ample' : 'enough';
}

function reasons(
  goal: Goal,
  figures: BareFigures,
  perClass: Assessment['perClass'],
  bySize: GoalVerdict,
): string[] {
  const { effective, read, exactDuplicates, nearDuplicates, broken, unrecognized } = figures.records;
  const range =
    goal.high === undefined ? `${amount(goal.low)} or more` : `${amount(goal.low)} to ${amount(goal.high)}`;
  const size = {
    'too-few': `${counting(effective)}; this goal takes ${range}.`,
    enough: `${counting(effective)}, within the ${range} that this goal takes.`,
    ample: `${counting(effective)}, more than the ${range} that this goal takes.`,
  }[bySize];
  const why = [size];
  const lost = broken + unrecognized + exactDuplicates + nearDuplicates;
  if (lost > 0 && read > 0) {
    why.push(
      `${amount(lost)} of ${amount(read)} do not count: ${[
        [broken, 'broken'],
        [unrecognized, 'not recognized'],
        [exactDuplicates, 'said before'],
        [nearDuplicates, 'nearly said before'],
      ]
        .filter(([n]) => n !== 0)
        .map(([n, what]) => `${amount(n as number)} ${what}`)
        .join(', ')}.`,
    );
  }
  const thin = perClass.filter(({ verdict }) => verdict === 'too-few');
  if (thin.length > 0) {
    why.push(
      `${thin.length} of ${perClass.length} classes have fewer than ${goal.perClass} examples, ${named(thin)}.`,
    );
  }
  const imbalance = imbalanceOf(perClass);
  if (imbalance !== undefined) why.push(imbalance);
  const understood = read - broken - unrecognized;
  if (figures.flagged * 20 > understood) {
    why.push(
      `${percent(figures.flagged, understood)} of the records have a warning or an error; 500 careful examples often beat 5,000 noisy ones.`,
    );
  }
  if (bySize === 'ample' && goal.high !== undefined && effective > goal.high * 2) {
    why.push('Less may do: train on a part first and see whether more helps.');
  }
  return why;
}

const counting = (n: number): string => (n === 1 ? '1 record counts' : `${amount(n)} records count`);

const named = (classes: Assessment['perClass']): string => {
  const few = classes.toSorted((a, b) => a.records - b.records || (a.label < b.label ? -1 : 1)).slice(0, 3);
  return few.map(({ label, records: n }) => `${label} with ${amount(n)}`).join(', ');
};

/** Told from one to ten on. */
function imbalanceOf(perClass: Assessment['perClass']): string | undefined {
  let most = perClass[0];
  let least = perClass[0];
  for (const item of perClass) {
    if (most === undefined || item.records > most.records) most = item;
    if (least === undefined || item.records < least.records) least = item;
  }
  if (most === undefined || least === undefined || most.records <= least.records * 10) return undefined;
  return `The classes are uneven: ${most.label} has ${times(most.records, least.records)} times as many records as ${least.label}.`;
}
