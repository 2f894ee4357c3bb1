// Milliseconds per stage and per rule, for --timing: the only place that reads a clock, and no report sees it.

import type { TokenCounter } from '../tokens/counter.ts';

export interface Timing {
  readonly name: string;
  readonly milliseconds: number;
  readonly calls: number;
}

/** Adds up times by name. One per thread; `add` takes in the times of another. */
export class Stopwatch {
  readonly #times = new Map<string, { milliseconds: number; calls: number }>();

  /** The same function, timed under that name. */
  timed<A extends unknown[], R>(name: string, run: (...args: A) => R): (...args: A) => R {
    const slot = this.#slot(name);
    return (...args) => {
      const start = performance.now();
      try {
        return run(...args);
      } finally {
        slot.milliseconds += performance.now() - start;
        slot.calls += 1;
      }
    };
  }

  timedCounter(counter: TokenCounter): TokenCounter {
    const count = this.timed('tokens', (bytes: Uint8Array, length: number, text: string) =>
      counter.count(bytes, length, text),
    );
    return { ...counter, id: counter.id, engine: counter.engine, exact: counter.exact, count };
  }

  record(name: string, milliseconds: number): void {
    const slot = this.#slot(name);
    slot.milliseconds += milliseconds;
    slot.calls += 1;
  }

  now(): number {
    return performance.now();
  }

  since(name: string, start: number): void {
    this.record(name, performance.now() - start);
  }

  add(timings: readonly Timing[]): void {
    for (const { name, milliseconds, calls } of timings) {
      const slot = this.#slot(name);
      slot.milliseconds += milliseconds;
      slot.calls += calls;
    }
  }

  /** Slowest first. */
  timings(): Timing[] {
    return [...this.#times]
      .map(([name, slot]) => ({ name, ...slot }))
      .sort((a, b) => b.milliseconds - a.milliseconds || (a.name < b.name ? -1 : 1));
  }

  #slot(name: string): { milliseconds: number; calls: number } {
    let slot = this.#times.get(name);
    if (slot === undefined) {
      slot = { milliseconds: 0, calls: 0 };
      this.#times.set(name, slot);
    }
    return slot;
  }
}
