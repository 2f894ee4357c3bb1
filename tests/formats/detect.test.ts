// Detection: samples of every format, explained with the runner-up; and the shared datasets as their list says.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { detectFormat, recognizeOther } from '../../src/formats/detect.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { promptCompletion } from '../../src/formats/prompt-completion.ts';
import { isObject, type JsonObject, type JsonValue } from '../../src/model/json.ts';
import { describeShared, hasSharedData, sharedPath } from '../support/shared-data.ts';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));

const question = { role: 'user', content: 'Hi' };
const answer = { role: 'assistant', content: 'Hello!' };

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

test('an other format than the file’s own is noticed, weak evidence is not', () => {
  const pair = { prompt: 'a', completion: 'b' };
  const chat = { messages: [{ role: 'assistant', content: 'b' }] };
  const idOf = (value: JsonObject) => recognizeOther(value, promptCompletion, FORMATS)?.id;
  expect(idOf(pair)).toBeUndefined();
  expect(idOf(chat)).toBe('openai-chat');
  expect(idOf({ instruction: 'a', output: 'b' })).toBe('alpaca');
  expect(idOf({ messages: [] })).toBeUndefined();
  expect(idOf({ prompt: 'a' })).toBeUndefined();
});

/** One small record of each format: no other format may claim it. */
const ONE_OF_EACH: Readonly<Record<string, readonly JsonObject[]>> = {
  'openai-chat': [
    { messages: [{ role: 'user', content: 'Hi' }, answer], system: null },
    { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }, answer], images: ['a.png'] },
  ],
  'openai-preference': [
    { input: { messages: [question] }, preferred_output: [answer], non_preferred_output: [answer] },
    { input: { messages: [question] }, preferred_completion: [answer], non_preferred_completion: [answer] },
  ],
  'prompt-completion': [
    { prompt: [question], completion: [answer] },
    { prompt: 'Hi', response: 'Hello!' },
    { input: 'Hi', output: 'Hello!' },
    { prompt: 'Hi', completion: 'Hello!', label: 1 },
    { prompt: [{ type: 'text', text: 'Hi' }], completion: 'Hello!' },
  ],
  preference: [
    { prompt: 'Hi', chosen: 'Hello!', rejected: 'No.' },
    { prompt: [question], chosen: [answer], rejected: [answer] },
    { chosen: [question, answer], rejected: [question, answer] },
    { chosen: '\n\nHuman: Hi\n\nAssistant: Hello!', rejected: '\n\nHuman: Hi\n\nAssistant: No.' },
    { messages: [question], chosen: answer, rejected: answer },
    { instruction: 'Greet.', input: '', chosen: 'Hello!', rejected: 'No.' },
    { system: 'Be brief.', question: 'Hi', chosen: 'Hello!', rejected: 'No.' },
    { chosen: { messages: [question, answer] }, rejected: { messages: [question, answer] } },
    { prompt: 'Hi', chosen_response: 'Hello!', rejected_response: 'No.' },
  ],
  'unpaired-preference': [
    { prompt: 'Hi', completion: 'Hello!', label: true },
    { prompt: [question], completion: [answer], label: false },
    { messages: [question, answer], label: true },
    { conversations: [{ from: 'human', value: 'Hi' }], kto_tag: false },
    { instruction: 'Greet.', completion: 'Hello!', label: true },
  ],
  alpaca: [
    { instruction: 'Greet.', input: '', output: 'Hello!', history: [], system: 'Be brief.' },
    { instruction: 'Greet.', context: '', response: 'Hello!', category: 'open_qa' },
    { instruction: 'Greet.', response: 'Hello!' },
    { system_prompt: '', question: 'Hi', response: 'Hello!' },
    { question: 'Hi', answer: 'Hello!' },
    { query: 'Hi', response: 'Hello!' },
  ],
  sharegpt: [
    { conversations: [{ from: 'human', value: 'Hi' }], tools: '[]' },
    { conversations: [question, answer] },
    { messages: [{ from: 'human', value: 'Hi' }] },
    {
      conversations: [{ from: 'human', value: 'Hi' }],
      chosen: { from: 'gpt', value: 'Hello!' },
      rejected: { from: 'gpt', value: 'No.' },
    },
  ],
  text: [{ text: 'Once upon a time' }, { text: 'Once', url: 'https://example.com', meta: { source: 'web' } }],
  segments: [{ segments: [{ label: false, text: 'Hi' }] }],
  'gemini-contents': [
    { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }], systemInstruction: { parts: [{ text: 'a' }] } },
  ],
  'gemini-preference': [
    {
      contents: [{ role: 'user', parts: [{ text: 'Hi' }] }],
      completions: [{ score: 1, completion: { role: 'model', parts: [{ text: 'Hello!' }] } }],
    },
  ],
  'gemini-messages': [{ messages: [question, { role: 'model', content: 'Hello!' }] }],
  'bedrock-converse': [
    { messages: [{ role: 'user', content: [{ text: 'Hi' }] }], system: [{ text: 'a' }] },
    { schemaVersion: 'bedrock-conversation-2024', messages: [{ role: 'user', content: [{ text: 'Hi' }] }] },
  ],
  'bedrock-claude': [{ system: 'Be brief.', messages: [question, answer] }],
  'llama-factory-chat': [
    { messages: [{ role: 'user', content: [{ type: 'text', value: 'Hi' }], loss_weight: 0 }] },
  ],
  'llama-factory-preference': [
    {
      chosen_messages: [{ role: 'user', content: [{ type: 'text', value: 'Hi' }] }],
      rejected_messages: [{ role: 'user', content: [{ type: 'text', value: 'Hi' }] }],
    },
  ],
  'oumi-chat': [{ messages: [{ role: 'user', content: [{ type: 'image_url', content: 'a.png' }] }] }],
};

describe('one record alone', () => {
  const rows = Object.entries(ONE_OF_EACH).flatMap(([id, values]) => values.map((value) => ({ id, value })));

  test.each(rows)('$id: $value', ({ id, value }) => {
    const fits = FORMATS.filter((format) => format.recognize(value) !== undefined);
    expect(fits.map((format) => format.id)).toEqual([id]);
  });

  test('openai-reinforcement: before openai-chat, which could hold it too', () => {
    const value = { messages: [question], reference_answer: '4' };
    expect(detectFormat([value], FORMATS).format?.id).toBe('openai-reinforcement');
    expect(detectFormat([{ messages: [question] }], FORMATS).format?.id).toBe('openai-chat');
  });

  test('every format is in the list', () => {
    const listed = [...Object.keys(ONE_OF_EACH), 'openai-reinforcement'].toSorted();
    expect(FORMATS.map(({ id }) => id).toSorted()).toEqual(listed);
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
    { custom_id: '1', method: 'POST', url: '/v1/chat/completions', body: { messages: [question] } },
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
        if (isObject(value)) format?.parse(value, ({ rule, pointer }) => notes.push(`${rule} ${pointer}`));
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
