// Who is who: four hashes and the place of every understood record, 52 bytes each; equal ones are found at the end.

import type { Position } from '../model/position.ts';
import type { GroupedBy, Identity } from '../model/rule.ts';
import { append, at, type Column, emptyColumn, push } from './columns.ts';
import { byPlace, emptyPlaceColumns, type PlaceColumns, pushPlace } from './place-columns.ts';

const FEW = 5000;

/** Plain data: one row per understood record. */
export interface IdentityColumns extends PlaceColumns {
  readonly wholeHigh: Column;
  readonly wholeLow: Column;
  readonly normalHigh: Column;
  readonly normalLow: Column;
  readonly promptHigh: Column;
  readonly promptLow: Column;
  readonly answerHigh: Column;
  readonly answerLow: Column;
}

export const emptyIdentities = (): IdentityColumns => ({
  wholeHigh: emptyColumn(),
  wholeLow: emptyColumn(),
  normalHigh: emptyColumn(),
  normalLow: emptyColumn(),
  promptHigh: emptyColumn(),
  promptLow: emptyColumn(),
  answerHigh: emptyColumn(),
  answerLow: emptyColumn(),
  ...emptyPlaceColumns(),
});

export function addIdentity(columns: IdentityColumns, identity: Identity, place: Position): void {
  push(columns.wholeHigh, identity.wholeHigh);
  push(columns.wholeLow, identity.wholeLow);
  push(columns.normalHigh, identity.normalHigh);
  push(columns.normalLow, identity.normalLow);
  push(columns.promptHigh, identity.promptHigh);
  push(columns.promptLow, identity.promptLow);
  push(columns.answerHigh, identity.answerHigh);
  push(columns.answerLow, identity.answerLow);
  pushPlace(columns, place);
}

export function mergeIdentities(into: IdentityColumns, from: IdentityColumns): void {
  for (const name of Object.keys(into) as (keyof IdentityColumns)[]) append(into[name], from[name]);
}

/**
 * Calls back with every group of two or more rows whose hashes are equal, rows in the order of their positions.
 * The order of the groups is that of their first rows' positions.
 */
export function eachGroup(
  columns: IdentityColumns,
  by: GroupedBy,
  visit: (rows: readonly number[]) => void,
): void {
  const high = columns[`${by}High`];
  const low = columns[`${by}Low`];
  const before = byPlace(columns);
  const groups = groupsOf(high, low);
  for (const group of groups) group.sort(before);
  groups.sort((a, b) => before(a[0] as number, b[0] as number));
  for (const group of groups) visit(group);
}

/** Rows whose hashes are equal, two or more each. */
export function groupsOf(high: Column, low: Column): number[][] {
  const order = sortByHash(high, low);
  const groups: number[][] = [];
  let start = 0;
  for (let i = 1; i <= order.length; i += 1) {
    const first = order[start] as number;
    if (i < order.length) {
      const row = order[i] as number;
      if (at(high, row) === at(high, first) && at(low, row) === at(low, first)) continue;
    }
    if (i - start > 1) groups.push([...order.subarray(start, i)]);
    start = i;
  }
  return groups;
}

/** Rows in the order of their hashes. */
const sortByHash = (high: Column, low: Column): Uint32Array =>
  sortRows([low, high], (a, b) => at(high, a) - at(high, b) || at(low, a) - at(low, b));

/** Every row's place among all by position, and back. */
export interface RankOrder {
  readonly rankOf: Uint32Array;
  readonly rowOf: Uint32Array;
}

export function rankRows({ source, index }: IdentityColumns): RankOrder {
  const rowOf = sortRows(
    [index, source],
    (a, b) => at(source, a) - at(source, b) || at(index, a) - at(index, b),
  );
  const rankOf = new Uint32Array(rowOf.length);
  for (let rank = 0; rank < rowOf.length; rank += 1) rankOf[rowOf[rank] as number] = rank;
  return { rankOf, rowOf };
}

/**
 * All rows, sorted by columns of which the last is the weightiest: a radix sort, since a comparing sort of millions of
 * rows takes many seconds. Its tables cost more than a small set, which `compare` sorts.
 */
function sortRows(
  columns: readonly [Column, Column],
  compare: (a: number, b: number) => number,
): Uint32Array {
  let order = Uint32Array.from({ length: columns[0].length }, (_, row) => row);
  if (order.length < FEW) return order.sort(compare);
  let spare = new Uint32Array(order.length);
  for (const column of columns) {
    for (const shift of [0, 16]) {
      const starts = new Uint32Array(65537);
      for (let row = 0; row < order.length; row += 1) {
        const key = ((at(column, row) >>> shift) & 0xffff) + 1;
        starts[key] = (starts[key] as number) + 1;
      }
      // All rows have the same digit here.
      if (starts.includes(order.length, 1)) continue;
      for (let key = 1; key < starts.length; key += 1)
        starts[key] = (starts[key] as number) + (starts[key - 1] as number);
      for (let i = 0; i < order.length; i += 1) {
        const row = order[i] as number;
        const key = (at(column, row) >>> shift) & 0xffff;
        spare[starts[key] as number] = row;
        starts[key] = (starts[key] as number) + 1;
      }
      [order, spare] = [spare, order];
    }
  }
  return order;
}
