// How many records, and the first few of them: what a finding about the whole set can point to.

import type { Related } from '../model/finding.ts';
import { comparePositions, type Position } from '../model/position.ts';

const MOST = 5;

/** Plain data; see model/tally.ts for the laws. */
export interface Places {
  count: number;
  readonly first: Position[];
}

export const emptyPlaces = (): Places => ({ count: 0, first: [] });

export function addPlace(places: Places, at: Position): void {
  places.count += 1;
  keep(places.first, at);
}

export function mergePlaces(into: Places, from: Places): void {
  into.count += from.count;
  for (const at of from.first) keep(into.first, at);
}

function keep(first: Position[], at: Position): void {
  const last = first.at(-1);
  if (first.length === MOST && last !== undefined && comparePositions(at, last) > 0) return;
  first.push(at);
  first.sort(comparePositions);
  if (first.length > MOST) first.pop();
}

/** The first places as what a finding names beside its own. */
export const relatedPlaces = (places: Places, label: string): Related[] =>
  places.first.map((at) => ({ at, label }));
