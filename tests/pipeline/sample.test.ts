// A sample: exactly as many records as asked for, each where it stands in the whole, drawn evenly, and never a pass by itself.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check, type Report, type Request, render } from '../../src/index.ts';
import { drawSample } from '../../src/pipeline/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-sample-'));
const paths = ['lines.jsonl', 'list.json', 'table.csv'].map((name) => join(folder, name));
/** Records of each file. */
const RECORDS = 200;

/** Every answer is empty, so that every record that is judged gives a finding with its place. */
beforeAll(() => {
  const chat = (i: number) => ({
    messages: [
      { role: 'user', content: `Question ${i}` },
      { role: 'assistant', content: '' },
    ],
  });
  const chats = Array.from({ length: RECORDS }, (_, i) => JSON.stringify(chat(i)));
  writeFileSync(paths[0] as string, `\n${chats.join('\n')}\n`);
  writeFileSync(paths[1] as string, `[${chats.join(', ')}]`);
  const rows = Array.from({ length: RECORDS }, (_, i) => `Question ${i},""`);
  writeFileSync(paths[2] as string, `prompt,completion\n${rows.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const base: Request = { only: ['content/empty-answer', 'structure/blank-line'], today: '2026-11-24' };
const run = (request: Request): Promise<Report> =>
  check(paths, { ...base, ...request }, { root: folder, threads: 1 });

test('as many as asked for, and what readers noticed is told of all that they read', async () => {
  const report = await run({ sample: 120, seed: 5 });
  expect(report.figures.sample).toEqual({ records: 120, of: 3 * RECORDS, seed: 5 });
  expect(report.figures.records.read).toBe(120);
  expect(report.counts).toMatchObject({ 'content/empty-answer': 120, 'structure/blank-line': 1 });
  expect(report.figures.sources.reduce((sum, { records }) => sum + records, 0)).toBe(120);
});

test('places of the sample are places of the whole', async () => {
  const heard = async (request: Request): Promise<string[]> => {
    const places: string[] = [];
    await check(
      paths,
      { ...base, ...request },
      {
        root: folder,
        threads: 1,
        listen: (findings) => {
          for (const { at } of findings) places.push(JSON.stringify(at));
        },
      },
    );
    return places;
  };
  const whole = new Set(await heard({}));
  const sampled = await heard({ sample: 90 });
  expect(sampled).toHaveLength(91);
  expect(sampled.filter((place) => !whole.has(place))).toEqual([]);
  expect(sampled.slice(1)).toEqual(sampled.slice(1).toSorted((a, b) => order(a) - order(b)));
});

const order = (place: string): number => {
  const { source, index } = JSON.parse(place) as { source: number; index: number };
  return source * 1000 + index;
};

test('a sample of everything is the whole', async () => {
  const { figures, counts, findings } = await run({ sample: 5000 });
  const whole = await run({});
  const { sample, ...rest } = figures;
  expect(sample).toEqual({ records: 3 * RECORDS, of: 3 * RECORDS, seed: 0 });
  expect({ figures: rest, counts, findings }).toEqual({
    figures: whole.figures,
    counts: whole.counts,
    findings: whole.findings,
  });
});

test('a sample passes only where the user said what fails', async () => {
  const quiet = { only: ['structure/bom'] };
  const alone = await run({ ...quiet, sample: 10 });
  expect(alone.verdict).toBe('fail');
  expect(alone.reasons).toEqual(['only a sample was judged, and --fail-on does not say that it may pass']);
  expect((await run({ ...quiet, sample: 10, failOn: 'error' })).verdict).toBe('pass');
  expect((await run({ ...quiet, sample: 5000 })).verdict).toBe('pass');
});

test('how much there is is no business of a sample', async () => {
  const request: Request = { sample: 5, target: 'openai-sft', goal: 'classification', label: '/prompt' };
  const report = await check(paths.slice(0, 1), request, { root: folder, threads: 1 });
  expect(Object.keys(report.counts).filter((id) => /min-records|below-goal|per-class/.test(id))).toEqual([]);
  expect(report).toMatchObject({ figures: { goals: [] }, cost: [] });
  expect(report.goal).toBeUndefined();
});

test.each(['text', 'markdown', 'html', 'json', 'junit'])('%s says that it is a sample', async (kind) => {
  const report = await run({ sample: 10, seed: 4 });
  const { REPORT_KINDS } = await import('../../src/report/index.ts');
  const reporter = await REPORT_KINDS.find(({ id }) => id === kind)?.load();
  const text = reporter?.render(report, { width: 100, color: false, examples: 1 }) ?? '';
  expect(text).toMatch(
    kind === 'json' ? /"sample": \{\s+"records": 10,\s+"of": 600,\s+"seed": 4/ : /sample of 10 of 600/,
  );
  expect(render(report, 'json')).toContain('"mayPass": false');
});

test('every record has the same chance', async () => {
  const drawn = new Array<number>(100).fill(0);
  for (let seed = 0; seed < 400; seed += 1) {
    async function* parcels() {
      const bytes = new TextEncoder().encode('{}'.repeat(100));
      const starts = Uint32Array.from(drawn, (_, i) => 2 * i);
      const ends = starts.map((start) => start + 2);
      const zeros = new Uint32Array(100);
      const flags = new Uint8Array(100);
      const batch = {
        source: 1,
        firstIndex: 0,
        offset: 0,
        bytes,
        starts,
        ends,
        lines: zeros,
        flags,
        notes: [],
      };
      yield { batch, format: undefined };
    }
    const { parcels: sampled } = drawSample(parcels(), { records: 25, seed, mayPass: false });
    for await (const { batch } of sampled)
      for (const index of batch.indexes ?? []) drawn[index] = (drawn[index] ?? 0) + 1;
  }
  expect(drawn.reduce((sum, n) => sum + n, 0)).toBe(400 * 25);
  // 100 expected, a standard deviation of 8.7: five of them on either side.
  expect(Math.min(...drawn)).toBeGreaterThan(56);
  expect(Math.max(...drawn)).toBeLessThan(144);
});
