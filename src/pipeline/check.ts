// Sources → Report: the whole of `check`.

import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import { findSources } from '../io/find-sources.ts';
import type { Source } from '../io/source.ts';
import { UserError } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import { readRecipe } from '../tokens/create.ts';
import { type FindingListener, inlineExecutor, type Listen } from './executor.ts';
import { openIntake, type Progress } from './intake.ts';
import { judge, type ToolName } from './judge.ts';
import { createKit, rulesFor } from './kit.ts';
import { openPool } from './pool.ts';
import { readEvaluation } from './read-evaluation.ts';
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

/**
 * Checks files. Findings never throw.
 * @throws UserError when the request is wrong: a missing file, an unknown target, an unreadable container.
 */
export async function check(paths: readonly string[], asked: Settings, options: RunOptions): Promise<Report> {
  const settings = await withEvaluation(asked, options);
  const sources = await findSources(paths, options.root);
  const recipe = await readRecipe(settings.tokenizer);
  const watch = options.timing === undefined ? undefined : new Stopwatch();
  const names = sources.map(({ name }) => name);
  const kit = await createKit(settings, names, recipe, watch);
  const threads = threadsFor(options.threads ?? 'auto', sources);
  const executor = threads > 1 ? openPool(kit, names, recipe, threads) : inlineExecutor(kit);
  const { progress } = options;
  const words = {
    sources: names,
    rules: Object.fromEntries(rulesFor(kit.target).map((rule) => [rule.id, rule])),
  };
  const listener = options.listen;
  const listen: Listen | undefined =
    listener === undefined ? undefined : (findings) => listener(findings, words);
  const intake = openIntake(sources, settings, {
    stdin: options.stdin,
    ...(options.chunkBytes === undefined ? {} : { chunkBytes: options.chunkBytes }),
    ...(progress === undefined ? {} : { progress: withTotals(progress, sources) }),
  });
  try {
    const summary = await executor.run(untilAborted(intake.parcels, options.signal), listen);
    const late: Finding[] = [];
    const report = judge(summary, intake.facts, kit, options.tool, (finding) => late.push(finding));
    if (late.length > 0) await listen?.(late);
    if (watch !== undefined) options.timing?.(watch.timings());
    return report;
  } finally {
    await executor.close();
    // A read of standard input that nobody waits for any more would keep the process alive.
    if (options.signal?.aborted) options.stdin.destroy();
  }
}

/** The settings with what stands in the evaluation files; their records count nowhere. */
async function withEvaluation(settings: Settings, { root, stdin }: RunOptions): Promise<Settings> {
  const { against } = settings;
  if (against === undefined) return settings;
  return { ...settings, evaluation: await readEvaluation(against, settings, root, stdin) };
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

/** Ends with an error as soon as the signal says so, even while a read waits for bytes that may never come. */
async function* untilAborted(
  parcels: AsyncGenerator<Parcel, void, undefined>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Parcel, void, undefined> {
  if (signal === undefined) return yield* parcels;
  const interrupted = (): UserError => new UserError('interrupted', 'interrupted');
  let stop: (cause: UserError) => void = () => {};
  const onAbort = (): void => stop(interrupted());
  signal.addEventListener('abort', onAbort);
  try {
    for (;;) {
      if (signal.aborted) throw interrupted();
      // A promise of its own for every parcel: racing with one that lives as long as the run would keep them all.
      const next = await new Promise<IteratorResult<Parcel, void>>((resolve, reject) => {
        stop = reject;
        parcels.next().then(resolve, reject);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
