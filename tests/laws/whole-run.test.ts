// Whatever stands in a record of any format, the run goes through: no crash, no rule that throws, every record counted.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';
import { damagedRecord } from '../support/damaged-records.ts';
import { FORMAT_RECORDS } from '../support/format-records.ts';

const RECORDS = 150;

test.each(FORMATS.map(({ id }) => id))('damaged records read as %s', async (format) => {
  const own = fc.sample(damagedRecord(FORMAT_RECORDS[format] ?? []), { numRuns: RECORDS, seed: 7_211 });
  const others = fc.sample(damagedRecord(Object.values(FORMAT_RECORDS).flat()), { numRuns: 50, seed: 7_212 });
  const content = linesOf([...own, ...others]);
  for (const goal of ['style', 'classification']) {
    const report = await checkContent(content, { format, preset: 'all', goal });
    expect(report.counts['internal/rule-crash'] ?? 0).toBe(0);
    expect(report.figures.records.read).toBe(RECORDS + 50);
    expect(report.figures.records.effective).toBeGreaterThan(0);
  }
});
