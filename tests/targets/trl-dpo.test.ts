// TRL's preference records: explicit, implicit, as texts, as messages, and what its code makes of the rest.

import { expect, test } from 'vitest';
import { check } from '../../src/index.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';
import { describeShared, sharedPath } from '../support/shared-data.ts';

const asked = [{ role: 'user', content: 'Is it warm in Bonn?' }];
const says = (content: string) => [{ role: 'assistant', content }];

async function findingsOn(record: JsonObject): Promise<string[]> {
  const report = await checkContent(linesOf([record]), { target: 'trl-dpo' });
  return report.findings
    .filter(({ at, rule }) => at !== undefined && rule.startsWith('target/'))
    .map(({ rule, severity, pointer }) => `${severity} ${rule} ${pointer}`.trim())
    .toSorted();
}

test.each<[string, JsonObject, readonly string[]]>([
  ['texts', { prompt: 'Is it warm in Bonn?', chosen: 'Yes, it is.', rejected: 'You tell me.' }, []],
  ['messages', { prompt: asked, chosen: says('Yes, it is.'), rejected: says('You tell me.') }, []],
  [
    'whole conversations',
    { chosen: [...asked, ...says('Yes, it is.')], rejected: [...asked, ...says('You tell me.')] },
    [],
  ],
  [
    'texts without a prompt',
    { chosen: 'Yes, it is.', rejected: 'You tell me.' },
    ['warning target/trl-implicit-prompt /chosen'],
  ],
  [
    'a prompt as text, answers as messages',
    { prompt: 'Is it warm?', chosen: says('Yes, it is.'), rejected: says('You tell me.') },
    ['error target/trl-preference-columns /prompt'],
  ],
  [
    'a prompt by another name',
    { question: 'Is it warm in Bonn?', chosen: 'Yes, it is.', rejected: 'You tell me.' },
    ['warning target/trl-implicit-prompt /question'],
  ],
  [
    'two answers of 700 tokens, each short enough with its prompt',
    { prompt: 'Is it warm in Bonn?', chosen: 'word '.repeat(700), rejected: 'text '.repeat(700) },
    [],
  ],
  [
    'a worse answer of 1,500 tokens',
    { prompt: 'Is it warm in Bonn?', chosen: 'Yes, it is.', rejected: 'word '.repeat(1500) },
    ['warning target/max-length'],
  ],
  [
    'a better answer of 1,500 tokens',
    { prompt: 'Is it warm in Bonn?', chosen: 'word '.repeat(1500), rejected: 'You tell me.' },
    ['warning target/max-length'],
  ],
])('%s', async (_, record, expected) => {
  expect(await findingsOn(record)).toEqual(expected);
});

describeShared('real sets', () => {
  test('every transcript of hh-rlhf is told to have no prompt', async () => {
    const report = await check(
      [sharedPath('hh-rlhf/harmless-base_test.jsonl.gz')],
      { target: 'trl-dpo', today: '2026-11-24' },
      { threads: 0 },
    );
    expect(report.figures.sources[0]?.format).toBe('preference');
    expect(report.counts['target/trl-implicit-prompt']).toBe(report.figures.records.read);
  });
});
