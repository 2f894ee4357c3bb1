// The Executor on threads: parcels go to workers, and what comes back is put in order again.

import { Worker } from 'node:worker_threads';
import type { ParcelMemory } from '../io/parcel-memory.ts';
import type { Finding } from '../model/finding.ts';
import type { Summary } from '../tally/summary.ts';
import type { CounterRecipe } from '../tokens/create.ts';
import type { Executor, Listen } from './executor.ts';
import type { Kit } from './kit.ts';
import type { Parcel } from './survey.ts';
import type { FromWorker, ToWorker, WorkerTask } from './worker.ts';

/** Parcels that wait at one worker: one that it works on, one that is ready. */
const IN_FLIGHT = 2;

/** The built worker, from src/pipeline (in tests) as from dist/pipeline: threads of Node 20 run no TypeScript. */
const WORKER = new URL('../../dist/pipeline/worker.js', import.meta.url);

export function openPool(
  kit: Kit,
  sources: readonly string[],
  recipe: CounterRecipe | undefined,
  threads: number,
  memory: ParcelMemory,
): Executor {
  const crew: Member[] = [];
  return {
    async run(parcels, listen) {
      const task: WorkerTask = {
        settings: kit.settings,
        sources,
        recipe,
        near: kit.near,
        listening: listen !== undefined,
        timing: kit.watch !== undefined,
      };
      // Threads are started as parcels come: a small input never pays for many.
      const hire = (): Member | undefined => {
        if (crew.length === threads) return undefined;
        const member = new Member(task, memory);
        crew.push(member);
        return member;
      };
      await distribute(parcels, crew, hire, listen);
      const total = kit.tally.empty();
      for (const member of crew) {
        const { summary, timings } = await member.finish();
        kit.tally.merge(total, summary);
        kit.watch?.add(timings);
      }
      return total;
    },
    async close() {
      await Promise.all(crew.map((member) => member.terminate()));
    },
  };
}

/** Hands parcels to whoever has the fewest, and findings to the listener in the order of the parcels. */
async function distribute(
  parcels: AsyncIterable<Parcel>,
  crew: readonly Member[],
  hire: () => Member | undefined,
  listen: Listen | undefined,
): Promise<void> {
  const answers: Promise<readonly Finding[]>[] = [];
  const hearNext = async (): Promise<void> => {
    const findings = await answers.shift();
    if (findings !== undefined && findings.length > 0) await listen?.(findings);
  };
  for await (const parcel of parcels) {
    const member = await freeMember(crew, hire);
    const answer = member.survey(parcel);
    // A failure is met where the answer is awaited, in its turn.
    answer.catch(() => {});
    answers.push(answer);
    while (answers.length > crew.length * IN_FLIGHT) await hearNext();
  }
  while (answers.length > 0) await hearNext();
}

async function freeMember(crew: readonly Member[], hire: () => Member | undefined): Promise<Member> {
  for (;;) {
    let least: Member | undefined;
    for (const member of crew) if (least === undefined || member.waiting < least.waiting) least = member;
    if (least === undefined || least.waiting > 0) least = hire() ?? least;
    if (least === undefined) throw new Error('no thread to work on');
    if (least.waiting < IN_FLIGHT || least.failed) return least;
    await Promise.race(crew.map((member) => member.nextAnswer()));
  }
}

interface Asked {
  readonly resolve: (answer: FromWorker) => void;
  readonly reject: (cause: unknown) => void;
}

/** One worker and the questions it has not answered yet; it answers in the order in which it is asked. */
class Member {
  readonly #worker: Worker;
  readonly #asked: Asked[] = [];
  readonly #waiters: (() => void)[] = [];
  readonly #memory: ParcelMemory;
  #failure: unknown;

  constructor(task: WorkerTask, memory: ParcelMemory) {
    this.#memory = memory;
    this.#worker = new Worker(WORKER, {
      workerData: task,
      // Flags of the process may be meant for its own script alone, as --input-type is.
      execArgv: [],
    });
    this.#worker.on('message', (answer: FromWorker) => {
      this.#asked.shift()?.resolve(answer);
      this.#wake();
    });
    this.#worker.on('error', (cause) => this.#fail(cause));
    this.#worker.on('exit', (code) => this.#fail(new Error(`a worker thread ended with code ${code}`)));
  }

  get failed(): boolean {
    return this.#failure !== undefined;
  }

  get waiting(): number {
    return this.#asked.length;
  }

  /** Resolves with the next answer, or when there will be none. */
  nextAnswer(): Promise<void> {
    if (this.#failure !== undefined) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  async survey(parcel: Parcel): Promise<readonly Finding[]> {
    const answer = await this.#ask({ parcel }, [parcel.batch.bytes.buffer as ArrayBuffer]);
    if (!('findings' in answer)) return [];
    this.#memory.give(answer.memory);
    return answer.findings;
  }

  async finish(): Promise<Extract<FromWorker, { readonly summary: Summary }>> {
    const answer = await this.#ask({ finish: true }, []);
    if (!('summary' in answer)) throw new Error('a worker thread answered out of turn');
    return answer;
  }

  async terminate(): Promise<void> {
    this.#worker.removeAllListeners('exit');
    await this.#worker.terminate();
  }

  #ask(question: ToWorker, transfer: ArrayBuffer[]): Promise<FromWorker> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const answer = new Promise<FromWorker>((resolve, reject) => this.#asked.push({ resolve, reject }));
    this.#worker.postMessage(question, transfer);
    return answer;
  }

  #fail(cause: unknown): void {
    this.#failure ??= cause;
    for (const { reject } of this.#asked.splice(0)) reject(cause);
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiters.splice(0)) wake();
  }
}
