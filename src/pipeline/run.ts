// Sources → everything known of them: surveyed once, on one thread or many, and candidates looked at again.

import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { NO_FRAME } from '../dedupe/frame.ts';
import { findSources } from '../io/find-sources.ts';
import { keepStream } from '../io/keep-stream.ts';
import { ParcelMemory } from '../io/parcel-memory.ts';
import type { Source } from '../io/source.ts';
import { WordFile } from '../io/word-file.ts';
import type { SampleFigures } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import type { Summary } from '../tally/summary.ts';
import { readRecipe } from '../tokens/create.ts';
import { type ComparisonPlan, learnFrame, type NearPlan } from './comparisons.ts';
import { type FindingListener, type FindingWords, inlineExecutor, type Listen } from './executor.ts';
import { findClusters, type Likeness } from './find-clusters.ts';
import { openIntake, type Progress, readHeads, type SourceFacts } from './intake.ts';
import { unlessAborted, untilAborted } from './interrupt.ts';
import type { ToolName } from './judge.ts';
import { createKit, type Kit, rulesFor } from './kit.ts';
import { openPool } from './pool.ts';
import { drawSample, type Sampling } from './sample.ts';
import { Stopwatch, type Timing } from './stopwatch.ts';
import type { Parcel } from './survey.ts';

/** How to run: nothing here can change the report. */
export interface RunOptions {
  readonly tool: ToolName;
  /** Names of sources are relative to this folder. */
  readonly root: string;
  readonly stdin: Readable;
  /** 0 and 1 run on the calling thread; `auto` takes the machine's cores when the input is worth it. */
  readonly threads?: number | 'auto';
  /** Bytes read at once. */
  readonly chunkBytes?: number;
  /** Bytes that the search for near-duplicates may keep in memory; what is more goes to disk. Default: no bound. */
  readonly memory?: number;
  /** false: nobody asks for tokens, and none are counted. */
  readonly countTokens?: boolean;
  readonly progress?: (progress: RunProgress) => void;
  /** Every finding, as it comes: those of records in order, then those of the set. */
  readonly listen?: FindingListener;
  readonly timing?: (timings: readonly Timing[]) => void;
  /** Stops the run with a UserError `interrupted`. */
  readonly signal?: AbortSignal;
}

export interface RunProgress extends Progress {
  /** Bytes of the sources before this one, and of all; undefined where nobody can know. */
  readonly before: number;
  readonly total: number | undefined;
}

/** Below this, starting threads and giving each its vocabulary costs more than it saves. */
const WORTH_THREADS = 8 << 20;

/** Sources whose heads are looked at for what their prompts share. */
const HEADS = 16;
/** Half of what memory may take is for sketches, shared by the threads; the other half for the texts of candidates. */
const LEAST_BUDGET = 1 << 20;

/** All that a run knows when its records have been read. */
export interface Surveyed {
  readonly kit: Kit;
  readonly sources: readonly Source[];
  readonly facts: readonly SourceFacts[];
  readonly summary: Summary;
  readonly likeness: Likeness;
  /** Where only a sample was surveyed. */
  readonly sample?: SampleFigures;
  /** Hears findings that come late, if anybody listens. */
  readonly listen: Listen | undefined;
  /** The same parcels once more. */
  reread(): AsyncGenerator<Parcel, void, undefined>;
}

/**
 * Surveys sources and hands what is known to `use`; what was kept on disk for it is gone afterwards.
 * @throws UserError when the request is wrong: a missing file, an unknown target, an unreadable container
 */
export async function withSurvey<T>(
  paths: readonly string[],
  settings: Settings,
  comparisons: readonly ComparisonPlan[],
  options: RunOptions,
  use: (surveyed: Surveyed) => Promise<T>,
): Promise<T> {
  const sources = await findSources(paths, options.root);
  const needsFolder =
    comparisons.length > 0 &&
    (options.memory !== undefined || sources.some(({ path }) => path === undefined));
  const folder = needsFolder ? await mkdtemp(join(tmpdir(), 'tuneset-')) : undefined;
  try {
    return await surveyIn(folder, sources, settings, comparisons, options, use);
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    // A read of standard input that nobody waits for any more would keep the process alive.
    if (options.signal?.aborted) options.stdin.destroy();
  }
}

