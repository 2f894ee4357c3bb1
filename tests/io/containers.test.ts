// Every container gives the records that were put into it, at the right places, whatever the chunks and the packing.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../src/model/json.ts';
import { type ReadResult, readContent } from '../support/read-records.ts';

const seed = 60_606;

const values = (result: ReadResult): unknown[] => result.records.map(({ value }) => value);
const rules = (result: ReadResult): string[] => [
  ...result.notes.map(({ problem }) => problem.rule),
  ...result.records.flatMap(({ problems }) => problems.map(({ rule }) => rule)),
];

/** Everything but the container's name and the fingerprint, which packing changes. */
const inside = ({ records, notes }: ReadResult): unknown => ({ records, notes });

const record = fc.dictionary(
  fc.constantFrom('prompt', 'completion', 'a', '__proto__', 'é'),
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
  { minKeys: 1 },
) as fc.Arbitrary<JsonValue>;
const records = fc.array(record, { minLength: 2, maxLength: 8 });
const chunkBytes = fc.constantFrom(1, 7, 64, 1000, 1 << 20);

/** JSON text and back, which is what a reader can give at best. */
const asJson = (list: readonly JsonValue[]): unknown => JSON.parse(JSON.stringify(list));

describe('a JSON array', () => {
  test('gives its elements, each where it stands', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.constantFrom(undefined, 1, 4), chunkBytes, async (list, indent, size) => {
        const text = `${JSON.stringify(list, null, indent)}\n`;
        const result = await readContent('data.json', text, { chunkBytes: size });
        expect(result.container).toBe('json');
        expect(values(result)).toEqual(asJson(list));
        expect(rules(result)).toEqual([]);
        const bytes = Buffer.from(text);
        result.records.forEach(({ at, text: own }, i) => {
          const { index, line, offset = -1 } = at;
          expect(index).toBe(i);
          const lead = bytes.subarray(0, offset).toString().split('\n').at(-1) ?? '';
          expect(at.column ?? 1).toBe([...lead].length + 1);
          expect(bytes.subarray(offset, offset + Buffer.byteLength(own)).toString()).toBe(own);
          expect(line).toBe(bytes.subarray(0, offset).toString().split('\n').length);
        });
      }),
      { seed, numRuns: 60 },
    );
  });

  test('recovers after a broken element', async () => {
    const text = '[\n  {"a": 1},\n  {"a": "say "hi""},\n  {"a": 3},\n]\n';
    const result = await readContent('data.json', text);
    expect(values(result)).toEqual([{ a: 1 }, undefined, { a: 3 }]);
    expect(result.records.map(({ at }) => at.line)).toEqual([2, 3, 4]);
    expect(result.records[1]?.problems.map(({ rule }) => rule)).toEqual(['structure/invalid-json']);
    expect(result.notes.map(({ at }) => at.line)).toEqual([4]);
  });

  test('on one line has columns in the line of the file', async () => {
    const text = '[{"é":"é"},{"a": },{"a":\n  },{"a":3}]';
    for (const size of [1, 3, 100]) {
      const { records } = await readContent('data.json', text, { chunkBytes: size });
      expect(records.map(({ at }) => [at.line, at.column ?? 1])).toEqual([
        [1, 2],
        [1, 12],
        [1, 20],
        [2, 5],
      ]);
      expect(records.map(({ problems }) => problems[0]?.data)).toMatchObject([
        undefined,
        { column: 18 },
        { line: 2, column: 3 },
        undefined,
      ]);
    }
  });

  test('pasted into a .jsonl is read as the array, and told', async () => {
    const result = await readContent('data.jsonl', '[{"a":1},\n{"a":2}]\n');
    expect(values(result)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(rules(result)).toEqual(['structure/array-in-jsonl']);
  });

  test('lines that are lists are lines', async () => {
    for (const text of ['[1]\n[2]\n', '[1, 2]\n{"a":1}\n{"a":2}\n']) {
      const result = await readContent('data.jsonl', text);
      expect(result.container).toBe('jsonl');
      expect(result.records).toHaveLength(text.split('\n').length - 1);
    }
  });

  test('with a byte-order mark, offsets count it', async () => {
    const result = await readContent('data.json', '\ufeff[{"a":1},{"a":2}]');
    expect(result.records.map(({ at }) => at.offset)).toEqual([4, 12]);
    expect(rules(result)).toEqual(['structure/bom']);
  });

  test.each(['utf16le', 'utf16be'])('in %s', async (encoding) => {
    const little = Buffer.from('\ufeff[{"a":"é"},\n{"a":"日本"}]', 'utf16le');
    const result = await readContent('data.json', encoding === 'utf16le' ? little : little.swap16());
    expect(values(result)).toEqual([{ a: 'é' }, { a: '日本' }]);
  });

  test('an element over the limit is let go, and the rest is read', async () => {
    const text = `[{"a":1},{"a":"${'x'.repeat(5000)}"},{"a":3}]`;
    for (const size of [10, 1 << 20]) {
      const result = await readContent('data.json', text, { maxLineBytes: 1000, chunkBytes: size });
      expect(values(result)).toEqual([{ a: 1 }, undefined, { a: 3 }]);
      expect(rules(result)).toEqual(['structure/line-too-long']);
      expect(result.records.map(({ at }) => at.offset)).toEqual([1, 9, 5018]);
    }
  });
});

