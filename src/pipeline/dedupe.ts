// Sources → their records without those that repeat others, and a ledger of what went and for whom.

import type { Writable } from 'node:stream';
import type { ComparedPart } from '../dedupe/record-texts.ts';
import { placeOf } from '../io/batch.ts';
import { findSources } from '../io/find-sources.ts';
import { parseRecord } from '../io/parse-record.ts';
import type { RecordWriter } from '../io/record-writer.ts';
import { createFile, type NewFile } from '../io/write-file.ts';
import { createRecords } from '../io/write-records.ts';
import type { Deduplication, DropReason, KeepPolicy } from '../model/deduplication.ts';
import { UserError } from '../model/error.ts';
import type { Position } from '../model/position.ts';
import type { Settings } from '../model/settings.ts';
import { at } from '../tally/columns.ts';
import { positionAt } from '../tally/place-columns.ts';
import { chooseKeepers } from './choose-keepers.ts';
import { type RunOptions, type Surveyed, withSurvey } from './run.ts';

export interface DedupeRequest {
  readonly keep: KeepPolicy;
  readonly part: ComparedPart;
  /** From 0 to 1. */
  readonly likeness: number;
  /** Files that are compared with and not written. */
  readonly against: readonly string[];
  /** `-` is standard output; undefined writes nothing. */
  readonly output: string | undefined;
  readonly ledger: string | undefined;
  readonly force: boolean;
}

/** The ledger that stands beside an output. */
export const ledgerPath = (output: string): string => `${output}.ledger.jsonl`;

/** @throws UserError when the request is wrong: a missing file, an output that stands there already */
export async function dedupe(
  paths: readonly string[],
  settings: Settings,
  request: DedupeRequest,
  options: RunOptions & { readonly stdout: Writable },
): Promise<Deduplication> {
  const against = request.against.length === 0 ? [] : await findSources(request.against, options.root);
  const own = await findSources(paths, options.root);
  const twice = own.find(({ path }) => path !== undefined && against.some((other) => other.path === path));
  if (twice !== undefined) {
    throw new UserError('usage', `${twice.name} is to be written and to be compared against`, {
      hint: 'name it once',
    });
  }
  // What the records are worth is asked only where it decides; what they say is enough to tell who is like whom.
  const bare: Settings = { ...settings, rules: {}, overrides: [] };
  const comparison = {
    by: 'whole',
    part: request.part,
    likeness: request.likeness,
    exhaustive: false,
  } as const;
  const everything = [...request.against, ...paths];
  return withSurvey(everything, bare, [comparison], { ...options, countTokens: false }, async (surveyed) => {
    const keptFor = await chooseKeepers(surveyed, settings, request.keep, against.length);
    const outputs = await openOutputs(request, options.stdout);
    try {
      const counts = await writeKept(surveyed, settings, keptFor, against.length, outputs);
      if (counts.kept === 0 && request.output !== undefined) {
        throw new UserError('no-input', 'nothing would be left to write', {
          hint: 'look at the input with check',
        });
      }
      await outputs.records?.commit();
      await outputs.ledger?.commit();
      const whole = surveyed.likeness.comparisons.get('whole');
      return {
        ...counts,
        sources: surveyed.sources.map(({ name }) => name),
        unrecognized: surveyed.summary.unrecognized,
        clusters: whole?.clusters.length ?? 0,
        capped: whole?.capped ?? 0,
        ...(request.output === undefined ? {} : { output: request.output }),
        ...(request.ledger === undefined ? {} : { ledger: request.ledger }),
      };
    } catch (cause) {
      await outputs.records?.discard();
      await outputs.ledger?.discard();
      throw cause;
    }
  });
}

interface Outputs {
  readonly records: RecordWriter | undefined;
  readonly ledger: NewFile | undefined;
}

async function openOutputs({ output, ledger, force }: DedupeRequest, stdout: Writable): Promise<Outputs> {
  const records = output === undefined ? undefined : await createRecords(output, { stdout, force });
  try {
    return { records, ledger: ledger === undefined ? undefined : await createFile(ledger, { force }) };
  } catch (cause) {
    await records?.discard();
    throw cause;
  }
}

/** Reads everything once more. What was understood has a rank; what was not has none, and stays unless it is broken. */
async function writeKept(
  surveyed: Surveyed,
  settings: Settings,
  keptFor: Uint32Array,
  against: number,
  { records, ledger }: Outputs,
): Promise<Pick<Deduplication, 'read' | 'kept' | 'dropped' | 'against'>> {
  const { likeness, summary, sources } = surveyed;
  const { identities } = summary;
  const { rowOf } = likeness.order;
  const dropped: Record<DropReason, number> = { exact: 0, normalised: 0, near: 0, broken: 0 };
  const counts = { read: 0, kept: 0, against: 0, dropped };
  const drop = async (place: Position, reason: DropReason, kept?: Position): Promise<void> => {
    dropped[reason] += 1;
    await ledger?.write(`${JSON.stringify(ledgerLine(place, reason, kept, sources))}\n`);
  };
  let rank = 0;
  for await (const { batch } of surveyed.reread()) {
    for (let record = 0; record < batch.starts.length; record += 1) {
      const row = rowOf[rank];
      const place = placeOf(batch, record);
      const understood =
        row !== undefined &&
        at(identities.source, row) === place.source &&
        at(identities.index, row) === place.index;
      const kept = understood ? (keptFor[rank] as number) : undefined;
      const self = rank;
      if (understood) rank += 1;
      if (place.source < against) {
        counts.against += 1;
        continue;
      }
      counts.read += 1;
      if (kept !== undefined && kept !== self) {
        const other = rowOf[kept] as number;
        await drop(place, reasonFor(identities, row as number, other), positionAt(identities, other));
        continue;
      }
      const [start, end] = [batch.starts[record] as number, batch.ends[record] as number];
      const flag = batch.flags[record] as number;
      // What was understood once need not be parsed again where nothing is written.
      const value =
        understood && records === undefined
          ? null
          : parseRecord(batch.bytes, start, end, flag, settings, () => {});
      if (value === undefined) await drop(place, 'broken');
      else {
        counts.kept += 1;
        await records?.write(batch.bytes.subarray(start, end), value);
      }
    }
  }
  return counts;
}

function reasonFor(columns: Surveyed['summary']['identities'], row: number, kept: number): DropReason {
  const { wholeHigh, wholeLow, normalHigh, normalLow } = columns;
  if (at(wholeHigh, row) === at(wholeHigh, kept) && at(wholeLow, row) === at(wholeLow, kept)) return 'exact';
  const normal = at(normalHigh, row) === at(normalHigh, kept) && at(normalLow, row) === at(normalLow, kept);
  return normal ? 'normalised' : 'near';
}

function ledgerLine(
  place: Position,
  reason: DropReason,
  kept: Position | undefined,
  sources: Surveyed['sources'],
): object {
  const where = ({ source, index, line }: Position) => ({
    source: sources[source]?.name ?? '',
    index,
    ...(line === undefined ? {} : { line }),
  });
  return {
    ...where(place),
    outcome: 'dropped',
    rule: reason === 'broken' ? 'structure/invalid-json' : `duplicates/${reason}`,
    ...(kept === undefined ? {} : { keptFor: where(kept) }),
  };
}
