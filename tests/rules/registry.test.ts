// What every rule owes: its place, its words, and examples that use every message.

import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/config/names.ts';
import { RULES } from '../../src/rules/index.ts';

const folder = fileURLToPath(new URL('../../src/rules/', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts') && path.includes('/'))
  .map((path) => path.replace('.ts', ''));

/**
 * Messages that no short example can raise, and the test that raises them instead.
 * A rule of this list needs no bad example.
 */
const RAISED_ELSEWHERE: ReadonlySet<string> = new Set([
  'structure/line-too-long/long',
  'structure/invalid-utf8/bytes',
  'structure/invalid-utf8/utf16',
  'structure/file-limits/bytes',
  'structure/file-limits/records',
  'structure/damaged-file/packed',
  'structure/damaged-file/rows',
  'internal/rule-crash/crash',
  'settings/expired-suppression/expired',
  'structure/not-a-dataset/skipped',
  'target/service-status/alone',
  'target/large-upload/large',
  'target/alibaba-file-names/many',
  'target/alibaba-file-names/twice',
  'target/together-reasoning-model/none',
  'target/ibm-studio-limit/many',
  'target/tinker-tool-result/id',
  'target/nova-media/micro',
  'target/nova-unused-validation/unused',
  'target/distillation-turns/long',
  'target/media-records/many',
  'target/records-by-epochs/many',
  'target/tokens-by-epochs/many',
  'target/validation-size/bytes',
  'target/validation-size/share',
  'target/openai-skipped-image/large',
  'target/hf-mixed-shapes/column',
]);

test('every file is listed under its own name', () => {
  expect(RULES.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
});

test('no two rules share a name', () => {
  const names = ALL_RULES.flatMap(({ id, formerly }) => [id, ...(formerly ?? [])]);
  expect(names.length).toBe(new Set(names).size);
});

describe.each(ALL_RULES.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  test('speaks in sentences', () => {
    expect(rule.title).toMatch(/^[A-Z0-9].*[^.]$/);
    for (const sentence of [rule.why, rule.mend]) expect(sentence).toMatch(/^[A-Za-z].*\.$/s);
    for (const message of Object.values(rule.messages)) expect(message).toMatch(/\.$/);
    for (const option of Object.values(rule.options)) expect(option.about).toMatch(/\.$/);
  });

  test('names where its facts were read', () => {
    for (const { title, url, read } of rule.sources) {
      expect(title).not.toBe('');
      if (url !== undefined) expect(read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test('uses every message in an example', () => {
    const used = new Set(rule.examples.bad.flatMap(({ finds }) => finds.map(({ message }) => message)));
    const unused = Object.keys(rule.messages).filter(
      (key) => !used.has(key) && !RAISED_ELSEWHERE.has(`${rule.id}/${key}`),
    );
    expect(unused).toEqual([]);
  });
});
