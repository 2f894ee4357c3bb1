// diagnoseJson: JSON.parse's verdict over strict UTF-8, with the right place and readable words for every fault.

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnoseJson } from '../../src/io/json-diagnose.ts';
import { describeFault, type JsonFaultCode } from '../../src/io/json-fault.ts';
import { describeShared, hasSharedData, sharedPath } from '../support/shared-data.ts';

const seed = 33_870;
const encoder = new TextEncoder();

/** Diagnoses the text in the middle of other bytes, which must not matter. */
function diagnose(input: string | Uint8Array, maxDepth = 100) {
  const inner = typeof input === 'string' ? encoder.encode(input) : input;
  const bytes = new Uint8Array(inner.length + 6).fill(0x5b);
  bytes.set(inner, 3);
  return diagnoseJson(bytes, 3, 3 + inner.length, maxDepth);
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Text, code, line, column, words. */
const FAULTS: readonly (readonly [string, JsonFaultCode, number, number, string])[] = [
  ['', 'empty', 1, 1, 'there is nothing but white space'],
  [' \n ', 'empty', 1, 1, 'there is nothing but white space'],
  ['{"a":1', 'truncated', 1, 7, 'the line ends inside an object that opened at column 1'],
  ['{\n"a":[1', 'truncated', 2, 7, 'the text ends inside an array that opened on line 2, column 5'],
  ['{"a":"b', 'truncated', 1, 8, 'the line ends inside a string that opened at column 6'],
  ['{"a":"b\n', 'truncated', 1, 8, 'the line ends inside a string that opened at column 6'],
  ['{"a":"b\\', 'truncated', 1, 9, 'the line ends inside a string that opened at column 6'],
  ['{"a":tru', 'truncated', 1, 9, 'the line ends inside the word true'],
  ['[1,]', 'trailing-comma', 1, 3, 'a comma stands before the closing bracket'],
  ['{"a":1,}', 'trailing-comma', 1, 7, 'a comma stands before the closing bracket'],
  ['{"a":1},', 'trailing-comma', 1, 8, 'a comma stands after the end of the value'],
  ['{"a":1 "b":2}', 'missing-comma', 1, 8, 'a comma is missing between two members'],
  ['[1 2]', 'missing-comma', 1, 4, 'a comma is missing between two values'],
  ['["a" true]', 'missing-comma', 1, 6, 'a comma is missing between two values'],
  ['{"a" 1}', 'missing-colon', 1, 6, 'no colon follows the key'],
  ['{"a":}', 'missing-value', 1, 6, 'no value follows the colon'],
  ['{"a":,"b":1}', 'missing-value', 1, 6, 'a comma stands where a value was expected'],
  ['[,1]', 'missing-value', 1, 2, 'a comma stands where a value was expected'],
  ['{,"a":1}', 'missing-value', 1, 2, 'a comma stands where a key was expected'],
  ['{a:1}', 'unquoted-key', 1, 2, 'a key stands without double quotes'],
  ['{1:1}', 'unquoted-key', 1, 2, 'a key stands without double quotes'],
  ["{'a':1}", 'single-quotes', 1, 2, 'a key stands in single quotes; JSON knows only double quotes'],
  ["['a']", 'single-quotes', 1, 2, 'a value stands in single quotes; JSON knows only double quotes'],
  [
    '{“a”:1}',
    'curly-quotes',
    1,
    2,
    'a typographic quotation mark (U+201C) stands where a straight double quote belongs',
  ],
  [
    '{"a":"say "hi" now"}',
    'unescaped-quote',
    1,
    11,
    'a double quote inside a string is not escaped (or a comma is missing after the string)',
  ],
  ['{"é":None}', 'python-literal', 1, 6, 'None is Python, not JSON; JSON writes null'],
  ['[True]', 'python-literal', 1, 2, 'True is Python, not JSON; JSON writes true'],
  ['[NaN]', 'not-a-number', 1, 2, 'NaN is Python, not JSON; JSON has no such number'],
  ['[-Infinity]', 'not-a-number', 1, 2, '-Infinity is Python, not JSON; JSON has no such number'],
  ['[undefined]', 'bad-literal', 1, 2, 'undefined is not JSON; JSON writes null'],
  ['[NULL]', 'bad-literal', 1, 2, 'JSON writes null in lower case'],
  ['[hello]', 'bad-literal', 1, 2, 'a word stands without quotes where a value was expected'],
  ['[01]', 'bad-number', 1, 2, 'a number begins with a superfluous zero'],
  ['[+1]', 'bad-number', 1, 2, 'a number begins with a plus sign, which JSON does not allow'],
  ['[-]', 'bad-number', 1, 2, 'a minus sign has no digits after it'],
  ['[.5]', 'bad-number', 1, 2, 'a number has no digit before its decimal point'],
  ['[1.]', 'bad-number', 1, 2, 'a number has no digit after its decimal point'],
  ['[1e]', 'bad-number', 1, 2, 'a number has no digit in its exponent'],
  [
    '[0x1F]',
    'bad-number',
    1,
    2,
    'a number is not decimal; JSON knows no hexadecimal, octal or binary numbers',
  ],
  ['[1_000]', 'bad-number', 1, 2, 'a number has an underscore between its digits'],
  ['[12ab]', 'bad-number', 1, 2, 'a number runs into other characters'],
  ['["\\x41"]', 'bad-escape', 1, 3, '\\x is not an escape that JSON knows'],
  ['["\\é"]', 'bad-escape', 1, 3, 'a backslash stands before a character that JSON does not escape'],
  ['["\\u12G4"]', 'bad-unicode-escape', 1, 3, '\\u is not followed by four hexadecimal digits'],
  ['["a\tb"]', 'control-character', 1, 4, 'a raw tab (U+0009) stands inside a string; JSON writes it \\t'],
  [
    '["a\u0001"]',
    'control-character',
    1,
    4,
    'a raw control character (U+0001) stands inside a string; JSON writes it \\u0001',
  ],
  ['[1] // one', 'comment', 1, 5, 'a comment begins here (//); JSON knows no comments'],
  ['[/* one */ 1]', 'comment', 1, 2, 'a comment begins here (/*); JSON knows no comments'],
  ['# one', 'comment', 1, 1, 'a comment begins here (#); JSON knows no comments'],
  ['{"a":1}{"b":2}', 'second-value', 1, 8, 'another value follows on the same line'],
  ['{"a":1}\n{"b":2}', 'second-value', 2, 1, 'another value follows on a later line'],
  ['[1;2]', 'unexpected-character', 1, 3, '";" stands where a comma or "]" was expected'],
  [
    '[1\u00a0,2]',
    'unexpected-character',
    1,
    3,
    'the character U+00A0 (no-break space) stands where a comma or "]" was expected',
  ],
  ['{"a":1]', 'mismatched-bracket', 1, 7, 'a closing "]" meets the "{" that opened at column 1'],
  ['[]]', 'mismatched-bracket', 1, 3, 'a closing "]" has no opening bracket'],
  ['[[[[1]]]]', 'too-deep', 1, 4, 'brackets are nested more than 3 deep'],
  ['\ufeff{}', 'byte-order-mark', 1, 1, 'a byte order mark (U+FEFF) stands before the value'],
  ['{\ufeff}', 'byte-order-mark', 1, 2, 'a byte order mark (U+FEFF) stands outside a string'],
];

describe('each fault', () => {
  test.each(FAULTS)('%j', (text, code, line, column, words) => {
    const fault = diagnose(text, 3);
    expect(fault).toMatchObject({ code, line, column });
    if (fault !== undefined) expect(describeFault(fault)).toBe(words);
  });

  test('bytes that are no UTF-8', () => {
    const fault = diagnose(Uint8Array.of(0x22, 0xc3, 0xa9, 0xff, 0x22));
    expect(fault).toEqual({ code: 'invalid-utf8', offset: 3, line: 1, column: 3 });
    if (fault !== undefined) expect(describeFault(fault)).toBe('the bytes are not valid UTF-8');
  });

  test('the table holds every code', () => {
    const codes: Record<Exclude<JsonFaultCode, 'invalid-utf8'>, true> = {
      empty: true,
      truncated: true,
      'trailing-comma': true,
      'missing-comma': true,
      'missing-colon': true,
      'missing-value': true,
      'unquoted-key': true,
      'single-quotes': true,
      'curly-quotes': true,
      'unescaped-quote': true,
      'python-literal': true,
      'not-a-number': true,
      'bad-literal': true,
      'bad-number': true,
      'bad-escape': true,
      'bad-unicode-escape': true,
      'control-character': true,
      comment: true,
      'second-value': true,
      'unexpected-character': true,
      'mismatched-bracket': true,
      'too-deep': true,
      'byte-order-mark': true,
    };
    expect([...new Set(FAULTS.map(([, code]) => code))].sort()).toEqual(Object.keys(codes).sort());
  });

  test('words carry no text of the data', () => {
    for (const [text] of FAULTS) {
      const fault = diagnose(`{"\u001b[31m":${text}`);
      if (fault !== undefined) expect(describeFault(fault)).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});

/** Line and column by the plain way: decode what stands before, split at line feeds, count code points. */
function placeIn(bytes: Uint8Array, offset: number): { line: number; column: number } {
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, offset)).split('\n');
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

function compare(bytes: Uint8Array): void {
  const fault = diagnose(bytes, 1000);
  expect(fault === undefined).toBe(isJson(bytes));
  if (fault === undefined) return;
  expect(fault.offset).toBeGreaterThanOrEqual(0);
  expect(fault.offset).toBeLessThanOrEqual(bytes.length);
  expect({ line: fault.line, column: fault.column }).toEqual(placeIn(bytes, fault.offset));
  expect(describeFault(fault)).not.toMatch(/undefined|\.$/);
}

describe('the verdict is that of JSON.parse over strict UTF-8', () => {
  const json = fc.oneof(
    fc.json({ maxDepth: 5 }),
    fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }).map((value) => JSON.stringify(value, null, 2)),
  );

  test('on JSON', () => {
    fc.assert(
      fc.property(json, (text) => {
        expect(diagnose(text)).toBeUndefined();
      }),
      { seed, numRuns: 2000 },
    );
  });

  test('on JSON with a few bytes changed', () => {
    const telling = fc.constantFrom(
      ...[...'{}[]",:\\/\'#0e.+-tn \n\r\t'].map((letter) => letter.charCodeAt(0)),
    );
    const byte = fc.oneof(telling, fc.integer({ min: 0, max: 255 }));
    const change = fc.tuple(fc.nat(), fc.constantFrom(0, 1), fc.array(byte, { maxLength: 2 }));
    fc.assert(
      fc.property(json, fc.array(change, { minLength: 1, maxLength: 4 }), (text, changes) => {
        const bytes = [...encoder.encode(text)];
        for (const [where, removed, added] of changes) {
          bytes.splice(where % (bytes.length + 1), removed, ...added);
        }
        compare(Uint8Array.from(bytes));
      }),
      { seed, numRuns: 10_000 },
    );
  });

  test('on rows of tokens', () => {
    const token = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"',
        '1',
        '-',
        '0',
        '.',
        'e',
        'true',
        'nul',
        '\\',
        ' ',
        '\n',
        'é',
        '\ufeff',
      ],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => compare(encoder.encode(tokens.join('')))),
      { seed, numRuns: 10_000 },
    );
  });

  test('on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => compare(bytes)),
      { seed, numRuns: 5000 },
    );
  });
});

describe('what is large', () => {
  test.each([
    ['open brackets', '['.repeat(100_000), 'too-deep'],
    ['a string without an end', `"${'x'.repeat(5_000_000)}`, 'truncated'],
    ['commas', ','.repeat(1_000_000), 'unexpected-character'],
    ['digits', `${'1'.repeat(1_000_000)}x`, 'bad-number'],
    ['a word', 'a'.repeat(1_000_000), 'bad-literal'],
  ])('%s', (_, text, code) => expect(diagnose(text)?.code).toBe(code));
});

describeShared('JSONTestSuite', () => {
  const folder = hasSharedData ? sharedPath('JSONTestSuite/test_parsing/') : '';
  const names = hasSharedData ? readdirSync(folder) : ['none'];

  test.each(names)('%s', (name) => {
    const bytes = readFileSync(folder + name);
    // The two cases of 50,000 and more brackets are beyond any limit on nesting.
    const fault = diagnose(bytes, 1000);
    if (fault?.code === 'too-deep') expect(bytes.length).toBeGreaterThan(50_000);
    else compare(bytes);
    if (name.startsWith('y_')) expect(fault).toBeUndefined();
    if (name.startsWith('n_')) expect(fault).toBeDefined();
  });
});
