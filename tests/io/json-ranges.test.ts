// findDuplicateKeys and locate: compared with JSON.parse and JSON Pointers on generated values.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDuplicateKeys, locate } from '../../src/io/json-ranges.ts';
import { isObject, type JsonValue } from '../../src/model/json.ts';
import { escapeStep, resolvePointer } from '../../src/model/pointer.ts';

const seed = 12_903;

/** The text in the middle of other bytes, which must not matter. */
function embed(text: string): { bytes: Uint8Array; start: number; end: number } {
  const bytes = new TextEncoder().encode(`{"a":${text}{"a":`);
  return { bytes, start: 5, end: bytes.length - 5 };
}

function duplicates(text: string) {
  const { bytes, start, end } = embed(text);
  return findDuplicateKeys(bytes, start, end);
}

function located(text: string, pointer: string): string | undefined {
  const { bytes, start, end } = embed(text);
  const range = locate(bytes, start, end, pointer);
  return range && new TextDecoder().decode(bytes.subarray(range.start, range.end));
}

function pointersOf(value: JsonValue, pointer = ''): string[] {
  if (Array.isArray(value)) {
    return [pointer, ...value.flatMap((item, i) => pointersOf(item, `${pointer}/${i}`))];
  }
  if (!isObject(value)) return [pointer];
  return [
    pointer,
    ...Object.entries(value).flatMap(([key, item]) => pointersOf(item, `${pointer}/${escapeStep(key)}`)),
  ];
}

const value = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }) as fc.Arbitrary<JsonValue>;
const key = fc.constantFrom('a', 'b', '', '/', '~', '~1', '__proto__', 'é', '"', '\\', '0', 'a b');

describe('locate', () => {
  test('finds the value of every pointer', () => {
    const withKeys = fc.oneof(value, fc.dictionary(key, value) as fc.Arbitrary<JsonValue>);
    fc.assert(
      fc.property(withKeys, fc.constantFrom(undefined, 1, '\t'), (whole, indent) => {
        const text = ` ${JSON.stringify(whole, null, indent)} `;
        const parsed = JSON.parse(text) as JsonValue;
        for (const pointer of pointersOf(parsed)) {
          const found = located(text, pointer);
          expect(found?.trim()).toBe(found);
          expect(JSON.parse(found ?? '')).toEqual(resolvePointer(parsed, pointer));
        }
      }),
      { seed, numRuns: 1500 },
    );
  });

  test.each([
    ['{"a":[1,{"b":"x"}]}', '/a/1/b', '"x"'],
    ['{"a":1,"a":2}', '/a', '2'],
    ['{"\\u0061":1}', '/a', '1'],
    ['[10,11]', '/1', '11'],
    ['  7 ', '', '7'],
    ['{"a":1}', '/b', undefined],
    ['[1]', '/1', undefined],
    ['[1]', '/-', undefined],
    ['[1]', '/00', undefined],
    ['"a"', '/0', undefined],
    ['{"a":1}', 'a', undefined],
    ['{}', '/a', undefined],
    ['[]', '/0', undefined],
  ])('%s at %j', (text, pointer, expected) => expect(located(text, pointer)).toBe(expected));
});

describe('findDuplicateKeys', () => {
  test('finds none where JSON.stringify wrote the text', () => {
    fc.assert(
      fc.property(value, (whole) => {
        expect(duplicates(JSON.stringify(whole))).toEqual([]);
      }),
      { seed, numRuns: 1000 },
    );
  });

  test('finds what a plain count finds, and says whether the values differ', () => {
    const members = fc.array(fc.tuple(key, value), { maxLength: 6 });
    fc.assert(
      fc.property(members, (pairs) => {
        const text = `[0,{${pairs.map(([name, item]) => `${JSON.stringify(name)}: ${JSON.stringify(item)}`).join(' , ')}}]`;
        const last = new Map<string, string>();
        const expected: unknown[] = [];
        for (const [name, item] of pairs) {
          const before = last.get(name);
          const now = JSON.stringify(item);
          if (before !== undefined) {
            expected.push({ pointer: `/1/${escapeStep(name)}`, key: name, sameValue: before === now });
          }
          last.set(name, now);
        }
        const found = duplicates(text).map(({ pointer, key: name, sameValue }) => ({
          pointer,
          key: name,
          sameValue,
        }));
        expect(found).toEqual(expected);
      }),
      { seed, numRuns: 1500 },
    );
  });

  test.each([
    ['{"a":1.0,"a":1}', [['/a', true]]],
    ['{"a":{"x":1,"y":2},"a":{"y":2,"x":1}}', [['/a', true]]],
    ['{"a":1e999,"a":1e998}', [['/a', true]]],
    ['{"a":[],"a":{}}', [['/a', false]]],
    ['{"a":null,"a":0}', [['/a', false]]],
    [
      '{"a":1,"a":2,"a":2}',
      [
        ['/a', false],
        ['/a', true],
      ],
    ],
    [
      '{"a":{"b":1,"b":2},"a":3}',
      [
        ['/a/b', false],
        ['/a', false],
      ],
    ],
    ['[{"a":1},{"a":1}]', []],
    ['{"a":"{\\"a\\":1}","b":"a"}', []],
  ])('%s', (text, expected) => {
    expect(duplicates(text).map(({ pointer, sameValue }) => [pointer, sameValue])).toEqual(expected);
  });

  test('any depth, and its work is not quadratic in the number of repetitions', () => {
    expect(duplicates(`${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`)).toEqual([]);
    expect(duplicates(`{${'"a":1,'.repeat(50_000)}"a":1}`)).toHaveLength(50_000);
  });
});
