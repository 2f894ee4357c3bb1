// JSON values that are not lines: an array of records, or an object that is one or holds arrays of them.

import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { ArrayBatches } from './array-batches.ts';
import { ArrayFinder } from './array-finder.ts';
import { type Batch, noteBatch, RecordFlag } from './batch.ts';
import { isSpace } from './json-tokens.ts';
import { LineCutter } from './lines.ts';

type Chunks = AsyncGenerator<Uint8Array, void, undefined>;

export interface JsonLimits {
  /** Bytes of one record, and of an object that is looked at whole. */
  readonly maxLineBytes: number;
  /** Whether an object is one record of a known format. */
  readonly isRecord: (value: JsonObject) => boolean;
}

/** `offset` is where the chunks begin in the stream: behind a byte-order mark. */
export async function* readArray(
  chunks: Chunks,
  source: number,
  offset: number,
  limits: JsonLimits,
): AsyncGenerator<Batch, void, undefined> {
  const cutter = new ArrayBatches(source, limits.maxLineBytes, 0, { offset, line: 1 });
  for await (const chunk of chunks) yield* cutter.push(chunk);
  yield* cutter.end();
}

/**
 * An object that a format recognizes is one record. Otherwise the arrays of objects inside it are the data, all of
 * them; and where it is no single object at all, its lines are.
 */
export async function* readObject(
  chunks: Chunks,
  source: number,
  offset: number,
  limits: JsonLimits,
): AsyncGenerator<Batch, void, undefined> {
  const { bytes, whole } = await collect(chunks, limits.maxLineBytes);
  if (whole) {
    const value = parse(bytes);
    if (value === undefined) {
      const cutter = new LineCutter(source, limits.maxLineBytes, offset);
      yield* cutter.push(bytes);
      yield* cutter.end();
      return;
    }
    if (!isObject(value) || limits.isRecord(value) || !holdsRecords(value)) {
      yield wholeBatch(bytes, source, offset);
      return;
    }
  }
  const search = new ArraySearch(source, offset, limits.maxLineBytes);
  yield* search.push(bytes);
  if (!whole) for await (const chunk of chunks) yield* search.push(chunk);
  yield* search.end();
}

/** The bytes up to a limit, and whether that was all. */
async function collect(chunks: Chunks, limit: number): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length <= limit) {
    const next = await chunks.next();
    if (next.done) return { bytes: Buffer.concat(parts), whole: true };
    parts.push(next.value.slice());
    length += next.value.length;
  }
  return { bytes: Buffer.concat(parts), whole: false };
}

function parse(bytes: Uint8Array): JsonValue | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as JsonValue;
  } catch {
    return undefined;
  }
}

/** An array whose first item is an object or a list, in the object or in an object inside it. */
function holdsRecords(value: JsonObject, depth = 0): boolean {
  return Object.values(value).some((inner) => {
    if (Array.isArray(inner)) return typeof inner[0] === 'object' && inner[0] !== null;
    return depth < 2 && isObject(inner) && holdsRecords(inner, depth + 1);
  });
}

function wholeBatch(bytes: Uint8Array, source: number, offset: number): Batch {
  let start = 0;
  let line = 1;
  while (start < bytes.length && isSpace(bytes[start] as number)) {
    if (bytes[start] === 0x0a) line += 1;
    start += 1;
  }
  let end = bytes.length;
  while (end > start && isSpace(bytes[end - 1] as number)) end -= 1;
  return {
    source,
    firstIndex: 0,
    offset,
    // A copy of its own: batches change threads.
    bytes: new Uint8Array(bytes),
    starts: Uint32Array.of(start),
    ends: Uint32Array.of(end),
    lines: Uint32Array.of(line),
    flags: Uint8Array.of(RecordFlag.plain),
    notes: [],
  };
}

/** Cuts each array that the finder finds, one after another, with indexes that run on. */
class ArraySearch {
  readonly #source: number;
  readonly #maxBytes: number;
  readonly #finder: ArrayFinder;
  #cutter: ArrayBatches | undefined;
  #pending: { readonly name: string; readonly offset: number; readonly line: number } | undefined;
  /** What came of an array before its first item said whether it holds records. */
  #held: Uint8Array[] = [];
  #index = 0;
  #batches: Batch[] = [];

  constructor(source: number, offset: number, maxBytes: number) {
    this.#source = source;
    this.#maxBytes = maxBytes;
    this.#finder = new ArrayFinder({ offset, line: 1 });
  }

  push(chunk: Uint8Array): Batch[] {
    this.#finder.push(chunk, this.#sink);
    return this.#take();
  }

  end(): Batch[] {
    this.#finder.finish(this.#sink);
    return this.#take();
  }

  readonly #sink = {
    start: (name: string, offset: number, line: number): void => {
      this.#pending = { name, offset, line };
      this.#held = [];
    },
    bytes: (chunk: Uint8Array): void => {
      if (this.#pending !== undefined) this.#decide(chunk);
      else if (this.#cutter !== undefined) this.#batches.push(...this.#cutter.push(chunk));
    },
    end: (): void => {
      if (this.#cutter !== undefined) {
        this.#batches.push(...this.#cutter.end());
        this.#index = this.#cutter.index;
      }
      this.#cutter = undefined;
      this.#pending = undefined;
    },
  };

  /** Lists of texts or numbers are no records: labels, versions, names of columns. */
  #decide(chunk: Uint8Array): void {
    const { name, offset, line } = this.#pending ?? { name: '', offset: 0, line: 1 };
    this.#held.push(chunk.slice());
    const seen = Buffer.concat(this.#held);
    let first = 1;
    while (first < seen.length && isSpace(seen[first] as number)) first += 1;
    if (first === seen.length && seen.length < 1 << 20) return;
    this.#pending = undefined;
    if (seen[first] !== 0x7b && seen[first] !== 0x5b) return;
    const at = { source: this.#source, index: this.#index, line, offset };
    const problem = { rule: 'structure/array-in-object', message: 'found', pointer: '', data: { name } };
    this.#batches.push(noteBatch(this.#source, [{ at, problem }]));
    this.#cutter = new ArrayBatches(this.#source, this.#maxBytes, this.#index, { offset, line });
    this.#batches.push(...this.#cutter.push(seen));
  }

  #take(): Batch[] {
    const taken = this.#batches;
    this.#batches = [];
    return taken;
  }
}
