// Input that means harm, or was made by a broken program: no crash, no hang, bounded memory, and always a place.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/error.ts';
import { type ReadResult, readChunks } from '../support/read-records.ts';

const seed = 13_013;
const encoder = new TextEncoder();

function* chunksOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads, and holds the result to what every reading must keep. undefined: refused as a whole, with words. */
async function read(name: string, bytes: Uint8Array, size = 1 << 20): Promise<ReadResult | undefined> {
  let result: ReadResult;
  try {
    result = await readChunks(name, chunksOf(bytes, size), { maxLineBytes: 1 << 20 });
  } catch (cause) {
    expect(cause).toBeInstanceOf(UserError);
    return undefined;
  }
  // Plain comparisons: some of the inputs make hundreds of thousands of records.
  const furthest = result.container.includes('+') ? Number.POSITIVE_INFINITY : 2 * bytes.length;
  const wrong = result.records.filter(({ at, value, problems }, i) => {
    const { index, line = 1, offset = 0 } = at;
    return (
      index !== i ||
      line < 1 ||
      offset < 0 ||
      offset > furthest ||
      (value === undefined && problems.length === 0) ||
      problems.some(({ data }) => Number(data?.column ?? 1) < 1)
    );
  });
  expect(wrong).toEqual([]);
  expect(result.notes.filter(({ at }) => at.index > result.records.length)).toEqual([]);
  return result;
}

const NAMES = ['data.jsonl', 'data.json', 'data.csv', 'data.tsv', 'data'] as const;

describe('random bytes', () => {
  const pieces = fc.constantFrom(
    ...[
      '{"a":1}',
      '[{"a":1},',
      '{"data":[',
      ']}',
      '"',
      '\\',
      ',',
      '\n',
      '\r\n',
      '\t',
      'a,b\n',
      '\ufeff',
      '{',
      '[',
      ':',
      '1',
    ],
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc.array(pieces, { maxLength: 25 }).map((list) => encoder.encode(list.join(''))),
    fc
      .tuple(
        fc.constantFrom([0x1f, 0x8b], [0x28, 0xb5, 0x2f, 0xfd], [0xff, 0xfe], [0xfe, 0xff]),
        fc.uint8Array({ maxLength: 60 }),
      )
      .map(([magic, rest]) => Uint8Array.of(...magic, ...rest)),
  );

  test.each(NAMES)('as %s, in any chunks alike', async (name) => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 20 }), async (input, size) => {
        const whole = await read(name, input);
        const parts = await read(name, input, size);
        expect(parts?.records).toEqual(whole?.records);
        expect(parts?.notes).toEqual(whole?.notes);
      }),
      { seed, numRuns: 1500 },
    );
  });
});

