// Lists of records inside a JSON object: all of them, each record with its place, whatever is broken before it.

import { expect, test } from 'vitest';
import { readContent } from '../support/read-records.ts';

const content = `{"version": 1, "data": {
  "train": [{"a": 1}, {"a": tru}, {"a": 3, "b": "]}"}],
  "test": [{"a": 4}, {"a": [[[]]]}]
}}`;

test.each([1, 7, 1 << 20])(
  'a broken record in one list hides none of the next, in chunks of %i',
  async (chunkBytes) => {
    const { records } = await readContent('data.json', content, { chunkBytes });
    expect(records.map(({ value }) => value)).toEqual([
      { a: 1 },
      undefined,
      { a: 3, b: ']}' },
      { a: 4 },
      { a: [[[]]] },
    ]);
    for (const { at, text } of records) {
      expect(content.slice(at.offset, (at.offset ?? 0) + text.length)).toBe(text);
      const before = content.slice(0, at.offset).split('\n');
      expect([at.line, at.column ?? 1]).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1]);
    }
  },
);