describe('one object', () => {
  const chat = { messages: [{ role: 'user', content: 'Hi' }], more: [{ a: 1 }] };

  test.each([undefined, 2])('that is a record is one record', async (indent) => {
    const result = await readContent('data.json', JSON.stringify(chat, null, indent));
    expect(values(result)).toEqual([chat]);
    expect(rules(result)).toEqual([]);
  });

  test('on one line is JSON lines', async () => {
    const result = await readContent('data.jsonl', '{"data":[{"a":1}]}\n');
    expect(result.container).toBe('jsonl');
    expect(values(result)).toEqual([{ data: [{ a: 1 }] }]);
  });

  test('that holds arrays gives all of them, named', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        records,
        chunkBytes,
        fc.constantFrom(undefined, 2),
        async (a, b, size, indent) => {
          const whole = { version: '1', labels: ['x', 'y'], train: a, more: { test: b, none: [] }, n: 7 };
          const text = JSON.stringify(whole, null, indent);
          const result = await readContent('data.json', text, { chunkBytes: size });
          expect(values(result)).toEqual(asJson([...a, ...b]));
          expect(result.records.map(({ at }) => at.index)).toEqual([...a, ...b].map((_, i) => i));
          expect(result.notes.map(({ problem }) => problem.data?.name)).toEqual(['train', 'more.test']);
          const bytes = Buffer.from(text);
          for (const { at, text: own } of result.records) {
            const offset = at.offset ?? -1;
            expect(bytes.subarray(offset, offset + Buffer.byteLength(own)).toString()).toBe(own);
            expect(at.line).toBe(bytes.subarray(0, offset).toString().split('\n').length);
          }
        },
      ),
      { seed, numRuns: 60 },
    );
  });

  test('too large to be looked at whole gives its arrays too', async () => {
    const list = Array.from({ length: 400 }, (_, n) => ({ n, text: 'x'.repeat(50_000) }));
    const result = await readContent('data.json', JSON.stringify({ data: list, version: 'x' }), {
      chunkBytes: 1 << 16,
    });
    expect(values(result)).toEqual(list);
  });

  test('with a fault in an array recovers', async () => {
    const text = '{\n "data": [\n  {"a": 1},\n  {"a": },\n  {"a": 3}\n ],\n "version": 1\n}\n';
    const result = await readContent('data.json', text);
    expect(values(result)).toEqual([{ a: 1 }, undefined, { a: 3 }]);
    expect(result.records.map(({ at }) => at.line)).toEqual([3, 4, 5]);
  });

  test('with items in the first column, one of them broken, recovers', async () => {
    const result = await readContent('data.json', '{"data": [\n{"a": 1},\n{"a": },\n{"a": 3}\n]}\n');
    expect(values(result)).toEqual([{ a: 1 }, undefined, { a: 3 }]);
  });

  test('that is a broken record is one broken record', async () => {
    const text = '{\n  "messages": [\n    {"role": "user", "content": "Hi"},\n    {"role": None}\n  ]\n}\n';
    const result = await readContent('data.json', text);
    expect(values(result)).toEqual([undefined]);
    expect(result.records[0]?.problems).toMatchObject([
      { rule: 'structure/invalid-json', data: { line: 4, column: 14 } },
    ]);
  });

  test('with a fault outside its arrays says so', async () => {
    for (const text of [
      '{"data": [{"a":1},{"a":2}], "version": }',
      '{"data": [{"a":1},{"a":2}]',
      '{"data": [{"a":1},{"a":2}] "b": 1}',
    ]) {
      const result = await readContent('data.json', text);
      expect(values(result)).toEqual([{ a: 1 }, { a: 2 }]);
      const told = rules(result).filter((rule) => rule !== 'structure/array-in-object');
      expect(told).toEqual(['structure/invalid-json']);
    }
  });
});

