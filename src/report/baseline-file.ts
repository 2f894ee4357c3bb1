// A baseline as a file that lies in a repository: one entry to a line, sorted, so that its changes can be read.

import type { Baseline } from '../model/baseline.ts';

export const BASELINE_VERSION = 'tuneset-baseline/1';

export function baselineText({ read, counts, findings }: Omit<Baseline, 'sha256'>): string {
  const text = JSON.stringify({ schema: BASELINE_VERSION, read, counts, findings }, null, 1);
  // Pointers hold keys of the data: nothing in them may act or hide.
  return `${text.replace(/[^\n -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
