// The library: what the command does, as functions. This is the public door; everything else may change.

import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { destinationNamed, destinationOf } from './config/destination.ts';
import type { Request } from './config/request.ts';
import { resolveSettings } from './config/resolve.ts';
import { USUAL_WISHES, type Wishes } from './formats/adapt.ts';
import { createRecords } from './io/write-records.ts';
import type { Conversion } from './model/conversion.ts';
import type { Deduplication, KeepPolicy } from './model/deduplication.ts';
import { UserError } from './model/error.ts';
import type { Report, View } from './model/report.ts';
import type { SetDiff } from './model/set-diff.ts';
import { check as runCheck } from './pipeline/check.ts';
import { convertFiles } from './pipeline/convert-files.ts';
import { diff as runDiff } from './pipeline/diff.ts';
import type { FindingListener } from './pipeline/executor.ts';
import { type Mend, type Mending, fix as runFix } from './pipeline/fix.ts';
import { takeBaseline as runTakeBaseline } from './pipeline/take-baseline.ts';
import { baselineText } from './report/baseline-file.ts';
import { findReporter, REPORTERS } from './report/index.ts';

export { findConfig, loadConfig } from './config/load.ts';
export { loadBaseline } from './config/load-baseline.ts';
export { mergeRequests } from './config/merge.ts';
export type { FileWishes, Preset, Request, RuleWish, RuleWishes } from './config/request.ts';
export type { Wishes } from './formats/adapt.ts';
export type { Baseline } from './model/baseline.ts';
export type { Conversion, LossCount, Rejections } from './model/conversion.ts';
export type { Deduplication, DropReason, KeepPolicy } from './model/deduplication.ts';
export { type ErrorCode, UserError } from './model/error.ts';
export type { Edit, Finding, Problem, Related, RuleId, Severity } from './model/finding.ts';
export type { Position } from './model/position.ts';
export type {
  Assessment,
  Bucket,
  Cost,
  Distribution,
  Figures,
  Gate,
  GoalVerdict,
  RecordFigures,
  Report,
  Reporter,
  SourceFigures,
  TokenFigures,
  View,
  WithheldFigures,
} from './model/report.ts';
export type { RuleMeta } from './model/rule-meta.ts';
export type { Change, DiffFindings, DiffRow, EditedRow, SetDiff, SideFigures } from './model/set-diff.ts';
export type { MaxRate, Settings } from './model/settings.ts';
export type { Suppression } from './model/suppression.ts';
export type { FindingListener, FindingWords } from './pipeline/executor.ts';
export type { Mend, Mending } from './pipeline/fix.ts';

/** How to run; nothing here can change the report. */
export interface CheckOptions {
  /** Source names in the report are relative to this folder. Default: the current one. */
  readonly root?: string;
  /** What `-` reads. Default: standard input. */
  readonly stdin?: Readable;
  /** Threads to use; 0 and 1 run on the calling one. Default: `auto`. */
  readonly threads?: number | 'auto';
  /** Bytes read at once. Default: 1 MiB. */
  readonly chunkBytes?: number;
  /** Bytes that the search for near-duplicates may keep in memory; what is more goes to disk. Default: no bound. */
  readonly memory?: number;
  /** Takes every finding as it comes, in order. */
  readonly listen?: FindingListener;
  /** Stops the run with a UserError of code `interrupted`. */
  readonly signal?: AbortSignal;
}

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  name: string;
  version: string;
};

/**
 * Checks files against everything that `request` asks for. What is wrong with the data is in the report, never thrown.
 * @param paths files; `-` for standard input
 * @throws UserError when the request itself is wrong: a missing file, an unknown target
 */
export async function check(
  paths: readonly string[],
  request: Request = {},
  options: CheckOptions = {},
): Promise<Report> {
  const settings = resolveSettings(request, new Date().toISOString().slice(0, 10));
  const { root = process.cwd(), stdin = process.stdin, ...rest } = options;
  return runCheck(paths, settings, { tool: manifest, root, stdin, ...rest });
}

