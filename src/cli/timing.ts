// --timing: how long each stage and each rule took, slowest first, on standard error.

import type { Timing } from '../pipeline/stopwatch.ts';
import type { Terminal } from './terminal.ts';

export function showTiming(timings: readonly Timing[], terminal: Terminal): void {
  const width = Math.max(0, ...timings.map(({ name }) => name.length));
  for (const { name, milliseconds, calls } of timings) {
    const time = milliseconds.toFixed(1).padStart(10);
    terminal.stderr.write(`${name.padEnd(width)} ${time} ms ${String(calls).padStart(10)} calls\n`);
  }
}
