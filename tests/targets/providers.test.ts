// Every provider's target: what the service takes is taken, and each fault that it documents is found, with its severity and place.

import { beforeAll, describe, expect, test } from 'vitest';
import { check, type Report } from '../../src/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { JsonValue } from '../../src/model/json.ts';
import { TARGETS } from '../../src/targets/index.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';
import { describeShared, sharedPath } from '../support/shared-data.ts';
import * as bedrock from './cases/bedrock.ts';
import * as chatServices from './cases/chat-services.ts';
import * as dialects from './cases/dialects.ts';
import * as gemini from './cases/gemini.ts';
import * as openai from './cases/openai.ts';
import * as pairServices from './cases/pair-services.ts';
import type { TargetCase } from './cases/target-case.ts';

const CASES: readonly TargetCase[] = [openai, bedrock, gemini, chatServices, pairServices, dialects].flatMap(
  (family) => Object.values(family),
);

const shown = ({ rule, severity, pointer }: Finding): string => `${severity} ${rule} ${pointer}`.trim();

/** Of the set, of records that are alike, or of the one word that long records are made of: not what is tried. */
const BESIDE = /^(?:duplicates\/|distribution\/|answer\/ngram-repetition$)/;

/** The findings on each record; all records in one run, which is much faster than a run for each. */
async function findingsOn(of: TargetCase, records: readonly JsonValue[]): Promise<string[][]> {
  const { target, around = [], request } = of;
  const report = await checkContent(linesOf([...around, ...records]), { target, ...request });
  const found: string[][] = records.map(() => []);
  for (const finding of report.findings) {
    if (finding.at === undefined || BESIDE.test(finding.rule)) continue;
    found[finding.at.index - around.length]?.push(shown(finding));
  }
  return found.map((findings) => findings.toSorted());
}

/** What a target and its limits say of a set; other rules may say more. */
const ofTheSet = (report: Report): string[] =>
  report.findings
    .filter(({ at, rule }) => at === undefined && /^(?:target|structure)\//.test(rule))
    .map(shown)
    .toSorted();

describe.each(CASES)('$target $of', (of) => {
  const records = [...of.taken.map(([, record]) => record), ...of.refused.map(([, record]) => record)];
  let found: string[][] = [];
  beforeAll(async () => {
    found = await findingsOn(of, records);
  });

  test.each(of.taken.map(([title], i) => [title, i] as const))('takes %s', (_, i) => {
    expect(found[i]).toEqual([]);
  });

  test.each(of.refused.map(([title, , findings], i) => [title, findings, i] as const))(
    'finds %s',
    (_, findings, i) => {
      expect(found[of.taken.length + i]).toEqual([...findings].toSorted());
    },
  );

  test.each(of.sets ?? [])('of a set: $title', async ({ records, file, request, findings }) => {
    const report = await checkContent(linesOf(records), { target: of.target, ...request }, file);
    expect(ofTheSet(report)).toEqual([...findings].toSorted());
  });
});

describeShared('the owners’ own examples', () => {
  const rows = CASES.flatMap(({ target, own = [] }) => own.map((example) => ({ target, ...example })));
  test.each(rows)('$target takes $path', async ({ target, path, format, errors = {} }) => {
    const report = await check([sharedPath(path)], { target, today: '2026-11-24' }, { threads: 0 });
    expect(report.figures.sources[0]?.format).toBe(format);
    const found: Record<string, number> = {};
    for (const { rule, severity, times = 1 } of report.findings) {
      if (severity === 'error') found[rule] = (found[rule] ?? 0) + times;
    }
    expect(found).toEqual(errors);
  });
});

test('every target says who it is, when its facts were read, and what to use when it is closed', () => {
  for (const { id, title, formats, status, sources, checks, limits } of TARGETS) {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    expect(title).not.toBe('');
    expect(formats.length).toBeGreaterThan(0);
    expect(status.read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (!status.open) expect(status.instead).toBeDefined();
    expect(sources.length).toBeGreaterThan(0);
    for (const { read } of sources) expect(read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const check of checks) expect(check.id).toMatch(/^target\//);
    expect(Object.keys(limits)).toBeDefined();
  }
});