/** What to convert to, besides how to read. */
export interface ConvertRequest extends Pick<Request, 'format' | 'map' | 'model' | 'tokenizer' | 'today'> {
  /** A target or a format. */
  readonly to: string;
  /** The file to write; `-` is standard output. */
  readonly output: string;
  /** What has no place: `drop` (the default), `keep` fields beside the record, or `fail`. */
  readonly onLoss?: 'drop' | 'keep' | 'fail';
  readonly wishes?: Partial<Wishes>;
  /** Where every loss is written, one JSON object per line. */
  readonly losses?: string;
  /** Replaces a file that is there. */
  readonly force?: boolean;
}

/**
 * Converts files into one. What is lost, rejected or refused because of the data is in the result, never thrown.
 * @throws UserError when the request itself is wrong: a missing file, an unknown target, an output that stands there
 */
export async function convert(
  paths: readonly string[],
  { to, output, onLoss = 'drop', wishes, losses, force = false, ...reading }: ConvertRequest,
  options: Pick<CheckOptions, 'root' | 'stdin' | 'signal'> = {},
): Promise<Conversion> {
  const destination = destinationNamed(to);
  const target = destination.target === undefined ? {} : { target: destination.target.id };
  const settings = resolveSettings({ ...reading, ...target }, new Date().toISOString().slice(0, 10));
  const { root = process.cwd(), stdin = process.stdin, ...rest } = options;
  const request = {
    output,
    destination: destinationOf(destination, onLoss, { ...USUAL_WISHES, ...wishes }),
    strict: onLoss === 'fail',
    force,
    losses,
  };
  return convertFiles(paths, settings, request, {
    tool: manifest,
    root,
    stdin,
    stdout: process.stdout,
    ...rest,
  });
}

/**
 * Checks files and takes down every finding as a baseline: `text` is what --write-baseline writes and `loadBaseline` reads.
 * @throws UserError when the request itself is wrong
 */
export async function takeBaseline(
  paths: readonly string[],
  request: Request = {},
  options: CheckOptions = {},
): Promise<{ readonly report: Report; readonly text: string }> {
  const { baseline: _, ...rest } = request;
  const settings = resolveSettings({ ...rest, failOn: 'never' }, new Date().toISOString().slice(0, 10));
  const { root = process.cwd(), stdin = process.stdin, ...more } = options;
  const { report, baseline } = await runTakeBaseline(paths, settings, {
    tool: manifest,
    root,
    stdin,
    ...more,
  });
  return { report, text: baselineText(baseline) };
}

/** What to drop, and where the rest goes. */
export interface DedupeOptions extends Omit<CheckOptions, 'listen'> {
  /** The file to write; left out, nothing is written and the answer tells what would go. */
  readonly output?: string;
  /** Where what went is written, one JSON object per line. Default: beside the output, as OUTPUT.ledger.jsonl. */
  readonly ledger?: string;
  /** Which record of a cluster stays. Default: the first. */
  readonly keep?: KeepPolicy;
  readonly part?: 'whole' | 'prompt' | 'answer';
  /** From how much shared wording on, from 0 to 1, records are nearly the same. Default 0.8. */
  readonly likeness?: number;
  /** Files to compare with, which are not written. */
  readonly against?: readonly string[];
  /** Whether files that stand there may be replaced. */
  readonly force?: boolean;
}

/**
 * Drops records that repeat others, exactly or nearly; those that stay keep their bytes.
 * @throws UserError when the request itself is wrong
 */
