// Reports as people and programs get them: golden files that a human reads whole, and the JSON against its schema.

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Report, render } from '../../src/index.ts';
import { checkContent } from '../support/check-lines.ts';
import { hostileLines, SECRET } from '../support/hostile-lines.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

let hostile: Report;
let clean: Report;
beforeAll(async () => {
  hostile = await checkContent(hostileLines(), { target: 'openai-sft', goal: 'style' });
  const lines = hostileLines().split('\n').slice(0, 12).join('\n');
  clean = await checkContent(lines, { model: 'gpt-4.1-mini-2025-04-14' });
});

describe('text', () => {
  test.each([80, 120])('in %i columns', async (width) => {
    const text = render(hostile, 'text', { width, examples: 4 });
    await expect(text).toMatchFileSnapshot(`golden/hostile-${width}.txt`);
  });

  test('in colour', async () => {
    const text = render(hostile, 'text', { width: 100, color: true, examples: 1 });
    await expect(text).toMatchFileSnapshot('golden/hostile-color.txt');
  });

  test('of a clean set, in a few lines', async () => {
    const text = render(clean, 'text', { width: 100 });
    await expect(text).toMatchFileSnapshot('golden/clean.txt');
    expect(text.split('\n').length).toBeLessThan(12);
  });
});

describe('json', () => {
  test('as it is written', async () => {
    await expect(render(hostile, 'json')).toMatchFileSnapshot('golden/hostile.json');
  });

  test.each([
    ['hostile', () => hostile],
    ['clean', () => clean],
  ])('of the %s set is what its schema says', (_, report) => {
    expect(validate(JSON.parse(render(report(), 'json'))), JSON.stringify(validate.errors, null, 1)).toBe(
      true,
    );
  });

  test('counts are exact, and findings are in the order of their places', () => {
    const { counts, findings } = JSON.parse(render(hostile, 'json')) as {
      counts: Record<string, number>;
      findings: { rule: string; index?: number }[];
    };
    for (const [rule, count] of Object.entries(counts)) {
      expect(findings.filter((finding) => finding.rule === rule)).toHaveLength(count);
    }
    const places = findings.map(({ index }) => index ?? -1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('whatever the form', () => {
  test.each(['text', 'json'])('%s hides secrets and shows nothing that acts', (kind) => {
    const shown = render(hostile, kind, { width: 200, examples: 100 });
    expect(shown).not.toContain(SECRET.slice(8));
    expect(shown).toContain('sk-proj-***(');
    // Line feeds are ours; everything else that acts, hides or turns would come from the data.
    expect(shown).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/,
    );
    expect(shown.length).toBeLessThan(120_000);
  });
});
