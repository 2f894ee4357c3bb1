// Who was preferred to whom: hashes of prompt, better and worse answer of every pair, compared at the end.

import type { Position } from '../model/position.ts';
import type { Identity } from '../model/rule.ts';
import { append, at, type Column, emptyColumn, push } from './columns.ts';
import { groupsOf } from './identity-columns.ts';
import { byPlace, emptyPlaceColumns, type PlaceColumns, positionAt, pushPlace } from './place-columns.ts';

const HASHES = [
  'wholeHigh',
  'wholeLow',
  'promptHigh',
  'promptLow',
  'answerHigh',
  'answerLow',
  'rejectedHigh',
  'rejectedLow',
] as const;

/** Plain data, one row per pair; see model/tally.ts for the laws. */
export type PairColumns = PlaceColumns & Readonly<Record<(typeof HASHES)[number], Column>>;

export const emptyPairs = (): PairColumns => ({
  wholeHigh: emptyColumn(),
  wholeLow: emptyColumn(),
  promptHigh: emptyColumn(),
  promptLow: emptyColumn(),
  answerHigh: emptyColumn(),
  answerLow: emptyColumn(),
  rejectedHigh: emptyColumn(),
  rejectedLow: emptyColumn(),
  ...emptyPlaceColumns(),
});

export function addPair(columns: PairColumns, identity: Identity, place: Position): void {
  for (const name of HASHES) push(columns[name], identity[name]);
  pushPlace(columns, place);
}

export function mergePairs(into: PairColumns, from: PairColumns): void {
  for (const name of Object.keys(into) as (keyof PairColumns)[]) append(into[name], from[name]);
}

/** One pair; texts that are equal up to case and white space have equal names. */
export interface Pair {
  readonly place: Position;
  /** Of everything, as written. */
  readonly whole: string;
  readonly better: string;
  readonly worse: string;
}

/** The pairs of each prompt that has two or more, all in the order of their places. */
export function pairsByPrompt(columns: PairColumns): Pair[][] {
  const before = byPlace(columns);
  const groups = groupsOf(columns.promptHigh, columns.promptLow);
  for (const rows of groups) rows.sort(before);
  groups.sort((a, b) => before(a[0] as number, b[0] as number));
  const name = (of: 'whole' | 'answer' | 'rejected', row: number): string =>
    `${at(columns[`${of}High`], row)}:${at(columns[`${of}Low`], row)}`;
  return groups.map((rows) =>
    rows.map((row) => ({
      place: positionAt(columns, row),
      whole: name('whole', row),
      better: name('answer', row),
      worse: name('rejected', row),
    })),
  );
}