describe('samples with faults', () => {
  const lines = readFileSync(new URL('../../samples/openai-chat/clean.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(0, 6);
  const values = lines.map((line) => JSON.parse(line) as unknown);
  const table = lines.map((line, i) => `${i},"${line.replaceAll('"', '""')}"`);
  const files: readonly (readonly [string, string])[] = [
    ['data.jsonl', `${lines.join('\n')}\n`],
    ['data.json', JSON.stringify(values)],
    ['data.json', JSON.stringify(values, null, 2)],
    ['data.json', JSON.stringify({ version: 1, train: values, test: values }, null, 1)],
    ['data.csv', `n,text\n${table.join('\n')}\n`],
  ];
  const byte = fc.oneof(
    fc.constantFrom(...[...'"\\{}[],:\n\r\t '].map((letter) => letter.charCodeAt(0))),
    fc.integer({ min: 0, max: 255 }),
  );
  const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 1, 5), fc.array(byte, { maxLength: 2 })), {
    minLength: 1,
    maxLength: 3,
  });

  test.each(files)('%s', async (name, text) => {
    const sound = encoder.encode(text);
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const bytes = [...sound];
        for (const [at, removed, added] of list) bytes.splice(at % (bytes.length + 1), removed, ...added);
        const input = Uint8Array.from(bytes);
        const result = await read(name, input);
        const parts = await read(name, input, 333);
        expect(parts).toEqual(result);
      }),
      { seed, numRuns: 400 },
    );
  });

  test.each(files.slice(0, 3))('%s: one fault costs at most the records it touches', async (name, text) => {
    const sound = encoder.encode(text);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 33, max: 126 }), async (where, letter) => {
        const bytes = Uint8Array.from(sound);
        // Inside the third record, whatever stands there.
        const third = Buffer.from(sound).indexOf(
          '"messages"',
          Buffer.from(sound).indexOf('"messages"', 20) + 20,
        );
        bytes[third + 2 + (where % 60)] = letter;
        const result = await read(name, bytes);
        const whole = result?.records
          .filter(({ value }) => value !== undefined)
          .map(({ value }) => JSON.stringify(value));
        const kept = values.filter((value) => whole?.includes(JSON.stringify(value)));
        expect(kept.length).toBeGreaterThanOrEqual(values.length - 2);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('what is large', () => {
  test.each([
    ['a line of one string', 'data.jsonl', `{"a":"${'x'.repeat(1 << 20)}"}\n{"a":1}\n`],
    ['brackets without end', 'data.jsonl', `${'['.repeat(100_000)}\n{"a":1}\n`],
    ['objects in objects', 'data.jsonl', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}\n{"a":1}\n`],
    ['an array of brackets without end', 'data.json', `[${'['.repeat(100_000)}`],
    ['a deep element', 'data.json', `[${'['.repeat(100_000)}${']'.repeat(100_000)},{"a":1}]`],
    [
      'objects in an object',
      'data.json',
      `{"data":[{"a":1}],"deep":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    ],
    ['quotes', 'data.csv', `a,b\n${'"'.repeat(1_000_001)}\n1,2\n`],
    ['open quotes', 'data.csv', `a,b\n${'1,"x\n'.repeat(200_000)}`],
    ['a row of separators', 'data.csv', `a,b\n${','.repeat(1_000_000)}\n1,2\n`],
    ['repeated keys', 'data.jsonl', `{${'"a":1,'.repeat(100_000)}"a":1}\n`],
    ['blank lines', 'data.jsonl', `${'\n'.repeat(2_000_000)}{"a":1}\n`],
    ['commas between elements', 'data.json', `[${','.repeat(200_000)}{"a":1}]`],
    ['brackets that close', 'data.jsonl', `${']'.repeat(500_000)}\n{"a":1}\n`],
    ['a pretty object without end', 'data.jsonl', `{\n${'"a": [\n'.repeat(100_000)}`],
    ['escapes', 'data.jsonl', `{"a":"${'\\u0000'.repeat(150_000)}"}\n`],
    ['lone surrogates', 'data.jsonl', `{"a":"${'\\ud800'.repeat(150_000)}"}\n`],
  ])('%s', async (_, name, text) => {
    const result = await read(name, encoder.encode(text));
    expect(result).toBeDefined();
    const last = result?.records.at(-1);
    if (text.includes('{"a":1}') && name !== 'data.csv') expect(last?.value ?? { a: 1 }).toEqual({ a: 1 });
  });

  test('a key named __proto__ and its kin are data', async () => {
    const text = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}\n';
    const result = await read('data.jsonl', encoder.encode(text));
    expect(JSON.stringify(result?.records[0]?.value)).toBe(text.trim());
    const table = await read('data.csv', encoder.encode('__proto__,toString\n1,2\n'));
    expect(JSON.stringify(table?.records[0]?.value)).toBe('{"__proto__":"1","toString":"2"}');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  const MEGABYTE = new Uint8Array(1 << 20).fill(0x78);
  function* longLine(before: string, megabytes: number, after: string): Generator<Uint8Array> {
    yield encoder.encode(before);
    for (let i = 0; i < megabytes; i += 1) yield MEGABYTE;
    yield encoder.encode(after);
  }

  /** 200 MB of one record among sound ones; what is held meanwhile is bounded by the limit. */
  test.each([
    ['a line', 'data.jsonl', '{"a":1}\n{"a":"', '"}\n{"a":2}\n'],
    ['an element', 'data.json', '[{"a":1},{"a":"', '"},{"a":2}]'],
    ['a cell', 'data.csv', 'a,b\n1,2\n"', '",2\n3,4\n'],
    ['an item in an object', 'data.json', '{"data":[{"a":1},{"a":"', '"},{"a":2}]}'],
  ])('%s of 200 MB', async (_, name, before, after) => {
    const limit = 16 << 20;
    const start = process.memoryUsage();
    let most = 0;
    function* watched(): Generator<Uint8Array> {
      for (const chunk of longLine(before, 200, after)) {
        const { arrayBuffers, heapUsed } = process.memoryUsage();
        most = Math.max(most, arrayBuffers - start.arrayBuffers + (heapUsed - start.heapUsed));
        yield chunk;
      }
    }
    const result = await readChunks(name, watched(), { maxLineBytes: limit });
    expect(result.records).toHaveLength(3);
    expect(result.records.map(({ value }) => value === undefined)).toEqual([false, true, false]);
    expect(result.records[1]?.problems.map(({ rule }) => rule)).toEqual(['structure/line-too-long']);
    expect(most).toBeLessThan(8 * limit);
  });

  /** A zstd frame of blocks that each say "128 KiB of the letter x" in four bytes. */
  function zstdRuns(blocks: number, windowByte: number): Uint8Array {
    const block = (isLast: boolean) => {
      const header = ((128 << 10) << 3) | (1 << 1) | (isLast ? 1 : 0);
      return [header & 255, (header >> 8) & 255, header >> 16, 0x78];
    };
    const body = Array.from({ length: blocks }, (_, i) => block(i === blocks - 1)).flat();
    return Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, windowByte, ...body);
  }

  test('500 MB in sixteen packed kilobytes of zstd', async () => {
    const start = process.memoryUsage().arrayBuffers;
    let most = 0;
    function* watched(): Generator<Uint8Array> {
      yield zstdRuns(4000, 7 << 3);
      most = process.memoryUsage().arrayBuffers - start;
    }
    const result = await readChunks('data.jsonl.zst', watched(), { maxLineBytes: 1 << 20 });
    expect(result.records[0]?.problems.map(({ rule }) => rule)).toEqual(['structure/line-too-long']);
    expect(most).toBeLessThan(200 << 20);
  });

  test('a zstd window beyond reason is refused', async () => {
    for (const windowByte of [18 << 3, 31 << 3, 255]) {
      await expect(readChunks('data.jsonl.zst', [zstdRuns(20, windowByte)])).rejects.toMatchObject({
        code: 'unreadable-source',
      });
    }
  });

  test('256 MB of zeros in a few packed kilobytes', async () => {
    // gzip members may follow one another, so a small member repeated is a large stream.
    const member = gzipSync(new Uint8Array(16 << 20));
    const packed = Buffer.concat(Array.from({ length: 16 }, () => member));
    const text = gzipSync('{"a":1}\n');
    const result = await readChunks('data.jsonl.gz', chunksOf(Buffer.concat([text, packed]), 1 << 16), {
      maxLineBytes: 1 << 20,
    });
    expect(result.records).toHaveLength(2);
    expect(result.records[1]?.problems.map(({ rule }) => rule)).toEqual(['structure/line-too-long']);
  });
});
