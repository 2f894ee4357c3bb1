// Written and read again: the same records from every container, the same bytes every time, and told where not.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WrittenRecords } from '../../src/io/record-writer.ts';
import { createRecords, outputKindOf } from '../../src/io/write-records.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { readPath } from '../support/read-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-records-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(at(name), { recursive: true });
});

const stdout = new PassThrough();
const encoder = new TextEncoder();
const raw = (text: string): Uint8Array => encoder.encode(text);

interface Wish {
  readonly raw?: boolean;
  readonly force?: boolean;
}

async function write(
  name: string,
  records: readonly JsonValue[],
  { raw: asRaw = false, ...options }: Wish = {},
): Promise<WrittenRecords> {
  const writer = await createRecords(at(name), { stdout, ...options });
  for (const record of records) {
    await writer.write(asRaw ? raw(JSON.stringify(record)) : undefined, record);
  }
  return writer.commit();
}

const valuesOf = async (name: string): Promise<(JsonValue | undefined)[]> =>
  (await readPath(at(name))).records.map(({ value }) => value);

const LINES = ['a.jsonl', 'a.ndjson', 'a.json', 'a.jsonl.gz', 'a.json.gz', 'a.jsonl.zst', 'a.json.zst'];
const TABLES = ['a.csv', 'a.tsv', 'a.csv.gz', 'a.tsv.gz', 'a.csv.zst', 'a.tsv.zst'];

/** What is packed passes the same writer before. */
const runsFor = (name: string): number => (outputKindOf(name).compression === undefined ? 100 : 15);

/** Texts that break what is not careful. */
const HOSTILE = [
  '',
  ' ',
  ' both ends ',
  '"',
  '""',
  'a "quoted" word',
  'one,two;three\tfour',
  'two\nlines',
  'two\r\nlines\r',
  'nul \u0000 inside',
  '\u0001\u001b[31mred\u007f\u0085',
  '\u2028\u2029\ufeff',
  'half \ud800 and \udc00',
  '\ud83d\ude00 whole',
  '=1+1',
  '@SUM(A1)',
  '\\',
  '\\n',
  '{"a": 1}',
  '[1]',
  'null',
  'true',
  '1.0',
  'é\u0301Å',
  'x'.repeat(70_000),
];
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'a.b', 'a/b', 'a"b', 'a,b', 'list', 'é'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
    text,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map(Object.fromEntries),
  ),
})).value;
const record: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(key, json), { maxLength: 5 })
  .map((members) => Object.fromEntries(members) as JsonObject);

describe('JSON', () => {
  test.each(LINES)('%s gives back the same records, hostile ones too', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 6 }), fc.boolean(), async (records, asRaw) => {
        const { records: count, losses } = await write(name, records, { raw: asRaw });
        expect([count, losses]).toEqual([records.length, []]);
        // A file of 0 bytes is told to be empty, not read as no records.
        if (records.length === 0 && outputKindOf(name).container === 'jsonl') return;
        // As text, so that members named `constructor` and `__proto__` are compared as data.
        expect(JSON.stringify(await valuesOf(name))).toBe(JSON.stringify(records));
      }),
      { seed: 20_261_125, numRuns: runsFor(name) },
    );
  });

  test('bytes that are given stay: 1.0, large numbers, escapes, the order of keys, repeated keys', async () => {
    const line = '{"b":1.0,"10":12345678901234567890,"a":"\\u00e9\\/","b":-0.0,"2":1E2}';
    for (const name of ['a.jsonl', 'a.json']) {
      const writer = await createRecords(at(name), { stdout });
      await writer.write(raw(line), JSON.parse(line));
      await writer.write(raw('{\r\n  "text": "a  \\" b",\n\t"n": [ 1.0 ]\n}'), { text: 'a  " b', n: [1] });
      await writer.commit();
    }
    const second = '{"text":"a  \\" b","n":[1.0]}';
    expect(readFileSync(at('a.jsonl'), 'utf8')).toBe(`${line}\n${second}\n`);
    expect(readFileSync(at('a.json'), 'utf8')).toBe(`[\n${line},\n${second}\n]\n`);
  });

  test('what is broken keeps its line, and has no place in an array', async () => {
    for (const name of ['a.jsonl', 'a.json']) {
      const writer = await createRecords(at(name), { stdout });
      await writer.write(raw('{"a":1}'), { a: 1 });
      await writer.write(raw('{"a": 1'), undefined);
      const { losses, records } = await writer.commit();
      expect([records, losses]).toEqual(
        name === 'a.jsonl' ? [2, []] : [1, [{ kind: 'left-out', place: '', count: 1 }]],
      );
    }
    expect(readFileSync(at('a.jsonl'), 'utf8')).toBe('{"a":1}\n{"a": 1\n');
    expect(readFileSync(at('a.json'), 'utf8')).toBe('[\n{"a":1}\n]\n');
  });
});

