// Parquet, row group by row group: the door to hyparquet and its decompressors.

import { open } from 'node:fs/promises';
import { UserError } from '../model/error.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { type Batch, NO_OFFSET, RecordFlag } from './batch.ts';
import { RowBatches } from './row-batches.ts';
import type { Source } from './source.ts';

/** Rows decoded at once. */
const ROWS = 4096;
const encoder = new TextEncoder();

/**
 * Rows as batches of records with nested columns as they are.
 * @throws UserError for standard input, which cannot be read from its end, and for damaged files
 */
export async function* readParquet(
  source: Source,
  columns: ReadonlyMap<string, string>,
): AsyncGenerator<Batch, void, undefined> {
  const { path } = source;
  if (path === undefined) {
    throw new UserError('unsupported-container', 'Parquet cannot be read from standard input', {
      hint: 'name the file',
    });
  }
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const handle = await open(path, 'r');
  try {
    const file = {
      byteLength: (await handle.stat()).size,
      async slice(start: number, end?: number): Promise<ArrayBuffer> {
        const length = (end ?? file.byteLength) - start;
        const buffer = new ArrayBuffer(length);
        await handle.read(new Uint8Array(buffer), 0, length, start);
        return buffer;
      },
    };
    const metadata = await parquetMetadataAsync(file);
    const total = Number(metadata.num_rows);
    const rows = new RowBatches(source.rank);
    for (let rowStart = 0; rowStart < total; rowStart += ROWS) {
      const rowEnd = Math.min(total, rowStart + ROWS);
      const objects = await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd });
      for (const object of objects) {
        rows.add(encoder.encode(JSON.stringify(rowOf(object, columns))), 0, NO_OFFSET, RecordFlag.plain);
      }
      yield* rows.take();
    }
    yield* rows.take(true);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new UserError('unreadable-source', `${source.name} cannot be read as Parquet (${what})`, { cause });
  } finally {
    await handle.close();
  }
}

const rowOf = (object: Readonly<Record<string, unknown>>, columns: ReadonlyMap<string, string>): JsonObject =>
  Object.fromEntries(
    Object.entries(object).map(([name, value]) => [columns.get(name) ?? name, jsonOf(value)]),
  );

/** Whole numbers of 64 bits stay exact: as numbers where they fit, else as text. Bytes become base64, dates ISO text. */
function jsonOf(value: unknown): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return Array.from(value as ArrayLike<unknown>, jsonOf);
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, jsonOf(inner)]));
}
