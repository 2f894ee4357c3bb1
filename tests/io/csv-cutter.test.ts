// CsvCutter: the same rows for any chunks, hostile quotes in linear time, and nothing lost on the way.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvCutter, MOST_CELLS, type Row, type TableFault } from '../../src/io/csv-cutter.ts';

const seed = 81_530;
const encoder = new TextEncoder();

interface Told {
  readonly what: 'row' | 'too long' | TableFault;
  readonly line: number;
  readonly offset: number;
  readonly cells?: readonly string[];
}

function cut(bytes: Uint8Array, sizes: readonly number[] = [1 << 24], limit = 1 << 20): Told[] {
  const told: Told[] = [];
  const cutter = new CsvCutter(0x2c, limit);
  const sink = {
    row({ bytes: row, starts, ends, doubled, line, offset }: Row) {
      const cells = starts.map((start, i) => {
        const text = Buffer.from(row.subarray(start, ends[i])).toString('latin1');
        return doubled[i] ? text.replaceAll('""', '"') : text;
      });
      told.push({ what: 'row', line, offset, cells });
    },
    tooLong: (line: number, offset: number) => told.push({ what: 'too long', line, offset }),
    fault: (what: TableFault, line: number, offset: number) => told.push({ what, line, offset }),
  };
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1);
    const chunk = Uint8Array.from(bytes.subarray(at, at + size));
    cutter.push(chunk, sink);
    chunk.fill(0x22);
    at += size;
  }
  cutter.end(sink);
  return told;
}

const rows = (text: string, limit?: number): unknown[] =>
  cut(encoder.encode(text), [1 << 24], limit).map(({ what, line, cells }) => [what, line, ...(cells ?? [])]);

describe('rows', () => {
  test.each([
    ['', []],
    ['a', [['row', 1, 'a']]],
    ['a,b\n', [['row', 1, 'a', 'b']]],
    [
      'a,\n,b',
      [
        ['row', 1, 'a', ''],
        ['row', 2, '', 'b'],
      ],
    ],
    [
      'a\r\nb\r\n',
      [
        ['row', 1, 'a'],
        ['row', 2, 'b'],
      ],
    ],
    ['\n\r\na\n', [['row', 3, 'a']]],
    ['"a,b",""\n', [['row', 1, 'a,b', '']]],
    [
      '"a\nb"\nc',
      [
        ['row', 1, 'a\nb'],
        ['row', 3, 'c'],
      ],
    ],
    [
      '"a\r\nb"\r\nc',
      [
        ['row', 1, 'a\r\nb'],
        ['row', 3, 'c'],
      ],
    ],
    ['"a""b"', [['row', 1, 'a"b']]],
    ['""""', [['row', 1, '"']]],
    ['""\n', [['row', 1, '']]],
    ['a"b,c"', [['row', 1, 'a"b', 'c"']]],
    ['a, "b"', [['row', 1, 'a', ' "b"']]],
    ['a\rb', [['row', 1, 'a\rb']]],
    ['"a"\r', [['row', 1, 'a']]],
  ])('%j', (text, expected) => expect(rows(text)).toEqual(expected));
});