export async function dedupe(
  paths: readonly string[],
  request: Request = {},
  options: DedupeOptions = {},
): Promise<Deduplication> {
  const { dedupe: runDedupe, ledgerPath } = await import('./pipeline/dedupe.ts');
  const settings = resolveSettings(request, new Date().toISOString().slice(0, 10));
  const { root = process.cwd(), stdin = process.stdin, output, ledger, ...rest } = options;
  const { keep = 'first', part = 'whole', likeness = 0.8, against = [], force = false, ...run } = rest;
  const beside = output === undefined ? undefined : (ledger ?? ledgerPath(output));
  const wanted = { keep, part, likeness, against, output, ledger: beside, force };
  return runDedupe(paths, settings, wanted, { tool: manifest, root, stdin, stdout: process.stdout, ...run });
}

/**
 * Compares two versions of a set, row by row.
 * @param before files, folders or globs of the old version; `after` those of the new one
 * @throws UserError when the request itself is wrong
 */
export function diff(
  before: readonly string[],
  after: readonly string[],
  request: Request = {},
  options: Pick<CheckOptions, 'root' | 'signal'> = {},
): Promise<SetDiff> {
  const settings = resolveSettings(request, new Date().toISOString().slice(0, 10));
  const { root = process.cwd(), signal } = options;
  return runDiff(before, after, settings, {
    tool: manifest,
    root,
    stdin: process.stdin,
    ...(signal === undefined ? {} : { signal }),
  });
}

/** A comparison as text, json, markdown or html. @throws UserError when there is no such form */
export async function renderDiff(changes: SetDiff, kind: string, view: Partial<View> = {}): Promise<string> {
  const { DIFF_REPORTERS } = await import('./report/diff/index.ts');
  const reporter = DIFF_REPORTERS.find(({ id }) => id === kind);
  if (reporter === undefined) {
    const hint = `known: ${DIFF_REPORTERS.map(({ id }) => id).join(', ')}`;
    throw new UserError('usage', `no comparison as ${kind}`, { hint });
  }
  return reporter.render(changes, { width: 100, color: false, examples: 10, ...view });
}

/** What to mend, besides how to read. */
export interface FixRequest extends Pick<Request, 'format' | 'map' | 'only' | 'rules'> {
  /** The file to write; left out: nothing is written. */
  readonly output?: string;
  /** Replaces a file that is there. */
  readonly force?: boolean;
}

/**
 * Mends what is safe to mend; everything else stays byte for byte. `listen` takes every record that changes.
 * @throws UserError when the request itself is wrong: a missing file, an output that stands there
 */
export async function fix(
  paths: readonly string[],
  { output, force = false, ...reading }: FixRequest,
  options: Pick<CheckOptions, 'root' | 'stdin' | 'signal'> & {
    readonly listen?: (mend: Mend, source: string) => Promise<void> | void;
  } = {},
): Promise<Mending> {
  const settings = resolveSettings(reading, new Date().toISOString().slice(0, 10));
  const { root = process.cwd(), stdin = process.stdin, ...rest } = options;
  const writer =
    output === undefined ? undefined : await createRecords(output, { stdout: process.stdout, force });
  try {
    const mending = await runFix(paths, settings, writer, { root, stdin, ...rest });
    await writer?.commit();
    return mending;
  } catch (cause) {
    await writer?.discard();
    throw cause;
  }
}

/**
 * A report as text in one of the forms that `--output` knows; the page comes from `renderHtml`.
 * @throws UserError when there is no such form
 */
export function render(report: Report, kind: string, view: Partial<View> = {}): string {
  const reporter = findReporter(kind);
  if (reporter === undefined) {
    const hint = `known: ${REPORTERS.map(({ id }) => id).join(', ')}`;
    throw new UserError('usage', `no report named ${kind}`, { hint });
  }
  return reporter.render(report, { width: 100, color: false, examples: 3, ...view });
}

/** A report as one page of HTML that works from disk. Its code is loaded when it is first asked for. */
export async function renderHtml(report: Report): Promise<string> {
  const { html } = await import('./report/html.ts');
  return html.render(report, { width: 100, color: false, examples: 3 });
}
