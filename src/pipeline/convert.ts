// Sources → records of another format: the whole of `convert`, in one pass.

import type { Readable } from 'node:stream';
import { convertRecord, type Destination } from '../formats/convert-record.ts';
import { recognizeOther } from '../formats/detect.ts';
import { FORMATS } from '../formats/index.ts';
import { type Batch, placeOf } from '../io/batch.ts';
import { findSources } from '../io/find-sources.ts';
import { parseRecord } from '../io/parse-record.ts';
import type { RecordWriter, WrittenRecords } from '../io/record-writer.ts';
import type { Conversion } from '../model/conversion.ts';
import { UserError } from '../model/error.ts';
import type { NotedProblem, RuleId } from '../model/finding.ts';
import type { Format, Loss } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';
import type { Position } from '../model/position.ts';
import type { Report } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import { sentenceOf } from '../report/wording.ts';
import { RULES } from '../rules/index.ts';
import { LossTally } from '../tally/loss-tally.ts';
import { openIntake, type Progress } from './intake.ts';
import type { ToolName } from './judge.ts';
import { openOutputCheck } from './output-check.ts';

/** Where records go, and those that cannot. */
export interface ConversionOutputs {
  readonly path: string;
  readonly records: RecordWriter;
  /** Called for the first record that is rejected. */
  readonly openRejects: () => Promise<RecordWriter>;
}

export interface ConvertOptions {
  readonly tool: ToolName;
  readonly root: string;
  readonly stdin: Readable;
  readonly destination: Destination;
  /** Whether any loss at all refuses the conversion. */
  readonly strict: boolean;
  readonly progress?: (progress: Progress) => void;
  /** Every loss, as it comes, with the name of its source. */
  readonly listen?: (loss: Loss, at: Position, source: string) => Promise<void> | void;
  readonly signal?: AbortSignal;
}

/** What a parser says of a record that it could not understand whole: such a record is not written half. */
const HALF_UNDERSTOOD: ReadonlySet<RuleId> = new Set(['structure/wrong-type', 'structure/missing-field']);

/**
 * Converts files into one. Nothing stands at the outputs' paths unless the conversion was accepted.
 * @param settings how to read, and, where they name a target, by what to check what is written
 * @throws UserError when the request is wrong: a missing file, a container that cannot be written
 */
export async function convert(
  paths: readonly string[],
  settings: Settings,
  outputs: ConversionOutputs,
  options: ConvertOptions,
): Promise<Conversion> {
  const { destination, listen, progress } = options;
  const sources = await findSources(paths, options.root);
  const check =
    settings.target === undefined
      ? undefined
      : await openOutputCheck(outputs.path, destination.format, settings, options.tool);
  const { target: _, ...reading } = settings;
  const intake = openIntake(sources, reading, {
    stdin: options.stdin,
    ...(progress === undefined ? {} : { progress }),
  });
  const tally = new LossTally();
  const counts = { read: 0, converted: 0, rejected: 0, written: 0 };
  let rejects: RecordWriter | undefined;

  const reject = async (record: Judged, reason: string): Promise<void> => {
    counts.rejected += 1;
    tally.reject(reason, record.at);
    rejects ??= await outputs.openRejects();
    await rejects.write(undefined, rejectOf(record, sources[record.at.source]?.name ?? '', reason));
  };
  const write = async ({ at, raw }: Judged, made: Made): Promise<void> => {
    counts.converted += 1;
    for (const loss of made.losses) {
      tally.lose(loss, at);
      await listen?.(loss, at, sources[at.source]?.name ?? '');
    }
    for (const record of made.records) {
      counts.written += 1;
      const bytes = made.same ? raw : encoder.encode(JSON.stringify(record));
      check?.add(bytes, at);
      const wait = outputs.records.write(bytes, record);
      if (wait !== undefined) await wait;
    }
  };

  try {
    for await (const { batch, format } of intake.parcels) {
      if (options.signal?.aborted) throw new UserError('interrupted', 'interrupted');
      const own = FORMATS.find(({ id }) => id === format);
      for (let record = 0; record < batch.starts.length; record += 1) {
        counts.read += 1;
        const judged = judgeRecord(batch, record, own, reading);
        const made = judged.example === undefined ? undefined : make(judged, destination);
        if (made === undefined) await reject(judged, judged.complaint);
        else if ('refused' in made) await reject(judged, made.refused);
        else await write(judged, made);
      }
    }
    const report = check?.finish();
    const refusals = refusalsOf(counts.written, report, options.strict ? tally.total : 0, settings);
    if (refusals.length > 0) {
      await outputs.records.discard();
      await rejects?.discard();
    } else {
      const { losses } = await outputs.records.commit();
      await rejects?.commit();
      loseByContainer(losses, tally);
    }
    return {
      sources: intake.facts.map(({ name, container, format }) => ({ name, container, format })),
      format: destination.format.id,
      target: settings.target,
      output: outputs.path,
      ...counts,
      losses: tally.losses(),
      otherLosses: tally.other,
      rejections: tally.rejections(),
      check: report,
      refusals,
    };
  } catch (cause) {
    await outputs.records.discard();
    await rejects?.discard();
    throw cause;
  }
}

