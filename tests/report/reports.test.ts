// Reports as people and programs get them: golden files that a human reads whole, and what must hold of every form.

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { REPORT_KINDS } from '../../src/report/index.ts';
import { columnsOf } from '../../src/report/width.ts';
import { ACTS, CLEAN, RICH, SECRET, show } from './rich-report.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(schema);

const COLORS = /\u001b\[[0-9;]*m/g;

describe('text', () => {
  test.each([80, 120])('in %i columns', async (width) => {
    await expect(show('text', RICH, width)).toMatchFileSnapshot(`golden/rich-${width}.txt`);
  });

  test('in colour', async () => {
    await expect(show('text', RICH, 100, true)).toMatchFileSnapshot('golden/rich-color.txt');
  });

  test('of a clean set, in a few lines', async () => {
    const shown = show('text', CLEAN);
    await expect(shown).toMatchFileSnapshot('golden/clean.txt');
    expect(shown.split('\n').length).toBeLessThan(12);
  });

  test.each([
    ['rich', RICH],
    ['clean', CLEAN],
  ])('colour changes nothing but colour (%s)', (_, report) => {
    for (const width of [50, 80, 100]) {
      expect(show('text', report, width, true).replace(COLORS, '')).toBe(show('text', report, width));
    }
  });

  test.each([60, 80, 120])('keeps to %i columns, but for places and single long words', (width) => {
    const long = show('text', RICH, width)
      .split('\n')
      .filter((line) => columnsOf(line) > width);
    const wordy = long.filter((line) => line.trim().split(/\s+/).length > 3);
    expect(wordy).toEqual([]);
  });

  test('a rule with severities of its own for some files stands under the worst of them', () => {
    const head = show('text').split('\n')[0] ?? '';
    expect(head).toBe('✖ Control token in the text × 1,201  residue/special-token');
  });

  test('a rule that spoke is named though nothing of it was kept', () => {
    const shown = show('text', { ...RICH, findings: [] });
    expect(shown).toContain('▲ Exact duplicate × 31  duplicates/exact');
    expect(shown).toContain('… and 31 more');
  });
});

describe('json', () => {
  test('as it is written', async () => {
    await expect(show('json')).toMatchFileSnapshot('golden/rich.json');
  });

  test.each([
    ['rich', RICH],
    ['clean', CLEAN],
  ])('of the %s set is what its schema says', (_, report) => {
    const valid = validate(JSON.parse(show('json', report)));
    expect(valid, JSON.stringify(validate.errors, null, 1)).toBe(true);
  });

  test.each([
    ['a member that nobody knows', { surprise: 1 }],
    ['a wrong verdict', { verdict: 'maybe' }],
    ['a setting that nobody knows', { settings: { ...RICH.settings, threads: 4 } }],
    ['a finding without a rule', { findings: [{ severity: 'error' }] }],
  ])('the schema refuses %s', (_, change) => {
    expect(validate({ ...(JSON.parse(show('json')) as object), ...change })).toBe(false);
  });

  test('what is called __proto__ in the data is a name like any other', () => {
    const { findings } = JSON.parse(show('json')) as { findings: { rule: string; message: string }[] };
    expect(findings.find(({ rule }) => rule === 'labels/unknown-label')?.message).toBe(
      'The label __proto__ is not one of 3 classes.',
    );
  });
});

describe.each(REPORT_KINDS.map(({ id }) => id))('%s, whatever the data', (kind) => {
  test('hides secrets and shows nothing that acts', () => {
    const shown = show(kind, RICH, 200);
    expect(shown).not.toContain(SECRET.slice(8));
    expect(shown).toContain('sk-proj-***(');
    expect(shown).not.toMatch(ACTS);
  });

  test('is the same twice, and changes nothing in the report', () => {
    const before = JSON.stringify(RICH);
    expect(show(kind)).toBe(show(kind));
    expect(JSON.stringify(RICH)).toBe(before);
  });

  test('ends with a line feed', () => {
    expect(show(kind, CLEAN).endsWith('\n')).toBe(true);
  });
});