const rowValue = (value: JsonValue | undefined): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'string'
      ? value.toWellFormed()
      : JSON.stringify(value);

describe('CSV and TSV', () => {
  /** Names that the reader gives back as they are: it trims them and numbers those that say nothing. */
  const names = ['prompt', 'a b', '__proto__', 'constructor', 'x,y;z\tw', 'the "name"', 'é'];
  const row = fc
    .array(fc.tuple(fc.constantFrom(...names), json), { minLength: 1, maxLength: 5 })
    .map((members) => Object.fromEntries(members) as JsonObject);

  test.each(TABLES)('%s gives back every cell as text', async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (records, asRaw) => {
          await write(name, records, { raw: asRaw });
          const columns = [...new Set(records.flatMap(Object.keys))];
          expect(await valuesOf(name)).toStrictEqual(
            records.map((given) =>
              Object.fromEntries(
                columns.map((column) => [
                  column,
                  rowValue(Object.hasOwn(given, column) ? given[column] : null),
                ]),
              ),
            ),
          );
        },
      ),
      { seed: 20_261_125, numRuns: runsFor(name) },
    );
  });

  test('the header has every field in the order of coming; formulas, numbers and nested values stay as they are', async () => {
    const writer = await createRecords(at('a.csv'), { stdout });
    const lines = [
      '{"prompt":"=1+1","n":1.0}',
      '{"prompt":"","n":null,"big":12345678901234567890}',
      '{"late":[ "a", 1.0 ],"prompt":"x, \\"y\\"\\nz"}',
      '{}',
    ];
    for (const line of lines) await writer.write(raw(line), JSON.parse(line));
    const { records, losses } = await writer.commit();
    expect(readFileSync(at('a.csv'), 'utf8')).toBe(
      'prompt,n,big,late\r\n=1+1,1.0,,\r\n"",,12345678901234567890,\r\n"x, ""y""\nz",,,"[ ""a"", 1.0 ]"\r\n',
    );
    expect(records).toBe(3);
    expect(losses).toEqual([
      { kind: 'left-out', place: '', count: 1 },
      { kind: 'null-as-empty', place: '/big', count: 2 },
      { kind: 'number-text', place: '/big', count: 1 },
      { kind: 'json-text', place: '/late', count: 1 },
      { kind: 'null-as-empty', place: '/late', count: 2 },
      { kind: 'null-as-empty', place: '/n', count: 2 },
      { kind: 'number-text', place: '/n', count: 1 },
    ]);
  });

  test('a row of one empty cell is no blank line', async () => {
    await write('a.tsv', [{ a: null }, { a: '' }, { a: 'x' }]);
    expect(readFileSync(at('a.tsv'), 'utf8')).toBe('a\r\n""\r\n""\r\nx\r\n');
  });

  test('more fields than a table can have are refused, and nothing is left', async () => {
    const wide = Object.fromEntries(Array.from({ length: 16_385 }, (_, i) => [`k${i}`, i]));
    for (const name of ['a.csv', 'a.parquet']) {
      const writer = await createRecords(at(name), { stdout });
      await expect(writer.write(undefined, wide)).rejects.toMatchObject({
        code: 'unsupported-container',
        hint: expect.stringContaining('.jsonl'),
      });
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** What a Parquet file can give back: no absent members, no half characters, text where kinds are mixed. */
describe('Parquet', () => {
  const chat = [
    {
      id: 1,
      score: 0.5,
      good: true,
      messages: [
        { role: 'user', content: 'hi' },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'a', function: { name: 'f', arguments: '{}' } }],
        },
      ],
      tags: ['x', null],
      note: null,
    },
    { id: 2, score: 1, good: false, messages: [], tags: [], note: null },
    { id: 3, score: 2, good: true, messages: [{ role: 'user', content: 'zwei' }], tags: null, note: null },
  ];

  test('nested columns come back as they were, absent members as null', async () => {
    const { losses, records } = await write('a.parquet', chat);
    expect(records).toBe(3);
    const [first, second, third] = structuredClone(chat) as JsonObject[];
    (first?.messages as JsonObject[])[0] = { role: 'user', content: 'hi', tool_calls: null };
    (third?.messages as JsonObject[])[0] = { role: 'user', content: 'zwei', tool_calls: null };
    expect(await valuesOf('a.parquet')).toStrictEqual([first, second, third]);
    expect(losses).toEqual([{ kind: 'absent-as-null', place: '/messages/[]/tool_calls', count: 2 }]);
  });

  test('what no column can hold becomes JSON text, and is told', async () => {
    const { losses } = await write('a.parquet', [
      {
        content: 'text',
        arguments: { city: 'Rome' },
        empty: {},
        proto: JSON.parse('{"__proto__":1}'),
        big: 2 ** 60,
      },
      { content: [{ type: 'text' }], arguments: { query: 'x' }, empty: {}, proto: null, big: 1.5 },
    ]);
    expect(await valuesOf('a.parquet')).toStrictEqual([
      { content: 'text', arguments: '{"city":"Rome"}', empty: '{}', proto: '{"__proto__":1}', big: 2 ** 60 },
      { content: '[{"type":"text"}]', arguments: '{"query":"x"}', empty: '{}', proto: null, big: 1.5 },
    ]);
    expect(losses).toEqual([
      { kind: 'json-text', place: '/arguments', count: 2 },
      { kind: 'inexact-number', place: '/big', count: 1 },
      { kind: 'json-text', place: '/content', count: 1 },
      { kind: 'json-text', place: '/empty', count: 2 },
      { kind: 'json-text', place: '/proto', count: 1 },
    ]);
  });

  test('deep, wide and hostile trees become text before they become too many columns', async () => {
    let deep: JsonValue = 'end';
    for (let i = 0; i < 400; i += 1) deep = i % 2 === 0 ? [deep] : { k: deep };
    const wide = Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`k${i}`, i]));
    await write('a.parquet', [{ deep, wide }]);
    const [read] = (await valuesOf('a.parquet')) as JsonObject[];
    expect(read?.wide).toBe(JSON.stringify(wide));
    expect(JSON.stringify(read?.deep)).toContain('end');
  });

  test('any records: what comes back is what went in, but for what is told', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          record.filter((given) => Object.keys(given).length > 0),
          { minLength: 1, maxLength: 6 },
        ),
        async (records) => {
          const { losses } = await write('a.parquet', records);
          const columns = [...new Set(records.flatMap(Object.keys))];
          const read = await valuesOf('a.parquet');
          const told = losses.map(({ place }) => place);
          read.forEach((value, i) => {
            const given = records[i] as JsonObject;
            expect(Object.keys(value as JsonObject)).toEqual(
              Object.keys(Object.fromEntries(columns.map((column) => [column, 0]))),
            );
            compare(value as JsonValue, given, '', told);
          });
        },
      ),
      { seed: 20_261_125, numRuns: 150 },
    );
  });

  /** Equal, or told with a place at or above this one. */
  function compare(
    read: JsonValue,
    given: JsonValue | undefined,
    place: string,
    told: readonly string[],
  ): void {
    if (told.includes(place)) return;
    if (Array.isArray(given)) {
      expect(read).toHaveLength(given.length);
      for (const [i, item] of given.entries())
        compare((read as JsonValue[])[i] as JsonValue, item, `${place}/[]`, told);
    } else if (typeof given === 'object' && given !== null) {
      for (const name of Object.keys(read as JsonObject)) {
        const inner = Object.hasOwn(given, name) ? given[name] : undefined;
        const step = name.replaceAll('~', '~0').replaceAll('/', '~1');
        compare((read as JsonObject)[name] as JsonValue, inner, `${place}/${step}`, told);
      }
    } else expect(read).toStrictEqual(given);
  }

  test('a set that is larger than the spool keeps its order over row groups', async () => {
    const writer = await createRecords(at('a.parquet'), { stdout });
    const filler = 'filler '.repeat(1_000);
    for (let i = 0; i < 6_000; i += 1) await writer.write(undefined, { i, filler });
    expect(readdirSync(folder).filter((name) => name.endsWith('.spool'))).toHaveLength(1);
    expect((await writer.commit()).records).toBe(6_000);
    expect(readdirSync(folder)).toEqual(['a.parquet']);
    const read = await valuesOf('a.parquet');
    expect(read.map((value) => (value as JsonObject).i)).toEqual(Array.from({ length: 6_000 }, (_, i) => i));
    expect(new Set(read.map((value) => (value as JsonObject).filler))).toEqual(new Set([filler]));
  });
});

