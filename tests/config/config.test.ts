// The config file: what it may say, how it and flags become one request, and what is told when it is wrong.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { findConfig, loadConfig } from '../../src/config/load.ts';
import { mergeRequests } from '../../src/config/merge.ts';
import { ALL_RULES } from '../../src/config/names.ts';
import { resolveSettings } from '../../src/config/resolve.ts';
import { configJsonSchema } from '../../src/config/schema.ts';
import { check } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function configFile(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const TODAY = '2026-11-24';

describe('loadConfig', () => {
  test('reads JSON and YAML alike', async () => {
    const expected = { target: 'openai-sft', rules: { 'residue/refusal': 'off' }, maxWarnings: 3 };
    const json = configFile('a.json', JSON.stringify({ $schema: 'x', ...expected }));
    const yaml = configFile(
      'a.yaml',
      '# ours\ntarget: openai-sft\nrules:\n  residue/refusal: off\nmaxWarnings: 3\n',
    );
    expect(await loadConfig(json)).toEqual(expected);
    expect(await loadConfig(yaml)).toEqual(expected);
    expect(await loadConfig(configFile('empty.yaml', ''))).toEqual({});
  });

  test.each([
    [
      'a misspelt key',
      'b.yaml',
      'maxWarning: 3',
      /b\.yaml: maxWarning: there is no such key/,
      'did you mean maxWarnings?',
    ],
    [
      'a misspelt rule',
      'b.yaml',
      'rules: { residue/refusl: off }',
      /rules\.residue\/refusl/,
      'did you mean residue/refusal?',
    ],
    [
      'a wrong severity',
      'b.yaml',
      'rules: { residue/refusal: loud }',
      /rules\.residue\/refusal: it has to be off/,
      /./,
    ],
    [
      'an option out of range',
      'b.yaml',
      'rules: { size/effective: { options: { least: 3 } } }',
      /size\/effective\.options\.least/,
      /./,
    ],
    [
      'an option that is not there',
      'b.yaml',
      'rules: { size/effective: { options: { most: 1 } } }',
      /options\.most: there is no such key/,
      /./,
    ],
    ['a wrong type', 'b.json', '{"labels": "a"}', /labels: expected array/, /./],
    [
      'JSON with a comma too many',
      'b.json',
      '{"target": "openai-sft",}',
      /b\.json:1:24: a comma stands before/,
      /./,
    ],
    ['broken YAML', 'b.yaml', 'target: [', /b\.yaml:\d+:\d+: /, undefined],
    ['a list', 'b.yaml', '- 1', /has to hold keys and values/, undefined],
  ])('tells of %s', async (_, name, content, message, hint) => {
    await expect(loadConfig(configFile(name, content))).rejects.toMatchObject({
      code: 'bad-config',
      message: expect.stringMatching(message),
      hint: hint === undefined ? undefined : expect.stringMatching(hint),
    });
  });

  test('a file that is not there', async () => {
    await expect(loadConfig(join(folder, 'nowhere.json'))).rejects.toMatchObject({ code: 'bad-config' });
  });
});

test('the nearest config counts, from the folder upwards', () => {
  const inner = join(folder, 'one', 'two');
  mkdirSync(inner, { recursive: true });
  const outer = configFile('tuneset.config.yaml', '');
  expect(findConfig(inner)).toBe(outer);
  writeFileSync(join(folder, 'one', 'tuneset.config.json'), '{}');
  expect(findConfig(inner)).toBe(join(folder, 'one', 'tuneset.config.json'));
});

test('a flag wins over the file, rule by rule, and options of the file stay', () => {
  const file = {
    goal: 'style',
    rules: {
      'residue/refusal': 'off',
      'size/effective': { severity: 'info', options: { least: 0.9 } },
    },
  } as const;
  const merged = mergeRequests(file, { goal: 'extraction', rules: { 'size/effective': 'error' } });
  const settings = resolveSettings(merged, TODAY);
  expect(settings.goal).toBe('extraction');
  expect(settings.rules['residue/refusal']).toBeUndefined();
  expect(settings.rules['size/effective']).toEqual({ severity: 'error', options: { least: 0.9, from: 20 } });
});

test("the target's verdict wins over the catalogue's, the user's over both", () => {
  const severity = (request: object) =>
    resolveSettings(request, TODAY).rules['structure/unknown-key']?.severity;
  expect(severity({})).toBe('warning');
  expect(severity({ target: 'openai-sft' })).toBe('error');
  expect(severity({ target: 'openai-sft', rules: { 'structure/unknown-key': 'info' } })).toBe('info');
  const byGoal = (request: object) =>
    resolveSettings(request, TODAY).rules['duplicates/conflicting-answers']?.severity;
  expect(byGoal({})).toBe('info');
  expect(byGoal({ goal: 'classification' })).toBe('error');
});

test('overrides change severities for some files, and turn rules on and off there', async () => {
  const record = '{"prompt":"Say hello.","completion":""}\n';
  mkdirSync(join(folder, 'eval'));
  for (const name of ['train.jsonl', 'eval/a.jsonl', 'eval/b.jsonl'])
    writeFileSync(join(folder, name), record);
  const paths = ['train.jsonl', 'eval/a.jsonl', 'eval/b.jsonl'].map((name) => join(folder, name));
  const request = {
    only: ['content/empty-answer'],
    overrides: [
      { files: 'eval/**', rules: { 'content/empty-answer': 'warning' } },
      { files: 'b.jsonl', rules: { 'content/empty-answer': 'off' } },
    ],
  } as const;
  const report = await check(paths, request, { root: folder, threads: 0 });
  expect(report.findings.map(({ severity, at }) => [at?.source, severity])).toEqual([
    [0, 'error'],
    [1, 'warning'],
  ]);
  expect(report.totals).toEqual({ error: 1, warning: 1, info: 0 });
  const onlyThere = await check(
    paths,
    {
      ...request,
      rules: { 'content/empty-answer': 'off' },
      overrides: [{ files: 'eval/a*', rules: { 'content/empty-answer': 'error' } }],
    },
    { root: folder, threads: 0 },
  );
  expect(onlyThere.findings.map(({ at }) => at?.source)).toEqual([1]);
});

test('the published schema says what the code says', () => {
  const validate = new Ajv2020({ strict: false }).compile(configJsonSchema(ALL_RULES));
  expect(
    validate({ rules: { 'residue/refusal': 'off', 'size/effective': { options: { least: 0.5 } } } }),
  ).toBe(true);
  expect(validate({ rules: { 'residue/refusl': 'off' } })).toBe(false);
  expect(validate({ maxWarnings: -1 })).toBe(false);
});
