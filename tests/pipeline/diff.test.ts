// Comparing two versions: every row is added, removed, edited or as before, and what is edited is found wherever it moved.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { diff, type Request, renderDiff, type SetDiff } from '../../src/index.ts';
import { likeness, sketchOf } from '../../src/pipeline/prompt-sketch.ts';
import { changesBetween } from '../../src/pipeline/value-changes.ts';
import { HOSTILE, SECRET } from '../report/rich-report.ts';
import { runCommand } from '../support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

const chat = (user: string, assistant: string, label: string) => ({
  messages: [
    { role: 'system', content: 'You sort tickets.' },
    { role: 'user', content: user },
    { role: 'assistant', content: assistant },
  ],
  label,
});

const THINGS = ['kettle', 'sofa', 'lamp', 'novel', 'ladder', 'camera', 'tent', 'violin', 'mirror', 'carpet'];
const PLACES = ['Oslo', 'Lima', 'Cairo', 'Quito', 'Hanoi', 'Turin', 'Perth', 'Kyoto', 'Accra', 'Sofia'];
const question = (n: number): string =>
  `The ${THINGS[n % 10]} that I bought in ${PLACES[Math.floor(n / 10) % 10]} ${n % 3 === 0 ? 'never came' : 'came broken'}, ticket ${n * 7919}.`;
const ROWS = Array.from({ length: 60 }, (_, n) => chat(question(n), n % 2 === 0 ? 'late' : 'broken', 'shop'));

const linesOf = (rows: readonly unknown[]): string =>
  rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('');

async function compare(
  before: readonly unknown[],
  after: readonly unknown[],
  request: Request = {},
): Promise<SetDiff> {
  writeFileSync(join(folder, 'old.jsonl'), linesOf(before));
  writeFileSync(join(folder, 'new.jsonl'), linesOf(after));
  const asked = { today: '2026-11-25', label: '/label', ...request };
  return diff([join(folder, 'old.jsonl')], [join(folder, 'new.jsonl')], asked, { root: folder });
}

const BEFORE = [...ROWS.slice(0, 14), '{"messages": [,]}', chat('Where is the museum?', 'hours', 'city')];
const AFTER = [
  chat(`Mail ${'a.meyer'}@acme-shop.io about ${SECRET} ${HOSTILE}`, '', 'new'),
  ...ROWS.slice(2, 13).toReversed(),
  { ...ROWS[13], label: 'home' },
  {
    messages: [
      ...(ROWS[0]?.messages ?? []),
      { role: 'user', content: 'Thanks!' },
      { role: 'assistant', content: 'Gladly.' },
    ],
    label: 'shop',
  },
  '{"messages": [,]}',
];