describe('files', () => {
  const RECORDS = Array.from({ length: 3_000 }, (_, i) => ({ i, text: `line ${i} `.repeat(i % 300) }));

  test.each([...LINES, ...TABLES, 'a.parquet'])('%s has the same bytes every time', async (name) => {
    const first = await write(name, RECORDS, { raw: true });
    const bytes = readFileSync(at(name));
    expect(first.bytes).toBe(bytes.length);
    const { sha256 } = await readPath(at(name));
    expect(first.sha256).toBe(sha256);
    expect(await write(name, RECORDS)).toEqual(first);
    expect(readFileSync(at(name)).equals(bytes)).toBe(true);
  });

  test('gzip has no time, no name and one system, and any gunzip reads it', async () => {
    await write('a.jsonl.gz', RECORDS);
    const packed = readFileSync(at('a.jsonl.gz'));
    expect([...packed.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
    expect(gunzipSync(packed).toString()).toBe(RECORDS.map((given) => `${JSON.stringify(given)}\n`).join(''));
  });

  test('what cannot be packed comes back all the same', async () => {
    let state = 1;
    const noise = Array.from({ length: 3 }, () =>
      Array.from({ length: 400_000 }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
        return String.fromCharCode(0x4e00 + ((state >> 8) % 20_000));
      }).join(''),
    ).map((given) => ({ text: given }));
    for (const name of ['a.jsonl.gz', 'a.jsonl.zst']) {
      await write(name, noise);
      expect(await valuesOf(name)).toEqual(noise);
    }
  });

  test.each([...LINES, ...TABLES, 'a.parquet'])('%s: what is discarded leaves nothing', async (name) => {
    writeFileSync(at(name), 'old');
    const writer = await createRecords(at(name), { stdout });
    for (const given of RECORDS) await writer.write(undefined, given);
    await writer.discard();
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(at(name), 'utf8')).toBe('old');
  });

  test('a file that stands there is refused unless it may go', async () => {
    writeFileSync(at('a.jsonl'), 'old');
    await expect(write('a.jsonl', [{ a: 1 }], { force: false })).rejects.toMatchObject({
      code: 'output-exists',
      hint: expect.stringContaining('--force'),
    });
    expect(readFileSync(at('a.jsonl'), 'utf8')).toBe('old');
    await write('a.jsonl', [{ a: 1 }], { force: true });
    expect(readFileSync(at('a.jsonl'), 'utf8')).toBe('{"a":1}\n');
  });

  test.each([...LINES, ...TABLES, 'a.parquet'])(
    '%s: a full disk is one clear error and leaves nothing',
    async (name) => {
      writeFileSync(at(name), 'old');
      const some = await open(at(name));
      const handles = Object.getPrototypeOf(some) as { writeFile: () => Promise<void> };
      await some.close();
      const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      const door = vi.spyOn(handles, 'writeFile').mockRejectedValue(full);
      try {
        const fault = await write(name, RECORDS).catch((cause) => cause);
        expect(fault).toMatchObject({
          name: 'UserError',
          code: 'unwritable-output',
          message: expect.stringContaining(at(name)),
          hint: 'the disk is full',
        });
        expect(door).toHaveBeenCalled();
      } finally {
        door.mockRestore();
      }
      expect(readdirSync(folder)).toEqual([name]);
      expect(readFileSync(at(name), 'utf8')).toBe('old');
    },
  );

  test('endings', () => {
    expect(outputKindOf('-')).toEqual({ container: 'jsonl', compression: undefined });
    expect(outputKindOf('/dev/stdout')).toEqual({ container: 'jsonl', compression: undefined });
    expect(outputKindOf('x/DATA.JSONL.GZ')).toEqual({ container: 'jsonl', compression: 'gzip' });
    expect(outputKindOf('a.b.tsv.zst')).toEqual({ container: 'tsv', compression: 'zstd' });
    for (const path of [
      'data',
      'data.txt',
      'a.jsonl/data',
      'a.gz',
      'a.constructor',
      'a.parquet.gz',
      'a.xlsx',
    ]) {
      expect(() => outputKindOf(path), path).toThrow(
        expect.objectContaining({ code: 'unsupported-container', hint: expect.any(String) }),
      );
    }
  });
});

describe('standard output', () => {
  test('takes JSON lines and stays open', async () => {
    const heard: Buffer[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        heard.push(chunk);
        setImmediate(done);
      },
    });
    const writer = await createRecords('-', { stdout: stream });
    const long = { text: 'x'.repeat(300_000) };
    for (let i = 0; i < 4; i += 1) await writer.write(undefined, { ...long, i });
    await writer.commit();
    expect(Buffer.concat(heard).toString()).toBe(
      [0, 1, 2, 3].map((i) => `${JSON.stringify({ ...long, i })}\n`).join(''),
    );
    expect(stream.writable).toBe(true);
  });

  test('a reader that has gone away is no error, a full disk is', async () => {
    for (const [code, ok] of [
      ['EPIPE', true],
      ['ENOSPC', false],
    ] as const) {
      const stream = new Writable({
        write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
      });
      stream.on('error', () => {});
      const writer = await createRecords('-', { stdout: stream });
      await writer.write(undefined, { a: 1 });
      const end = writer.commit();
      if (ok) await end;
      else await expect(end).rejects.toMatchObject({ code: 'unwritable-output' });
    }
  });
});
