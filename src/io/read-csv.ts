// CSV and TSV by RFC 4180, with a header row: the door to csv-parse. Each row becomes an object of texts.

import { Readable } from 'node:stream';
import { type Info, parse } from 'csv-parse';
import type { JsonObject } from '../model/json.ts';
import type { Batch } from './batch.ts';
import { RowBatches } from './row-batches.ts';

export interface TableLimits {
  /** Bytes of one row. */
  readonly maxLineBytes: number;
  /** Which field each column becomes: `{ question: 'prompt' }`. */
  readonly columns: ReadonlyMap<string, string>;
}

/** A row as csv-parse gives it, with where it ends. */
interface ParsedRow {
  readonly record: readonly string[];
  readonly info: Info;
}

/** Tab where the first line has more tabs than commas. */
export function delimiterOf(head: Uint8Array): ',' | '\t' | ';' {
  const end = head.indexOf(0x0a);
  const first = new TextDecoder().decode(head.subarray(0, end < 0 ? Math.min(head.length, 4096) : end));
  const count = (mark: string): number => first.split(mark).length;
  if (count('\t') > 1 && count('\t') >= count(',')) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

/** Rows as batches. A row with another number of cells than the header is read as far as it goes, and told. */
export async function* readCsv(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  delimiter: string,
  source: number,
  limits: TableLimits,
): AsyncGenerator<Batch, void, undefined> {
  const rows = new RowBatches(source);
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: limits.maxLineBytes,
  });
  const input = Readable.from(copied(chunks), { objectMode: false });
  input.on('error', (cause) => parser.destroy(cause));
  let header: readonly string[] | undefined;
  let line = 1;
  try {
    for await (const { record, info } of input.pipe(parser) as AsyncIterable<ParsedRow>) {
      if (header === undefined) header = headerOf(record, limits.columns);
      else addRow(rows, record, header, line);
      line = info.lines + 1;
      yield* rows.take();
    }
  } catch (cause) {
    // Nothing can be read behind a quote that never closes, or a row without end.
    const what = cause instanceof Error ? cause.message : String(cause);
    rows.note('structure/broken-table', 'fault', { what }, line);
  } finally {
    await chunks.return();
  }
  yield* rows.take(true);
}

async function* copied(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** Names of fields; a column without a name gets its number. */
const headerOf = (cells: readonly string[], columns: ReadonlyMap<string, string>): string[] =>
  cells.map((cell, i) => {
    const name = cell.trim() === '' ? `column ${i + 1}` : cell.trim();
    return columns.get(name) ?? name;
  });

function addRow(rows: RowBatches, cells: readonly string[], header: readonly string[], line: number): void {
  if (cells.length !== header.length) {
    const data = { found: cells.length, expected: header.length };
    rows.note('structure/ragged-row', cells.length < header.length ? 'short' : 'long', data, line);
  }
  const entries = header.slice(0, cells.length).map((name, i) => [name, cells[i] ?? ''] as const);
  const more = cells
    .slice(header.length)
    .map((cell, i) => [`column ${header.length + i + 1}`, cell] as const);
  rows.add(Object.fromEntries([...entries, ...more]) as JsonObject, line);
}
