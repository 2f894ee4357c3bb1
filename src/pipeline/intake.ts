// Sources → parcels: records in batches that know their format, in the order of the sources.

import type { Readable } from 'node:stream';
import { detectFormat } from '../formats/detect.ts';
import { FORMATS, findFormat } from '../formats/index.ts';
import { type Batch, noteBatch } from '../io/batch.ts';
import type { ParcelMemory } from '../io/parcel-memory.ts';
import { parseRecord } from '../io/parse-record.ts';
import { type Reading, readSource } from '../io/read.ts';
import { OpenSource, type Source } from '../io/source.ts';
import { UserError } from '../model/error.ts';
import type { NotedProblem } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import type { JsonValue } from '../model/json.ts';
import type { SourceFigures } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import { findTarget } from '../targets/index.ts';
import type { Parcel } from './survey.ts';

/** Records that vote on the format, and the bytes of them at most: both speak of records, so no chunking changes them. */
const VOTERS = 100;
const VOTER_BYTES = 8 << 20;

/** What is known of a source once it has been read; record counts come from the summary. */
export type SourceFacts = Omit<SourceFigures, 'records'>;

export interface Intake {
  readonly parcels: AsyncGenerator<Parcel, void, undefined>;
  /** By source rank; complete once the parcels have ended. */
  readonly facts: readonly SourceFacts[];
}

export interface IntakeOptions {
  readonly stdin: Readable;
  /** Bytes read at once; tests make it small. */
  readonly chunkBytes?: number;
  readonly progress?: (progress: Progress) => void;
  readonly memory?: ParcelMemory;
}

export interface Progress {
  readonly source: Source;
  /** Bytes read of it so far. */
  readonly bytes: number;
}

export function openIntake(sources: readonly Source[], settings: Settings, options: IntakeOptions): Intake {
  const facts: SourceFacts[] = [];
  return { parcels: readAll(sources, settings, options, facts), facts };
}

async function* readAll(
  sources: readonly Source[],
  settings: Settings,
  options: IntakeOptions,
  facts: SourceFacts[],
): AsyncGenerator<Parcel, void, undefined> {
  for (const source of sources) {
    const open = new OpenSource(source, options.stdin, options.chunkBytes);
    const reading = await openReading(open, settings, options.memory);
    if (typeof reading === 'string') {
      const at = { source: source.rank, index: 0 };
      const problem = {
        rule: 'structure/not-a-dataset',
        message: 'skipped',
        pointer: '',
        data: { why: reading },
      };
      yield { batch: noteBatch(source.rank, [{ at, problem }]), format: undefined };
      facts[source.rank] = { ...NOTHING, name: source.name, bytes: open.bytes, sha256: open.sha256 };
      continue;
    }
    const { batches } = reading;
    try {
      const { format, because, held } = await recognize(batches, settings);
      const foreign = foreignFormat(format, source.name, settings);
      if (foreign !== undefined) {
        const at = { source: source.rank, index: 0 };
        yield { batch: noteBatch(source.rank, [{ at, problem: foreign }]), format };
      }
      for (const batch of held) yield { batch, format };
      for await (const batch of batches) {
        options.progress?.({ source, bytes: open.bytes });
        yield { batch, format };
      }
      facts[source.rank] = {
        name: source.name,
        container: reading.container,
        format: format ?? 'unknown',
        because,
        bytes: open.bytes,
        sha256: open.sha256,
      };
    } finally {
      await batches.return();
    }
  }
}

/** What can be told of a source by its head alone. */
export interface SourceGlance {
  readonly name: string;
  /** undefined: it is no dataset. */
  readonly container: string | undefined;
  readonly format: string | undefined;
  readonly because: string;
}

/** Looks at the heads of sources and reads no further. */
export async function glance(
  sources: readonly Source[],
  settings: Settings,
  stdin: Readable,
): Promise<SourceGlance[]> {
  const glances: SourceGlance[] = [];
  for (const source of sources) {
    const reading = await openReading(new OpenSource(source, stdin), settings);
    if (typeof reading === 'string') {
      glances.push({ name: source.name, container: undefined, format: undefined, because: reading });
      continue;
    }
    const { format, because } = await recognize(reading.batches, settings);
    await reading.batches.return();
    glances.push({ name: source.name, container: reading.container, format, because });
  }
  return glances;
}

