// Baseline, suppressions and rates: what was there before is known wherever it moved, and only what is new counts.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import {
  check,
  type Finding,
  loadBaseline,
  type Report,
  type Request,
  takeBaseline,
} from '../../src/index.ts';
import { baselineEntry } from '../../src/model/baseline.ts';
import { isCovered } from '../../src/model/suppression.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-baseline-'));
afterAll(() => rmSync(folder, { recursive: true }));

const chat = (question: string, answer: string): string =>
  JSON.stringify({
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: answer },
    ],
  });

const GOOD = Array.from({ length: 30 }, (_, i) => chat(`What is ${i} squared?`, `It is ${i * i}.`));
const EMPTY = chat('What is the capital of Malta?', '');
const SWAPPED = JSON.stringify({ messages: [{ role: 'narrator', content: 'x' }] });
const BROKEN = '{"messages": [,]}';
const SETTINGS: Request = { today: '2026-11-25' };

function fileOf(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

async function baselineOf(lines: readonly string[], request: Request = SETTINGS) {
  const path = fileOf('before.jsonl', lines);
  const { report, text } = await takeBaseline([path], request, { root: folder, threads: 0 });
  const at = join(folder, 'baseline.json');
  writeFileSync(at, text);
  return { report, text, baseline: loadBaseline(at) };
}

const checked = (lines: readonly string[], request: Request, name = 'after.jsonl'): Promise<Report> =>
  check([fileOf(name, lines)], { ...SETTINGS, ...request }, { root: folder, threads: 0 });

const told = ({ findings }: Report): string[] => findings.map(({ rule, at }) => `${rule} ${at?.line ?? ''}`);

describe('a baseline', () => {
  const OLD = [...GOOD, EMPTY, SWAPPED, BROKEN, GOOD[0] as string];

  test('is taken without failing, and knows everything afterwards', async () => {
    const { report, baseline, text } = await baselineOf(OLD, { ...SETTINGS, maxWarnings: 0 });
    expect(report).toMatchObject({ verdict: 'pass', reasons: [] });
    expect(report.withheld).toBeUndefined();
    expect(report.settings).not.toHaveProperty('baseline');
    expect(report.totals.error).toBeGreaterThan(2);
    await expect(text).toMatchFileSnapshot('golden/baseline.json');
    const again = await checked(OLD, { baseline });
    const all = Object.values(report.counts).reduce((sum, n) => sum + n, 0);
    expect(again).toMatchObject({ verdict: 'pass', findings: [], counts: {} });
    expect(again.withheld).toEqual({ suppressed: 0, known: all, gone: 0 });
    // What is wrong with the set is wrong still.
    expect(again.figures.flagged).toBe(report.figures.flagged);
    expect(again.figures.records).toEqual(report.figures.records);
  });

  test('knows records by their content: any order, any file, any thread, other keys first', async () => {
    const { baseline, report } = await baselineOf(OLD);
    const all = Object.values(report.counts).reduce((sum, n) => sum + n, 0);
    const turned = JSON.stringify({ messages: [{ content: 'x', role: 'narrator' }] });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(OLD, { minLength: OLD.length }), async (lines) => {
        const moved = lines.map((line) => (line === SWAPPED ? turned : line));
        expect((await checked(moved, { baseline }, 'elsewhere.jsonl')).withheld?.known).toBe(all);
      }),
      { seed: 4_711, numRuns: 8 },
    );
    const big = fileOf('big.jsonl', [
      ...OLD,
      ...Array.from({ length: 3000 }, (_, i) => chat(`n ${i}`, `a ${i}.`)),
    ]);
    for (const threads of [0, 2]) {
      const { withheld, findings } = await check(
        [big],
        { ...SETTINGS, baseline },
        { root: folder, threads, chunkBytes: 4096 },
      );
      expect({ withheld, findings }).toEqual({
        withheld: { suppressed: 0, known: all, gone: 0 },
        findings: [],
      });
    }
  });

  test('leaves new findings, and only those, to fail', async () => {
    const { baseline } = await baselineOf(OLD);
    const other = chat('What is the capital of Peru?', '');
    const report = await checked([other, ...OLD, '{"messages": [,,]}'], { baseline });
    expect(told(report)).toEqual(['content/empty-answer 1', 'structure/invalid-json 36']);
    expect(report).toMatchObject({ verdict: 'fail', reasons: ['2 errors'] });
  });

  test('covers a repeated record as often as it was repeated, and no more', async () => {
    const { baseline } = await baselineOf(OLD);
    const report = await checked([...OLD, GOOD[0] as string], { baseline });
    expect(told(report)).toEqual(['duplicates/exact 35']);
  });

  test('says what is gone', async () => {
    const { baseline } = await baselineOf(OLD);
    const report = await checked([...GOOD, BROKEN], { baseline });
    expect(report.findings).toEqual([]);
    expect(report.withheld?.gone).toBeGreaterThan(2);
  });

  test('keeps quiet about what a known finding explains', async () => {
    const { baseline } = await baselineOf(OLD);
    const full = await checked(OLD, { preset: 'all' });
    const rest = await checked(OLD, { preset: 'all', baseline });
    const byRule = ({ counts }: Report): string[] => Object.keys(counts);
    for (const rule of byRule(rest)) expect(byRule(full)).toContain(rule);
  });

  test('shows no secret of the data, not even in the name of a key', async () => {
    const secret = `sk-proj-${'a1B2'.repeat(10)}`;
    const record = JSON.stringify({ ...(JSON.parse(GOOD[0] as string) as object), [secret]: 1 });
    const { text } = await baselineOf([record], { ...SETTINGS, target: 'openai-sft' });
    expect(text).toContain('sk-proj-***(40)');
    expect(text).not.toContain('a1B2a1B2');
  });

  test.each([
    ['nothing', undefined, /cannot be read/],
    ['no JSON', '{', /is not JSON/],
    ['another file', '{"schema":"tuneset-report/1"}', /is no tuneset-baseline\/1/],
    ['half of one', '{"schema":"tuneset-baseline/1","read":3}', /is a broken baseline/],
    [
      'entries that are none',
      '{"schema":"tuneset-baseline/1","read":3,"counts":{},"findings":{"a/b":["<b>"]}}',
      /broken/,
    ],
  ])('is refused where there is %s', (_, content, message) => {
    const path = join(folder, 'odd.json');
    rmSync(path, { force: true });
    if (content !== undefined) writeFileSync(path, content);
    expect(() => loadBaseline(path)).toThrow(message);
  });

  test('names what stands in no record by what is said, not by its numbers', () => {
    const finding = { message: 'few', pointer: '', data: { label: 'yes', count: 3 } };
    const entry = baselineEntry(finding, undefined);
    expect(baselineEntry({ ...finding, data: { label: 'yes', count: 4 } }, undefined)).toBe(entry);
    expect(baselineEntry({ ...finding, data: { label: 'no', count: 3 } }, undefined)).not.toBe(entry);
    expect(baselineEntry({ ...finding, pointer: '/a' }, 'f'.repeat(32))).toBe(`${'f'.repeat(32)} /a`);
  });
});

