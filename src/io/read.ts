// Source → container → batches. The container is told from bytes before the name is believed.

import { UserError } from '../model/error.ts';
import type { NotedProblem } from '../model/finding.ts';
import { type Batch, noteBatch } from './batch.ts';
import { compressionOf, type Damage, decompress } from './decompress.ts';
import { LineCutter } from './lines.ts';
import type { ParcelMemory } from './parcel-memory.ts';
import { delimiterOf, readCsv } from './read-csv.ts';
import { type JsonLimits, readArray, readObject } from './read-json.ts';
import { type Container, type Sniffed, sniff, type TextEncoding } from './sniff.ts';
import type { OpenSource } from './source.ts';

export interface ReadOptions extends JsonLimits {
  /** Which field each column of a table becomes. */
  readonly columns: ReadonlyMap<string, string>;
  /** Where the bytes of batches come from; whoever is done with a batch may give them back. */
  readonly memory?: ParcelMemory;
}

/** A source whose container is known, and the batches of its records. */
export interface Reading {
  /** `jsonl`, `json`, `csv`, `parquet`, with `+gzip` or `+zstd` where it was packed. */
  readonly container: string;
  readonly batches: AsyncGenerator<Batch, void, undefined>;
}

type Chunks = AsyncGenerator<Uint8Array, void, undefined>;
type Batches = AsyncGenerator<Batch, void, undefined>;

/** Bytes that decide on the container: as many whatever the size of chunks. */
const HEAD_BYTES = 1 << 16;

const CONTAINER_NAMES: Readonly<Partial<Record<Container, string>>> = {
  zip: 'a ZIP archive',
  arrow: 'Arrow data',
  binary: 'binary data',
};

