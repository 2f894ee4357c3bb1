// Files appear whole or not at all, and what is no file is written to, never replaced.

import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createFile } from '../../src/io/write-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-write-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(at(name));
});

test('a file appears when it is whole', async () => {
  writeFileSync(at('a.txt'), 'old');
  const file = await createFile(at('a.txt'));
  await file.write('new ');
  await file.write('text');
  expect(readFileSync(at('a.txt'), 'utf8')).toBe('old');
  await file.commit();
  expect(readFileSync(at('a.txt'), 'utf8')).toBe('new text');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('what is discarded leaves nothing, and what stood there stays', async () => {
  writeFileSync(at('a.txt'), 'old');
  const file = await createFile(at('a.txt'));
  await file.write('new');
  await file.discard();
  expect(readFileSync(at('a.txt'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test.each([
  ['a folder', folder, 'EISDIR'],
  ['a file in a folder that is not there', at('nowhere/a.txt'), 'ENOENT'],
  ['a file below a file', join(import.meta.filename, 'a.txt'), 'ENOTDIR'],
])('%s is refused before anything is written', async (_what, path, code) => {
  await expect(createFile(path)).rejects.toMatchObject({
    code: 'unwritable-output',
    message: expect.stringContaining(code),
  });
});

test.skipIf(process.platform === 'win32')('a pipe stays a pipe and gets all of it', async () => {
  execFileSync('mkfifo', [at('pipe')]);
  const heard = readFile(at('pipe'), 'utf8');
  const file = await createFile(at('pipe'));
  await file.write('one\n');
  await file.write('two\n');
  await file.commit();
  expect(await heard).toBe('one\ntwo\n');
  expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
});