const encoder = new TextEncoder();

/** A record, and what its own format understood of it; or why nothing was. */
interface Judged {
  readonly at: Position;
  readonly raw: Uint8Array;
  readonly value: JsonValue | undefined;
  readonly format: Format | undefined;
  readonly example: ReturnType<Format['parse']>;
  readonly complaint: string;
}

function judgeRecord(batch: Batch, record: number, own: Format | undefined, settings: Settings): Judged {
  const start = batch.starts[record] as number;
  const end = batch.ends[record] as number;
  const at = placeOf(batch, record);
  const raw = batch.bytes.subarray(start, end);
  let complaint: string | undefined;
  let format = own;
  const note = (problem: NotedProblem): void => {
    if (format === undefined || HALF_UNDERSTOOD.has(problem.rule)) complaint ??= wordsOf(problem);
  };
  format = undefined;
  const value = parseRecord(
    batch.bytes,
    start,
    end,
    batch.flags[record] as number,
    settings,
    note,
    at.column,
  );
  const told = (more: Partial<Judged>): Judged => ({
    at,
    raw,
    value,
    format,
    example: undefined,
    complaint: complaint ?? 'it is of no known format',
    ...more,
  });
  if (value === undefined) return told({});
  // A repeated key was complained of, and is no reason to leave a record out.
  complaint = undefined;
  if (!isObject(value)) return told({ complaint: 'it is no JSON object' });
  // A record of another format than its file's is told by check; here it goes over like the others.
  format = own === undefined ? undefined : (recognizeOther(value, own, true, FORMATS) ?? own);
  const example = format?.parse(value, note);
  return told({ example: complaint === undefined ? example : undefined });
}

const wordsOf = (problem: NotedProblem): string =>
  sentenceOf({ ...problem, severity: 'error' }, RULES_BY_ID.get(problem.rule));

const RULES_BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

interface Made {
  readonly records: readonly JsonObject[];
  readonly same: boolean;
  readonly losses: readonly Loss[];
}

/** Losses of a record that is refused in the end are none: it stands whole among the rejected. */
function make(
  { value, example, format }: Judged,
  destination: Destination,
): Made | { readonly refused: string } | undefined {
  if (example === undefined || format === undefined || !isObject(value)) return undefined;
  const losses: Loss[] = [];
  const made = convertRecord(value, example, format, destination, (loss) => losses.push(loss));
  return 'refused' in made ? made : { ...made, losses };
}

/** A record as it stands among the rejected: broken ones as text, for they are no JSON. */
function rejectOf({ at, raw, value }: Judged, source: string, reason: string): JsonObject {
  return {
    reason,
    source,
    index: at.index,
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(value === undefined ? { text: Buffer.from(raw).toString('utf8') } : { record: value }),
  };
}

function refusalsOf(
  written: number,
  report: Report | undefined,
  losses: number,
  settings: Settings,
): string[] {
  const refusals: string[] = [];
  if (written === 0) refusals.push('no record could be converted');
  if (losses > 0) refusals.push(`something would be lost in ${losses} places, and --strict allows no loss`);
  if (report !== undefined && report.totals.error > 0) {
    refusals.push(`${settings.target} would refuse what was to be written`);
  }
  return refusals;
}

function loseByContainer(losses: WrittenRecords['losses'], tally: LossTally): void {
  for (const { kind, place, count } of losses) {
    tally.lose(
      { what: kind, how: kind === 'left-out' ? 'dropped' : 'changed', pointer: place },
      undefined,
      count,
    );
  }
}