describe('quotes that were not meant so', () => {
  test.each([
    [
      'text behind it',
      '"Hi" he said,b\nc,d',
      [
        ['text-after', 1],
        ['row', 1, '"Hi" he said', 'b'],
        ['row', 2, 'c', 'd'],
      ],
    ],
    [
      'text behind it, lines below',
      '1,"open\n2,b\n3,"c"\n4,d',
      [
        ['text-after', 1],
        ['row', 1, '1', '"open'],
        ['row', 2, '2', 'b'],
        ['row', 3, '3', 'c'],
        ['row', 4, '4', 'd'],
      ],
    ],
    [
      'never closed',
      '1,a\n2,"open\n3,c\n4,d\n',
      [
        ['row', 1, '1', 'a'],
        ['unclosed', 2],
        ['row', 2, '2', '"open'],
        ['row', 3, '3', 'c'],
        ['row', 4, '4', 'd'],
      ],
    ],
    [
      'behind a cell over two lines',
      '"a\nb","open\nc,d',
      [
        ['unclosed', 2],
        ['row', 1, 'a\nb', '"open'],
        ['row', 3, 'c', 'd'],
      ],
    ],
  ])('%s', (_, text, expected) => expect(rows(text)).toEqual(expected));

  test('one that outgrows the limit costs its line', () => {
    const filler = Array.from({ length: 30 }, (_, i) => `${i},x`).join('\n');
    const told = rows(`a,"open\n${filler}`, 60);
    expect(told.slice(0, 3)).toEqual([
      ['unclosed', 1],
      ['row', 1, 'a', '"open'],
      ['row', 2, '0', 'x'],
    ]);
    expect(told).toHaveLength(32);
  });

  test('a row of more cells than any table has is let go', () => {
    expect(rows(`a\n${','.repeat(MOST_CELLS + 5)}\nb`)).toEqual([
      ['row', 1, 'a'],
      ['too-many-cells', 2],
      ['too long', 2],
      ['row', 3, 'b'],
    ]);
  });

  test('a line over the limit is let go, and the rest goes on', () => {
    expect(rows(`a,b\n1,${'x'.repeat(200)}\n2,${'"'.repeat(201)}\n"${'y'.repeat(200)}",z\nc,d`, 100)).toEqual(
      [
        ['row', 1, 'a', 'b'],
        ['too long', 2],
        ['too long', 3],
        ['too long', 4],
        ['row', 5, 'c', 'd'],
      ],
    );
  });
});

describe('any bytes', () => {
  const token = fc.constantFrom(
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    '\r',
    'a',
    'x'.repeat(9),
    '",',
    ',"',
    '"\n',
    '\n"',
  );
  const input = fc.oneof(
    fc.array(token, { maxLength: 40 }).map((tokens) => encoder.encode(tokens.join(''))),
    fc.uint8Array({ maxLength: 60 }),
  );
  const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });

  test('any chunks and any limit give the same rows', () => {
    fc.assert(
      fc.property(input, sizes, fc.integer({ min: 3, max: 80 }), (bytes, chunks, limit) => {
        expect(cut(bytes, chunks, limit)).toEqual(cut(bytes, [1 << 24], limit));
      }),
      { seed, numRuns: 5000 },
    );
  });

  test('each row says where it stands, in order, and nothing but marks is lost', () => {
    fc.assert(
      fc.property(input, (bytes) => {
        const told = cut(bytes);
        let last = -1;
        for (const { what, line, offset } of told) {
          if (what !== 'row') continue;
          expect(offset).toBeGreaterThan(last);
          expect(line).toBe(1 + bytes.subarray(0, offset).filter((byte) => byte === 10).length);
          last = offset;
        }
        const letters = (text: string): string => text.replace(/["\n\r,]/g, '');
        expect(letters(told.flatMap(({ cells }) => cells ?? []).join(''))).toBe(
          letters(Buffer.from(bytes).toString('latin1')),
        );
      }),
      { seed, numRuns: 3000 },
    );
  });

  test.each([
    ['open quotes on every line', 'a,"b\n'],
    ['threes', '"""\n'],
    ['fours', 'x,"""",""\n'],
    ['quotes only', '"'],
    ['separators and quotes', ',"'],
    ['text behind quotes', '"a"b\n'],
  ])('%s, two million of them, end soon', (_, piece) => {
    const bytes = encoder.encode(piece.repeat(400_000));
    let count = 0;
    const sink = { row: () => void count++, tooLong: () => void count++, fault: () => {} };
    const cutter = new CsvCutter(0x2c, 1 << 16);
    for (let at = 0; at < bytes.length; at += 1 << 16) cutter.push(bytes.subarray(at, at + (1 << 16)), sink);
    cutter.end(sink);
    expect(count).toBeGreaterThan(0);
  });
});
