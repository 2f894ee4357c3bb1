// Near-duplicates through the whole pipeline: what is found and what is not, and the same bytes however it is run.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { check, render } from '../../src/index.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';
import { seededDice } from '../support/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-near-'));
afterAll(() => rmSync(folder, { recursive: true }));

const dice = seededDice(20_261_125);
const WORDS =
  'river stone light harbour winter engine paper garden silver copper window market letter forest bridge cloud salt music valley lantern orchard compass thunder velvet marble island pepper walnut shadow candle'.split(
    ' ',
  );
const sentence = (words: number): string => {
  const text = Array.from({ length: words }, () => WORDS[dice(WORDS.length)]).join(' ');
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
};
const pair = (prompt: string, completion: string) => ({ prompt, completion });

test('500 additions that differ in their numbers are no near-duplicates of one another; repeats of them are', async () => {
  const additions = Array.from({ length: 500 }, (_, i) => {
    const [a, b] = [100 + i, 1000 + 7 * i];
    return pair(
      `Add the following two numbers and write down the result: ${a} + ${b}.`,
      `The sum of ${a} and ${b} is ${a + b}.`,
    );
  });
  const plain = await checkContent(linesOf(additions), { only: ['duplicates/near'] });
  expect(plain.figures.records).toMatchObject({ nearDuplicates: 0, effective: 500 });

  const repeats = additions
    .slice(0, 40)
    .map(({ prompt, completion }) => pair(prompt.replace('Add the', 'Please add the'), completion));
  const mixed = await checkContent(linesOf([...additions, ...repeats]), { only: ['duplicates/near'] });
  expect(mixed.counts).toEqual({ 'duplicates/near': 40 });
  expect(mixed.figures.records).toMatchObject({ nearDuplicates: 40, effective: 500 });
});

test('one long instruction over many inputs joins nothing; an input that comes again is found', async () => {
  const instruction = `${sentence(60)} ${sentence(60)} Answer with one word.`;
  const records = Array.from({ length: 300 }, (_, i) =>
    pair(`${instruction}\n\n${sentence(14)}`, i % 2 === 0 ? 'positive' : 'negative'),
  );
  const again = pair(`${(records[7] as { prompt: string }).prompt.replace(/\.$/, ' !')}`, 'negative');
  const report = await checkContent(linesOf([...records, again]), { only: ['duplicates/near'] });
  expect(report.findings.map(({ at, related }) => [at?.index, related?.[0]?.at.index])).toEqual([[7, 300]]);
});

test('the system prompt is no part of likeness, the media and the label are', async () => {
  const [asked, told] = [sentence(20), sentence(20)];
  const chat = (system: string, user: unknown) => ({
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
      { role: 'assistant', content: told },
    ],
  });
  const image = (url: string) => [
    { type: 'text', text: asked },
    { type: 'image_url', image_url: { url } },
  ];
  const near = { only: ['duplicates/near'] };
  const systems = await checkContent(linesOf([chat('Be kind.', asked), chat('Be brief.', asked)]), near);
  expect(systems.figures.records.nearDuplicates).toBe(1);
  const images = [image('https://example.org/a.png'), image('https://example.org/b.png')];
  const pictures = await checkContent(linesOf(images.map((content) => chat('Be kind.', content))), near);
  expect(pictures.figures.records.nearDuplicates).toBe(0);
  const labels = [1, 2].map((kind) => ({ text: `${asked} ${told}`, kind }));
  expect((await checkContent(linesOf(labels), near)).figures.records.exactDuplicates).toBe(1);
  const labelled = await checkContent(linesOf(labels), { ...near, label: '/kind' });
  expect(labelled.figures.records).toMatchObject({ exactDuplicates: 0, nearDuplicates: 0, effective: 2 });
});

test('effective counts each cluster once, exact copies among them', async () => {
  const [asked, told] = [sentence(30), sentence(30)];
  const records = [
    pair(asked, told),
    pair(asked, told),
    pair(asked.toUpperCase(), told),
    pair(asked.replace(/^\w+/, 'Now'), told),
    pair(sentence(30), sentence(30)),
  ];
  const report = await checkContent(linesOf(records));
  expect(report.figures.records).toMatchObject({
    read: 5,
    exactDuplicates: 1,
    nearDuplicates: 2,
    effective: 2,
  });
});

const big = join(folder, 'big.jsonl');
const other = join(folder, 'other.json');
beforeAll(() => {
  const records: unknown[] = [];
  for (let i = 0; i < 1500; i += 1) {
    const record = pair(sentence(8 + dice(40)), sentence(5 + dice(300)));
    records.push(record);
    for (let copy = dice(6); copy > 4; copy -= 1) {
      const words = record.completion.split(' ');
      words[dice(words.length)] = 'changed';
      records.push(pair(record.prompt.toUpperCase(), words.join(' ')));
    }
  }
  writeFileSync(big, linesOf(records.map((_, i) => records[(i * 389) % records.length])));
  writeFileSync(other, JSON.stringify(records.slice(0, 400)));
});

test('threads, chunks, memory and the way in change nothing', async () => {
  const run = async (options: object): Promise<string> =>
    render(await check([big, other], { today: '2026-11-24' }, { root: folder, ...options }), 'json');
  const expected = await run({ threads: 0 });
  const { figures } = JSON.parse(expected) as { figures: { records: { nearDuplicates: number } } };
  expect(figures.records.nearDuplicates).toBeGreaterThan(250);
  for (const threads of [0, 1, 2, 4]) {
    for (const memory of [undefined, 1]) {
      const options = { threads, chunkBytes: 1 << 13, ...(memory === undefined ? {} : { memory }) };
      expect(await run(options)).toBe(expected);
    }
  }
});

test('standard input is kept for the second look, and nothing stays behind', async () => {
  const own = mkdtempSync(join(tmpdir(), 'tuneset-own-'));
  vi.stubEnv('TMPDIR', own);
  const bytes = readFileSync(big);
  for (const input of [bytes, gzipSync(bytes)]) {
    const stdin = Readable.from([input.subarray(0, 1000), input.subarray(1000)]);
    const piped = await check(['-'], { only: ['duplicates/near'] }, { root: folder, stdin, threads: 0 });
    const named = await check([big], { only: ['duplicates/near'] }, { root: folder, threads: 0 });
    expect(piped.findings).toEqual(named.findings);
    expect(piped.findings.length).toBeGreaterThan(100);
  }
  expect(readdirSync(own)).toEqual([]);
  vi.unstubAllEnvs();
  rmSync(own, { recursive: true });
});
