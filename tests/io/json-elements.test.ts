// ElementCutter: the elements of arrays under any chunks, what is told between them, and how it recovers from damage.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CutMode, describeCutFault } from '../../src/io/json-cut.ts';
import { ElementCutter } from '../../src/io/json-elements.ts';
import { describeShared, sharedPath } from '../support/shared-data.ts';

const seed = 44_118;
const encoder = new TextEncoder();

interface Cut {
  /** Text, line and damage of each element. */
  readonly elements: { readonly text: string; readonly line: number; readonly damaged: boolean }[];
  readonly faults: { readonly words: string; readonly offset: number; readonly line: number }[];
  /** Everything in the order in which it was told. */
  readonly order: string[];
}

function cut(input: string | Uint8Array, sizes: readonly number[] = [1 << 24], mode: CutMode = 'array'): Cut {
  const bytes = typeof input === 'string' ? encoder.encode(input) : input;
  const result: Cut = { elements: [], faults: [], order: [] };
  const cutter = new ElementCutter(mode);
  const sink = {
    element({ start, end, line, damaged }: { start: number; end: number; line: number; damaged: boolean }) {
      result.elements.push({ text: new TextDecoder().decode(bytes.subarray(start, end)), line, damaged });
      result.order.push(`element ${start}–${end}`);
    },
    fault(fault: Parameters<typeof describeCutFault>[0]) {
      const words = describeCutFault(fault);
      result.faults.push({ words, offset: fault.offset, line: fault.line });
      result.order.push(words);
    },
  };
  let needed = 0;
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1);
    // A reader uses the memory of a chunk again.
    const chunk = Uint8Array.from(bytes.subarray(at, at + size));
    cutter.push(chunk, sink);
    chunk.fill(0x7b);
    at += size;
    // What was once not needed any more is gone.
    expect(cutter.neededFrom).toBeGreaterThanOrEqual(needed);
    needed = cutter.neededFrom;
  }
  cutter.finish(sink);
  return result;
}

const texts = (result: Cut): string[] => result.elements.map(({ text }) => text);
const words = (result: Cut): string[] => result.faults.map((fault) => fault.words);

const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 4 });
const value = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }).map((item) => JSON.stringify(item, null, 2)),
);
const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });

describe('sound arrays', () => {
  test('every element, whole and in order, with its line', () => {
    const item = fc.tuple(space, value, space);
    fc.assert(
      fc.property(
        space,
        fc.array(item, { minLength: 1, maxLength: 8 }),
        space,
        sizes,
        (before, items, after, chunks) => {
          const text = `${before}[${items.map((parts) => parts.join('')).join(',')}]${after}`;
          const result = cut(text, chunks);
          expect(texts(result)).toEqual(items.map(([, body]) => body.trim()));
          expect(result.faults).toEqual([]);
          let at = before.length + 1;
          items.forEach(([lead, body, trail], i) => {
            const element = result.elements[i];
            expect(element?.damaged).toBe(false);
            expect(element?.line).toBe(text.slice(0, at + lead.length).split('\n').length);
            at += lead.length + body.length + trail.length + 1;
          });
        },
      ),
      { seed, numRuns: 1500 },
    );
  });

  test.each([
    ['[]', []],
    [' [ ] ', []],
    ['[1]', ['1']],
    ['["],[",{"a":"]"}]', ['"],["', '{"a":"]"}']],
    ['["\\"","\\\\"]', ['"\\""', '"\\\\"']],
    ['[[1,2],[3]]', ['[1,2]', '[3]']],
  ])('%s', (text, expected) => {
    expect(cut(text)).toMatchObject({ faults: [] });
    expect(texts(cut(text))).toEqual(expected);
  });

  test('nesting of any depth in constant memory', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(texts(cut(`[${deep},1]`)).map((text) => text.length)).toEqual([400_000, 1]);
  });
});

