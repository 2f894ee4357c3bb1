// Parquet files written by Apache Arrow (pyarrow): nested columns under every compression, every kind of value, damage.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/model/error.ts';
import { readContent, readPath } from '../support/read-records.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

describe('Parquet', () => {
  test.each(['none', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4'])(
    'nested columns, packed with %s',
    async (kind) => {
      const result = await readPath(fixture(`nested-${kind}.parquet`));
      expect(result.container).toBe('parquet');
      expect(result.notes).toEqual([]);
      // Three row groups, each of several pages.
      expect(result.records.map(({ value }) => value)).toEqual(
        JSON.parse(readFileSync(fixture('nested.json'), 'utf8')),
      );
      // Rows have a number, and neither a line nor an offset.
      expect(result.records.map(({ at }) => at)).toEqual(
        result.records.map((_, index) => ({ source: 0, index })),
      );
    },
  );

  test('every kind of value as JSON has it, whole numbers exact', async () => {
    const { records } = await readPath(fixture('kinds.parquet'));
    expect(records[0]?.text).toContain('"__proto__":"data"');
    expect(records[0]?.value).toMatchObject({
      big: '4611686018427387904',
      small: 7,
      neg: '-9223372036854775808',
      unsigned: '18446744073709551615',
      real: 1.5,
      nan: null,
      inf: null,
      yes: true,
      day: '2026-11-24T00:00:00.000Z',
      moment: '2026-11-24T01:02:03.456Z',
      cents: 12.34,
      bytes: Buffer.from([0, 255, 16]).toString('base64'),
      enum: 'red',
      map: { a: 1, b: 2 },
      none: null,
      text: 'a"\\\n\u2028',
    });
    expect(records[1]?.value).toMatchObject({ big: null, neg: 1, unsigned: 1, map: {}, bytes: '', text: '' });
  });

  test('columns can be given other names', async () => {
    const { records } = await readPath(fixture('nested-snappy.parquet'), { columns: { id: 'number' } });
    expect(records[1]?.value).toMatchObject({ number: 1 });
  });

  test('no rows are no records', async () => {
    expect((await readPath(fixture('empty.parquet'))).records).toEqual([]);
  });

  test('packed once more is refused with a hint', async () => {
    const packed = gzipSync(readFileSync(fixture('empty.parquet')));
    await expect(readContent('data.parquet.gz', packed)).rejects.toMatchObject({
      code: 'unsupported-container',
    });
  });

  test('known by its bytes, whatever its name', async () => {
    const result = await readContent('data.jsonl', readFileSync(fixture('nested-snappy.parquet')));
    expect([result.container, result.records.length]).toEqual(['parquet', 60]);
  });

  test('damage anywhere is told, or changes values, and never crashes or hangs', async () => {
    const whole = readFileSync(fixture('nested-snappy.parquet'));
    const change = fc.tuple(fc.nat({ max: whole.length - 5 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (changes, atEnd) => {
          const bytes = Uint8Array.from(whole);
          // The footer, at the end, says where everything is: faults there are the dangerous ones.
          for (const [at, byte] of changes) bytes[4 + (atEnd ? bytes.length - 9 - (at % 1500) : at)] = byte;
          try {
            await readContent('data.parquet', bytes);
          } catch (cause) {
            expect(cause).toBeInstanceOf(UserError);
          }
        },
      ),
      { seed: 5_150, numRuns: 150 },
    );
  });

  test('damage in the last group of rows: the groups before it are read, and the damage is told', async () => {
    const bytes = Uint8Array.from(readFileSync(fixture('nested-gzip.parquet')));
    bytes.fill(0, 2560, 3500);
    const { records, notes } = await readContent('data.parquet', bytes);
    const whole = await readPath(fixture('nested-gzip.parquet'));
    expect(records).toEqual(whole.records.slice(0, 50));
    expect(notes).toMatchObject([
      { at: { source: 0, index: 49 }, problem: { rule: 'structure/damaged-file', data: { after: 50 } } },
    ]);
  });

  test.each([4, 12, 100, 3000])('cut off after %i bytes is told', async (length) => {
    const bytes = readFileSync(fixture('nested-snappy.parquet')).subarray(0, length);
    await expect(readContent('data.parquet', bytes)).rejects.toMatchObject({ code: 'unreadable-source' });
  });
});
