// A path → the writer of records that its ending asks for.

import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import { UserError } from '../model/error.ts';
import { ByteSink } from './byte-sink.ts';
import type { Compression } from './decompress.ts';
import type { RecordWriter } from './record-writer.ts';
import { Spool } from './spool.ts';
import { CsvWriter } from './write-csv.ts';
import { type FileOptions, isOpenAlready } from './write-file.ts';
import { ArrayWriter, LineWriter } from './write-lines.ts';
import { ParquetRecordWriter } from './write-parquet.ts';

export type OutputContainer = 'jsonl' | 'json' | 'csv' | 'tsv' | 'parquet';

/** What a path asks for. */
export interface OutputKind {
  readonly container: OutputContainer;
  readonly compression: Compression | undefined;
}

export interface RecordsOptions extends FileOptions {
  /** Where `-` leads. */
  readonly stdout: Writable;
}

const ENDINGS: Readonly<Record<string, OutputContainer>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
  parquet: 'parquet',
};
const PACKED: Readonly<Record<string, Compression>> = { gz: 'gzip', zst: 'zstd' };
const COMMA = 0x2c;
const TAB = 0x09;

/**
 * The container that the ending of a path names: `data.jsonl`, `data.csv.gz`. Standard output (`-`) and what is open
 * already take JSON lines.
 * @throws UserError for every other ending
 */
export function outputKindOf(path: string): OutputKind {
  if (path === '-' || isOpenAlready(path)) return { container: 'jsonl', compression: undefined };
  const [, ending = '', packed = ''] = /\.(\w+?)(?:\.(gz|zst))?$/i.exec(basename(path)) ?? [];
  const container = Object.hasOwn(ENDINGS, ending.toLowerCase()) ? ENDINGS[ending.toLowerCase()] : undefined;
  if (container === undefined) {
    throw new UserError('unsupported-container', `the ending of ${path} names no container`, {
      hint: `use ${Object.keys(ENDINGS)
        .map((known) => `.${known}`)
        .join(', ')}, each but .parquet also with .gz or .zst behind it`,
    });
  }
  const compression = PACKED[packed.toLowerCase()];
  if (container === 'parquet' && compression !== undefined) {
    throw new UserError('unsupported-container', `${path} would be Parquet packed once more`, {
      hint: `Parquet is compressed inside already and read from its end: leave .${packed} away`,
    });
  }
  return { container, compression };
}

/**
 * Begins a file of records, or standard output for `-`.
 * @throws UserError where the ending names no container or the path cannot be written to
 */
export async function createRecords(path: string, options: RecordsOptions): Promise<RecordWriter> {
  const { container, compression } = outputKindOf(path);
  const { stdout, ...fileOptions } = options;
  const sink = await ByteSink.create(path, compression, path === '-' ? { stdout } : fileOptions);
  return leavingNothing(writerFor(container, sink, () => new Spool(path, options.name ?? path)));
}

function writerFor(container: OutputContainer, sink: ByteSink, newSpool: () => Spool): RecordWriter {
  switch (container) {
    case 'jsonl':
      return new LineWriter(sink);
    case 'json':
      return new ArrayWriter(sink);
    case 'csv':
    case 'tsv':
      return new CsvWriter(sink, newSpool(), container === 'csv' ? COMMA : TAB);
    case 'parquet':
      return new ParquetRecordWriter(sink, newSpool());
  }
}

/** A writer that failed is discarded before anybody hears of it. */
function leavingNothing(writer: RecordWriter): RecordWriter {
  const fail = async (cause: unknown): Promise<never> => {
    await writer.discard();
    throw cause;
  };
  return {
    write(raw, value) {
      try {
        return writer.write(raw, value)?.catch(fail);
      } catch (cause) {
        return fail(cause);
      }
    },
    commit: () => writer.commit().catch(fail),
    discard: () => writer.discard(),
  };
}
