// Reports of a real run over a file in which everything is wrong that could reach a report.

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Report, render } from '../../src/index.ts';
import { REPORT_KINDS } from '../../src/report/index.ts';
import { checkContent } from '../support/check-lines.ts';
import { hostileLines } from '../support/hostile-lines.ts';
import { ACTS, SECRET, show } from './rich-report.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'),
) as object;

let report: Report;
beforeAll(async () => {
  report = await checkContent(hostileLines(), { target: 'openai-sft', goal: 'style' });
});

const KINDS = REPORT_KINDS.map(({ id }) => id);

test.each(KINDS)('%s hides secrets, shows nothing that acts, and stays short', (kind) => {
  const shown = show(kind, report, 200);
  expect(shown).not.toContain(SECRET.slice(8));
  expect(shown).not.toMatch(ACTS);
  expect(shown.length).toBeLessThan(120_000);
});

test.each(['text', 'json', 'markdown', 'sarif'])('%s says that a secret was there', (kind) => {
  expect(render(report, kind, { examples: 100 })).toContain('sk-proj-***(');
});

describe('json', () => {
  test('is what its schema says', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(schema);
    expect(validate(JSON.parse(render(report, 'json'))), JSON.stringify(validate.errors, null, 1)).toBe(true);
  });

  test('counts are exact, and findings are in the order of their places', () => {
    const { counts, findings } = JSON.parse(render(report, 'json')) as {
      counts: Record<string, number>;
      findings: { rule: string; index?: number }[];
    };
    expect(Object.keys(counts).length).toBeGreaterThan(10);
    for (const [rule, count] of Object.entries(counts)) {
      expect(findings.filter((finding) => finding.rule === rule)).toHaveLength(count);
    }
    const places = findings.map(({ index }) => index ?? -1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});
