// A file that is damaged somewhere: what comes before is judged as ever, and the damage fails the run.

import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { render } from '../../src/index.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';

test('a download that broke off', async () => {
  const records = Array.from({ length: 500 }, (_, i) => ({
    messages: [
      { role: 'user', content: `Which number comes after ${Math.imul(i, 0x9e3779b1) >>> 0}?` },
      { role: 'assistant', content: i === 3 ? '' : `${(Math.imul(i, 0x9e3779b1) >>> 0) + 1}` },
    ],
  }));
  const bytes = gzipSync(linesOf(records));
  const report = await checkContent(bytes.subarray(0, bytes.length >> 1), {}, 'data.jsonl.gz');
  expect(report.verdict).toBe('fail');
  expect(report.figures.records.read).toBeGreaterThan(200);
  expect(report.counts).toMatchObject({ 'content/empty-answer': 1, 'structure/damaged-file': 1 });
  expect(render(report, 'text')).toMatch(
    /data\.jsonl\.gz, record \d+ .*Behind [\d,]+ bytes it cannot be unpacked/,
  );
});
