// Reads a baseline: what --write-baseline wrote.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Baseline } from '../model/baseline.ts';
import { UserError } from '../model/error.ts';
import { isObject } from '../model/json.ts';
import { BASELINE_VERSION } from '../report/baseline-file.ts';

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isEntry = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{32}(?: |$)/.test(value);

/** @throws UserError where there is no such file, or no baseline in it */
export function loadBaseline(path: string): Baseline {
  const fault = (what: string, cause?: unknown): UserError =>
    new UserError('bad-baseline', `${path} ${what}`, {
      hint: 'write it with --write-baseline FILE',
      ...(cause === undefined ? {} : { cause }),
    });
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw fault('cannot be read', cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw fault('is not JSON', cause);
  }
  if (!isObject(value) || value.schema !== BASELINE_VERSION) throw fault(`is no ${BASELINE_VERSION}`);
  const { read, counts, findings } = value;
  const whole =
    isCount(read) &&
    isObject(counts) &&
    Object.values(counts).every(isCount) &&
    isObject(findings) &&
    Object.values(findings).every((entries) => Array.isArray(entries) && entries.every(isEntry));
  if (!whole) throw fault('is a broken baseline');
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    read,
    counts: counts as Record<string, number>,
    findings: findings as Record<string, string[]>,
  };
}