describe('a suppression', () => {
  const LINES = [...GOOD, EMPTY, chat('What is the capital of Peru?', '')];
  const reason = 'meant so';
  const nameOf = async (): Promise<string> => {
    const heard: Finding[] = [];
    await check([fileOf('after.jsonl', LINES)], SETTINGS, {
      root: folder,
      threads: 0,
      listen: (findings) => {
        heard.push(...findings);
      },
    });
    return heard.find(({ rule }) => rule === 'content/empty-answer')?.record ?? '';
  };

  test.each<[string, () => Promise<NonNullable<Request['suppress']>[number]>, string[]]>([
    ['by rule', async () => ({ rule: 'content/empty-answer', reason }), []],
    ['by file', async () => ({ files: '*.jsonl', reason }), []],
    ['by place', async () => ({ pointer: '/messages/*', reason }), []],
    ['by record', async () => ({ record: await nameOf(), reason }), ['content/empty-answer 32']],
    [
      'of another rule',
      async () => ({ rule: 'residue/refusal', reason }),
      ['content/empty-answer 31', 'content/empty-answer 32', 'settings/unused-suppression '],
    ],
    [
      'of other files',
      async () => ({ files: 'eval/**', reason }),
      ['content/empty-answer 31', 'content/empty-answer 32'],
    ],
    [
      'of another place',
      async () => ({ rule: 'content/empty-answer', pointer: '/messages/0', reason }),
      ['content/empty-answer 31', 'content/empty-answer 32', 'settings/unused-suppression '],
    ],
  ])('%s', async (_, wish, expected) => {
    const report = await checked(LINES, {
      suppress: [await wish()],
      only: ['content/empty-answer', 'residue/refusal', 'settings/unused-suppression'],
    });
    expect(told(report).toSorted()).toEqual(expected.toSorted());
    expect(report.withheld?.suppressed).toBe(2 - report.findings.filter(({ at }) => at !== undefined).length);
  });

  test('silences a finding of the set by the record it stands in', async () => {
    const lines = [...GOOD, GOOD[3] as string];
    const path = fileOf('before.jsonl', [...lines]);
    const heard: Finding[] = [];
    const { text } = await takeBaseline([path], SETTINGS, {
      root: folder,
      threads: 0,
      listen: (findings) => {
        heard.push(...findings);
      },
    });
    const record = heard.find(({ rule }) => rule === 'duplicates/exact')?.record ?? '';
    expect(text).toContain(record);
    const report = await checked(lines, { suppress: [{ rule: 'duplicates/exact', record, reason }] });
    expect(report.counts).toEqual({});
  });

  test('past its day silences still, and is told; before it, it is not', async () => {
    const until = (day: string) =>
      checked(LINES, { suppress: [{ rule: 'content/empty-answer', reason, until: day }] });
    const late = await until('2026-11-24');
    expect(late).toMatchObject({ verdict: 'pass', counts: { 'settings/expired-suppression': 1 } });
    expect(late.findings[0]?.data).toEqual({
      what: 'content/empty-answer',
      reason,
      until: '2026-11-24',
      count: 2,
    });
    expect((await until('2026-11-25')).counts).toEqual({});
  });

  test('never silences a word about suppressions', async () => {
    const report = await checked(GOOD, {
      suppress: [
        { pointer: '/nowhere', reason },
        { files: '**', reason },
      ],
    });
    expect(report.counts).toEqual({ 'settings/unused-suppression': 2 });
  });

  test.each<[string, NonNullable<Request['suppress']>[number], RegExp]>([
    ['of nothing', { reason }, /names nothing/],
    ['without a reason', { rule: 'duplicates/exact', reason: ' ' }, /needs a reason/],
    ['of a rule that is none', { rule: 'duplicates/exakt', reason }, /no rule named/],
    ['of a record that is none', { record: 'abc', reason }, /no fingerprint/],
    ['until a day that is none', { rule: 'duplicates/exact', reason, until: '2026-02-30' }, /not a date/],
  ])('%s is refused', async (_, wish, message) => {
    await expect(checked(GOOD, { suppress: [wish] })).rejects.toThrow(message);
  });

  test.each([
    ['/messages/1/content', '/messages/*/content', true],
    ['/messages/1/content', '/messages', true],
    ['/messages/1', '/messages/1/content', false],
    ['/a~1b/c', '/a~1b', true],
    ['', '/a', false],
  ])('%s below %s: %s', (pointer, place, covered) => {
    expect(isCovered(pointer, place)).toBe(covered);
  });
});

