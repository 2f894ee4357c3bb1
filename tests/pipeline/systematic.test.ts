// What a rule says of most records in the same words is said once, with its number and its first places.

import { expect, test } from 'vitest';
import { render } from '../../src/index.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';

const record = (n: number, answer: string) => ({ prompt: `Ticket ${n}`, completion: answer });

test('the same fault in most records is one finding, and every count stays exact', async () => {
  const records = Array.from({ length: 60 }, (_, n) =>
    record(n, n < 40 ? ' fault<|endoftext|>' : ` fine ${n}`),
  );
  const report = await checkContent(linesOf([...records, record(60, ' fault</s>')]));
  const found = report.findings.filter(({ rule }) => rule === 'residue/special-token');
  expect(report.counts['residue/special-token']).toBe(41);
  expect(report.totals.error).toBe(41);
  expect(found).toHaveLength(2);
  const [systematic, single] = found;
  expect(systematic).toMatchObject({ times: 40, data: { token: '<|endoftext|>' } });
  expect(systematic?.at).toBeUndefined();
  expect(systematic?.related?.map(({ at }) => at.index)).toEqual([0, 1, 2]);
  expect(single).toMatchObject({ at: { index: 60 }, data: { token: '</s>' } });
  expect(render(report, 'text', { width: 120 })).toContain('The same in 40 records.');
});

test('a few, or a small share, stay findings of their own', async () => {
  const few = Array.from({ length: 30 }, (_, n) => record(n, n < 15 ? '' : `fine ${n}`));
  expect(
    (await checkContent(linesOf(few))).findings.filter(({ rule }) => rule === 'content/empty-answer'),
  ).toHaveLength(15);
  const share = Array.from({ length: 150 }, (_, n) => record(n, n < 25 ? '' : `fine ${n}`));
  expect(
    (await checkContent(linesOf(share))).findings.filter(({ rule }) => rule === 'content/empty-answer'),
  ).toHaveLength(25);
});

test('duplicates are told one by one', async () => {
  const copies = Array.from({ length: 40 }, () => record(1, 'the same'));
  const found = (await checkContent(linesOf(copies))).findings.filter(
    ({ rule }) => rule === 'duplicates/exact',
  );
  expect(found).toHaveLength(39);
});
