// Sources and containers: what is found, what is refused, and how bytes tell what a file holds.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { findSources } from '../../src/io/find-sources.ts';
import { readSource } from '../../src/io/read.ts';
import { sniff } from '../../src/io/sniff.ts';
import { OpenSource } from '../../src/io/source.ts';
import { checkContent } from '../support/check-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-source-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('findSources', () => {
  test('names are relative, with slashes, in the order given', async () => {
    mkdirSync(join(folder, 'in', 'side'), { recursive: true });
    const paths = [file('in/side/b.jsonl', '{}'), '-', file('a.jsonl', '{}')];
    const sources = await findSources(paths, folder);
    expect(sources.map(({ rank, name, size }) => [rank, name, size])).toEqual([
      [0, 'in/side/b.jsonl', 2],
      [1, '<stdin>', undefined],
      [2, 'a.jsonl', 2],
    ]);
  });

  test('what is missing or empty is told with a hint', async () => {
    await expect(findSources([join(folder, 'nowhere')], folder)).rejects.toMatchObject({ code: 'no-input' });
    await expect(findSources([], folder)).rejects.toMatchObject({ code: 'no-input' });
    await expect(findSources([file('empty', '')], folder)).rejects.toMatchObject({ code: 'no-input' });
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const path = file('secret.jsonl', '{}');
    chmodSync(path, 0);
    await expect(findSources([path], folder)).rejects.toMatchObject({ code: 'unreadable-source' });
  });
});

test('bytes and sha256 speak of the file as it lies on disk', async () => {
  const [source] = await findSources([file('abc', 'abc')], folder);
  if (source === undefined) throw new Error('no source');
  const open = new OpenSource(source, Readable.from([]), 2);
  let text = '';
  for await (const chunk of open.chunks()) text += new TextDecoder().decode(chunk);
  expect(text).toBe('abc');
  expect(open.bytes).toBe(3);
  expect(open.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('an empty standard input is refused', async () => {
  const [source] = await findSources(['-'], folder);
  if (source === undefined) throw new Error('no source');
  const open = new OpenSource(source, Readable.from([]));
  await expect(
    readSource(open, { maxLineBytes: 100, columns: new Map(), isRecord: () => false }),
  ).rejects.toMatchObject({
    code: 'no-input',
  });
});

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['{"a":1}\n', 'a.jsonl', 'jsonl'],
  ['{"a":1}\n{"a":2}\n', 'a.json', 'jsonl'],
  ['{"a":1}\n', 'a.json', 'json'],
  ['{"a":1}\n', 'noname', 'jsonl'],
  ['{\n  "a": 1\n}\n', 'a.json', 'json'],
  ['{\n  "a": 1\n}\n', 'a.jsonl', 'jsonl'],
  ['[\n{"a":1}\n]', 'a.json', 'json'],
  ['[{"a":1},{"a":2}]', 'a.jsonl', 'json'],
  ['["a"]\n["b"]\n', 'a.jsonl', 'jsonl'],
  ['a,b\n1,2\n', 'a.csv', 'csv'],
  ['a\tb\n1\t2\n', 'a.tsv', 'csv'],
  ['prompt,completion\nHi,"Hello, you"\n', '<stdin>', 'csv'],
  ['text\tlabel\nHi\tgreeting\n', 'a.jsonl', 'csv'],
  ['First, a line.\nThen, another.\n', 'a.txt', 'jsonl'],
  ['Hello, world\nand, again, hello\n', 'noname', 'jsonl'],
  ['prompt,completion\n', 'noname', 'jsonl'],
  ['[1, 2]\n{"a":1}\n', 'a.jsonl', 'jsonl'],
  ['PAR1...', 'a.jsonl', 'parquet'],
  ['ARROW1', 'a', 'arrow'],
  ['PK\u0003\u0004', 'a.jsonl', 'zip'],
])('%j named %s holds %s', (head, name, container) => {
  expect(sniff(ascii(head), name).container).toBe(container);
});

describe('encodings', () => {
  const line = '{"prompt":"Größe?","completion":"日本 🙂"}\n';
  const utf16 = (big: boolean, mark: boolean): Uint8Array => {
    const little = Buffer.from((mark ? '\ufeff' : '') + line + line.replace('Größe', 'Maß'), 'utf16le');
    return big ? little.swap16() : little;
  };

  test.each([
    ['little-endian with a mark', utf16(false, true)],
    ['big-endian with a mark', utf16(true, true)],
    ['little-endian without a mark', utf16(false, false)],
    ['big-endian without a mark', utf16(true, false)],
  ])('UTF-16, %s, is told once and read all the same', async (_, bytes) => {
    const report = await checkContent(bytes);
    expect(report.figures.records).toMatchObject({ read: 2, effective: 2 });
    expect(report.counts).toEqual({ 'structure/invalid-utf8': 1 });
    expect(report.findings[0]?.message).toBe('utf16');
  });

  test('a byte-order mark is told, and offsets count it', async () => {
    const report = await checkContent(`\ufeff${line}{`);
    expect(report.counts).toEqual({ 'structure/bom': 1, 'structure/invalid-json': 1 });
    expect(report.findings.at(-1)?.at).toMatchObject({
      index: 1,
      line: 2,
      offset: 3 + Buffer.byteLength(line),
    });
  });

  test('a line in Latin-1 among UTF-8 is one broken record', async () => {
    const report = await checkContent(
      Buffer.concat([
        ascii(line),
        Buffer.from('{"prompt":"caf\xe9","completion":"x"}\n', 'latin1'),
        ascii(line),
      ]),
    );
    expect(report.figures.records).toMatchObject({ read: 3, broken: 1 });
    expect(report.findings.find(({ rule }) => rule === 'structure/invalid-utf8')?.at).toMatchObject({
      line: 2,
    });
  });
});
