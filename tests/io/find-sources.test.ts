// findSources: what folders, globs and names stand for, in an order that is the same everywhere.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/index.ts';
import { findSources } from '../../src/io/find-sources.ts';

const root = mkdtempSync(join(tmpdir(), 'tuneset-find-'));
afterAll(() => rmSync(root, { recursive: true }));

const line = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n';
const put = (path: string, content: string = line): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

beforeAll(() => {
  for (const path of [
    'data/b.jsonl',
    'data/a.json',
    'data/Z.csv',
    'data/ä.tsv',
    'data/deep/er/c.parquet',
    'data/deep/d.ndjson.gz',
    'data/deep/e.jsonl.zst',
    'data/.hidden.jsonl',
    'data/.git/x.jsonl',
    'data/node_modules/pkg/x.jsonl',
    'data/README.md',
    'data/notes.txt',
    'data/manifest.json',
    'data/ledger.jsonl',
    'data/report.json',
    'data/split.json',
    'other/[odd].jsonl',
    'none/README.md',
  ]) {
    put(path);
  }
  symlinkSync(join(root, 'other/[odd].jsonl'), join(root, 'data/link.jsonl'));
  symlinkSync(join(root, 'data'), join(root, 'data/deep/circle'));
});

const found = async (...paths: string[]): Promise<string[]> =>
  (
    await findSources(
      paths.map((path) => join(root, path)),
      root,
    )
  ).map(({ name }) => name);

describe('a folder', () => {
  test('stands for the data in it, sorted by code unit', async () => {
    expect(await found('data')).toEqual([
      'data/Z.csv',
      'data/a.json',
      'data/b.jsonl',
      'data/deep/d.ndjson.gz',
      'data/deep/e.jsonl.zst',
      'data/deep/er/c.parquet',
      'data/link.jsonl',
      'data/ä.tsv',
    ]);
  });

  test('without data is refused with a hint', async () => {
    await expect(findSources([join(root, 'none')], root)).rejects.toMatchObject({ code: 'no-input' });
  });

  test.skipIf(process.getuid?.() === 0)('that may not be read is refused', async () => {
    mkdirSync(join(root, 'locked'));
    chmodSync(join(root, 'locked'), 0);
    await expect(findSources([join(root, 'locked')], root)).rejects.toMatchObject({
      code: 'unreadable-source',
    });
  });
});

describe('a glob', () => {
  test.each([
    ['data/*.jsonl', ['data/b.jsonl', 'data/ledger.jsonl', 'data/link.jsonl']],
    [
      'data/*.{json,csv}',
      ['data/Z.csv', 'data/a.json', 'data/manifest.json', 'data/report.json', 'data/split.json'],
    ],
    ['data/*.txt', ['data/notes.txt']],
    ['data/?.*', ['data/Z.csv', 'data/a.json', 'data/b.jsonl', 'data/ä.tsv']],
    ['data/*', ['data/Z.csv', 'data/a.json', 'data/b.jsonl', 'data/link.jsonl', 'data/ä.tsv']],
    ['data/**/*.parquet', ['data/deep/er/c.parquet']],
    ['**/d.*', ['data/deep/d.ndjson.gz']],
    ['*/[ab].json*', ['data/a.json', 'data/b.jsonl']],
  ])('%s', async (glob, names) => expect(await found(glob)).toEqual(names));

  test('that matches nothing is refused, and so is one in no folder', async () => {
    for (const glob of ['data/*.xml', 'nowhere/*.jsonl']) {
      await expect(findSources([join(root, glob)], root)).rejects.toMatchObject({ code: 'no-input' });
    }
  });

  test('is a name where a file of that name exists', async () => {
    expect(await found('other/[odd].jsonl')).toEqual(['other/[odd].jsonl']);
  });
});

describe('several paths', () => {
  test('come in the order given, each file once', async () => {
    expect(await found('other/[odd].jsonl', 'data/b.jsonl', 'data/*.json?')).toEqual([
      'other/[odd].jsonl',
      'data/b.jsonl',
      'data/link.jsonl',
    ]);
  });

  test('ranks count on', async () => {
    const sources = await findSources([join(root, 'data')], root);
    expect(sources.map(({ rank }) => rank)).toEqual(sources.map((_, i) => i));
  });
});

test('what a folder holds beside data is a note; what was named is an error', async () => {
  put('mixed/a.jsonl');
  put('mixed/earlier.json', '{\n  "schema": "tuneset-report/1",\n  "findings": [{}]\n}\n');
  put('mixed/empty.jsonl', '');
  put('mixed/image.json', '\u0000\u0001\u0002');
  const options = { root, threads: 0 };
  const report = await check([join(root, 'mixed')], { today: '2026-11-24' }, options);
  expect(report.figures.records.read).toBe(1);
  expect(report.counts['structure/not-a-dataset']).toBe(3);
  for (const name of ['empty.jsonl', 'image.json']) {
    await expect(check([join(root, 'mixed', name)], { today: '2026-11-24' }, options)).rejects.toMatchObject({
      name: 'UserError',
    });
  }
});
