// The other end of the pool: the same survey as on the main thread, on a thread of its own.

import { parentPort, workerData } from 'node:worker_threads';
import type { Finding } from '../model/finding.ts';
import type { Settings } from '../model/settings.ts';
import type { Summary } from '../tally/summary.ts';
import type { CounterRecipe } from '../tokens/create.ts';
import { createKit } from './kit.ts';
import { Stopwatch, type Timing } from './stopwatch.ts';
import { makeSurveyor, type Parcel } from './survey.ts';

/** What a worker is born with: all of it plain data, the recipe's tables shared. */
export interface WorkerTask {
  readonly settings: Settings;
  readonly sources: readonly string[];
  readonly recipe: CounterRecipe;
  readonly listening: boolean;
  readonly timing: boolean;
}

/** A parcel to survey, or the wish for the summary of all so far. */
export type ToWorker = { readonly parcel: Parcel } | { readonly finish: true };

export type FromWorker =
  | { readonly findings: readonly Finding[] }
  | { readonly summary: Summary; readonly timings: readonly Timing[] };

const port = parentPort;
if (port !== null) {
  const { settings, sources, recipe, listening, timing } = workerData as WorkerTask;
  const watch = timing ? new Stopwatch() : undefined;
  const surveyor = makeSurveyor(await createKit(settings, sources, recipe, watch), listening);
  port.on('message', (message: ToWorker) => {
    const answer: FromWorker =
      'parcel' in message
        ? { findings: surveyor.survey(message.parcel) }
        : { summary: surveyor.summary, timings: watch?.timings() ?? [] };
    port.postMessage(answer);
  });
}
