// Every sample gives its recorded report: what a newcomer sees is what the repository says.

import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../src/formats/index.ts';
import { check, type Request, render } from '../src/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = readdirSync(`${root}samples`).toSorted();

/** The target that a folder's records are meant for, where there is one. */
const TARGETS: Readonly<Record<string, Request>> = { 'openai-chat': { target: 'openai-sft' } };

const recorded = async (path: string, request: Request): Promise<string> =>
  render(await check([`${root}${path}`], { today: '2026-11-24', ...request }, { root, threads: 0 }), 'text', {
    width: 100,
    examples: 3,
  });

test('every folder is a format', () => {
  expect(folders.filter((folder) => FORMATS.every(({ id }) => id !== folder))).toEqual([]);
});

describe.each(folders)('%s', (folder) => {
  const request = TARGETS[folder] ?? {};

  test('the clean set passes without a warning', async () => {
    const path = `samples/${folder}/clean.jsonl`;
    const report = await check([root + path], { ...request, failOn: 'warning' }, { root, threads: 0 });
    expect(report).toMatchObject({ verdict: 'pass', totals: { error: 0, warning: 0 } });
    expect(report.figures.sources[0]?.format).toBe(folder);
  });

  test.each(['clean', 'broken'])('%s.jsonl gives its recorded report', async (name) => {
    const path = `samples/${folder}/${name}.jsonl`;
    expect(existsSync(root + path)).toBe(true);
    await expect(await recorded(path, request)).toMatchFileSnapshot(
      `../samples/${folder}/${name}.report.txt`,
    );
  });

  test('the broken set fails', async () => {
    const report = await check([`${root}samples/${folder}/broken.jsonl`], request, { root, threads: 0 });
    expect(report.verdict).toBe('fail');
    expect(report.totals.error).toBeGreaterThan(5);
  });
});