/** How reports and manifests of ours begin; a folder may hold them beside the data. */
const OURS = /^\s*\{\s*"schema"\s*:\s*"tuneset-/;

/** Opens a source and begins to read it. Throws UserError when it is empty or of a container that cannot be read. */
export async function readSource(open: OpenSource, options: ReadOptions): Promise<Reading> {
  const { name } = open.source;
  let peeked = await peek(open.chunks());
  if (peeked.head.length === 0) throw new UserError('no-input', `${name} is empty: 0 bytes`);
  const compression = compressionOf(peeked.head);
  let damage: Damage | undefined;
  if (compression !== undefined) {
    const onDamage = (found: Damage): void => {
      damage = found;
    };
    peeked = await peek(decompress(compression, peeked.chunks, name, onDamage));
  }
  const { head, chunks } = peeked;
  if (open.source.walked && OURS.test(Buffer.from(head.subarray(0, 200)).toString('latin1'))) {
    await chunks.return();
    throw new UserError('unsupported-container', `${name} was written by this tool and is no data`);
  }
  const sniffed = sniff(head, name);
  const unreadable = CONTAINER_NAMES[sniffed.container];
  if (unreadable !== undefined) {
    await chunks.return();
    throw new UserError('unsupported-container', `${name} holds ${unreadable}`, {
      hint: 'JSON, JSON lines, CSV, TSV and Parquet can be read, packed with gzip or zstd or not',
    });
  }
  if (sniffed.container === 'parquet' && compression !== undefined) {
    await chunks.return();
    throw new UserError('unsupported-container', `${name} is Parquet packed with ${compression}`, {
      hint: 'unpack it: Parquet is read from its end, and is compressed inside already',
    });
  }
  const container = compression === undefined ? sniffed.container : `${sniffed.container}+${compression}`;
  const batches = read(open, sniffed, head, chunks, options);
  return { container, batches: withDamage(batches, open.source.rank, () => damage) };
}

/** The batches, and at their end what damage there was, told at the record that was the last. */
async function* withDamage(batches: Batches, source: number, damage: () => Damage | undefined): Batches {
  let index = 0;
  for await (const batch of batches) {
    if (batch.starts.length > 0) index = batch.firstIndex + batch.starts.length - 1;
    yield batch;
  }
  const found = damage();
  if (found === undefined) return;
  const data = { what: found.what, after: found.after };
  const problem = { rule: 'structure/damaged-file', message: 'packed', pointer: '', data };
  yield noteBatch(source, [{ at: { source, index }, problem }]);
}

async function* read(
  open: OpenSource,
  sniffed: Sniffed,
  head: Uint8Array,
  chunks: Chunks,
  options: ReadOptions,
): Batches {
  const { source } = open;
  if (sniffed.container === 'parquet') {
    const { readParquet } = await import('./read-parquet.ts');
    yield* readParquet(source, options.columns);
    // Read once more for its fingerprint: a Parquet file is read from its end.
    for await (const _ of chunks);
    return;
  }
  const notes = headNotes(sniffed, source.name);
  if (notes.length > 0) {
    const at = { source: source.rank, index: 0, line: 1, offset: 0 };
    yield noteBatch(
      source.rank,
      notes.map((problem) => ({ at, problem })),
    );
  }
  const text = decoded(chunks, sniffed);
  // UTF-16 is decoded before anything is cut, so offsets there count bytes of the decoded text.
  const offset = sniffed.encoding === 'utf-8' ? sniffed.mark : 0;
  try {
    if (sniffed.container === 'csv') yield* readCsv(text, delimiterOf(head), source.rank, offset, options);
    else if (sniffed.container === 'json') {
      yield* (isArray(head, sniffed.mark) ? readArray : readObject)(text, source.rank, offset, options);
    } else yield* readLines(text, source.rank, offset, options);
  } finally {
    await text.return();
  }
}

async function* readLines(text: Chunks, rank: number, offset: number, options: ReadOptions): Batches {
  const cutter = new LineCutter(rank, options.maxLineBytes, offset, options.memory);
  for await (const chunk of text) yield* cutter.push(chunk);
  yield* cutter.end();
}

function isArray(head: Uint8Array, mark: number): boolean {
  const first = head.subarray(mark).find((byte) => byte > 0x20 && byte !== 0);
  return first === 0x5b;
}

/** The first bytes of a stream, and the whole of it again. */
async function peek(chunks: Chunks): Promise<{ head: Uint8Array; chunks: Chunks }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value.slice());
    length += next.value.length;
  }
  const seen = Buffer.concat(parts);
  return { head: seen.subarray(0, HEAD_BYTES), chunks: rejoined(parts, chunks) };
}

async function* rejoined(parts: readonly Uint8Array[], rest: Chunks): Chunks {
  try {
    yield* parts;
    yield* rest;
  } finally {
    await rest.return();
  }
}

/** UTF-8 without its byte-order mark. */
async function* decoded(chunks: Chunks, { encoding, mark }: Sniffed): Chunks {
  const decode = decoderFor(encoding);
  let skip = mark;
  try {
    for await (const chunk of chunks) {
      const from = Math.min(skip, chunk.length);
      skip -= from;
      yield decode(chunk.subarray(from));
    }
  } finally {
    await chunks.return();
  }
}

function decoderFor(encoding: TextEncoding): (chunk: Uint8Array) => Uint8Array {
  if (encoding === 'utf-8') return (chunk) => chunk;
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }));
}

function headNotes(sniffed: Sniffed, name: string): NotedProblem[] {
  const notes: NotedProblem[] = [];
  if (sniffed.encoding !== 'utf-8') {
    const data = { encoding: sniffed.encoding.toUpperCase() };
    notes.push({ rule: 'structure/invalid-utf8', message: 'utf16', pointer: '', data });
  } else if (sniffed.mark > 0) notes.push({ rule: 'structure/bom', message: 'mark', pointer: '' });
  if (sniffed.container === 'json' && /\.(?:jsonl|ndjson)(?:\.\w+)?$/i.test(name)) {
    notes.push({ rule: 'structure/array-in-jsonl', message: 'array', pointer: '' });
  }
  return notes;
}
