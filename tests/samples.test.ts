// Every sample gives its recorded report: what a newcomer sees is what the repository says.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../src/formats/index.ts';
import { check, type Request, render } from '../src/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = readdirSync(`${root}samples`).toSorted();

/** The target that a folder's records are meant for, where there is one. */
const TARGETS: Readonly<Record<string, Request>> = { 'openai-chat': { target: 'openai-sft' } };

/** The faults that the main broken sample was written to show. */
const FAULTS = [
  'structure/invalid-json',
  'structure/blank-line',
  'structure/duplicate-key',
  'structure/missing-field',
  'structure/not-an-object',
  'structure/schema-violation',
  'structure/unknown-format',
  'structure/unknown-key',
  'roles/invalid-weight',
  'roles/last-not-assistant',
  'roles/no-assistant',
  'roles/unknown-role',
  'content/empty-answer',
  'answer/equals-input',
  'encoding/mojibake',
  'residue/refusal',
  'residue/special-token',
  'tools/arguments-not-json',
  'tools/arguments-schema',
  'tools/undeclared-tool',
  'duplicates/exact',
  'duplicates/conflicting-answers',
];

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

describe('the main sample', () => {
  const main = (name: string, request: Request) =>
    check([`${root}samples/openai-chat/${name}.jsonl`], request, { root, threads: 0 });

  test('is enough for a style, and says so', async () => {
    const report = await main('clean', { target: 'openai-sft', goal: 'style', failOn: 'warning' });
    expect(report).toMatchObject({ verdict: 'pass', goal: { id: 'style', verdict: 'enough' } });
  });

  test('shows every kind of fault that it was written to show', async () => {
    const { counts } = await main('broken', { target: 'openai-sft' });
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(FAULTS));
  });

  test('hides its secret and disarms its terminal escapes in every report', async () => {
    const sample = readFileSync(`${root}samples/openai-chat/broken.jsonl`, 'utf8');
    const secret = /sk-proj-\w+/.exec(sample)?.[0] ?? '';
    expect(secret.length).toBeGreaterThan(40);
    const report = await main('broken', { target: 'openai-sft' });
    for (const kind of ['text', 'json']) {
      const shown = render(report, kind, { width: 100, examples: 100 });
      expect(shown).not.toContain(secret);
      expect(shown).toContain('sk-proj-***');
      expect(shown).not.toContain('\u001b');
    }
  });
});
