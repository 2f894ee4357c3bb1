// The public datasets that lie beside a developer's checkout; tests that read them are skipped aloud without them.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export const hasSharedData = existsSync(folder);

export const sharedPath = (path: string): string => folder + path;

/** A suite over the shared data. */
export const describeShared = (name: string, suite: () => void): void => {
  if (hasSharedData) describe(name, suite);
  else describe.skip(`${name} — skipped: no shared data`, suite);
};
