// Places of many records in columns, for what is decided only at the end.

import type { Position } from '../model/position.ts';
import { append, at, type Column, emptyColumn, push } from './columns.ts';

const NONE = 0xffffffff;

/** Plain data: one row per record. */
export interface PlaceColumns {
  readonly source: Column;
  readonly index: Column;
  readonly line: Column;
  readonly offset: Column;
}

export const emptyPlaceColumns = (): PlaceColumns => ({
  source: emptyColumn(),
  index: emptyColumn(),
  line: emptyColumn(),
  offset: emptyColumn(true),
});

export function pushPlace(columns: PlaceColumns, place: Position): void {
  push(columns.source, place.source);
  push(columns.index, place.index);
  push(columns.line, place.line ?? NONE);
  push(columns.offset, place.offset ?? -1);
}

export function appendPlaces(into: PlaceColumns, from: PlaceColumns): void {
  append(into.source, from.source);
  append(into.index, from.index);
  append(into.line, from.line);
  append(into.offset, from.offset);
}

export function positionAt(columns: PlaceColumns, row: number): Position {
  const line = at(columns.line, row);
  const offset = at(columns.offset, row);
  return {
    source: at(columns.source, row),
    index: at(columns.index, row),
    ...(line === NONE ? {} : { line }),
    ...(offset < 0 ? {} : { offset }),
  };
}

/** Compares rows by the places of their records. */
export const byPlace =
  (columns: PlaceColumns) =>
  (a: number, b: number): number =>
    at(columns.source, a) - at(columns.source, b) || at(columns.index, a) - at(columns.index, b);
