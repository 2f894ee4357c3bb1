// The lasting name of every record by its place, kept only where findings of the set have to be named by their records.

import type { Position } from '../model/position.ts';
import { append, at, type Column, emptyColumn, push } from './columns.ts';

/** Plain data: one row per record; a name is 32 hex digits in four columns. */
export interface NameColumns {
  readonly source: Column;
  readonly index: Column;
  readonly digits: readonly [Column, Column, Column, Column];
}

export const emptyNames = (): NameColumns => ({
  source: emptyColumn(),
  index: emptyColumn(),
  digits: [emptyColumn(), emptyColumn(), emptyColumn(), emptyColumn()],
});

export function addName(names: NameColumns, place: Position, name: string): void {
  push(names.source, place.source);
  push(names.index, place.index);
  names.digits.forEach((column, i) => {
    push(column, Number.parseInt(name.slice(i * 8, i * 8 + 8), 16));
  });
}

export function mergeNames(into: NameColumns, from: NameColumns): void {
  append(into.source, from.source);
  append(into.index, from.index);
  into.digits.forEach((column, i) => {
    append(column, from.digits[i] as Column);
  });
}

/** Answers for places; `records` are the numbers of records by source. */
export function nameFinder(
  names: NameColumns,
  records: readonly number[],
): (place: Position) => string | undefined {
  const rows = Array.from(records, (n) => new Uint32Array(n ?? 0));
  for (let row = 0; row < names.index.length; row += 1) {
    const ofSource = rows[at(names.source, row)];
    if (ofSource !== undefined) ofSource[at(names.index, row)] = row + 1;
  }
  return ({ source, index }) => {
    const row = rows[source]?.[index] ?? 0;
    if (row === 0) return undefined;
    return names.digits
      .map((column) =>
        at(column, row - 1)
          .toString(16)
          .padStart(8, '0'),
      )
      .join('');
  };
}