describe('between the elements', () => {
  test.each([
    ['[{"a":1},]', 1, ['a comma stands before the closing bracket of the array']],
    ['[{"a":1} {"a":2}]', 2, ['a comma is missing between two elements']],
    ['[{"a":1},,{"a":2}]', 2, ['a comma stands where an element was expected']],
    ['[,{"a":1}]', 1, ['a comma stands where an element was expected']],
    ['[{"a":1}', 1, ['the array has no closing bracket']],
    ['[{"a":1},', 1, ['the array has no closing bracket']],
    ['[{"a":1}] [{"a":2}]', 2, ['a second array follows the first']],
    ['[{"a":1}], {"a":2}]', 2, ['the array is closed here, yet more elements follow']],
    ['[{"a":1}] done', 1, ['something that is no element follows the array']],
    ['', 0, ['there is nothing but white space', 'the array has no closing bracket']],
    ['{"a":1}', 0, ['no array begins here']],
  ])('%j', (text, elements, expected) => {
    const result = cut(text);
    expect(words(result).filter((fault) => expected.includes(fault))).toEqual(words(result));
    expect(words(result)[0]).toBe(expected[0]);
    expect(result.elements).toHaveLength(elements);
  });

  test('a fault has its line and offset', () => {
    expect(cut('[\n{"a":1}\n{"a":2},\n]').faults).toEqual([
      { words: 'a comma is missing between two elements', line: 3, offset: 10 },
      { words: 'a comma stands before the closing bracket of the array', line: 3, offset: 17 },
    ]);
  });
});

describe('damage', () => {
  const good = (n: number) => `{"id": ${n}, "text": "number ${n}, or [so]"}`;
  const recordsFrom = (broken: string, indent: string): string =>
    `[\n${[good(1), good(2), broken, good(4), good(5)].map((record) => indent + record).join(',\n')}\n]`;

  /** Each of them stands between sound records; all of those must come out whole. */
  const DAMAGES = [
    '{"id": 3, "text": "a "quoted" word"}',
    '{"id": 3, "text": "no end}',
    '{"id": 3, "text": "two\nlines"}',
    '{"id": 3, "text": None}',
    '{"id": 3 "text": "no comma"}',
    '{"id": 3, "text": ["a"}',
    '{"id": 3, "text": "a"]}',
    '{"id": 3, "text": "tab\t"}',
    '{"id": 3, text: "a"}',
    "{'id': 3, 'text': 'a'}",
    '{"id": 3, "text": "\\x"}',
    '{"id": 3,, "text": "a"}',
  ];

  test.each(DAMAGES.flatMap((damage) => [[damage, '  '] as const, [damage, ''] as const]))(
    '%j, indented by %j, costs no other record',
    (damage, indent) => {
      const { elements } = cut(recordsFrom(damage, indent), [11]);
      const whole = elements.map(({ text }) => text);
      for (const n of [1, 2, 4, 5]) expect(whole).toContain(good(n));
      expect(elements.length).toBeLessThanOrEqual(6);
    },
  );

  test('an array that is cut off keeps what came before', () => {
    const text = recordsFrom(good(3), '  ');
    for (let end = 1; end < text.length; end += 7) {
      const whole = texts(cut(text.slice(0, end)));
      const sound = [1, 2, 3, 4, 5].filter((n) => text.slice(0, end).includes(good(n)));
      expect(whole.slice(0, sound.length)).toEqual(sound.map(good));
    }
  });
});

describe('any chunks', () => {
  const token = fc.constantFrom(
    ...['{', '}', '[', ']', ',', ':', '"', '"a"', '"id":1', '{"id":1}', '\\', ' ', '\n', '1', 'x', 'é'],
  );
  const input = fc.oneof(
    fc.array(token, { maxLength: 30 }).map((tokens) => encoder.encode(`[${tokens.join('')}`)),
    fc.array(token, { maxLength: 30 }).map((tokens) => encoder.encode(tokens.join(''))),
    fc.uint8Array({ maxLength: 60 }),
  );

  test.each(['array', 'values'] as const)('give the same elements and faults: %s', (mode) => {
    fc.assert(
      fc.property(input, sizes, (bytes, chunks) => {
        expect(cut(bytes, chunks, mode)).toEqual(cut(bytes, [1 << 24], mode));
      }),
      { seed, numRuns: 3000 },
    );
  });

  test('elements never overlap and never leave the text', () => {
    fc.assert(
      fc.property(input, (bytes) => {
        const cutter = new ElementCutter('array');
        let last = 0;
        const sink = {
          element({ start, end }: { start: number; end: number }) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(bytes.length);
            last = end;
          },
          fault() {},
        };
        cutter.push(bytes, sink);
        cutter.finish(sink);
      }),
      { seed, numRuns: 3000 },
    );
  });
});

describeShared('real arrays', () => {
  test.each([
    ['code-alpaca/code_alpaca_2k.json', 2017, []],
    [
      'alpaca-en-zh/alpaca_data-9407-12345-中文-未完成.json',
      2801,
      ['a comma stands before the closing bracket of the array'],
    ],
  ])('%s', (path, records, faults) => {
    const result = cut(readFileSync(sharedPath(path)), [65_536, 1001]);
    expect(result.elements).toHaveLength(records);
    expect(words(result)).toEqual(faults);
    for (const { text } of result.elements) JSON.parse(text);
  });
});
