// Deduplication: what stays keeps its bytes, what goes is told, and every choice is the same however it is run.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DedupeOptions, dedupe, type KeepPolicy } from '../../src/index.ts';
import { seededDice } from '../support/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-dedupe-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);
const linesIn = (name: string): string[] =>
  readFileSync(path(name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const dice = seededDice(77_120);
const word = (): string =>
  Array.from({ length: 3 + dice(6) }, () => String.fromCharCode(97 + dice(26))).join('');
const text = (words: number): string => Array.from({ length: words }, word).join(' ');

/** Lines with odd but legal spelling, so that a rewrite would show. */
const line = (prompt: string, completion: string, score: string): string =>
  `{"completion":${JSON.stringify(completion)}, "prompt" : ${JSON.stringify(prompt)},"score":${score}}`;

const plain = { prompt: text(20), completion: text(20) };
const long = { prompt: text(20), completion: text(30) };
const set = [
  line(plain.prompt, plain.completion, '1.0'),
  line(long.prompt, long.completion, '12345678901234567890'),
  line(plain.prompt, plain.completion, '2.50'),
  '{"prompt": broken}',
  line(`${long.prompt} indeed`, `${long.completion} and more`, '3e2'),
  line(plain.prompt.toUpperCase(), plain.completion, '-0'),
  '{"other": "record"}',
  line(text(20), text(20), '0.10'),
];

beforeAll(() => {
  writeFileSync(path('set.jsonl'), `${set.join('\n')}\n`);
  writeFileSync(path('test.jsonl'), `${line(`${long.prompt} please`, long.completion, '9')}\n`);
});

const run = (output: string | undefined, options: DedupeOptions = {}) =>
  dedupe(
    [path('set.jsonl')],
    {},
    {
      root: folder,
      threads: 0,
      ...(output === undefined ? {} : { output: path(output) }),
      ...options,
    },
  );

test('the first of each cluster stays as it was written, and the ledger tells of the others', async () => {
  const outcome = await run('first.jsonl');
  expect(outcome).toMatchObject({
    read: 8,
    kept: 4,
    clusters: 2,
    unrecognized: 1,
    dropped: { exact: 1, normalised: 1, near: 1, broken: 1 },
  });
  expect(linesIn('first.jsonl')).toEqual([set[0], set[1], set[6], set[7]]);
  const source = 'set.jsonl';
  expect(linesIn('first.jsonl.ledger.jsonl').map((entry) => JSON.parse(entry) as unknown)).toEqual([
    {
      source,
      index: 2,
      line: 3,
      outcome: 'dropped',
      rule: 'duplicates/exact',
      keptFor: { source, index: 0, line: 1 },
    },
    { source, index: 3, line: 4, outcome: 'dropped', rule: 'structure/invalid-json' },
    {
      source,
      index: 4,
      line: 5,
      outcome: 'dropped',
      rule: 'duplicates/near',
      keptFor: { source, index: 1, line: 2 },
    },
    {
      source,
      index: 5,
      line: 6,
      outcome: 'dropped',
      rule: 'duplicates/normalised',
      keptFor: { source, index: 0, line: 1 },
    },
  ]);
});

test('what was cleared of repeats has none', async () => {
  await run('once.jsonl');
  const again = await dedupe(
    [path('once.jsonl')],
    {},
    { root: folder, output: path('twice.jsonl'), threads: 0 },
  );
  expect(again).toMatchObject({ read: 4, kept: 4 });
  expect(readFileSync(path('twice.jsonl'))).toEqual(readFileSync(path('once.jsonl')));
});

test('the longest stays, and files that others are compared against are not written', async () => {
  await run('longest.jsonl', { keep: 'longest' });
  expect(linesIn('longest.jsonl')).toEqual([set[0], set[4], set[6], set[7]]);
  const outcome = await run('against.jsonl', { keep: 'longest', against: [path('test.jsonl')] });
  expect(outcome).toMatchObject({ read: 8, kept: 3, against: 1 });
  expect(linesIn('against.jsonl')).toEqual([set[0], set[6], set[7]]);
});

test('of two that are alike the one with fewer findings is the best', async () => {
  const good = { prompt: `Explain this: ${text(18)}.`, completion: `It means ${text(18)}.` };
  writeFileSync(
    path('faults.jsonl'),
    `${JSON.stringify({ ...good, completion: `${good.completion}\u0007` })}\n${JSON.stringify(good)}\n`,
  );
  const options = { root: folder, threads: 0, output: path('best.jsonl'), keep: 'best' } as const;
  await dedupe([path('faults.jsonl')], {}, options);
  expect(linesIn('best.jsonl')).toEqual([JSON.stringify(good)]);
});

test('nothing is written by a dry run, nothing is replaced unasked, nothing is left by a refusal', async () => {
  expect(await run(undefined)).toMatchObject({ read: 8, kept: 4 });
  await run('there.jsonl');
  const before = readFileSync(path('there.jsonl'));
  await expect(run('there.jsonl', { likeness: 1 })).rejects.toMatchObject({ code: 'output-exists' });
  expect(readFileSync(path('there.jsonl'))).toEqual(before);
  await run('there.jsonl', { likeness: 1, force: true });
  expect(linesIn('there.jsonl').length).toBe(5);
  await expect(run('none.txt')).rejects.toMatchObject({ code: 'unsupported-container' });
  expect(existsSync(path('none.txt'))).toBe(false);
});

test('threads, chunks and memory change no byte, whatever is kept', async () => {
  const many: string[] = [];
  for (let i = 0; i < 700; i += 1) {
    const [prompt, completion] = [text(5 + dice(30)), text(5 + dice(40))];
    many.push(line(prompt, completion, '1.0'));
    if (dice(4) === 0) many.push(line(`${prompt} x`, `${completion} ${word()}`, '2'));
  }
  writeFileSync(path('many.jsonl'), `${many.map((_, i) => many[(i * 211) % many.length]).join('\n')}\n`);
  for (const keep of ['first', 'longest', 'most-turns', 'best'] satisfies KeepPolicy[]) {
    const written: string[] = [];
    for (const options of [{ threads: 0 }, { threads: 3, chunkBytes: 1 << 12 }, { threads: 2, memory: 1 }]) {
      const output = path(`many.${keep}.jsonl`);
      const outcome = await dedupe(
        [path('many.jsonl')],
        {},
        { root: folder, output, keep, force: true, ...options },
      );
      expect(outcome.dropped.near).toBeGreaterThan(80);
      expect(outcome.kept + outcome.dropped.near + outcome.dropped.exact).toBe(outcome.read);
      written.push(readFileSync(output, 'utf8') + readFileSync(`${output}.ledger.jsonl`, 'utf8'));
    }
    expect(new Set(written).size).toBe(1);
  }
});
