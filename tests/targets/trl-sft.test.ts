// TRL: what its trainer reads without harm, and what its defaults do to the rest.

import { expect, test } from 'vitest';
import { check } from '../../src/index.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';
import { describeShared, sharedPath } from '../support/shared-data.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const answer = { role: 'assistant', content: 'It is sunny.' };
/** A token each, and one for each space. */
const NUMBERS = Array.from({ length: 550 }, (_, n) => n).join(' ');

async function findingsOn(record: JsonObject, request: object = {}): Promise<string[]> {
  const report = await checkContent(linesOf([record]), { target: 'trl-sft', ...request });
  return report.findings
    .filter(({ at }) => at !== undefined)
    .map(({ rule, severity, pointer }) => `${severity} ${rule} ${pointer}`.trim())
    .toSorted();
}

test.each<[string, JsonObject, readonly string[]]>([
  ['a conversation', { messages: [user, answer] }, []],
  ['a pair', { prompt: 'What is the weather?', completion: 'It is sunny.' }, []],
  ['plain text', { text: 'The sun shines over Bonn today, and nobody complains.' }, []],
  ['columns of its own', { messages: [user, answer], topic: 'weather', id: 7 }, []],
  [
    'a prompt beside messages',
    { messages: [user, answer], prompt: 'Hi' },
    ['error target/trl-stray-column /prompt'],
  ],
  [
    'a pair by other names',
    { input: 'What is the weather?', output: 'It is sunny.' },
    ['error target/trl-stray-column'],
  ],
  [
    'roles of another family',
    { messages: [{ role: 'human', content: 'Hi' }, answer] },
    ['error roles/unknown-role /messages/0/role'],
  ],
  [
    'a weight of 0, which is no reason to say that nothing is learned',
    { messages: [user, { ...answer, weight: 0 }] },
    ['warning target/ignored-weight /messages/1/weight'],
  ],
  ['half a weight, which nobody reads', { messages: [user, { ...answer, weight: 0.5 }] }, []],
  [
    'a user turn at the end',
    { messages: [user, answer, user] },
    ['warning roles/last-not-assistant /messages/2'],
  ],
  [
    'an empty answer',
    { messages: [user, { ...answer, content: '' }] },
    ['error content/empty-answer /messages/1/content'],
  ],
  ['1,100 tokens', { messages: [user, { ...answer, content: NUMBERS }] }, ['warning target/max-length']],
])('%s', async (_, record, expected) => {
  expect(await findingsOn(record)).toEqual(expected);
});

test('the length is the user’s to set', async () => {
  const long = { messages: [user, { ...answer, content: NUMBERS }] };
  const rules = { 'target/max-length': { options: { maxLength: 2048 } } };
  expect(await findingsOn(long, { rules })).toEqual([]);
});

describeShared('real sets', () => {
  test('a clean one passes', async () => {
    const report = await check(
      [sharedPath('tinker-cookbook/conversations.jsonl')],
      { target: 'trl', today: '2026-11-24' },
      { threads: 0 },
    );
    expect(report.target?.id).toBe('trl-sft');
    // What the set as a whole lacks is for other rules to say: some records have a system prompt, some none.
    expect(report.totals.error).toBe(0);
    expect(
      Object.keys(report.counts).filter((rule) => /^(?:structure|roles|tools|target)\//.test(rule)),
    ).toEqual([]);
  });
});