describe('objects after one another under the name .json', () => {
  test('are records, pretty or not', async () => {
    const pretty = await readContent('data.json', '{\n "a": 1\n}\n{\n "a": 2\n}\n');
    expect(values(pretty)).toEqual([{ a: 1 }, { a: 2 }]);
    const broken = await readContent('data.json', '{\n "a": ,\n "b": [{}]\n}\n{\n "a": 2\n}\n');
    expect(values(broken)).toEqual([undefined, { a: 2 }]);
    const lines = await readContent('data.json', '{"a":[{}]}\n{"a":[{}]}\n');
    expect(values(lines)).toEqual([{ a: [{}] }, { a: [{}] }]);
    expect(lines.container).toBe('jsonl');
  });
});

/** A table as RFC 4180 has it: quotes where needed, or everywhere. */
const tableOf = (
  rows: readonly (readonly string[])[],
  delimiter: string,
  end: string,
  quoteAll: boolean,
): string =>
  rows
    .map((row) =>
      row
        .map((cell) =>
          quoteAll || /[",;\t\r\n]/.test(cell) || cell.trim() !== cell || cell === ''
            ? `"${cell.replaceAll('"', '""')}"`
            : cell,
        )
        .join(delimiter),
    )
    .join(end) + end;

describe('CSV and TSV', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\ud800-\udfff]|\r/g, '')),
    fc.constantFrom(
      '',
      ' ',
      '"',
      '""',
      'a,b',
      'a\nb',
      'a\r\nb',
      'tab\there',
      "it's",
      '{"a":1}',
      '日本',
      '=1+1',
    ),
  );

  test('give each row as an object of texts, at its line', async () => {
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', '\t', ';'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        chunkBytes,
        async (rows, delimiter, end, quoteAll, mark, size) => {
          const header = ['prompt', 'completion', '__proto__'];
          const text = (mark ? '\ufeff' : '') + tableOf([header, ...rows], delimiter, end, quoteAll);
          const result = await readContent(delimiter === '\t' ? 'data.tsv' : 'data.csv', text, {
            chunkBytes: size,
          });
          expect(result.container).toBe('csv');
          expect(values(result).map((row) => Object.entries(row as object))).toEqual(
            rows.map((row) => header.map((name, i) => [name, row[i]])),
          );
          let line = 2;
          result.records.forEach(({ at }, i) => {
            expect(at).toMatchObject({ index: i, line });
            const before = Buffer.from(text).subarray(0, at.offset).toString();
            expect(before.split('\n').length).toBe(line);
            expect(before.endsWith('\n')).toBe(true);
            line += (rows[i] ?? []).join('').split('\n').length;
          });
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  test('blank lines are no rows', async () => {
    const result = await readContent('data.csv', 'a,b\n\n1,2\n\n\n3,4\n\n');
    expect(values(result)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
    expect(result.records.map(({ at }) => at.line)).toEqual([3, 6]);
  });

  test('a row with another number of cells is told at its line and loses nothing', async () => {
    const result = await readContent('data.csv', 'a,b\n1\n1,2,3\n4,5\n');
    expect(rules(result)).toEqual(['structure/ragged-row', 'structure/ragged-row']);
    expect(result.notes.map(({ at }) => [at.index, at.line])).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(JSON.stringify(values(result)[1])).toContain('"3"');
    expect(values(result)[2]).toEqual({ a: '4', b: '5' });
  });

  test('two columns of one name lose nothing', async () => {
    const result = await readContent('data.csv', 'a,a\n1,2\n3,4\n');
    const text = result.records.map((row) => row.text).join('');
    for (const digit of ['1', '2', '3', '4']) expect(text).toContain(`"${digit}"`);
  });

  test('a quote that never closes costs its row, not what follows', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `${i},text ${i}`);
    const text = `a,b\n${rows.slice(0, 10).join('\n')}\n10,"open\n${rows.slice(11).join('\n')}\n`;
    const result = await readContent('data.csv', text);
    expect(rules(result).length).toBeGreaterThan(0);
    expect(result.notes.some(({ at }) => at.line === 12)).toBe(true);
    expect(result.records.length).toBeGreaterThanOrEqual(10);
  });

  test('a column without a name has a number', async () => {
    const result = await readContent('data.csv', ',text\n0,Hello\n');
    expect(values(result)).toEqual([{ 'column 1': '0', text: 'Hello' }]);
  });

  test('columns can be given other names', async () => {
    const columns = { question: 'prompt', answer: 'completion' };
    const result = await readContent('data.csv', 'question,answer\nHi,Hello\n', { columns });
    expect(values(result)).toEqual([{ prompt: 'Hi', completion: 'Hello' }]);
  });

  test('a row over the limit is one broken row', async () => {
    const text = `a,b\n1,2\n1,"${'x'.repeat(5000)}"\n3,4\n`;
    const result = await readContent('data.csv', text, { maxLineBytes: 1000 });
    expect(rules(result).length).toBeGreaterThan(0);
    expect(values(result)).toContainEqual({ a: '3', b: '4' });
  });

  test('bytes that are no UTF-8 are told', async () => {
    const result = await readContent('data.csv', Buffer.from('a,b\n1,caf\xe9\n2,x\n', 'latin1'));
    expect(rules(result)).toContain('structure/invalid-utf8');
    expect(values(result)).toContainEqual({ a: '2', b: 'x' });
  });
});

