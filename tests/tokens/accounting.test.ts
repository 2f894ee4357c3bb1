// What stands around and beside the texts, against the examples and tables of the provider.

import { expect, test } from 'vitest';
import type { Message, Role, Tool } from '../../src/model/example.ts';
import { accountingFor } from '../../src/tokens/accounting.ts';
import { CHAT_OVERHEADS } from '../../src/tokens/chat-overhead.ts';
import { createCounter } from '../../src/tokens/create.ts';
import { imageTokens } from '../../src/tokens/image-tokens.ts';
import { countText, openFlat } from './open-flat.ts';

const o200k = await openFlat('o200k_base');
const cl100k = await openFlat('cl100k_base');

const message = (role: Role, content: string, name?: string): Message => ({
  role,
  content,
  base: '/messages',
  index: 0,
  inside: '/content',
  name,
  weight: undefined,
  extra: undefined,
});

/** The example of OpenAI's cookbook whose counts it compares with the API's own. */
const jargon = [
  message(
    'system',
    'You are a helpful, pattern-following assistant that translates corporate jargon into plain English.',
  ),
  message('system', 'New synergies will help drive top-line growth.', 'example_user'),
  message('system', 'Things working well together will increase revenue.', 'example_assistant'),
  message(
    'system',
    "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
    'example_user',
  ),
  message('system', "Let's talk later when we're less busy about how to do better.", 'example_assistant'),
  message('user', "This late pivot means we don't have time to boil the ocean for the client deliverable."),
];
const weather = [
  message('system', 'You are a helpful assistant that can answer to questions about the weather.'),
  message('user', "What's the weather like in San Francisco?"),
];
const weatherTool: Tool = {
  base: '/tools',
  index: 0,
  name: 'get_current_weather',
  description: 'Get the current weather in a given location',
  parameters: {
    type: 'object',
    properties: {
      location: { type: 'string', description: 'The city and state, e.g. San Francisco, CA' },
      unit: {
        type: 'string',
        description: 'The unit of temperature to return',
        enum: ['celsius', 'fahrenheit'],
      },
    },
    required: ['location'],
  },
};

// The counts are those the notebook prints as counted by the API.
for (const [model, counter, messages, tools] of [
  ['gpt-4o-mini', o200k, 124, 101],
  ['gpt-4o-2024-08-06', o200k, 124, 101],
  ['gpt-4-0613', cl100k, 129, 105],
  ['gpt-3.5-turbo', cl100k, 129, 105],
] as const) {
  test(`${model}: the cookbook's examples come to the API's own counts`, () => {
    const accounting = accountingFor(model, counter);
    const texts = (list: readonly Message[]): number =>
      list.reduce((sum, { content }) => sum + countText(counter, content as string), 0);
    expect(texts(jargon) + accounting.framing(jargon).high).toBe(messages);
    const declared = accounting.tools([weatherTool]);
    expect(declared?.band).toBe(0);
    expect(texts(weather) + accounting.framing(weather).high + (declared?.tokens ?? 0)).toBe(tools);
  });
}

test('an example may or may not be charged for opening a reply: framing has two readings', () => {
  const { low, high } = accountingFor('gpt-4o', o200k).framing(weather);
  expect(high - low).toBe(3);
});

test('nested schemas make an estimate of it; no tools cost nothing; other formats have no formula', () => {
  const nested: Tool = {
    ...weatherTool,
    parameters: { properties: { list: { type: 'array', items: { type: 'string' } } } },
  };
  expect(accountingFor('gpt-4o', o200k).tools([nested])?.band).toBeGreaterThan(0);
  expect(accountingFor('gpt-4o', o200k).tools([])).toEqual({ tokens: 0, band: 0 });
  expect(accountingFor('llama-3.1', o200k).tools([weatherTool])).toBeUndefined();
});

test('hostile names of tools and properties are names', () => {
  const parameters = JSON.parse(
    '{"properties":{"__proto__":{"type":"string"},"constructor":{"enum":[1,null]}}}',
  );
  const tool: Tool = { base: '', index: 0, name: 'hasOwnProperty', parameters };
  expect(accountingFor('gpt-4o', o200k).tools([tool])?.tokens).toBeGreaterThan(20);
});

test('without a model, OpenAI frames where its vocabulary counts exactly, else nobody', async () => {
  expect(accountingFor(undefined, o200k).overhead).toBe('openai');
  expect(accountingFor(undefined, await createCounter('claude-approx')).overhead).toBe('none');
  expect(accountingFor('claude-sonnet-4', o200k).framing(weather)).toEqual({ low: 0, high: 0 });
});

