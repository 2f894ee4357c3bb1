// scanLine and countMembers: what the one fast look says must agree with what JSON.parse makes of the line.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countMembers, newLineScan, scanLine } from '../../src/io/json-scan.ts';

const seed = 71_001;

const scan = (bytes: Uint8Array, start = 0, end = bytes.length) => {
  const into = newLineScan();
  scanLine(bytes, start, end, into);
  return into;
};
const scanText = (text: string) => scan(new TextEncoder().encode(text));

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('scanLine', () => {
  test.each([
    ['', { ascii: true, escaped: false, depth: 0, members: 0 }],
    ['12', { ascii: true, escaped: false, depth: 0, members: 0 }],
    ['{"a":1,"b":[{"c":2}]}', { ascii: true, escaped: false, depth: 3, members: 3 }],
    ['{"a:[{":"}]:"}', { ascii: true, escaped: false, depth: 1, members: 1 }],
    ['{"a\\"":":\\\\"}', { ascii: true, escaped: true, depth: 1, members: 1 }],
    ['{"é":1}', { ascii: false, escaped: false, depth: 1, members: 1 }],
    ['[[],[],[[]]]', { ascii: true, escaped: false, depth: 3, members: 0 }],
  ])('%s', (text, expected) => expect(scanText(text)).toEqual(expected));

  test('looks at its range only and leaves nothing of an earlier line behind', () => {
    const bytes = new TextEncoder().encode('{"é":[1]}{"a":1}"\\"');
    const into = newLineScan();
    scanLine(bytes, 0, 10, into);
    expect(into).toEqual({ ascii: false, escaped: false, depth: 2, members: 1 });
    scanLine(bytes, 10, 17, into);
    expect(into).toEqual({ ascii: true, escaped: false, depth: 1, members: 1 });
  });

  test('agrees with JSON.parse on valid JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.boolean(), (text, pretty) => {
        const value: unknown = JSON.parse(text);
        const line = pretty ? JSON.stringify(value, null, 2) : text;
        const found = scanText(line);
        expect(found.depth).toBe(depthOf(value));
        expect(found.escaped).toBe(line.includes('\\'));
        expect(found.ascii).toBe(Buffer.byteLength(line) === line.length);
        expect(found.members - countMembers(value)).toBe(repeated(line));
      }),
      { seed, numRuns: 2000 },
    );
  });

  test('ends on any bytes, and `ascii` stays exact', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(scan(bytes).ascii).toBe(bytes.every((byte) => byte < 0x80));
      }),
      { seed, numRuns: 2000 },
    );
  });

  test('a backslash as the last byte does not read on', () => {
    expect(scan(new TextEncoder().encode('"\\é'), 0, 2).ascii).toBe(true);
  });

  test('100,000 open brackets', () => expect(scanText('['.repeat(100_000)).depth).toBe(100_000));

  test('a string of 5 MB', () => {
    const found = scanText(`{"a":"${'x:[{'.repeat(1_250_000)}"}`);
    expect(found).toEqual({ ascii: true, escaped: false, depth: 1, members: 1 });
  });
});

/** Repeated keys of a text: a second parse in which no key can repeat, because every one gets a number. */
function repeated(text: string): number {
  let number = 0;
  const unique = text.replaceAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g, (all, colon) =>
    colon ? `"${number++}":` : all,
  );
  return countMembers(JSON.parse(unique)) - countMembers(JSON.parse(text));
}

describe('countMembers', () => {
  test.each([
    ['1', 0],
    ['null', 0],
    ['"a"', 0],
    ['[]', 0],
    ['{}', 0],
    ['{"a":{"b":[{"c":null},{"d":{}}]}}', 4],
    ['{"__proto__":{"a":1},"constructor":2}', 3],
    ['{"a":1,"a":2}', 1],
  ])('%s', (text, members) => expect(countMembers(JSON.parse(text))).toBe(members));

  test('any depth', () => {
    expect(countMembers(JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`))).toBe(100_000);
  });
});