describe('packing', () => {
  const plain = Buffer.from(
    Array.from(
      { length: 3000 },
      (_, i) => `{"prompt":"Number ${i}","completion":"${'é'.repeat(i % 40)}"}\n`,
    ).join(''),
  );
  const hasZstd = spawnSync('zstd', ['--version']).status === 0;
  const zstd = (bytes: Uint8Array, ...flags: string[]): Buffer =>
    spawnSync('zstd', ['-q', '-c', ...flags], { input: bytes, maxBuffer: 1 << 28 }).stdout;
  const half = plain.length / 2;

  const packed: readonly (readonly [string, string, () => Buffer])[] = [
    ['gzip', 'data.jsonl.gz', () => gzipSync(plain)],
    [
      'gzip of two members',
      'data.jsonl.gz',
      () => Buffer.concat([gzipSync(plain.subarray(0, half)), gzipSync(plain.subarray(half))]),
    ],
    ['gzip under another name', 'data.jsonl', () => gzipSync(plain)],
    ['gzip with zeros behind it', 'data.jsonl.gz', () => Buffer.concat([gzipSync(plain), Buffer.alloc(512)])],
    ...(hasZstd
      ? ([
          ['zstd', 'data.jsonl.zst', () => zstd(plain)],
          ['zstd with a checksum, level 19', 'data.jsonl.zst', () => zstd(plain, '-19', '--check')],
          [
            'zstd of two frames',
            'data.jsonl.zst',
            () => Buffer.concat([zstd(plain.subarray(0, half)), zstd(plain.subarray(half))]),
          ],
        ] as const)
      : []),
  ];

  test.each(packed)('%s', async (_, name, make) => {
    const bytes = make();
    const expected = await readContent('data.jsonl', plain);
    expect(expected.records).toHaveLength(3000);
    for (const size of [1, 100, 1 << 20]) {
      if (bytes.length / size > 50_000) continue;
      const result = await readContent(name, bytes, { chunkBytes: size });
      expect(inside(result)).toEqual(inside(expected));
      expect(result.container).toMatch(/^jsonl\+(gzip|zstd)$/);
      expect(result.bytes).toBe(bytes.length);
      expect(result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  test('arrays and tables may be packed too', async () => {
    const array = await readContent('data.json.gz', gzipSync('[{"a":1},{"a":2}]'));
    expect([array.container, values(array)]).toEqual(['json+gzip', [{ a: 1 }, { a: 2 }]]);
    const table = await readContent('data.csv.gz', gzipSync('a,b\n1,2\n'));
    expect([table.container, values(table)]).toEqual(['csv+gzip', [{ a: '1', b: '2' }]]);
  });

  test('gzip with other bytes behind it is told, wherever chunks end', async () => {
    const member = gzipSync(plain);
    const bytes = Buffer.concat([member, Buffer.alloc(100_000, 'x')]);
    const expected = await readContent('data.jsonl.gz', bytes);
    // Of the block in which the member ends and the other bytes begin, nothing is given.
    expect(expected.records.length).toBeGreaterThan(2900);
    expect(damageOf(expected)?.at.index).toBe(expected.records.length - 1);
    for (const chunkBytes of [100, member.length, member.length + 1]) {
      expect(await readContent('data.jsonl.gz', bytes, { chunkBytes })).toEqual(expected);
    }
  });

  const damageOf = ({ notes }: ReadResult) =>
    notes.find(({ problem }) => problem.rule === 'structure/damaged-file');

  test.each(packed.filter(([kind]) => !kind.includes('behind')))(
    '%s, cut off or damaged: what comes before is read, the same whatever the chunks',
    async (_, name, make) => {
      const bytes = make();
      const whole = await readContent(name, bytes);
      const flipped = Uint8Array.from(bytes);
      for (let at = flipped.length >> 1; at < flipped.length; at += 97)
        flipped[at] = (flipped[at] ?? 0) ^ 0x55;
      for (const damaged of [bytes.subarray(0, bytes.length - 600), flipped]) {
        const expected = await readContent(name, damaged);
        const { records } = expected;
        if (damaged !== flipped) {
          const read = records.filter(({ value }) => value !== undefined);
          expect(read).toEqual(whole.records.slice(0, read.length));
          // At most one record is cut in two.
          expect(records.length - read.length).toBeLessThan(2);
        }
        expect(damageOf(expected)?.at).toEqual({ source: 0, index: Math.max(0, records.length - 1) });
        expect(expected.bytes).toBe(damaged.length);
        expect(expected.sha256).toBe(createHash('sha256').update(damaged).digest('hex'));
        for (const chunkBytes of [777, 50_000]) {
          expect(await readContent(name, damaged, { chunkBytes })).toEqual(expected);
        }
      }
      await expect(readContent(name, bytes.subarray(0, 12))).rejects.toMatchObject({
        code: 'unreadable-source',
      });
    },
  );

  test('a large gzip that is damaged in its second half gives nearly all of its first', async () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, i) => `{"prompt":"${Math.imul(i, 0x9e3779b1) >>> 0}"}\n`,
    );
    const bytes = gzipSync(lines.join(''));
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 50);
    const { records, notes } = await readContent('data.jsonl.gz', bytes);
    expect(records.length).toBeGreaterThan(20_000);
    expect(records[20_000]?.text).toBe(lines[20_000]?.trimEnd());
    expect(notes.map(({ problem }) => problem.rule)).toContain('structure/damaged-file');
  });
});
