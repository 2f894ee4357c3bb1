// The executor's contract: the same bytes of report and the same findings in order, for any threads and any chunking.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check, type Finding, type Request, render } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-threads-'));
const paths = [join(folder, 'one.jsonl'), join(folder, 'two.jsonl')];

/** A set with something for most kinds of rule: broken lines, repeats, contradictions, labels, tools, odd lines. */
beforeAll(() => {
  const lines: string[] = [];
  for (let i = 0; i < 900; i += 1) {
    const content =
      i % 50 === 7 ? '' : `The answer to ${i % 300} is ${i % 7 === 0 ? 'yes' : `number ${i % 11}`}. 🙂`;
    const record = {
      messages: [
        ...(i % 3 === 0 ? [{ role: 'system', content: 'You answer briefly.' }] : []),
        { role: 'user', content: `What is ${i % 300}? sk-proj-${'a1B2'.repeat(8)}` },
        i % 40 === 3 ? { role: 'gpt', content } : { role: 'assistant', content },
      ],
      label: `class ${i % 5}`,
    };
    lines.push(JSON.stringify(record));
    if (i % 90 === 10) lines.push('{"messages": [,]}');
    if (i % 90 === 20) lines.push('');
    if (i % 90 === 30) lines.push('[1, 2]');
    if (i % 90 === 40) lines.push('{"messages": 3}');
    if (i % 90 === 50) lines.push(`{"messages": [{"role": "user", "content": "${'x'.repeat(5000)}"}]}`);
  }
  writeFileSync(paths[0] as string, `${lines.join('\n')}\n`);
  writeFileSync(paths[1] as string, lines.toReversed().join('\r\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const request: Request = {
  target: 'openai-sft',
  goal: 'classification',
  label: '/label',
  keep: 25,
  maxLineBytes: 4000,
  today: '2026-11-24',
};

async function run(
  threads: number,
  chunkBytes: number,
  asked: Request = request,
): Promise<{ json: string; findings: string }> {
  const heard: Finding[] = [];
  const report = await check(paths, asked, {
    root: folder,
    threads,
    chunkBytes,
    listen: (findings) => {
      heard.push(...findings);
    },
  });
  return { json: render(report, 'json'), findings: JSON.stringify(heard) };
}

test('threads and chunks change nothing', async () => {
  const expected = await run(0, 1 << 20);
  expect(expected.json).toContain('"verdict": "fail"');
  expect(expected.json).not.toContain('a1B2a1B2');
  expect(expected.findings).not.toContain('a1B2a1B2');
  for (const [threads, chunkBytes] of [
    [1, 4096],
    [2, 1 << 20],
    [2, 3000],
    [4, 777],
    [4, 20_000],
  ] as const) {
    const actual = await run(threads, chunkBytes);
    expect(actual.json, `${threads} threads, chunks of ${chunkBytes}`).toBe(expected.json);
    expect(actual.findings, `${threads} threads, chunks of ${chunkBytes}`).toBe(expected.findings);
  }
});

test('a sample is the same for any threads and chunks', async () => {
  const sampled: Request = { ...request, sample: 300, seed: 7 };
  const expected = await run(0, 1 << 20, sampled);
  expect(expected.json).toContain('"records": 300');
  for (const [threads, chunkBytes] of [
    [1, 4096],
    [2, 777],
    [4, 20_000],
  ] as const) {
    expect(await run(threads, chunkBytes, sampled)).toEqual(expected);
  }
});
