// Texts that are one thing over and over: what makes a rule that backtracks or quotes too much stand still.

import { expect } from 'vitest';
import type { Request } from '../../src/index.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { checkContent, linesOf } from './check-lines.ts';

/** What a text repeats: marks that rules look for, and openings that are never closed. */
export const PIECES = [
  'a',
  ' ',
  '\n',
  '\t \n',
  'ab ',
  '0',
  '1. ',
  '- a\n',
  '.',
  '. ',
  ', ',
  '!?',
  '"',
  "'",
  '`',
  '```',
  '```json\n{',
  '~~~',
  '(',
  '[',
  '[a](',
  '[Your ',
  '{',
  '{{',
  '{"a":',
  '<',
  '<|im_start|>',
  '<think>',
  '<a ',
  '&amp;',
  '&',
  '\\',
  '\\n',
  '\\u00',
  '|',
  '| a ',
  '#',
  '$',
  '%s',
  '*',
  '**a',
  '_',
  '-',
  '=',
  'http://',
  'http://a.b/ ',
  'data:image/png;base64,',
  'a@b.',
  'sk-',
  'Human: ',
  '\n\nAssistant: ',
  'Instruction: ',
  'As an AI ',
  'I cannot help ',
  'sorry ',
  'TODO ',
  'undefined',
  'é',
  'Ã©',
  'â€™',
  'ы',
  '字',
  '。',
  '\u200b',
  '\u202e',
  '\u0001',
  '\u001b[',
  '\ufffd',
  '\ufeff',
  '\ue000',
  '🙂',
  '\ud800',
  '\u{e0041}',
];

export const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length));

/** The text as a question, as an answer, as a better and a worse answer. */
export const askedAndSaid = (text: string): JsonObject[] => [
  { prompt: 'What is this?', completion: text },
  { prompt: text, completion: 'Nothing.' },
  { prompt: 'What is this?', completion: `{"a": ${JSON.stringify(text)}}` },
];

/** Every rule on: no rule throws, and every record is read. */
export async function goesThrough(records: readonly JsonObject[], request: Request = {}): Promise<void> {
  const report = await checkContent(linesOf(records), { preset: 'all', ...request });
  expect(report.counts['internal/rule-crash'] ?? 0).toBe(0);
  expect(report.figures.records).toMatchObject({ read: records.length, broken: 0, unrecognized: 0 });
}