/** The first records of sources that hold data, those that vote on the format; reads no further. */
export async function* readHeads(
  sources: readonly Source[],
  settings: Settings,
  stdin: () => Readable,
): AsyncGenerator<Parcel, void, undefined> {
  for (const source of sources) {
    const reading = await openReading(new OpenSource(source, stdin()), settings);
    if (typeof reading === 'string') continue;
    try {
      const { format, held } = await recognize(reading.batches, { ...settings, format: 'auto' });
      let left = VOTERS;
      for (const batch of held) {
        const count = Math.min(left, batch.starts.length);
        left -= count;
        const cut = { starts: batch.starts.subarray(0, count), ends: batch.ends.subarray(0, count) };
        yield { batch: { ...batch, ...cut }, format: settings.format === 'auto' ? format : settings.format };
      }
    } finally {
      await reading.batches.return();
    }
  }
}

/** The reading of a source, or why it is none: a file that was not named may be anything. */
async function openReading(
  open: OpenSource,
  settings: Settings,
  memory?: ParcelMemory,
): Promise<Reading | string> {
  try {
    return await readSource(open, {
      maxLineBytes: settings.maxLineBytes,
      columns: new Map(Object.entries(settings.columns)),
      ...(memory === undefined ? {} : { memory }),
      isRecord: (value) => FORMATS.some((format) => format.recognize(value) !== undefined),
    });
  } catch (cause) {
    if (open.source.walked && cause instanceof UserError) return cause.message;
    throw cause;
  }
}

const NOTHING = { container: 'unknown', format: 'unknown', because: 'not read' };

interface Recognized {
  readonly format: string | undefined;
  readonly because: string;
  /** Batches that were read to find out. */
  readonly held: readonly Batch[];
}

async function recognize(
  batches: AsyncGenerator<Batch, void, undefined>,
  settings: Settings,
): Promise<Recognized> {
  if (settings.format !== 'auto') {
    return { format: findFormat(settings.format)?.id, because: 'named by --format', held: [] };
  }
  const held: Batch[] = [];
  const values: JsonValue[] = [];
  let bytes = 0;
  let voters = 0;
  while (voters < VOTERS && bytes < VOTER_BYTES) {
    const next = await batches.next();
    if (next.done) break;
    const batch = next.value;
    held.push(batch);
    for (let record = 0; record < batch.starts.length; record += 1) {
      if (voters >= VOTERS || bytes >= VOTER_BYTES) break;
      const start = batch.starts[record] as number;
      const end = batch.ends[record] as number;
      voters += 1;
      bytes += end - start;
      const value = parseRecord(batch.bytes, start, end, batch.flags[record] as number, settings, () => {});
      if (value !== undefined) values.push(value);
    }
  }
  const { format, because } = detectFormat(values, FORMATS, wantedFormat(settings));
  return { format: format?.id, because, held };
}

/** What conversion would write for the target: its own format. */
const wantedFormat = ({ target }: Settings): Format | undefined =>
  target === undefined ? undefined : findFormat(findTarget(target)?.formats[0] ?? '');

/** The records are understood, but the target reads others: told once per source, at its first record. */
function foreignFormat(
  format: string | undefined,
  source: string,
  settings: Settings,
): NotedProblem | undefined {
  const target = settings.target === undefined ? undefined : findTarget(settings.target);
  if (format === undefined || target === undefined || target.formats.includes(format)) return undefined;
  const data = {
    found: format,
    wanted: target.formats.join(' or '),
    target: target.id,
    source: asWord(source),
  };
  return { rule: 'target/unexpected-format', message: 'format', pointer: '', data };
}

/** A name as a shell takes it for one word. */
const asWord = (name: string): string =>
  /^[\w./+:@%-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
