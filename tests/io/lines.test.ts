// LineCutter: any cutting of the bytes gives the same records, with the right numbers, offsets and problems.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Batch, placeOf, RecordFlag } from '../../src/io/batch.ts';
import { LineCutter } from '../../src/io/lines.ts';

const seed = 52_201;
const encoder = new TextEncoder();

interface Seen {
  readonly text: string;
  readonly index: number;
  readonly line: number;
  readonly offset: number;
  readonly flag: number;
}

function cut(
  bytes: Uint8Array,
  sizes: readonly number[],
  maxLineBytes = 1 << 20,
): { seen: Seen[]; notes: unknown[] } {
  const cutter = new LineCutter(0, maxLineBytes);
  const seen: Seen[] = [];
  const notes: unknown[] = [];
  const take = (batches: readonly Batch[]) => {
    for (const batch of batches) {
      notes.push(...batch.notes);
      for (let i = 0; i < batch.starts.length; i += 1) {
        const { index, line = -1, offset = -1 } = placeOf(batch, i);
        const text = new TextDecoder().decode(batch.bytes.subarray(batch.starts[i], batch.ends[i]));
        seen.push({ text, index, line, offset, flag: batch.flags[i] as number });
      }
    }
  };
  let at = 0;
  for (let i = 0; at < bytes.length; i += 1) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1);
    // A chunk's memory is used again for the next, as a file reader does.
    const chunk = bytes.slice(at, at + size);
    take(cutter.push(chunk));
    chunk.fill(0x58);
    at += size;
  }
  take(cutter.end());
  return { seen, notes };
}

const whole = (text: string, maxLineBytes?: number) => cut(encoder.encode(text), [1 << 24], maxLineBytes);

describe('LineCutter', () => {
  test.each([
    [
      'a final line feed',
      '{"a":1}\n{"b":2}\n',
      [
        ['{"a":1}', 1, 0],
        ['{"b":2}', 2, 8],
      ],
    ],
    [
      'no final line feed',
      '{"a":1}\n{"b":2}',
      [
        ['{"a":1}', 1, 0],
        ['{"b":2}', 2, 8],
      ],
    ],
    [
      'carriage returns',
      '{"a":1}\r\n{"b":2}\r\n',
      [
        ['{"a":1}', 1, 0],
        ['{"b":2}', 2, 9],
      ],
    ],
    [
      'blank lines',
      '\n{"a":1}\n \n\t\n{"b":2}\n\n',
      [
        ['{"a":1}', 2, 1],
        ['{"b":2}', 5, 13],
      ],
    ],
    [
      'letters of several bytes',
      '"é"\n"日本"\n"🙂"',
      [
        ['"é"', 1, 0],
        ['"日本"', 2, 5],
        ['"🙂"', 3, 14],
      ],
    ],
    ['one line', 'x', [['x', 1, 0]]],
    ['nothing', '', []],
    ['only line feeds', '\n\n\n', []],
  ])('%s', (_, text, expected) => {
    expect(whole(text).seen.map(({ text: line, line: n, offset }) => [line, n, offset])).toEqual(expected);
  });

  test('blank lines are told once, with the first of them', () => {
    expect(whole('{}\n\n{}\n  \n').notes).toEqual([
      {
        at: { source: 0, index: 2, line: 2 },
        problem: { rule: 'structure/blank-line', message: 'blank', pointer: '', data: { count: 2, line: 2 } },
      },
    ]);
  });

  test('a value over several lines is one record at its first line', () => {
    const text = '{"a":1}\n{\n  "b": [\n    1,\n    2\n  ]\n}\n{"c":3}\n';
    expect(whole(text).seen).toEqual([
      { text: '{"a":1}', index: 0, line: 1, offset: 0, flag: RecordFlag.plain },
      {
        text: '{\n  "b": [\n    1,\n    2\n  ]\n}',
        index: 1,
        line: 2,
        offset: 8,
        flag: RecordFlag.manyLines,
      },
      { text: '{"c":3}', index: 2, line: 8, offset: 38, flag: RecordFlag.plain },
    ]);
  });

  test('an open value ends where a line begins with a brace in the first column', () => {
    const { seen } = whole('{"a": [\n1,\n{"b":2}\n{"c":3}\n');
    expect(seen.map(({ text, line }) => [text, line])).toEqual([
      ['{"a": [\n1,', 1],
      ['{"b":2}', 3],
      ['{"c":3}', 4],
    ]);
  });

  test('a line over the limit is a record without bytes, and the rest goes on', () => {
    const text = `{"a":1}\n${'x'.repeat(200)}\n{"b":2}\n`;
    expect(whole(text, 100).seen).toEqual([
      { text: '{"a":1}', index: 0, line: 1, offset: 0, flag: RecordFlag.plain },
      { text: '', index: 1, line: 2, offset: 8, flag: RecordFlag.tooLong },
      { text: '{"b":2}', index: 2, line: 3, offset: 209, flag: RecordFlag.plain },
    ]);
  });

  const line = fc.oneof(
    fc.json({ maxDepth: 3 }),
    fc.json({ maxDepth: 3 }).map((text) => JSON.stringify(JSON.parse(text), null, 2)),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('', ' ', '\t', '{', '}', '[', '{"a":', '"\\', '}{', 'x'.repeat(120)),
  );
  const ending = fc.constantFrom('\n', '\r\n', '\n\n', '\r');

  test('any chunks give the same records', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, ending), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 20, max: 200 }),
        (lines, sizes, limit) => {
          const bytes = encoder.encode(lines.map(([text, end]) => text + end).join(''));
          expect(cut(bytes, sizes, limit)).toEqual(cut(bytes, [1 << 24], limit));
        },
      ),
      { seed, numRuns: 1500 },
    );
  });

  test('every byte that is not white space belongs to a record, and records say where they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(line, ending), { maxLength: 12 }), (lines) => {
        const text = lines.map(([body, end]) => body + end).join('');
        const bytes = encoder.encode(text);
        const { seen } = cut(bytes, [7]);
        const spoken = seen.map((record) => record.text).join('');
        expect(spoken.replace(/[ \t\r\n]/g, '')).toBe(
          new TextDecoder().decode(bytes).replace(/[ \t\r\n]/g, ''),
        );
        seen.forEach((record, i) => {
          expect(record.index).toBe(i);
          const before = bytes.subarray(0, record.offset);
          expect(record.line).toBe(1 + before.filter((byte) => byte === 10).length);
        });
      }),
      { seed, numRuns: 800 },
    );
  });
});
