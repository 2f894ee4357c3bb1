// Detection: samples of every format, explained with the runner-up; and the shared datasets as their list says.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../src/formats/detect.ts';
import { FORMATS } from '../../src/formats/index.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { describeShared, hasSharedData, sharedPath } from '../support/shared-data.ts';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));

const head = (path: string): JsonValue[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, 100)
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as JsonValue];
      } catch {
        return [];
      }
    });

test.each(readdirSync(samples))('samples of %s are recognized by no other format', (folder) => {
  for (const value of head(`${samples}${folder}/clean.jsonl`)) {
    const fits = FORMATS.filter((format) => format.recognize(value as JsonObject) !== undefined);
    expect(fits.map(({ id }) => id)).toEqual([folder]);
  }
});

test('says why, and what came second', () => {
  const chat = {
    messages: [
      { role: 'user', content: 'a' },
      { role: 'assistant', content: 'b' },
    ],
  };
  const pair = { prompt: 'a', completion: 'b' };
  expect(detectFormat([chat, pair, chat, 7], FORMATS)).toMatchObject({
    format: { id: 'openai-chat' },
    because:
      '2 of the first 4 records have messages with role and content; then prompt-completion with 1 (prompt and completion as text)',
  });
  expect(detectFormat([{ b: 1, a: 2 }, { a: 1 }], FORMATS)).toEqual({
    format: undefined,
    because: 'keys seen: a, b',
  });
  expect(detectFormat([1, 'x'], FORMATS).because).toBe('no record is an object');
  expect(detectFormat([], FORMATS).format).toBeUndefined();
});

/** JSONL files of the shared data and their format; what is not named here is of a format not built yet. */
const EXPECTED: Readonly<Record<string, string>> = {
  'microsoft-foundry/chat_train.jsonl': 'openai-chat',
  'microsoft-foundry/chat_validation.jsonl': 'openai-chat',
  'microsoft-foundry/stock_toolcall_training.jsonl': 'openai-chat',
  'microsoft-foundry/stock_toolcall_validation.jsonl': 'openai-chat',
  'mistral/dataset-import-example.jsonl': 'openai-chat',
  'mistral/test_data.jsonl': 'openai-chat',
  'openai-cookbook/toy_chat_fine_tuning.jsonl': 'openai-chat',
  'oumi-examples/oumi_format.jsonl': 'openai-chat',
  'oumi-examples/alpaca_format.jsonl': 'alpaca',
  'tinker-cookbook/conversations.jsonl': 'openai-chat',
};

describeShared('the shared datasets', () => {
  const files = (hasSharedData ? readdirSync(sharedPath(''), { recursive: true, encoding: 'utf8' }) : [])
    .filter((path) => path.endsWith('.jsonl'))
    .toSorted();

  describe.each(files)('%s', (path) => {
    test(`is ${EXPECTED[path] ?? 'of no format built yet'}`, () => {
      expect(detectFormat(head(sharedPath(path)), FORMATS).format?.id).toBe(EXPECTED[path]);
    });
  });
});
