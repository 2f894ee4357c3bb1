// A rule that throws is told with its place, costs no other finding, and makes the exit code say so.

import { expect, test } from 'vitest';
import { exitCodeFor } from '../../src/cli/exit.ts';
import { resolveSettings } from '../../src/config/resolve.ts';
import { findFormat } from '../../src/formats/index.ts';
import type { Batch } from '../../src/io/batch.ts';
import type { RecordRule } from '../../src/model/rule.ts';
import { NOTHING_COMPARED } from '../../src/pipeline/comparisons.ts';
import { makeInspect } from '../../src/pipeline/inspect.ts';
import { createKit, type Kit } from '../../src/pipeline/kit.ts';
import { emptyWithheld } from '../../src/tally/withheld.ts';
import { readRecipe } from '../../src/tokens/create.ts';
import { checkContent } from '../support/check-lines.ts';

const line = new TextEncoder().encode('{"prompt":"1+1=","completion":""}');
const batch: Batch = {
  source: 0,
  firstIndex: 4,
  offset: 100,
  bytes: line,
  starts: Uint32Array.of(0),
  ends: Uint32Array.of(line.length),
  lines: Uint32Array.of(5),
  flags: new Uint8Array(1),
  notes: [],
};

test('the crash is a finding, and the other rules still speak', async () => {
  const settings = resolveSettings({}, '2026-11-24');
  const near = NOTHING_COMPARED;
  const kit = await createKit(settings, ['a.jsonl'], await readRecipe('o200k_base'), near, undefined);
  const crashing: Kit['recordRules'][number] = {
    rule: { ...(kit.recordRules[0]?.rule as RecordRule), id: 'test/crashing' },
    ofTarget: false,
    judge: (_, report) => {
      report({ message: 'half', pointer: '' });
      throw new Error('no such thing');
    },
  };
  const inspect = makeInspect(
    { ...kit, recordRules: [crashing, ...kit.recordRules] },
    () => true,
    emptyWithheld(),
  );
  const { findings, outcome } = inspect(batch, 0, findFormat('prompt-completion'));
  expect(outcome).toBe('understood');
  expect(findings.map(({ rule }) => rule)).toContain('content/empty-answer');
  expect(findings.find(({ rule }) => rule === 'internal/rule-crash')).toMatchObject({
    severity: 'error',
    at: { source: 0, index: 4, line: 5, offset: 100 },
    data: { rule: 'test/crashing', error: 'no such thing' },
  });
  // What it said before it fell is not half believed.
  expect(findings.some(({ message }) => message === 'half')).toBe(false);
});

test('the exit code says that it is our fault', async () => {
  const report = await checkContent('{"prompt":"1+1=","completion":"2"}\n');
  expect(exitCodeFor(report)).toBe(0);
  expect(exitCodeFor({ ...report, counts: { 'internal/rule-crash': 1 } })).toBe(3);
});