describe('a comparison', () => {
  test.each(['text', 'json', 'markdown', 'html'])('as %s', async (kind) => {
    const ending = { text: 'txt', json: 'json', markdown: 'md', html: 'html' }[kind];
    const shown = await renderDiff(await compare(BEFORE, AFTER, { target: 'openai-sft' }), kind);
    await expect(shown).toMatchFileSnapshot(`golden/diff.${ending}`);
    for (const hidden of ['a.meyer', SECRET, '\u001b', '\u202e']) expect(shown).not.toContain(hidden);
    if (kind === 'html') expect(shown).not.toContain('<script');
  });

  test('is what its schema says', async () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../schemas/diff.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(schema);
    for (const [before, after] of [
      [BEFORE, AFTER],
      [AFTER, BEFORE],
      [ROWS, ROWS],
    ] as const) {
      const shown = await renderDiff(await compare(before, after, { target: 'openai-sft' }), 'json');
      expect(validate(JSON.parse(shown)), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  test('of a set with itself finds nothing', async () => {
    const { rows, fresh, gone, edited } = await compare(BEFORE, BEFORE);
    expect(rows).toEqual({ unchanged: BEFORE.length, added: 0, removed: 0, edited: 0 });
    expect([edited, fresh.findings, gone.findings]).toEqual([[], [], []]);
  });

  test('an edited row keeps its findings', async () => {
    const { fresh, gone, rows } = await compare([{ ...ROWS[0], note: 1 }], [{ ...ROWS[0], note: 2 }], {
      target: 'openai-sft',
      only: ['structure/unknown-key'],
    });
    expect(rows.edited).toBe(1);
    expect([fresh.counts, gone.counts]).toEqual([{}, {}]);
  });

  test('counts what was done, whatever the order', async () => {
    const plan = fc.record({
      removed: fc.nat({ max: 5 }),
      edited: fc.nat({ max: 5 }),
      reworded: fc.nat({ max: 5 }),
      added: fc.nat({ max: 5 }),
      order: fc.shuffledSubarray(ROWS, { minLength: 40, maxLength: 40 }),
      seed: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ removed, edited, reworded, added, order }) => {
        const kept = order.slice(removed);
        const after = kept.map((row, i) => {
          const [system, user, assistant] = row.messages;
          if (i < edited) {
            return { ...row, messages: [system, user, { ...assistant, content: 'something else' }] };
          }
          if (i < edited + reworded) {
            return {
              ...row,
              messages: [system, { ...user, content: `${user?.content} Please!` }, assistant],
            };
          }
          return row;
        });
        const fresh = Array.from({ length: added }, (_, n) =>
          chat(`${'0123456789'[n]} ${n} + ${n * 3} = ? ${'#'.repeat(n)} Do sums.`, `${n * 4}`, 'sum'),
        );
        const { rows } = await compare(order, [...fresh, ...after].toReversed());
        expect(rows).toEqual({
          unchanged: 40 - removed - edited - reworded,
          added,
          removed,
          edited: edited + reworded,
        });
      }),
      { seed: 90_210, numRuns: 12 },
    );
  });

  test('a row that stands twice is matched twice', async () => {
    const { rows } = await compare([ROWS[0], ROWS[0], ROWS[1]], [ROWS[1], ROWS[0]]);
    expect(rows).toEqual({ unchanged: 2, added: 0, removed: 1, edited: 0 });
  });

  test('standard input is refused', async () => {
    await expect(diff(['-'], ['-'], {}, { root: folder })).rejects.toThrow(/standard input/);
  });
});

describe('the command', () => {
  test('writes every form at once, and exits 0', async () => {
    await compare(BEFORE, AFTER);
    const outputs = ['json=d.json', 'd.md', 'd.html', 'text=d.txt'].flatMap((path) => ['--output', path]);
    const run = await runCommand(['diff', 'old.jsonl', 'new.jsonl', ...outputs], { cwd: folder });
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'd.txt'), 'utf8')).toMatch(
      /^Rows: 1 added, 2 removed, 2 edited; 12 as before\./,
    );
    expect(readFileSync(join(folder, 'd.md'), 'utf8')).toMatch(/^## Dataset changes/);
    expect(readFileSync(join(folder, 'd.html'), 'utf8')).toMatch(/^<!doctype html>/);
    expect(JSON.parse(readFileSync(join(folder, 'd.json'), 'utf8'))).toMatchObject({
      schema: 'tuneset-diff/1',
    });
  });

  test.each([
    [['diff', 'old.jsonl'], /missing required argument 'new'/],
    [['diff', 'old.jsonl', 'nowhere.jsonl'], /nowhere\.jsonl/],
    [['diff', 'old.jsonl', '-'], /standard input cannot be compared/],
    [['diff', 'old.jsonl', 'new.jsonl', '--output', 'junit=x.xml'], /nothing says which form/],
    [['diff', 'old.jsonl', 'new.jsonl', '--output', 'json=old.jsonl'], /is an input/],
  ])('%j is refused', async (args, message) => {
    const run = await runCommand(args, { cwd: folder });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
  });
});

test.each([
  ['the same', 'where is the station', 'where is the station', 100, 100],
  ['a word more', 'where is the old station of the town', 'where is the station of the town', 55, 95],
  ['others', 'where is the station', 'make me a cake with apples', 0, 10],
  ['nothing', '', '', 0, 0],
])('prompts alike: %s', (_, a, b, least, most) => {
  const alike = likeness(sketchOf([a]), sketchOf([b]));
  expect(alike).toBeGreaterThanOrEqual(least);
  expect(alike).toBeLessThanOrEqual(most);
});

test('changes are named by their places, deep and hostile as they may be', () => {
  const { changes, more } = changesBetween(
    { a: [1, { b: 'x' }], 'c/d': SECRET, same: true, __proto__x: 1 },
    { a: [1, { b: 'y' }, null], 'c/d': 'gone', same: true, e: { f: 1 } },
  );
  expect(more).toBe(0);
  expect(changes).toEqual([
    { pointer: '/a/1/b', before: 'x', after: 'y' },
    { pointer: '/a/2', after: 'null' },
    { pointer: '/c~1d', before: expect.stringContaining('***('), after: 'gone' },
    { pointer: '/__proto__x', before: '1' },
    { pointer: '/e', after: '{"f":1}' },
  ]);
  let deep: unknown = 1;
  for (let i = 0; i < 500; i += 1) deep = [deep];
  expect(changesBetween(deep as never, [] as never).changes).toHaveLength(1);
});
