// Source → container → batches. The container is told from bytes before the name is believed.

import { UserError } from '../model/error.ts';
import type { NotedProblem } from '../model/finding.ts';
import { type Batch, noteBatch } from './batch.ts';
import { LineCutter } from './lines.ts';
import { type Container, type Sniffed, sniff, type TextEncoding } from './sniff.ts';
import type { OpenSource } from './source.ts';

export interface ReadLimits {
  /** Bytes. */
  readonly maxLineBytes: number;
}

/** A source whose container is known, and the batches of its records. */
export interface Reading {
  readonly container: Container;
  readonly batches: AsyncGenerator<Batch, void, undefined>;
}

const READABLE: ReadonlySet<Container> = new Set<Container>(['jsonl']);

const CONTAINER_NAMES: Readonly<Record<Container, string>> = {
  jsonl: 'JSON lines',
  json: 'one JSON value over many lines (an array or an object)',
  csv: 'CSV or TSV',
  parquet: 'Parquet',
  gzip: 'gzip',
  zstd: 'zstd',
  zip: 'a ZIP archive',
  arrow: 'Arrow',
  binary: 'binary data',
};

/** Opens a source and begins to read it. Throws UserError when it is empty or of a container that cannot be read. */
export async function readSource(open: OpenSource, limits: ReadLimits): Promise<Reading> {
  const chunks = open.chunks();
  const first = await chunks.next();
  if (first.done) throw new UserError('no-input', `${open.source.name} is empty: 0 bytes`);
  const head = first.value.slice();
  const sniffed = sniff(head, open.source.name);
  if (!READABLE.has(sniffed.container)) {
    await chunks.return();
    throw new UserError(
      'unsupported-container',
      `${open.source.name} holds ${CONTAINER_NAMES[sniffed.container]}`,
      {
        hint: 'this version reads JSON lines: one JSON object per line',
      },
    );
  }
  return { container: sniffed.container, batches: readLines(open, head, chunks, sniffed, limits) };
}

async function* readLines(
  open: OpenSource,
  head: Uint8Array,
  rest: AsyncGenerator<Uint8Array, void, undefined>,
  sniffed: Sniffed,
  limits: ReadLimits,
): AsyncGenerator<Batch, void, undefined> {
  const { rank } = open.source;
  const decode = decoderFor(sniffed.encoding);
  // UTF-16 is decoded before lines are cut, so offsets there count bytes of the decoded text.
  const cutter = new LineCutter(rank, limits.maxLineBytes, sniffed.encoding === 'utf-8' ? sniffed.mark : 0);
  const notes = headNotes(sniffed).map((problem) => ({
    at: { source: rank, index: 0, line: 1, offset: 0 },
    problem,
  }));
  if (notes.length > 0) yield noteBatch(rank, notes);
  try {
    yield* cutter.push(decode(head.subarray(sniffed.mark)));
    for await (const chunk of rest) yield* cutter.push(decode(chunk));
    yield* cutter.end();
  } finally {
    await rest.return();
  }
}

function decoderFor(encoding: TextEncoding): (chunk: Uint8Array) => Uint8Array {
  if (encoding === 'utf-8') return (chunk) => chunk;
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }));
}

function headNotes(sniffed: Sniffed): NotedProblem[] {
  if (sniffed.encoding !== 'utf-8') {
    const data = { encoding: sniffed.encoding.toUpperCase() };
    return [{ rule: 'structure/invalid-utf8', message: 'utf16', pointer: '', data }];
  }
  return sniffed.mark > 0 ? [{ rule: 'structure/bom', message: 'mark', pointer: '' }] : [];
}