describe('a rate', () => {
  const LINES = [...GOOD, EMPTY, chat('What is the capital of Peru?', '')];
  const withRate = (maxRate: number | 'baseline', more: Request = {}) =>
    checked(LINES, { rules: { 'content/empty-answer': { maxRate } }, ...more });

  test('decides alone: single findings fail nothing', async () => {
    const within = await withRate(0.1);
    expect(within).toMatchObject({ verdict: 'pass', totals: { error: 2 } });
    expect(within.gates).toEqual([
      {
        rule: 'content/empty-answer',
        found: 2,
        allowed: { findings: 3, of: 32 },
        by: 'rate',
        open: false,
      },
    ]);
    const beyond = await withRate(0.05);
    expect(beyond.reasons).toEqual(['2 of content/empty-answer, more than the 1 allowed']);
    expect((await withRate(0.05, { failOn: 'never' })).verdict).toBe('pass');
    expect((await withRate(0)).verdict).toBe('fail');
    expect((await withRate(1)).verdict).toBe('pass');
  });

  test('may be that of the baseline, however large the set has become', async () => {
    const { baseline } = await baselineOf([...GOOD, EMPTY]);
    const report = await withRate('baseline', { baseline });
    expect(report).toMatchObject({ verdict: 'fail' });
    expect(report.reasons).toEqual([
      '2 of content/empty-answer, a higher rate than the 1 of 31 in the baseline',
    ]);
    const more = Array.from({ length: 40 }, (_, i) => chat(`Half of ${i}?`, `It is ${i / 2}.`));
    const larger = await checked([...LINES, ...more], {
      rules: { 'content/empty-answer': { maxRate: 'baseline' } },
      baseline,
    });
    expect(larger.verdict).toBe('pass');
  });

  test('of a baseline needs one', async () => {
    await expect(withRate('baseline')).rejects.toThrow(/may not become worse than the baseline/);
  });
});
