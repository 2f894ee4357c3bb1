// How often a value changes from one record to the next, whoever saw which of them: stretches that join at their ends.

import { comparePositions, type Position } from '../model/position.ts';

/** Records that follow each other in one source; `runs` counts stretches of equal values among them. */
interface Stretch {
  readonly source: number;
  readonly from: number;
  to: number;
  readonly first: string;
  last: string;
  runs: number;
}

/** Plain data; see model/tally.ts for the laws. */
export interface Runs {
  readonly stretches: Stretch[];
}

export const emptyRuns = (): Runs => ({ stretches: [] });

export function addToRuns(runs: Runs, at: Position, value: string): void {
  const last = runs.stretches.at(-1);
  if (last !== undefined && last.source === at.source && last.to + 1 === at.index) {
    last.to = at.index;
    if (last.last !== value) last.runs += 1;
    last.last = value;
    return;
  }
  runs.stretches.push({
    source: at.source,
    from: at.index,
    to: at.index,
    first: value,
    last: value,
    runs: 1,
  });
}

export function mergeRuns(into: Runs, from: Runs): void {
  into.stretches.push(...from.stretches);
  const joined = join(into.stretches);
  into.stretches.length = 0;
  into.stretches.push(...joined);
}

function join(stretches: readonly Stretch[]): Stretch[] {
  const at = ({ source, from: index }: Stretch): Position => ({ source, index });
  const joined: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => comparePositions(at(a), at(b)))) {
    const last = joined.at(-1);
    if (last === undefined || last.source !== next.source || last.to + 1 !== next.from)
      joined.push({ ...next });
    else {
      last.runs += next.runs - (last.last === next.first ? 1 : 0);
      last.to = next.to;
      last.last = next.last;
    }
  }
  return joined;
}

/** Stretches of equal values in all: a record without a value ends one. */
export const countRuns = (runs: Runs): number =>
  join(runs.stretches).reduce((sum, { runs: n }) => sum + n, 0);
