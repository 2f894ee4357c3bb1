// Folders appear whole or not at all; what stood there stays until the new one does, and no input goes with it.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createFolder } from '../../src/io/write-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(at(name), { recursive: true });
});

const options = (force = false, inputs: readonly string[] = []) => ({
  force,
  inputs,
  stdout: new PassThrough(),
});

async function fill(path: string, force = false, inputs: readonly string[] = []): Promise<void> {
  const made = await createFolder(path, options(force, inputs));
  const train = await made.records('train.jsonl');
  await train.write(undefined, { a: 1 });
  await train.commit();
  const card = await made.file('README.md');
  await card.write('# card\n');
  expect(existsSync(at('out/README.md'))).toBe(false);
  await card.commit();
  await made.commit();
}

test('a folder appears when it is whole', async () => {
  await fill(at('out'));
  expect(readdirSync(folder)).toEqual(['out']);
  expect(readdirSync(at('out')).sort()).toEqual(['README.md', 'train.jsonl']);
  expect(readFileSync(at('out/train.jsonl'), 'utf8')).toBe('{"a":1}\n');
});

test('what is discarded leaves nothing, open files neither', async () => {
  const made = await createFolder(at('out'), options());
  await (await made.records('train.parquet')).write(undefined, { a: 1 });
  await (await made.file('README.md')).write('# card\n');
  await made.discard();
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['out', 'out/'])(
  '%s that stands there is refused with a hint, empty or not, folder or file',
  async (name) => {
    mkdirSync(at('out'));
    await expect(createFolder(at(name), options())).rejects.toMatchObject({
      code: 'output-exists',
      hint: expect.stringContaining('--force'),
    });
    rmSync(at('out'), { recursive: true });
    writeFileSync(at('out'), 'a file');
    await expect(createFolder(at('out'), options())).rejects.toMatchObject({ code: 'output-exists' });
    expect(readdirSync(folder)).toEqual(['out']);
  },
);

test('one that came to stand there meanwhile is refused at the end', async () => {
  const made = await createFolder(at('out'), options());
  mkdirSync(at('out'));
  await expect(made.commit()).rejects.toMatchObject({ code: 'output-exists' });
  expect(readdirSync(folder)).toEqual(['out']);
});

test('force swaps it whole', async () => {
  mkdirSync(at('out/deep'), { recursive: true });
  writeFileSync(at('out/deep/old.txt'), 'old');
  await fill(at('out'), true);
  expect(readdirSync(folder)).toEqual(['out']);
  expect(readdirSync(at('out')).sort()).toEqual(['README.md', 'train.jsonl']);
});

test('a link to a folder stays a link', async () => {
  mkdirSync(at('real'));
  symlinkSync(at('real'), at('link'));
  await fill(at('link'), true);
  expect(readFileSync(at('real/train.jsonl'), 'utf8')).toBe('{"a":1}\n');
  expect(readdirSync(folder).sort()).toEqual(['link', 'real']);
});

test('when the second rename fails, what stood there is back', async () => {
  mkdirSync(at('out'));
  writeFileSync(at('out/old.txt'), 'old');
  const made = await createFolder(at('out'), options(true));
  // What was made is gone, so that the swap fails half-way.
  for (const name of readdirSync(folder)) if (name.endsWith('.tmp')) rmSync(at(name), { recursive: true });
  await expect(made.commit()).rejects.toMatchObject({ code: 'unwritable-output' });
  expect(readdirSync(folder)).toEqual(['out']);
  expect(readFileSync(at('out/old.txt'), 'utf8')).toBe('old');
});

test('no input and no current folder goes with it, whichever link leads there', async () => {
  mkdirSync(at('out'));
  writeFileSync(at('out/data.jsonl'), '{}');
  symlinkSync(at('out/data.jsonl'), at('link.jsonl'));
  writeFileSync(at('outside.jsonl'), '{}');
  for (const input of ['out/data.jsonl', 'link.jsonl', 'out']) {
    await expect(createFolder(at('out'), options(true, [at(input)]))).rejects.toMatchObject({
      code: 'output-exists',
      message: expect.stringContaining('would be deleted'),
    });
  }
  await expect(createFolder('.', options(true))).rejects.toMatchObject({ code: 'output-exists' });
  await expect(createFolder('..', options(true))).rejects.toMatchObject({ code: 'output-exists' });
  expect(readFileSync(at('out/data.jsonl'), 'utf8')).toBe('{}');
  await fill(at('out'), true, [at('outside.jsonl')]);
});

test('a folder around it that is missing or closed is one clear error', async () => {
  await expect(createFolder(at('nowhere/out'), options())).rejects.toMatchObject({
    code: 'unwritable-output',
    message: expect.stringContaining('ENOENT'),
  });
  if (process.getuid?.() === 0) return;
  mkdirSync(at('closed'));
  chmodSync(at('closed'), 0o500);
  await expect(createFolder(at('closed/out'), options())).rejects.toMatchObject({
    code: 'unwritable-output',
  });
});

test('what a run that was killed left behind does not harm the next', async () => {
  // Nobody commits or discards it, as if the process had ended here.
  const killed = await createFolder(at('out'), options());
  const records = await killed.records('train.csv');
  for (let i = 0; i < 100_000; i += 1) {
    const wait = records.write(undefined, { i, text: 'filler '.repeat(30) });
    if (wait !== undefined) await wait;
  }
  expect(existsSync(at('out'))).toBe(false);
  const left = readdirSync(folder);
  expect(left).toEqual([expect.stringMatching(/^\.out\.[0-9a-f]{12}\.tmp$/)]);
  await fill(at('out'));
  expect(readdirSync(folder).sort()).toEqual([...left, 'out'].sort());
  expect(readdirSync(at('out')).sort()).toEqual(['README.md', 'train.jsonl']);
  await killed.discard();
});
