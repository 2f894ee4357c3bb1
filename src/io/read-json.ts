// JSON values that are not lines: an array of records, or an object that is one or holds arrays of them.

import type { NotedProblem } from '../model/finding.ts';
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { ArrayBatches } from './array-batches.ts';
import { ArrayFinder } from './array-finder.ts';
import { type Batch, noteBatch, RecordFlag } from './batch.ts';
import { diagnoseJson } from './json-diagnose.ts';
import { describeFault } from './json-fault.ts';
import { isSpace } from './json-tokens.ts';
import { depthOf, LineCutter } from './lines.ts';

type Chunks = AsyncGenerator<Uint8Array, void, undefined>;

export interface JsonLimits {
  /** Bytes of one record. */
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
  const { bytes, whole } = await collect(chunks, WHOLE_BYTES);
  if (isLines(bytes.subarray(0, WHOLE_BYTES))) {
    const cutter = new LineCutter(source, limits.maxLineBytes, offset);
    yield* cutter.push(bytes);
    for await (const chunk of chunks) yield* cutter.push(chunk);
    yield* cutter.end();
    return;
  }
  if (whole) {
    const value = parse(bytes);
    if (value !== undefined) {
      if (isObject(value) && !limits.isRecord(value) && holdsRecords(value)) {
        yield* arraysIn(bytes, source, offset, limits.maxLineBytes).batches;
      } else yield wholeBatch(bytes, source, offset);
    } else yield* readBroken(bytes, source, offset, limits);
    return;
  }
  const search = new ArraySearch(source, offset, limits.maxLineBytes);
  yield* search.push(bytes);
  for await (const chunk of chunks) yield* search.push(chunk);
  yield* search.end();
}

/** Whether a line begins with `{` where the object before it is over. */
function isLines(bytes: Buffer): boolean {
  const next = bytes.indexOf('\n{');
  if (next < 0) return false;
  let depth = 0;
  for (let start = 0; start <= next; ) {
    const end = bytes.indexOf(0x0a, start);
    depth += depthOf(bytes, start, end);
    start = end + 1;
  }
  return depth <= 0;
}

/** One object that is no JSON: a broken record, or arrays of records with a fault in them or around them. */
function* readBroken(bytes: Buffer, source: number, offset: number, limits: JsonLimits): Generator<Batch> {
  const { batches, stretches, firsts } = arraysIn(bytes, source, offset, limits.maxLineBytes);
  if (stretches.length === 0 || limits.isRecord(firsts)) {
    yield wholeBatch(bytes, source, offset);
    return;
  }
  const fault = faultAround(bytes, offset, stretches);
  if (fault !== undefined) {
    const { problem, at } = fault;
    const index = stretches.findLast(({ end }) => end <= at.offset)?.index ?? 0;
    yield noteBatch(source, [{ at: { source, index, ...at }, problem }]);
  }
  yield* batches;
}

/** Everything that the arrays of an object hold, and where those arrays stand. */
function arraysIn(
  bytes: Uint8Array,
  source: number,
  offset: number,
  maxBytes: number,
): { batches: Batch[]; stretches: readonly Stretch[]; firsts: JsonObject } {
  const search = new ArraySearch(source, offset, maxBytes);
  const batches = [...search.push(bytes), ...search.end()];
  // What the object would be with one item in each of its arrays, as far as that can be read.
  const firsts: [string, JsonValue][] = [];
  let next = 0;
  for (const { name, index } of search.stretches) {
    const batch = batches.find((one) => one.firstIndex === next && one.starts.length > 0);
    const first = batch && parse(batch.bytes.subarray(batch.starts[0], batch.ends[0]));
    if (first !== undefined) firsts.push([name, [first]]);
    next = index;
  }
  return { batches, stretches: search.stretches, firsts: Object.fromEntries(firsts) };
}

/** The first fault outside the arrays, whose own faults are told by whoever cuts them. */
function faultAround(
  bytes: Buffer,
  offset: number,
  stretches: readonly Stretch[],
): { at: { line: number; offset: number }; problem: NotedProblem } | undefined {
  const around = Uint8Array.from(bytes);
  for (const { start, end, closed } of stretches) {
    // The array that was never closed has swallowed the rest, and its cutter says so.
    if (!closed) return undefined;
    for (let i = start + 1 - offset; i < end - 1 - offset; i += 1) if (around[i] !== 0x0a) around[i] = 0x20;
  }
  const fault = diagnoseJson(around, 0, around.length, DEEPEST);
  if (fault === undefined) return undefined;
  const lineStart = fault.offset === 0 ? 0 : bytes.lastIndexOf(0x0a, fault.offset - 1) + 1;
  const column = [...bytes.toString('utf8', lineStart, fault.offset)].length + 1;
  const data = { what: describeFault(fault), column };
  return {
    at: { line: fault.line, offset: offset + fault.offset },
    problem: { rule: 'structure/invalid-json', message: 'fault', pointer: '', data },
  };
}

/** An object that is larger is not looked at whole, and so is no record of a format: it can only hold arrays. */
const WHOLE_BYTES = 16 << 20;

/** No limit: around arrays nesting is harmless, and inside them each record is held to its own. */
const DEEPEST = 1 << 20;

/** The bytes up to a limit, and whether that was all. */
async function collect(chunks: Chunks, limit: number): Promise<{ bytes: Buffer; whole: boolean }> {
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

/** An array of records: where it stands, and the index of the record that follows its last one. */
interface Stretch {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly closed: boolean;
}

/** Where an array begins. */
interface Found {
  readonly name: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Cuts each array that the finder finds, one after another, with indexes that run on. */
class ArraySearch {
  readonly #source: number;
  readonly #maxBytes: number;
  readonly #finder: ArrayFinder;
  #cutter: ArrayBatches | undefined;
  #pending: Found | undefined;
  /** What came of an array before its first item said whether it holds records. */
  #held: Uint8Array[] = [];
  #index = 0;
  #batches: Batch[] = [];
  /** The arrays of records so far. */
  readonly stretches: Stretch[] = [];
  #open = { name: '', start: 0 };
  #ending = false;

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
    this.#ending = true;
    this.#finder.finish(this.#sink);
    return this.#take();
  }

  readonly #sink = {
    start: (name: string, offset: number, line: number, column: number): void => {
      this.#pending = { name, offset, line, column };
      this.#held = [];
    },
    bytes: (chunk: Uint8Array): void => {
      if (this.#pending !== undefined) this.#decide(chunk);
      else if (this.#cutter !== undefined) this.#batches.push(...this.#cutter.push(chunk));
    },
    end: (end: number): void => {
      if (this.#cutter !== undefined) {
        this.#batches.push(...this.#cutter.end());
        this.#index = this.#cutter.index;
        this.stretches.push({ ...this.#open, end, index: this.#index, closed: !this.#ending });
      }
      this.#cutter = undefined;
      this.#pending = undefined;
    },
  };

  /** Lists of texts or numbers are no records: labels, versions, names of columns. */
  #decide(chunk: Uint8Array): void {
    const { name, offset, line, column } = this.#pending ?? { name: '', offset: 0, line: 1, column: 1 };
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
    this.#open = { name, start: offset };
    this.#cutter = new ArrayBatches(this.#source, this.#maxBytes, this.#index, { offset, line, column });
    this.#batches.push(...this.#cutter.push(seen));
  }

  #take(): Batch[] {
    const taken = this.#batches;
    this.#batches = [];
    return taken;
  }
}
