// JSONTestSuite through the whole pipeline: every valid text is understood, every invalid one is told with its place.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkContent } from '../support/check-lines.ts';
import { describeShared, hasSharedData, sharedPath } from '../support/shared-data.ts';

const before = Buffer.from('{"x":');
const after = Buffer.from(
  ', "messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello!"}]}\n',
);
const good = Buffer.from(
  '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello!"}]}\n',
);

const folder = hasSharedData ? sharedPath('JSONTestSuite/test_parsing/') : '';
const cases = (kind: string): { name: string; bytes: Buffer }[] =>
  (hasSharedData ? readdirSync(folder) : [])
    .filter((name) => name.startsWith(kind))
    .map((name) => ({ name, bytes: readFileSync(folder + name) }))
    // A case over several lines is no one-line case; a final line feed is none.
    .map(({ name, bytes }) => ({ name, bytes: bytes.at(-1) === 10 ? bytes.subarray(0, -1) : bytes }))
    .filter(({ bytes }) => !bytes.includes(10));

/** The case in the middle of a file whose other records are sound. */
const fileWith = (bytes: Buffer): Buffer => Buffer.concat([good, before, bytes, after, good]);

describeShared('JSONTestSuite', () => {
  const valid = cases('y_');
  const invalid = cases('n_');

  test('the cases are there', () => {
    expect(valid.length).toBeGreaterThan(80);
    expect(invalid.length).toBeGreaterThan(150);
  });

  test.each(valid)('$name is understood', async ({ bytes }) => {
    const report = await checkContent(fileWith(bytes), { rules: { 'duplicates/exact': 'off' } });
    expect(report.figures.records).toMatchObject({ read: 3, broken: 0, unrecognized: 0 });
  });

  test.each(invalid)('$name is told', async ({ bytes }) => {
    const report = await checkContent(fileWith(bytes));
    const { read, broken } = report.figures.records;
    const told = report.findings.filter(({ rule }) =>
      ['structure/invalid-json', 'structure/invalid-utf8', 'structure/too-deep'].includes(rule),
    );
    expect({ read, broken, verdict: report.verdict }).toEqual({ read: 3, broken: 1, verdict: 'fail' });
    expect(told.map(({ at }) => at?.line)).toEqual([2]);
    const [finding] = told;
    expect(finding?.data?.column ?? finding?.data?.limit ?? finding?.data?.offset).toBeGreaterThan(0);
  });

  test.each(cases('i_'))('$name is one or the other', async ({ bytes }) => {
    const report = await checkContent(fileWith(bytes), { rules: { 'duplicates/exact': 'off' } });
    expect(report.figures.records.read).toBeGreaterThanOrEqual(3);
  });
});
