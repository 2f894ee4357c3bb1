// Reads files as the pipeline does, down to single records with their places, so that tests can compare them one by one.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type PlacedProblem, placeOf } from '../../src/io/batch.ts';
import { findSources } from '../../src/io/find-sources.ts';
import { parseRecord } from '../../src/io/parse-record.ts';
import { readSource } from '../../src/io/read.ts';
import { OpenSource } from '../../src/io/source.ts';
import type { NotedProblem } from '../../src/model/finding.ts';
import type { JsonValue } from '../../src/model/json.ts';
import type { Position } from '../../src/model/position.ts';

export interface ReadRecord {
  readonly at: Position;
  readonly text: string;
  /** undefined where the record is broken. */
  readonly value: JsonValue | undefined;
  readonly problems: readonly NotedProblem[];
}

export interface ReadResult {
  readonly container: string;
  readonly records: readonly ReadRecord[];
  /** What the reader said beside the records. */
  readonly notes: readonly PlacedProblem[];
  readonly bytes: number;
  readonly sha256: string;
}

export interface ReadSettings {
  readonly chunkBytes?: number;
  readonly maxLineBytes?: number;
  readonly columns?: Readonly<Record<string, string>>;
}

/** Reads a file of that name with this content. An object counts as a record when it has `messages`. */
export async function readContent(
  name: string,
  content: string | Uint8Array,
  settings: ReadSettings = {},
): Promise<ReadResult> {
  const folder = mkdtempSync(join(tmpdir(), 'tuneset-read-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    return await readPath(path, settings);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function readPath(path: string, settings: ReadSettings = {}): Promise<ReadResult> {
  const [source] = await findSources([path], '/');
  if (source === undefined) throw new Error('no source');
  return readOpen(new OpenSource(source, Readable.from([]), settings.chunkBytes), settings);
}

/** Reads chunks that come over standard input, under a name as if they were a file; no disk is touched. */
export function readChunks(
  name: string,
  chunks: Iterable<Uint8Array>,
  settings: ReadSettings = {},
): Promise<ReadResult> {
  const source = { rank: 0, name, path: undefined, size: undefined, walked: false };
  return readOpen(new OpenSource(source, Readable.from(chunks)), settings);
}

async function readOpen(open: OpenSource, settings: ReadSettings): Promise<ReadResult> {
  const limits = { maxLineBytes: settings.maxLineBytes ?? 1 << 24, maxDepth: 500 };
  const { container, batches } = await readSource(open, {
    maxLineBytes: limits.maxLineBytes,
    columns: new Map(Object.entries(settings.columns ?? {})),
    isRecord: (value) => Object.hasOwn(value, 'messages'),
  });
  const records: ReadRecord[] = [];
  const notes: PlacedProblem[] = [];
  for await (const batch of batches) {
    for (const note of batch.notes) notes.push(note);
    for (let i = 0; i < batch.starts.length; i += 1) {
      const start = batch.starts[i] as number;
      const end = batch.ends[i] as number;
      const problems: NotedProblem[] = [];
      const at = placeOf(batch, i);
      const flag = batch.flags[i] as number;
      const note = (problem: NotedProblem): void => {
        problems.push(problem);
      };
      const value = parseRecord(batch.bytes, start, end, flag, limits, note, at.column);
      const text = new TextDecoder().decode(batch.bytes.subarray(start, end));
      records.push({ at, text, value, problems });
    }
  }
  return { container, records, notes, bytes: open.bytes, sha256: open.sha256 };
}
