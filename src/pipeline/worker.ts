// The other end of the pool: the same survey as on the main thread, on a thread of its own.

import { parentPort, workerData } from 'node:worker_threads';
import type { Finding } from '../model/finding.ts';
import type { Settings } from '../model/settings.ts';
import type { Summary } from '../tally/summary.ts';
import type { CounterRecipe } from '../tokens/create.ts';
import type { NearPlan } from './comparisons.ts';
import { createKit } from './kit.ts';
import { Stopwatch, type Timing } from './stopwatch.ts';
import { makeSurveyor, type Parcel } from './survey.ts';

/** What a worker is born with: all of it plain data, the recipe's tables shared. */
export interface WorkerTask {
  readonly settings: Settings;
  readonly sources: readonly string[];
  readonly recipe: CounterRecipe | undefined;
  readonly near: NearPlan;
  readonly listening: boolean;
  readonly timing: boolean;
}

/** A parcel to survey, or the wish for the summary of all so far. */
export type ToWorker = { readonly parcel: Parcel } | { readonly finish: true };

export type FromWorker =
  /** `memory` is that of the parcel, which is not read any more. */
  | { readonly findings: readonly Finding[]; readonly memory: ArrayBuffer }
  | { readonly summary: Summary; readonly timings: readonly Timing[] };

/** The memory of every typed array in plain data, each once. */
function buffersOf(data: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const open: unknown[] = [data];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (ArrayBuffer.isView(next)) {
      if (next.buffer instanceof ArrayBuffer) buffers.add(next.buffer);
    } else if (next instanceof Map) open.push(...next.values());
    else open.push(...Object.values(next));
  }
  return [...buffers];
}

const port = parentPort;
if (port !== null) {
  const { settings, sources, recipe, near, listening, timing } = workerData as WorkerTask;
  const watch = timing ? new Stopwatch() : undefined;
  const surveyor = makeSurveyor(await createKit(settings, sources, recipe, near, watch), listening);
  port.on('message', (message: ToWorker) => {
    if ('parcel' in message) {
      const findings = surveyor.survey(message.parcel);
      const memory = message.parcel.batch.bytes.buffer as ArrayBuffer;
      port.postMessage({ findings, memory } satisfies FromWorker, [memory]);
      return;
    }
    const { summary } = surveyor;
    const timings = watch?.timings() ?? [];
    // A summary is handed over once: its columns move instead of being copied.
    port.postMessage({ summary, timings } satisfies FromWorker, buffersOf(summary));
  });
}
