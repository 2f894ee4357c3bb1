// Checks lines as a user would: a real file in a temporary folder, the whole pipeline, one thread.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, type Report, type Request } from '../../src/index.ts';

/** The report over a file with this content. */
export async function checkContent(
  content: string | Uint8Array,
  request: Request = {},
  name = 'data.jsonl',
  against: readonly unknown[] = [],
): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'tuneset-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    const evaluation = join(folder, 'eval.jsonl');
    if (against.length > 0) writeFileSync(evaluation, linesOf(against));
    const more = against.length > 0 ? { against: [evaluation] } : {};
    return await check([path], { today: '2026-11-24', ...more, ...request }, { root: folder, threads: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const linesOf = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
