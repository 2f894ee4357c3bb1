// A record over several lines as one: only white space between tokens goes.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine } from '../../src/io/one-line.ts';

const line = (text: string): string => new TextDecoder().decode(oneLine(new TextEncoder().encode(text)));

test.each([
  ['{\n  "a": 1.0,\n  "b": [ 1E2, -0.0 ]\n}', '{"a":1.0,"b":[1E2,-0.0]}'],
  ['{\r\n\t"a" : " x \\" \\\\" ,\r\n"b": "}" }', '{"a":" x \\" \\\\","b":"}"}'],
  ['[\n12345678901234567890,\n"\\u00e9\\/"\n]', '[12345678901234567890,"\\u00e9\\/"]'],
  ['{"a":\r1}', '{"a":1}'],
  // What is on one line stays, with its spaces.
  ['{ "a": 1 }', '{ "a": 1 }'],
  ['', ''],
])('%j', (text, expected) => {
  expect(line(text)).toBe(expected);
});

test('any value, however it is laid out', () => {
  const space = fc.constantFrom('  ', '\t', 1, 4);
  fc.assert(
    fc.property(fc.jsonValue(), space, (value, indent) => {
      const pretty = JSON.stringify(value, undefined, indent);
      expect(line(pretty.replaceAll('\n', '\r\n'))).toBe(
        pretty.includes('\n') ? JSON.stringify(value) : pretty,
      );
    }),
    { seed: 20_261_125 },
  );
});
