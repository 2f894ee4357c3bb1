// Reads a set once, for its report and for a row of every record: what a comparison of two sets begins with.

import { placeOf } from '../io/batch.ts';
import { findSources } from '../io/find-sources.ts';
import { parseRecord } from '../io/parse-record.ts';
import { EMPTY_BASELINE } from '../model/baseline.ts';
import { UserError } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import type { JsonValue } from '../model/json.ts';
import type { Position } from '../model/position.ts';
import type { Report } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import { readRecipe } from '../tokens/create.ts';
import { check } from './check.ts';
import { NOTHING_COMPARED } from './comparisons.ts';
import { openIntake } from './intake.ts';
import { createKit } from './kit.ts';
import { sketchOf } from './prompt-sketch.ts';
import type { RunOptions } from './run.ts';
import { makeSurveyor } from './survey.ts';

/** What is remembered of a record while its counterpart is looked for. */
export interface Row {
  readonly at: Position;
  readonly name: string;
  /** Of the folded prompt side; empty where the record was not understood. */
  readonly prompt: string;
  readonly sketch: Uint32Array;
  readonly tokens: number;
  readonly turns: number;
  readonly label: string | undefined;
}

export interface ReadSet {
  readonly report: Report;
  readonly rows: readonly Row[];
  /** Every finding, with the lasting name of its record where it stands in one. */
  readonly findings: readonly Finding[];
}

type Options = Pick<RunOptions, 'tool' | 'root' | 'stdin' | 'signal'>;

/** @throws UserError when the request is wrong, and for standard input, which cannot be read again */
export async function readSet(
  paths: readonly string[],
  settings: Settings,
  options: Options,
): Promise<ReadSet> {
  if (paths.includes('-')) {
    throw new UserError('usage', 'standard input cannot be compared: its rows are read twice', {
      hint: 'write it to a file first',
    });
  }
  const findings: Finding[] = [];
  // Nothing is known, but every finding of the set gets the name of its record.
  const report = await check(
    paths,
    { ...settings, baseline: EMPTY_BASELINE },
    {
      ...options,
      listen: (heard) => {
        for (const finding of heard) findings.push(finding);
      },
    },
  );
  return { report, rows: await readRows(paths, settings, options), findings };
}

/** A row of every record, in the order of their positions; no rule looks at them a second time. */
async function readRows(paths: readonly string[], settings: Settings, options: Options): Promise<Row[]> {
  const sources = await findSources(paths, options.root);
  const plain: Settings = { ...settings, rules: {}, overrides: [], baseline: EMPTY_BASELINE };
  const names = sources.map(({ name }) => name);
  const recipe = await readRecipe(settings.tokenizer);
  const kit = await createKit(plain, names, recipe, NOTHING_COMPARED, undefined);
  const rows: Row[] = [];
  const surveyor = makeSurveyor(kit, false, ({ at, name = '', view, label }) => {
    const prompts = view?.turns.filter(({ learned }) => !learned).map(({ folded }) => folded) ?? [];
    rows.push({
      at,
      name,
      prompt: view === undefined ? '' : `${view.identity.promptHigh}:${view.identity.promptLow}`,
      sketch: sketchOf(prompts),
      tokens: view?.tokens ?? 0,
      turns: view?.turns.length ?? 0,
      label,
    });
  });
  for await (const parcel of openIntake(sources, plain, { stdin: options.stdin }).parcels) {
    if (options.signal?.aborted === true) throw new UserError('interrupted', 'interrupted');
    surveyor.survey(parcel);
  }
  return rows;
}

/** The values of some records, by source rank and index; undefined where a record is broken. */
export async function readValues(
  paths: readonly string[],
  wanted: readonly Position[],
  settings: Settings,
  options: Options,
): Promise<ReadonlyMap<string, JsonValue | undefined>> {
  const values = new Map<string, JsonValue | undefined>();
  const keys = new Set(wanted.map(keyOf));
  if (keys.size === 0) return values;
  const sources = await findSources(paths, options.root);
  for await (const { batch } of openIntake(sources, settings, { stdin: options.stdin }).parcels) {
    if (options.signal?.aborted === true) throw new UserError('interrupted', 'interrupted');
    for (let record = 0; record < batch.starts.length; record += 1) {
      const key = keyOf(placeOf(batch, record));
      if (!keys.has(key)) continue;
      const { bytes, starts, ends, flags } = batch;
      const [start, end, flag] = [starts[record] ?? 0, ends[record] ?? 0, flags[record] ?? 0];
      values.set(
        key,
        parseRecord(bytes, start, end, flag, settings, () => {}),
      );
    }
  }
  return values;
}

export const keyOf = ({ source, index }: Position): string => `${source}:${index}`;
