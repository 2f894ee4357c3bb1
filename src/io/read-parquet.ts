// Parquet, row group by row group: the door to hyparquet and its decompressors.

import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { UserError } from '../model/error.ts';
import type { JsonValue } from '../model/json.ts';
import { type Batch, NO_OFFSET, noteBatch, RecordFlag } from './batch.ts';
import { RowBatches } from './row-batches.ts';
import type { Source } from './source.ts';

/** Of decoded rows at once, as the file says how large they are, and how many at most. */
const PART_BYTES = 32 << 20;
const PART_ROWS = 1 << 16;
const encoder = new TextEncoder();

/**
 * Rows as batches of records with nested columns as they are.
 * @throws UserError for standard input, which cannot be read from its end, and for files that are damaged before the first row
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
  const { parquetMetadataAsync, parquetScan, parquetSchema } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const handle = await open(path, 'r');
  const rows = new RowBatches(source.rank);
  let given = 0;
  try {
    const file = {
      byteLength: (await handle.stat()).size,
      slice(start: number, end?: number): Promise<ArrayBuffer> {
        const bytes = readFrom(handle, file.byteLength, start, end ?? file.byteLength);
        // The library asks ahead and may give up before it waits for the answer.
        bytes.catch(() => {});
        return bytes;
      },
    };
    const metadata = await parquetMetadataAsync(file);
    // Texts of old writers are marked as mere bytes, and bytes read as text would be spoilt: hence told apart below.
    const scan = await parquetScan({ file, metadata, compressors, utf8: false });
    const schema = parquetSchema(metadata);
    // The library starts on all columns of a group and forgets those that do not fit the schema; their failures would end the process.
    const leaves = leavesOf(schema);
    for (const { columns: chunks } of metadata.row_groups) {
      const paths = chunks.map(({ meta_data }) => JSON.stringify(meta_data?.path_in_schema)).sort();
      if (paths.join() !== leaves.join()) throw new Error('its columns are not those of its schema');
    }
    const names = schema.children.map(({ element }) => element.name);
    const keys = names.map((name) => columns.get(name) ?? name);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const groupEnd = rowStart + Number(group.num_rows);
      const part = partOf(Number(group.num_rows), Number(group.total_byte_size));
      while (rowStart < groupEnd) {
        const rowEnd = Math.min(groupEnd, rowStart + part);
        const cells: ArrayLike<unknown>[] = [];
        // One column after another: of several that fail at once, only the first would be heard.
        for (const column of names) cells.push(await scan.readColumn({ column, rowStart, rowEnd }));
        // A file may claim any number of rows; without this look the walk over them could go on for years.
        if (cells.some(({ length }) => length < rowEnd - rowStart)) throw new Error('rows are missing');
        for (let row = 0; row < rowEnd - rowStart; row += 1) {
          const record = Object.fromEntries(keys.map((key, i) => [key, jsonOf(cells[i]?.[row])]));
          rows.add(encoder.encode(JSON.stringify(record)), 0, NO_OFFSET, RecordFlag.plain);
          given += 1;
        }
        rowStart = rowEnd;
        yield* rows.take();
      }
    }
    yield* rows.take(true);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const what = cause instanceof Error ? cause.message : String(cause);
    if (given === 0) {
      throw new UserError('unreadable-source', `${source.name} cannot be read as Parquet (${what})`, {
        cause,
      });
    }
    yield* rows.take(true);
    const problem = {
      rule: 'structure/damaged-file',
      message: 'rows',
      pointer: '',
      data: { what, after: given },
    };
    yield noteBatch(source.rank, [{ at: { source: source.rank, index: given - 1 }, problem }]);
  } finally {
    await handle.close();
  }
}

/** Rows to decode at once of a group of that many, so that a group of any size takes bounded memory. */
const partOf = (rows: number, bytes: number): number =>
  Math.max(1, Math.min(PART_ROWS, Math.floor((rows * PART_BYTES) / Math.max(1, bytes))));

/** Paths of the columns that hold values, as text, in a fixed order. */
function leavesOf(schema: Tree): string[] {
  const leaves: string[] = [];
  const walk = (tree: Tree): void => {
    if (tree.children.length === 0) leaves.push(JSON.stringify(tree.path));
    for (const child of tree.children) walk(child);
  };
  for (const child of schema.children) walk(child);
  return leaves.sort();
}

interface Tree {
  readonly children: readonly Tree[];
  readonly path: readonly string[];
}

async function readFrom(handle: FileHandle, size: number, start: number, end: number): Promise<ArrayBuffer> {
  if (!(start >= 0 && end >= start && end <= size)) throw new Error('it points outside of itself');
  const bytes = new Uint8Array(end - start);
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
    if (bytesRead === 0) throw new Error('it ends too early');
    at += bytesRead;
  }
  return bytes.buffer;
}

/**
 * Whole numbers of 64 bits stay exact: as numbers where they fit, else as text. Bytes that are no
 * text become base64, dates ISO text.
 */
function jsonOf(value: unknown): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString(isUtf8(value) ? 'utf8' : 'base64');
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return Array.from(value as ArrayLike<unknown>, jsonOf);
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, jsonOf(inner)]));
}