async function surveyIn<T>(
  folder: string | undefined,
  sources: readonly Source[],
  settings: Settings,
  comparisons: readonly ComparisonPlan[],
  options: RunOptions,
  use: (surveyed: Surveyed) => Promise<T>,
): Promise<T> {
  const { signal, progress } = options;
  const recipe = options.countTokens === false ? undefined : await readRecipe(settings.tokenizer);
  const watch = options.timing === undefined ? undefined : new Stopwatch();
  const names = sources.map(({ name }) => name);
  const threads = threadsFor(options.threads ?? 'auto', sources);
  const hasStdin = sources.some(({ path }) => path === undefined);
  const stdin =
    folder !== undefined && hasStdin
      ? await unlessAborted(keepStream(options.stdin, folder), signal)
      : () => options.stdin;
  const budget =
    folder === undefined || options.memory === undefined
      ? undefined
      : Math.max(LEAST_BUDGET, options.memory) / 2;
  const near: NearPlan = {
    comparisons,
    frame:
      comparisons.length === 0
        ? NO_FRAME
        : await learnFrame(
            untilAborted(readHeads(sources.slice(0, HEADS), settings, stdin), signal),
            settings,
          ),
    spill:
      folder === undefined || budget === undefined
        ? undefined
        : { folder, budget: budget / Math.max(1, threads) },
  };
  const kit = await createKit(settings, names, recipe, near, watch);
  const parcelMemory = new ParcelMemory();
  const executor =
    threads > 1 ? openPool(kit, names, recipe, threads, parcelMemory) : inlineExecutor(kit, parcelMemory);
  const listen = listenerOf(kit, names, options.listen);
  const reading = { ...(options.chunkBytes === undefined ? {} : { chunkBytes: options.chunkBytes }) };
  const intake = openIntake(sources, settings, {
    ...reading,
    stdin: stdin(),
    memory: parcelMemory,
    ...(progress === undefined ? {} : { progress: withTotals(progress, sources) }),
  });
  const sampled = (parcels: AsyncGenerator<Parcel, void, undefined>): Sampling =>
    settings.sample === undefined ? { parcels, figures: undefined } : drawSample(parcels, settings.sample);
  const reread = () =>
    sampled(untilAborted(openIntake(sources, settings, { ...reading, stdin: stdin() }).parcels, signal))
      .parcels;
  const store =
    folder === undefined || budget === undefined ? undefined : new WordFile(folder, 'profiles', budget);
  try {
    const { parcels, figures: sample } = sampled(untilAborted(intake.parcels, signal));
    const summary = await executor.run(parcels, listen);
    const start = watch?.now() ?? 0;
    const likeness = await findClusters(summary, settings, near, store, reread);
    if (comparisons.length > 0) watch?.since('clusters', start);
    const outcome = await use({
      kit,
      sources,
      facts: intake.facts,
      summary,
      likeness,
      listen,
      reread,
      ...(sample === undefined ? {} : { sample }),
    });
    if (watch !== undefined) options.timing?.(watch.timings());
    return outcome;
  } finally {
    store?.close();
    await executor.close();
  }
}

function listenerOf(
  kit: Kit,
  sources: readonly string[],
  listener: FindingListener | undefined,
): Listen | undefined {
  if (listener === undefined) return undefined;
  const rules = Object.fromEntries(rulesFor(kit.target).map((rule) => [rule.id, rule]));
  const words: FindingWords = { sources, rules };
  return (findings) => listener(findings, words);
}

function withTotals(
  progress: (progress: RunProgress) => void,
  sources: readonly Source[],
): (so: Progress) => void {
  let total: number | undefined = 0;
  const before: number[] = [];
  for (const { size } of sources) {
    before.push(total ?? 0);
    total = total === undefined || size === undefined ? undefined : total + size;
  }
  return (so) => progress({ ...so, before: before[so.source.rank] ?? 0, total });
}

function threadsFor(threads: number | 'auto', sources: readonly Source[]): number {
  if (threads !== 'auto') return threads;
  const bytes = sources.reduce((sum, { size }) => sum + (size ?? WORTH_THREADS), 0);
  return bytes < WORTH_THREADS ? 1 : availableParallelism();
}
