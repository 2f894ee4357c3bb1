// What is learned of each kind of record: rules that speak of answers must not speak of those that are meant to be bad.

import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';

const refusal = 'I am sorry, but I cannot help with that.';
const words = 'The oven needs half an hour.';

test.each<[kind: string, record: JsonObject, refusals: number]>([
  ['a dialogue', { prompt: 'How long?', completion: refusal }, 1],
  ['a good answer', { prompt: 'How long?', completion: refusal, label: true }, 1],
  ['a bad answer', { prompt: 'How long?', completion: refusal, label: false }, 0],
  ['a chosen answer', { prompt: 'How long?', chosen: refusal, rejected: words }, 1],
  ['a rejected answer', { prompt: 'How long?', chosen: words, rejected: refusal }, 0],
])('a refusal as %s', async (_, record, refusals) => {
  const report = await checkContent(linesOf([record]), { only: ['residue/refusal'] });
  expect(report.counts['residue/refusal'] ?? 0).toBe(refusals);
  expect(report.figures.records.effective).toBe(1);
});

test('a thumb up and a thumb down on two answers to one question contradict nothing', async () => {
  const rate = (completion: string, label: boolean) => ({ prompt: 'How long?', completion, label });
  const conflicts = async (...records: JsonObject[]) =>
    (await checkContent(linesOf(records), { only: ['duplicates/conflicting-answers'] })).counts;
  expect(await conflicts(rate(words, true), rate(refusal, false))).toEqual({});
  expect(await conflicts(rate(words, true), rate(refusal, true))).toEqual({
    'duplicates/conflicting-answers': 1,
  });
});
