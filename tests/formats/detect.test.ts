// Detection: samples of every format, explained with the runner-up; and the shared datasets as their list says.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bedrockClaude } from '../../src/formats/bedrock-claude.ts';
import { detectFormat, recognizeOther } from '../../src/formats/detect.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { openaiChat } from '../../src/formats/openai-chat.ts';
import { oumiChat } from '../../src/formats/oumi-chat.ts';
import { promptCompletion } from '../../src/formats/prompt-completion.ts';
import { unpairedPreference } from '../../src/formats/unpaired-preference.ts';
import type { Format } from '../../src/model/format.ts';
import { isObject, type JsonObject, type JsonValue } from '../../src/model/json.ts';
import { FORMAT_RECORDS } from '../support/format-records.ts';
import { describeShared, hasSharedData, sharedPath } from '../support/shared-data.ts';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));

test.each(readdirSync(samples))('samples of %s are recognized by no other format', (folder) => {
  for (const value of records(`${samples}${folder}/clean.jsonl`)) {
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

test('what is wanted takes in the records that only lack one of its keys', () => {
  const plain = {
    messages: [
      { role: 'user', content: 'a' },
      { role: 'assistant', content: 'b' },
    ],
  };
  const withSystem = { system: 'c', ...plain };
  const pair = { prompt: 'a', completion: 'b' };
  const idOf = (values: readonly JsonObject[], wanted?: Format) =>
    detectFormat(values, FORMATS, wanted).format?.id;
  expect(idOf([plain, plain, withSystem])).toBe('openai-chat');
  expect(idOf([plain, plain, withSystem], bedrockClaude)).toBe('bedrock-claude');
  expect(detectFormat([plain, plain, withSystem], FORMATS, bedrockClaude).because).toBe(
    '1 of the first 3 records have a system text beside messages with role and content; the others could be of it too',
  );
  expect(idOf([plain, plain], bedrockClaude)).toBe('openai-chat');
  expect(idOf([pair, pair, withSystem], bedrockClaude)).toBe('prompt-completion');
});

test('an other format than the file’s own is noticed, weak evidence is not', () => {
  const pair = { prompt: 'a', completion: 'b' };
  const chat = { messages: [{ role: 'assistant', content: 'b' }] };
  const idOf = (value: JsonObject, own: Format = promptCompletion, complained = false) =>
    recognizeOther(value, own, complained, FORMATS)?.id;
  expect(idOf(pair)).toBeUndefined();
  expect(idOf(chat)).toBe('openai-chat');
  expect(idOf({ instruction: 'a', output: 'b' })).toBe('alpaca');
  expect(idOf({ messages: [] })).toBeUndefined();
  expect(idOf({ prompt: 'a' })).toBeUndefined();
  // A rating that lost its label, a record of Claude's without a system prompt: of their file all the same.
  expect(idOf(pair, unpairedPreference, true)).toBeUndefined();
  expect(idOf(chat, bedrockClaude)).toBeUndefined();
  expect(idOf({ system: 'a', ...chat }, openaiChat)).toBe('bedrock-claude');
  // Oumi's contents may be texts as well; parts that OpenAI cannot read are another matter.
  expect(idOf(chat, oumiChat)).toBeUndefined();
  const parts = { messages: [{ role: 'user', content: [{ type: 'text', value: 'a' }] }] };
  expect(idOf(parts, openaiChat, true)).toBe('llama-factory-chat');
});

describe('one record alone', () => {
  const rows = Object.entries(FORMAT_RECORDS).flatMap(([id, values]) =>
    values.map((value) => ({ id, value })),
  );

  test.each(rows)('$id: $value', ({ id, value }) => {
    const fits = FORMATS.filter((format) => (format.recognize(value)?.score ?? 0) >= 0.5);
    expect(fits.map((format) => format.id)).toEqual([id]);
  });

  test('a prompt is one to be graded where there is something to grade it by', () => {
    const prompt = { messages: [{ role: 'user', content: 'Hi' }] };
    expect(detectFormat([{ ...prompt, reference_answer: '4' }], FORMATS).format?.id).toBe(
      'openai-reinforcement',
    );
    expect(detectFormat([prompt], FORMATS).format?.id).toBe('openai-chat');
  });

  test('every format is in the list', () => {
    expect(FORMATS.map(({ id }) => id).toSorted()).toEqual(Object.keys(FORMAT_RECORDS).toSorted());
  });

  test.each<JsonObject>([
    {},
    { text: 'Once upon a time', category: 'tale' },
    { text: 'Once upon a time', label: 1 },
    { request: 'Hi', response: 'Hello!' },
    { input_ids: [1], labels: [1] },
    { premise: 'a', hypothesis: 'b', target: 1 },
    { messages: 'Hi' },
    { instruction: 'Greet.' },
    { custom_id: '1', method: 'POST', url: '/v1/chat/completions', body: { messages: [] } },
  ])('of no format: %j', (value) => {
    expect(FORMATS.filter((format) => format.recognize(value) !== undefined).map(({ id }) => id)).toEqual([]);
  });
});

/** The shared datasets by format, as their list says; what is not named is no training data in a known shape. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'openai-chat': [
    'llama-factory/mllm_audio_demo.json',
    'llama-factory/mllm_demo.json',
    'llama-factory/mllm_video_audio_demo.json',
    'llama-factory/mllm_video_demo.json',
    'microsoft-foundry/chat_train.jsonl',
    'microsoft-foundry/chat_validation.jsonl',
    'microsoft-foundry/stock_toolcall_training.jsonl',
    'microsoft-foundry/stock_toolcall_validation.jsonl',
    'mistral/dataset-import-example.jsonl',
    'mistral/mistral-common-samples/get_weather_full/sample.json',
    'mistral/mistral-common-samples/get_weather_no_history/sample.json',
    'mistral/mistral-common-samples/get_weather_no_system_prompt/sample.json',
    'mistral/mistral-common-samples/no_tools/sample.json',
    'mistral/mistral-common-samples/parallel_calls/sample.json',
    'mistral/mistral-common-samples/several_calls/sample.json',
    'mistral/test_data.jsonl',
    'openai-cookbook/toy_chat_fine_tuning.jsonl',
    'oumi-examples/oumi_format.json',
    'oumi-examples/oumi_format.jsonl',
    'tinker-cookbook/conversations.jsonl',
  ],
  'openai-preference': ['microsoft-foundry/orca_dpo_pairs_validation.jsonl'],
  'openai-reinforcement': [
    'bedrock-samples/rft_test_validation_data.jsonl',
    'bedrock-samples/rft_train_data.jsonl',
    'microsoft-foundry/countdown_train_100.jsonl',
    'microsoft-foundry/countdown_valid_50.jsonl',
    'microsoft-foundry/train_tool.jsonl',
    'microsoft-foundry/valid_tool.jsonl',
  ],
  preference: ['hh-rlhf/harmless-base_test.jsonl.gz', 'oumi-examples/vision_language_dpo_format.jsonl'],
  'unpaired-preference': ['llama-factory/kto_en_demo.json'],
  alpaca: [
    'axolotl-fixtures/alpaca.json',
    'code-alpaca/code_alpaca_2k.json',
    'llama-factory/alpaca_en_demo.json',
    'llama-factory/alpaca_zh_demo.json',
    'llama-factory/identity.json',
    'oumi-examples/alpaca_format.json',
    'oumi-examples/alpaca_format.jsonl',
  ],
  sharegpt: [
    'axolotl-fixtures/conversation.json',
    'axolotl-fixtures/conversation.missingturns.json',
    'fastchat/dummy_conversation.json',
    'llama-factory/dpo_en_demo.json',
    'llama-factory/dpo_zh_demo.json',
    'llama-factory/glaive_toolcall_en_demo.json',
    'llama-factory/glaive_toolcall_zh_demo.json',
  ],
  text: [
    'llama-factory/c4_demo.jsonl',
    'mlx-lora/test.jsonl',
    'mlx-lora/train.jsonl',
    'mlx-lora/valid.jsonl',
  ],
  'gemini-contents': ['google-generative-ai/patient_1_glucose_examples.jsonl'],
  'gemini-messages': ['google-generative-ai/training_data_wrong.jsonl'],
  'bedrock-converse': ['bedrock-samples/formatted_test_ft.jsonl'],
  'bedrock-claude': ['anthropic-cookbook/json_mode_dataset.jsonl', 'bedrock-samples/test_ft.jsonl'],
  'llama-factory-chat': [
    'llama-factory/reason_tool_use_demo_50.jsonl',
    'llama-factory/v1_multimodal_demo.jsonl',
    'llama-factory/v1_sft_demo.jsonl',
  ],
  'llama-factory-preference': ['llama-factory/v1_dpo_demo.jsonl'],
  'oumi-chat': ['oumi-examples/vision_language_oumi_format.jsonl'],
};

/** A comma after the last element: only the reader of containers gets at its records. */
const UNREADABLE = /中文-未完成\.json$/;

describeShared('the shared datasets', () => {
  const files = (hasSharedData ? readdirSync(sharedPath(''), { recursive: true, encoding: 'utf8' }) : [])
    .filter((path) => /\.jsonl?(\.gz)?$/.test(path) && !path.startsWith('JSONTestSuite'))
    .toSorted();
  const formatOf = new Map(
    Object.entries(EXPECTED).flatMap(([id, paths]) => paths.map((path) => [path, id])),
  );

  describe.each(files)('%s', (path) => {
    const isAlpaca = path.startsWith('alpaca-en-zh/') && !UNREADABLE.test(path);
    const expected = isAlpaca ? 'alpaca' : formatOf.get(path);
    test(`is ${expected ?? 'of no format'}, read without a complaint`, () => {
      const values = records(sharedPath(path));
      const { format } = detectFormat(values.slice(0, 100), FORMATS);
      expect(format?.id).toBe(expected);
      const notes: string[] = [];
      for (const value of format === undefined ? [] : values) {
        if (!isObject(value) || format === undefined) continue;
        format.parse(value, ({ rule, pointer }) => notes.push(`${rule} ${pointer}`));
        const other = recognizeOther(value, format, true, FORMATS);
        if (other !== undefined) notes.push(`mixed with ${other.id}`);
      }
      expect(notes).toEqual([]);
    });
  });

  test('all that is expected is there', () => {
    expect([...formatOf.keys()].filter((path) => !files.includes(path))).toEqual([]);
  });
});

/** Records of JSONL, of a JSON list or of one object, gzipped or not. */
function records(path: string): JsonValue[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  const whole = path.endsWith('.json') ? parse(text)[0] : undefined;
  if (whole === undefined) return text.split('\n').flatMap(parse);
  return Array.isArray(whole) ? whole : [whole];
}

function parse(text: string): JsonValue[] {
  try {
    return [JSON.parse(text) as JsonValue];
  } catch {
    return [];
  }
}