test('every chat format says where it was read, and when; roles without a figure take the one for all', () => {
  for (const [name, { perMessage, source }] of Object.entries(CHAT_OVERHEADS)) {
    if (name === 'none') continue;
    expect(source?.title, name).toBeTruthy();
    expect(source?.url, name).toMatch(/^https:\/\//);
    expect(source?.read, name).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(perMessage['*'], name).toBeGreaterThan(0);
  }
});

test('harmony: the block that always comes first, and what stands around each message, counted', async () => {
  const harmony = await openFlat('o200k_harmony');
  const texts = (...list: readonly string[]): number =>
    list.reduce((sum, text) => sum + countText(harmony, text), 0);
  // <|start|>, <|message|>, <|channel|> and what closes a message are one token each.
  const block = (day: string): number =>
    3 +
    texts('system') +
    texts(
      'You are ChatGPT, a large language model trained by OpenAI.\nKnowledge cutoff: 2024-06\n' +
        `Current date: ${day}\n\nReasoning: medium\n\n# Valid channels: analysis, commentary, final. ` +
        'Channel must be included for every message.',
    );
  const { perConversation, perMessage } = CHAT_OVERHEADS.harmony;
  for (const day of ['2025-08-05', '2026-11-25', '2031-01-10']) expect(block(day)).toBe(perConversation);
  expect(3 + texts('user')).toBe(perMessage['*']);
  expect(4 + texts('assistant', 'final')).toBe(perMessage.assistant);
  const prompt = 'Answer in one word.';
  expect(3 + texts('developer', `# Instructions\n\n${prompt}\n\n`) - texts(prompt)).toBe(perMessage.system);
});

test('a prompt that the template writes where there is none, and an empty block of thoughts, count once', () => {
  const asked = message('user', 'Why?');
  const answer = message('assistant', 'So.');
  const framing = (model: string, list: readonly Message[]): number =>
    accountingFor(model, o200k).framing(list).low;
  expect(framing('qwen2.5-7b', [asked, answer])).toBe(5 + 5 + 21);
  expect(framing('qwen2.5-7b', [message('system', 'Be brief.'), asked, answer])).toBe(15);
  expect(framing('qwen3-8b', [asked, answer, asked, answer])).toBe(20 + 4);
  expect(framing('qwen3-8b', [asked, message('assistant', '<think>\nHm.\n</think>\n\nSo.')])).toBe(10);
  expect(framing('llama-3.1', [asked, answer])).toBe(
    framing('llama-3.1', [weather[0] as Message, asked, answer]),
  );
  expect(framing('qwen3-8b', [])).toBe(0);
});

/** Sizes, and what the provider's own calculations come to. */
const IMAGES = [
  ['tiles-85', 1024, 1024, 'high', 765],
  ['tiles-85', 2048, 4096, 'high', 1105],
  ['tiles-85', 4096, 8192, 'low', 85],
  ['tiles-85', 512, 512, 'auto', 255],
  ['tiles-2833', 1024, 1024, 'high', 2833 + 4 * 5667],
  ['tiles-75', 1024, 1024, 'high', 75 + 4 * 150],
  ['patches-1.62', 1024, 1024, 'high', Math.ceil(1024 * 1.62)],
  // 1800 × 2400 has 4,275 patches; shrunk to 1056 × 1408 it has 33 × 44.
  ['patches-1.72', 1800, 2400, 'auto', Math.ceil(1452 * 1.72)],
  ['patches-2.46', 1, 1, 'auto', 3],
] as const;

for (const [pricing, width, height, detail, tokens] of IMAGES) {
  test(`${pricing}: ${width} × ${height} at ${detail} detail costs ${tokens}`, () => {
    expect(imageTokens(pricing, { width, height }, detail)).toBe(tokens);
  });
}

test('images cost by the table of the model, where it has one', () => {
  const square = { width: 1024, height: 1024 };
  expect(accountingFor('gpt-4o', o200k).image(square, 'high')).toBe(765);
  expect(accountingFor('gpt-3.5-turbo', cl100k).image(square)).toBeUndefined();
  expect(accountingFor(undefined, o200k).image(square)).toBeUndefined();
  // At low detail the size is no matter, where images are cut into tiles.
  expect(accountingFor('gpt-4o', o200k).image(undefined, 'low')).toBe(85);
  expect(accountingFor('gpt-4o', o200k).image(undefined, 'high')).toBeUndefined();
  expect(accountingFor('gpt-4.1-mini', o200k).image(undefined, 'low')).toBeUndefined();
});
