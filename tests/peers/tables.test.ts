// What our writers write, read by Arrow and by Hugging Face `datasets`: nested columns, and every container.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { createRecords } from '../../src/io/write-records.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { seededDice } from '../support/random.ts';
import { ask, hasPython } from './python.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function write(name: string, records: readonly JsonObject[]): Promise<string> {
  const path = join(folder, name);
  const writer = await createRecords(path, { stdout: new PassThrough() });
  for (const record of records) await writer.write(undefined, record);
  await writer.commit();
  return path;
}

const call = (id: string, text: string) => ({
  id,
  type: 'function',
  function: { name: 'find', arguments: text },
});
const CHAT: readonly JsonObject[] = [
  {
    messages: [
      { role: 'user', content: 'Find it, "now"\n\u0000=1+1', tool_calls: null },
      { role: 'assistant', content: null, tool_calls: [call('a', '{"q":1}'), call('b', '{}')] },
    ],
    weight: 0.5,
    id: 1,
    good: true,
    tags: ['x', 'é\u{1F600}', ''],
    meta: { source: 'a', list: [[1, 2], [], [3]] },
    note: null,
  },
  {
    messages: [],
    weight: 2,
    id: 9_007_199_254_740_991,
    good: false,
    tags: [],
    meta: { source: '', list: [] },
    note: null,
  },
  { messages: null, weight: null, id: null, good: null, tags: null, meta: null, note: null },
];

/** Rows of one shape with nulls, empty lists and hostile text wherever they may stand. */
function generated(seed: number, count: number): JsonObject[] {
  const dice = seededDice(seed);
  const texts = [
    '',
    ' ',
    '"',
    'a\r\nb',
    '\u0000',
    'é\u0301',
    '\u{1F600}',
    'null',
    '{"a":1}',
    '=1+1',
    'x'.repeat(3_000),
  ];
  const or = <T extends JsonValue>(value: T): T | null => (dice(5) === 0 ? null : value);
  const text = (): string => texts[dice(texts.length)] as string;
  const list = <T extends JsonValue>(make: () => T): T[] => Array.from({ length: dice(4) }, make);
  return Array.from({ length: count }, (_, id) => ({
    id,
    text: or(text()),
    score: or(dice(1_000) / 8),
    flag: or(dice(2) === 0),
    nested: or(list(() => or({ name: or(text()), inner: or(list(() => or(list(() => or(dice(1_000)))))) }))),
  }));
}

describe.skipIf(!hasPython())('tables that we write (skipped: see the line above)', () => {
  test('nested columns have the types that trainers read', async () => {
    const [answer] = ask('pyarrow', [await write('chat.parquet', CHAT)]);
    expect(answer?.types).toEqual({
      messages:
        'list<element: struct<role: string, content: string, tool_calls: list<element: struct<id: string, type: string, function: struct<name: string, arguments: string>>>>>',
      weight: 'double',
      id: 'int64',
      good: 'bool',
      tags: 'list<element: string>',
      meta: 'struct<source: string, list: list<element: list<element: int64>>>',
      note: 'string',
    });
    expect(answer?.rows).toEqual(CHAT);
  });

  test('rows of any shape come back the same from Arrow, over row groups too', async () => {
    const sets = [1, 2, 3, 4, 5].map((seed) => generated(seed, 200));
    const large = generated(6, 70_000);
    const paths: string[] = [];
    for (const [i, set] of sets.entries()) paths.push(await write(`g${i}.parquet`, set));
    const answers = ask('pyarrow', [...paths, await write('large.parquet', large)]);
    for (const [i, set] of sets.entries()) expect(answers[i]?.rows).toEqual(set);
    expect(answers.at(-1)?.groups).toBeGreaterThan(1);
    expect(answers.at(-1)?.rows).toEqual(large);
  });

  test('datasets loads each container and gives the same rows', async () => {
    const rows = generated(7, 300);
    const names = ['d.parquet', 'd.jsonl', 'd.json', 'd.jsonl.gz', 'd.jsonl.zst', 'd.json.gz'];
    const paths: string[] = [];
    for (const name of names) paths.push(await write(name, rows));
    const answers = ask('datasets', paths);
    for (const [i, name] of names.entries()) {
      expect(answers[i]?.message, name).toBeUndefined();
      expect(answers[i]?.rows, name).toEqual(rows);
    }
  });

  test('datasets loads CSV and TSV, hostile cells too', async () => {
    const rows = [
      'plain',
      'a,b;c\td',
      'say "hi"',
      'two\nlines',
      'two\r\nlines',
      ' both ends ',
      '=1+1',
      'é\u{1F600}',
    ].map((text, i) => ({ text, 'a "name", quoted': `x${i}`, n: i }));
    const names = ['t.csv', 't.tsv', 't.csv.gz', 't.csv.zst'];
    const paths: string[] = [];
    for (const name of names) paths.push(await write(name, rows));
    const answers = ask('datasets', paths);
    for (const [i, name] of names.entries()) {
      expect(answers[i]?.message, name).toBeUndefined();
      expect(answers[i]?.rows, name).toEqual(rows);
    }
  });
});
