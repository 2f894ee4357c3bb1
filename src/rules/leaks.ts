// The strongest evidence for each evaluation item over a set: what both rules of leaks remember.

import { isStronger } from '../dedupe/evaluation.ts';
import type { Evaluation, EvaluationMatch } from '../model/evaluation.ts';
import type { Datum } from '../model/finding.ts';
import { comparePositions, type Position } from '../model/position.ts';
import type { RecordView } from '../model/rule.ts';

/** Plain data: by number of the item. */
export type Leaks = Map<number, Leak>;

export interface Leak {
  readonly match: EvaluationMatch;
  /** The record with the strongest evidence, the first of several. */
  readonly at: Position;
  /** Records that have enough of it. */
  readonly records: number;
}

export const emptyLeaks = (): Leaks => new Map();

export function addLeaks(leaks: Leaks, evaluation: Evaluation | undefined, view: RecordView): void {
  for (const match of evaluation?.matchesOf(view) ?? []) {
    join(leaks, match.item, { match, at: view.at, records: 1 });
  }
}

export function mergeLeaks(into: Leaks, from: Leaks): void {
  for (const [item, leak] of from) join(into, item, leak);
}

function join(leaks: Leaks, item: number, next: Leak): void {
  const before = leaks.get(item);
  if (before === undefined) {
    leaks.set(item, next);
    return;
  }
  const records = before.records + next.records;
  leaks.set(item, { ...(precedes(next, before) ? next : before), records });
}

const precedes = (a: Leak, b: Leak): boolean =>
  isStronger(a.match, b.match) || (!isStronger(b.match, a.match) && comparePositions(a.at, b.at) < 0);

/** What findings tell of a leak. */
export function dataOf({ match, records }: Leak, evaluation: Evaluation): Record<string, Datum> {
  const { source, index, line } = evaluation.items[match.item] ?? { source: 0, index: 0, line: undefined };
  const name = evaluation.sources[source] ?? '';
  return {
    item: line === undefined ? `${name}, record ${index + 1}` : `${name}:${line}`,
    percent: Math.floor(match.score / 10),
    words: match.words,
    records,
    text: evaluation.stretch(match.item, match.from, match.words),
  };
}
