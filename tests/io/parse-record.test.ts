// parseRecord: JSON.parse's verdict over strict UTF-8, and for everything else a problem with a place.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordFlag } from '../../src/io/batch.ts';
import { parseRecord } from '../../src/io/parse-record.ts';
import type { NotedProblem } from '../../src/model/finding.ts';

const seed = 90_417;
const limits = { maxLineBytes: 1 << 20, maxDepth: 100 };

function parse(input: string | Uint8Array, flag: number = RecordFlag.plain) {
  const inner = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  // Records lie in the middle of a batch: what stands around them must not matter.
  const bytes = new Uint8Array(inner.length + 8).fill(0x7b);
  bytes.set(inner, 4);
  const notes: NotedProblem[] = [];
  const value = parseRecord(bytes, 4, 4 + inner.length, flag, limits, (problem) => notes.push(problem));
  return { value, notes };
}

/** What JSON.parse over a fatal decoder makes of the bytes; undefined where it throws. */
function reference(bytes: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}

describe('parseRecord', () => {
  test('gives the value of valid JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(parse(text)).toEqual({ value: JSON.parse(text), notes: [] });
      }),
      { seed, numRuns: 1000 },
    );
  });

  test('agrees with JSON.parse on mutated JSON, and tells every refusal with its place', () => {
    const mutation = fc.tuple(
      fc.nat(),
      fc.constantFrom('insert', 'delete', 'replace'),
      fc.integer({ min: 0, max: 255 }),
    );
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        (text, mutations) => {
          const bytes = [...new TextEncoder().encode(text)];
          for (const [where, how, byte] of mutations) {
            const at = where % (bytes.length + 1);
            if (how === 'insert') bytes.splice(at, 0, byte);
            else if (how === 'delete') bytes.splice(at, 1);
            else bytes[Math.min(at, bytes.length - 1)] = byte;
          }
          const input = Uint8Array.from(bytes);
          const expected = reference(input);
          const { value, notes } = parse(input);
          const refused = notes.filter(
            ({ rule }) => rule === 'structure/invalid-json' || rule === 'structure/invalid-utf8',
          );
          if (expected === undefined) {
            expect(value).toBeUndefined();
            expect(refused).toHaveLength(1);
            expect(refused[0]?.data?.column).toBeGreaterThan(0);
            expect(refused[0]?.data?.what).not.toBe('it cannot be parsed');
          } else {
            expect(value).toEqual(expected.value);
            expect(refused).toEqual([]);
          }
        },
      ),
      { seed, numRuns: 5000 },
    );
  });

  test('never throws on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(0, 1, 2), (bytes, flag) => {
        const { value, notes } = parse(bytes, flag);
        if (value === undefined) expect(notes.length).toBeGreaterThan(0);
      }),
      { seed, numRuns: 3000 },
    );
  });

  test.each([
    ['{"a":1,"a":2}', 'structure/duplicate-key', '/a'],
    ['{"a":1,"a":1}', 'structure/repeated-key', '/a'],
    ['{"a":{"b":1,"\\u0062":2}}', 'structure/duplicate-key', '/a/b'],
    ['[{"__proto__":1,"__proto__":2}]', 'structure/duplicate-key', '/0/__proto__'],
  ])('%s repeats a key', (text, rule, pointer) => {
    const { value, notes } = parse(text);
    expect(value).toBeDefined();
    expect(notes).toMatchObject([{ rule, pointer }]);
  });

  test('__proto__ is data', () => {
    const { value } = parse('{"__proto__":{"polluted":true}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each([
    ['100,000 open brackets', '['.repeat(100_000), 'structure/too-deep'],
    ['100,000 nested objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'structure/too-deep'],
    ['101 levels', `${'['.repeat(101)}${']'.repeat(101)}`, 'structure/too-deep'],
    ['a fault before the depth', `{"a" ${'['.repeat(200)}`, 'structure/invalid-json'],
  ])('%s', (_, text, rule) => {
    expect(parse(text)).toMatchObject({ value: undefined, notes: [{ rule }] });
  });

  test('100 levels are allowed', () => {
    expect(parse(`${'['.repeat(100)}${']'.repeat(100)}`).notes).toEqual([]);
  });

  test('a value over several lines is told, and a fault in it has its line', () => {
    expect(parse('{\n"a": 1\n}', RecordFlag.manyLines)).toEqual({
      value: { a: 1 },
      notes: [{ rule: 'structure/pretty-printed', message: 'pretty', pointer: '' }],
    });
    expect(parse('{\n"a": ,\n}', RecordFlag.manyLines).notes).toMatchObject([
      { rule: 'structure/invalid-json', message: 'fault-below', data: { line: 2, column: 6 } },
    ]);
  });

  test('a line that was let go is told with the limit', () => {
    expect(parse('', RecordFlag.tooLong).notes).toEqual([
      { rule: 'structure/line-too-long', message: 'long', pointer: '', data: { limit: 1 << 20 } },
    ]);
  });

  test.each([
    ['a lone continuation byte', [0x22, 0x80, 0x22], 1],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22], 1],
    ['a surrogate', [0x22, 0x61, 0xed, 0xa0, 0x80, 0x22], 2],
    ['Latin-1', [0x22, 0x63, 0x61, 0x66, 0xe9, 0x22], 4],
  ])('%s is not UTF-8', (_, bytes, offset) => {
    expect(parse(Uint8Array.from(bytes)).notes).toMatchObject([
      { rule: 'structure/invalid-utf8', data: { offset } },
    ]);
  });
});
