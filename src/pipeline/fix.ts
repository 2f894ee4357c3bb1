// Sources → the same records mended: the whole of `fix`. Only texts that a rule can mend safely change, byte by byte.

import type { Readable } from 'node:stream';
import { FORMATS } from '../formats/index.ts';
import { type Batch, placeOf } from '../io/batch.ts';
import { findSources } from '../io/find-sources.ts';
import { locate } from '../io/json-ranges.ts';
import { oneLine } from '../io/one-line.ts';
import type { RecordWriter } from '../io/record-writer.ts';
import { UserError } from '../model/error.ts';
import type { RuleId } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import type { JsonValue } from '../model/json.ts';
import { resolvePointer } from '../model/pointer.ts';
import type { Position } from '../model/position.ts';
import type { RecordRule } from '../model/rule.ts';
import type { Settings } from '../model/settings.ts';
import { RULES } from '../rules/index.ts';
import { emptyWithheld } from '../tally/withheld.ts';
import { readRecipe } from '../tokens/create.ts';
import { NOTHING_COMPARED } from './comparisons.ts';
import { type Inspect, makeInspect } from './inspect.ts';
import { openIntake, type Progress } from './intake.ts';
import { createKit } from './kit.ts';

/** What became of the records: read = fixed + untouched; none is dropped. */
export interface Mending {
  readonly read: number;
  readonly fixed: number;
  /** Records that each rule mended; largest first. */
  readonly rules: readonly { readonly rule: RuleId; readonly records: number }[];
  readonly sources: readonly string[];
}

/** A record before and after, as text. */
export interface Mend {
  readonly at: Position;
  readonly rules: readonly RuleId[];
  readonly before: string;
  readonly after: string;
}

export interface FixOptions {
  readonly root: string;
  readonly stdin: Readable;
  readonly progress?: (progress: Progress) => void;
  /** Every record that changes, in order. */
  readonly listen?: (mend: Mend, source: string) => Promise<void> | void;
  readonly signal?: AbortSignal;
}

/** Rules that mend safely; the others would only cost time. */
export const FIXERS: ReadonlyMap<RuleId, RecordRule> = new Map(
  RULES.flatMap((rule): [RuleId, RecordRule][] =>
    rule.scope === 'record' && rule.fix === 'safe' && rule.fixText !== undefined ? [[rule.id, rule]] : [],
  ),
);

/** One mend may uncover what another rule mends; more than a few rounds never come. */
const ROUNDS = 5;

/**
 * Mends files into one. What cannot be understood is written as it stands.
 * @param writer undefined: nothing is written, and only the listener hears of it
 */
export async function fix(
  paths: readonly string[],
  settings: Settings,
  writer: RecordWriter | undefined,
  options: FixOptions,
): Promise<Mending> {
  const sources = await findSources(paths, options.root);
  const names = sources.map(({ name }) => name);
  const rules = Object.fromEntries(Object.entries(settings.rules).filter(([id]) => FIXERS.has(id)));
  const { target: _, evaluation: __, ...bare } = settings;
  const mending = { ...bare, rules };
  const kit = await createKit(
    mending,
    names,
    await readRecipe(settings.tokenizer),
    NOTHING_COMPARED,
    undefined,
  );
  const inspect = makeInspect(kit, () => false, emptyWithheld());
  const intake = openIntake(sources, mending, {
    stdin: options.stdin,
    ...(options.progress === undefined ? {} : { progress: options.progress }),
  });
  const counts = new Map<RuleId, number>();
  let read = 0;
  let fixed = 0;
  for await (const { batch, format: id } of intake.parcels) {
    if (options.signal?.aborted) throw new UserError('interrupted', 'interrupted');
    const format = FORMATS.find((one) => one.id === id);
    for (let record = 0; record < batch.starts.length; record += 1) {
      read += 1;
      const raw = batch.bytes.subarray(batch.starts[record], batch.ends[record]);
      const { bytes, value, applied } = mendRecord(inspect, batch, record, format);
      if (applied.length > 0) {
        fixed += 1;
        for (const rule of applied) counts.set(rule, (counts.get(rule) ?? 0) + 1);
        const at = placeOf(batch, record);
        await options.listen?.(
          { at, rules: applied, before: textOf(oneLine(raw)), after: textOf(bytes) },
          names[at.source] ?? '',
        );
      }
      const wait = writer?.write(bytes, value);
      if (wait !== undefined) await wait;
    }
  }
  return {
    read,
    fixed,
    rules: [...counts]
      .map(([rule, records]) => ({ rule, records }))
      .sort((a, b) => b.records - a.records || (a.rule < b.rule ? -1 : 1)),
    sources: names,
  };
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
const encoder = new TextEncoder();

interface Mended {
  readonly bytes: Uint8Array;
  /** undefined: no JSON, and so untouched. */
  readonly value: JsonValue | undefined;
  readonly applied: readonly RuleId[];
}

function mendRecord(inspect: Inspect, batch: Batch, record: number, format: Format | undefined): Mended {
  const applied = new Set<RuleId>();
  let now = batch;
  let at = record;
  for (let round = 0; ; round += 1) {
    const bytes = now.bytes.subarray(now.starts[at], now.ends[at]);
    const { outcome, view, findings } = inspect(now, at, format);
    if (view === undefined || findings.length === 0 || round === ROUNDS) {
      return {
        bytes,
        value: outcome === 'broken' ? undefined : jsonOf(bytes),
        applied: [...applied].sort(),
      };
    }
    const edits = new Map<string, string>();
    for (const { rule, pointer } of findings) {
      const text = edits.get(pointer) ?? resolvePointer(view.value, pointer);
      if (typeof text !== 'string') continue;
      const mended = FIXERS.get(rule)?.fixText?.(text) ?? text;
      if (mended === text) continue;
      edits.set(pointer, mended);
      applied.add(rule);
    }
    if (edits.size === 0) return { bytes, value: jsonOf(bytes), applied: [...applied].sort() };
    now = lineBatch(now, at, withEdits(bytes, edits));
    at = 0;
  }
}

const jsonOf = (bytes: Uint8Array): JsonValue => JSON.parse(textOf(bytes)) as JsonValue;

/** The record's bytes with other texts in the places named; all other bytes stay. */
function withEdits(bytes: Uint8Array, edits: ReadonlyMap<string, string>): Uint8Array {
  const places = [...edits]
    .flatMap(([pointer, text]) => {
      const range = locate(bytes, 0, bytes.length, pointer);
      if (range === undefined) return [];
      const written = textOf(bytes.subarray(range.start, range.end));
      return [{ ...range, text: encoder.encode(spelledLike(written, JSON.stringify(text))) }];
    })
    .sort((a, b) => a.start - b.start);
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { start, end, text } of places) {
    pieces.push(bytes.subarray(from, start), text);
    from = end;
  }
  pieces.push(bytes.subarray(from));
  return Buffer.concat(pieces);
}

/** In ASCII where the text before was: whoever wrote it escapes everything else. */
function spelledLike(before: string, json: string): string {
  if (!before.includes('\\u') || /[^\u0000-\u007f]/.test(before)) return json;
  return json.replace(
    /[^\u0000-\u007f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A batch of one record, in the place of the one that was mended. */
function lineBatch(batch: Batch, record: number, bytes: Uint8Array): Batch {
  return {
    source: batch.source,
    firstIndex: batch.firstIndex + record,
    offset: 0,
    bytes,
    starts: Uint32Array.of(0),
    ends: Uint32Array.of(bytes.length),
    lines: Uint32Array.of(batch.lines[record] as number),
    flags: Uint8Array.of(0),
    notes: [],
  };
}
