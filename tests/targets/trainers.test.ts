// The open trainers: each takes its own owner's examples, and says the faults that its readers are known for.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, convert } from '../../src/index.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { TARGETS } from '../../src/targets/index.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';
import { describeShared, sharedPath } from '../support/shared-data.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const answer = { role: 'assistant', content: 'It is sunny.' };
const human = { from: 'human', value: 'What is the weather in Bonn?' };
const gpt = { from: 'gpt', value: 'It is sunny.' };
const chat = { messages: [user, answer] };
const shared = { conversations: [human, gpt] };
const plain = { instruction: 'Tell the weather in Bonn.', input: '', output: 'It is sunny.' };
const pair = { prompt: 'What is the weather in Bonn?', completion: 'It is sunny.' };
const ranked = { conversations: [human], chosen: gpt, rejected: { from: 'gpt', value: 'No idea.' } };
const preferred = { prompt: 'Is it warm in Bonn?', chosen: 'Yes, it is.', rejected: 'Ask another.' };
const rated = { prompt: 'Is it warm in Bonn?', completion: 'Yes, it is.', label: true };
const text = { text: 'The sun shines over Bonn.</s>' };
const call = (args: string | object, id = 'a') => ({
  role: 'assistant',
  content: '',
  tool_calls: [{ id, type: 'function', function: { name: 'weather', arguments: args } }],
});
const toolResult = { role: 'tool', tool_call_id: 'a', content: 'Sunny' };
const tools = [
  {
    type: 'function',
    function: {
      name: 'weather',
      description: 'Tells the weather of a place.',
      parameters: { type: 'object', properties: { city: { type: 'string' } } },
    },
  },
];
const words = (count: number): string => 'word '.repeat(count).trim();
const answered = (content: unknown, more: object = {}) => ({
  messages: [user, { ...answer, content, ...more }],
});

/** What the trainer's own groups of rules say of records, as `severity rule pointer`. */
async function findingsOn(
  target: string,
  content: readonly unknown[] | string,
  more: { readonly model?: string } = {},
): Promise<string[]> {
  const lines = typeof content === 'string' ? content : linesOf(content);
  const report = await checkContent(lines, { target, rules: { 'structure/min-records': 'off' }, ...more });
  return report.findings
    .filter(({ rule }) => /^(?:structure|roles|target|content\/empty|preference\/identical)/.test(rule))
    .filter(({ rule }) => rule !== 'target/service-status')
    .map(({ rule, severity, pointer }) => `${severity} ${rule} ${pointer}`.trim())
    .toSorted();
}

test.each<[string, readonly JsonObject[]]>([
  ['trl-kto', [rated, { ...rated, completion: 'No idea.', label: false }]],
  ['trl-kto', [preferred]],
  ['axolotl-chat', [chat, { messages: [user, call('{"city":"Bonn"}'), toolResult, answer], tools }]],
  ['axolotl-chat', [shared]],
  ['axolotl-alpaca', [plain, { instruction: 'Add 1 and 2.', output: 'That is 3.' }]],
  ['axolotl-dpo', [preferred]],
  ['llama-factory-sharegpt', [shared]],
  ['llama-factory-sharegpt', [chat]],
  ['llama-factory-alpaca', [plain]],
  ['llama-factory-dpo', [ranked]],
  ['llama-factory-dpo', [preferred]],
  ['unsloth-chat', [chat]],
  ['unsloth-chat', [text]],
  ['torchtune-chat', [chat]],
  ['torchtune-chat', [shared]],
  ['mlx-chat', [chat]],
  ['mlx-chat', [text]],
  ['mlx-completions', [pair]],
  ['ms-swift-sft', [chat]],
  ['ms-swift-sft', [plain]],
  ['ms-swift-sft', [pair]],
  ['nemo-sft', [chat]],
  ['oumi-sft', [chat]],
  ['oumi-sft', [plain]],
  ['litgpt-sft', [plain]],
])('%s takes what it is made for', async (target, records) => {
  expect(await findingsOn(target, records)).toEqual([]);
});

/** The numbers are those of the fact sheet's catalogue of faults. */
test.each<[string, string, readonly unknown[] | string, readonly string[]]>([
  [
    '1 null content',
    'torchtune-chat',
    [answered(null)],
    ['error structure/null-content /messages/1/content'],
  ],
  [
    '1 null content',
    'llama-factory-sharegpt',
    [{ conversations: [human, { from: 'gpt', value: null }] }],
    ['error structure/null-content /conversations/1/value'],
  ],
  [
    '2 no calls',
    'mlx-chat',
    [answered('It is sunny.', { tool_calls: [] })],
    ['warning target/empty-tools /messages/1/tool_calls'],
  ],
  ['3 no tools', 'trl-sft', [{ ...chat, tools: [] }], ['warning target/empty-tools /tools']],
  [
    '4 arguments as text',
    'llama-factory-sharegpt',
    [{ conversations: [human, { from: 'function_call', value: '{"name":"weather","arguments":"{}"}' }] }],
    ['error target/llama-factory-tool-shape /conversations/1/value'],
  ],
  [
    '5 arguments with different keys',
    'unsloth-chat',
    [
      { messages: [user, call({ city: 'Bonn' })], tools },
      { messages: [user, call({})], tools },
    ],
    ['warning target/hf-null-filled'],
  ],
  [
    '6 text here, a list there',
    'axolotl-chat',
    [chat, answered([{ type: 'text', text: 'It is warm.' }])],
    ['warning target/hf-mixed-shapes'],
  ],
  [
    '6 text here, a list there, before datasets 4.7',
    'llama-factory-sharegpt',
    [chat, answered([{ type: 'text', text: 'It is warm.' }])],
    ['error target/hf-mixed-shapes'],
  ],
  [
    '7 a blank line',
    'mlx-chat',
    `${linesOf([chat])}\n${linesOf([answered('Warm.')])}`,
    ['error structure/blank-line'],
  ],
  ['7 a blank line', 'litgpt-sft', `${linesOf([plain])}\n`, ['error structure/blank-line']],
  ['7 a blank line', 'trl-sft', `${linesOf([chat])}\n`, ['warning structure/blank-line']],
  ['7 a byte order mark', 'mlx-chat', `\u{FEFF}${linesOf([chat])}`, ['error structure/bom']],
  ['8 a list', 'litgpt-sft', `[${JSON.stringify(plain)}]\n`, ['error structure/array-in-jsonl']],
  [
    '10 the columns of an agent trace',
    'nemo-sft',
    [{ ...chat, id: '1', source: 'web', model: 'x', system_prompt: 'Be kind.' }],
    ['error target/hf-agent-trace /system_prompt'],
  ],
  ['11 a prompt', 'litgpt-sft', [{ ...plain, prompt: 'Hi' }], ['error target/litgpt-prompt-column /prompt']],
  ['11 a prompt', 'trl-sft', [{ ...chat, prompt: 'Hi' }], ['error target/trl-stray-column /prompt']],
  [
    '12 roles of another family',
    'mlx-chat',
    [{ messages: [{ ...user, role: 'human' }, answer] }],
    ['error roles/unknown-role /messages/0/role'],
  ],
  [
    '12 roles of another family, which Axolotl knows',
    'axolotl-chat',
    [{ messages: [{ ...user, role: 'human' }, answer] }],
    ['warning roles/unknown-role /messages/0/role'],
  ],
  [
    '13 two users',
    'torchtune-chat',
    [{ messages: [user, { ...user, content: 'And in Ulm?' }, answer] }],
    ['error roles/not-alternating /messages/1'],
  ],
  [
    '13 two users',
    'llama-factory-sharegpt',
    [{ conversations: [human, { from: 'human', value: 'And in Ulm?' }, gpt] }],
    ['error target/llama-factory-turn-order /conversations/1'],
  ],
  [
    '13 the assistant first',
    'torchtune-chat',
    [{ messages: [answer, user, { ...answer, content: 'Yes.' }] }],
    ['error roles/first-not-user /messages/0'],
  ],
  [
    '15 a question at the end',
    'nemo-sft',
    [{ messages: [user, answer, user] }],
    ['error roles/last-not-assistant /messages/2'],
  ],
  [
    '15 a question at the end',
    'axolotl-chat',
    [{ messages: [user, answer, user] }],
    ['warning roles/last-not-assistant /messages/2'],
  ],
  ['16 an empty answer', 'axolotl-chat', [answered('')], ['error content/empty-answer /messages/1/content']],
  [
    '17 white space at the edge',
    'axolotl-dpo',
    [{ ...preferred, chosen: 'Yes, it is.\n' }],
    ['warning target/axolotl-findable-answer /chosen'],
  ],
  [
    '18 twice the same',
    'trl-dpo',
    [{ ...preferred, rejected: 'Yes, it is.' }],
    ['warning preference/identical /rejected'],
  ],
  [
    '19 texts without a prompt',
    'trl-dpo',
    [{ chosen: 'Yes, it is.', rejected: 'You tell me.' }],
    ['warning target/trl-implicit-prompt /chosen'],
  ],
  [
    '20 a label that is a number',
    'trl-kto',
    [rated, { ...rated, completion: 'No idea.', label: false }, { ...rated, completion: 'Warm.', label: 1 }],
    ['error structure/wrong-type /label'],
  ],
  ['21 one class', 'trl-kto', [rated, { ...rated, completion: 'It is.' }], ['warning target/one-class']],
  [
    '22 no input',
    'llama-factory-alpaca',
    [{ instruction: 'Add 1 and 2.', output: 'That is 3.' }],
    ['error target/llama-factory-no-input'],
  ],
  [
    '22 no input',
    'oumi-sft',
    [{ instruction: 'Add 1 and 2.', output: 'That is 3.' }],
    ['error target/oumi-columns'],
  ],
  [
    '23 an output that is no text',
    'llama-factory-alpaca',
    [plain, { ...plain, output: { sum: 3 } }],
    ['error structure/wrong-type /output'],
  ],
  ['24 600 tokens', 'axolotl-chat', [answered(words(600))], ['warning target/max-length']],
  ['24 1,100 tokens', 'nemo-sft', [answered(words(1100))], ['warning target/max-length']],
  ['24 2,100 tokens', 'unsloth-chat', [answered(words(2100))], ['warning target/max-length']],
  ['24 2,100 tokens, and no default', 'torchtune-chat', [answered(words(2100))], []],
  [
    '28 marks and media',
    'llama-factory-sharegpt',
    [{ ...shared, images: ['sky.png'] }],
    ['error target/llama-factory-media-count /images'],
  ],
  ['30 no end mark', 'unsloth-chat', [{ text: 'The sun shines.' }], ['warning target/unsloth-no-end']],
  [
    '33 a weight in a turn',
    'unsloth-chat',
    [{ conversations: [human, { ...gpt, weight: 1 }] }],
    ['error target/unsloth-turn-keys /conversations/1'],
  ],
  [
    '33 thoughts beside the content',
    'ms-swift-sft',
    [answered('It is sunny.', { reasoning_content: 'Bonn, today.' })],
    ['warning target/ms-swift-lost-keys /messages/1/reasoning_content'],
  ],
  [
    '33 a weight of 0',
    'axolotl-chat',
    [{ messages: [user, { ...answer, weight: 0 }] }],
    ['warning target/ignored-weight /messages/1/weight'],
  ],
  [
    '36 two results in a row',
    'llama-factory-sharegpt',
    [
      {
        conversations: [
          human,
          { from: 'function_call', value: '{"name":"weather","arguments":{}}' },
          { from: 'observation', value: 'Sunny' },
          { from: 'observation', value: 'Warm' },
          gpt,
        ],
      },
    ],
    ['error target/llama-factory-turn-order /conversations/3'],
  ],
  [
    '40 two names for the answer',
    'ms-swift-sft',
    [{ question: 'What is 1 and 2?', answer: '3', solution: 'It is 3.' }],
    ['error target/ms-swift-two-names /solution'],
  ],
  [
    '42 an answer of one letter',
    'axolotl-dpo',
    [{ ...preferred, chosen: 'a' }],
    ['warning target/axolotl-findable-answer /chosen'],
  ],
  [
    'tools for torchtune',
    'torchtune-chat',
    [{ messages: [user, call('{}'), toolResult, answer], tools }],
    ['error target/torchtune-tool-turn /messages/1', 'error target/torchtune-tool-turn /messages/2'],
  ],
])('%s: %s', async (_, target, content, expected) => {
  expect(await findingsOn(target, content)).toEqual(expected);
});

test('25 fewer records than a batch of MLX-LM', async () => {
  const records = ['1', '2', '3'].map((n) => answered(`It is ${n} degrees.`));
  const report = await checkContent(linesOf(records), { target: 'mlx-chat' });
  expect(report.findings.map(({ rule, severity }) => `${severity} ${rule}`)).toContain(
    'error structure/min-records',
  );
});

test('9 a column that first appears after the first batch of the loader', async () => {
  const filler = Array.from({ length: 11 }, (_, n) => ({ text: `${n} ${'x'.repeat(1024 * 1024)}` }));
  const report = await checkContent(linesOf([...filler, { text: 'The sun shines.', topic: 'weather' }]), {
    target: 'trl-sft',
    only: ['target/hf-mixed-shapes'],
  });
  expect(report.findings.map(({ message, at, data }) => [message, at?.index, data?.column])).toEqual([
    ['column', 11, 'topic'],
  ]);
});

test('the length is the user’s to set, whatever the trainer’s default', async () => {
  const rules = { 'target/max-length': { options: { maxLength: 100 } } };
  const report = await checkContent(linesOf([answered(words(200))]), { target: 'axolotl-chat', rules });
  expect(report.findings.find(({ rule }) => rule === 'target/max-length')?.data?.limit).toBe(100);
});

/** What conversion to a target makes of one record, and whether the target takes that. */
async function converted(record: JsonObject, to: string): Promise<JsonObject | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'tuneset-'));
  try {
    writeFileSync(join(folder, 'in.jsonl'), linesOf([record]));
    const request = {
      to,
      output: join(folder, 'out.jsonl'),
      rules: { 'structure/min-records': 'off' },
    } as const;
    const { refusals } = await convert([join(folder, 'in.jsonl')], request, { root: folder });
    if (refusals.length > 0) return undefined;
    return JSON.parse(readFileSync(join(folder, 'out.jsonl'), 'utf8')) as JsonObject;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const asked = { instruction: 'Name the place.', input: 'It rains in Bonn.', output: 'It is Bonn.' };

test.each<[string, JsonObject, string, JsonObject | undefined]>([
  ['an instruction keeps its input', asked, 'litgpt-sft', asked],
  [
    'other names become those that are read',
    { instruction: 'Name the place.', context: 'It rains in Bonn.', response: 'It is Bonn.' },
    'axolotl-alpaca',
    asked,
  ],
  [
    'a list of tools becomes text',
    { messages: [user, call('{"city":"Bonn"}')], tools },
    'llama-factory-sharegpt',
    {
      conversations: [
        human,
        { from: 'function_call', value: '{"name":"weather","arguments":{"city":"Bonn"}}' },
      ],
      tools: JSON.stringify(tools),
    },
  ],
  [
    'a list of tools becomes text in a record that is ShareGPT already',
    { ...shared, tools },
    'llama-factory-sharegpt',
    { ...shared, tools: JSON.stringify(tools) },
  ],
  ['a conversation is no pair', shared, 'llama-factory-dpo', undefined],
  ['a pair becomes a conversation', ranked, 'llama-factory-sharegpt', shared],
])('%s', async (_, record, to, expected) => {
  expect(await converted(record, to)).toEqual(expected);
});

/** A record of a format that the target does not read. */
const FOREIGN: readonly JsonObject[] = [plain, chat, { segments: [{ label: true, text: 'Hi' }] }];

describe.each(TARGETS.map((target) => ({ id: target.id, target })))('$id', ({ id, target }) => {
  test('says what to run on records that it does not read', async () => {
    let told = 0;
    for (const record of FOREIGN) {
      const report = await checkContent(linesOf([record]), { target: id });
      const foreign = !target.formats.includes(report.figures.sources[0]?.format ?? '');
      const found = report.findings.find(({ rule }) => rule === 'target/unexpected-format');
      expect(found !== undefined).toBe(foreign);
      if (found === undefined) continue;
      told += 1;
      expect(found.data).toMatchObject({ source: 'data.jsonl', target: id });
    }
    expect(told).toBeGreaterThan(0);
  });
});

/** Sets that a trainer's owner or its users made for it. Faults of other groups are those of the sets themselves. */
const OWN: readonly (readonly [target: string, path: string])[] = [
  ['axolotl-alpaca', 'axolotl-fixtures/alpaca.json'],
  ['axolotl-chat', 'axolotl-fixtures/conversation.json'],
  ['axolotl-chat', 'fastchat/dummy_conversation.json'],
  ['llama-factory-alpaca', 'llama-factory/alpaca_en_demo.json'],
  ['llama-factory-alpaca', 'llama-factory/alpaca_zh_demo.json'],
  ['llama-factory-alpaca', 'llama-factory/identity.json'],
  ['llama-factory-sharegpt', 'llama-factory/glaive_toolcall_en_demo.json'],
  ['llama-factory-sharegpt', 'llama-factory/glaive_toolcall_zh_demo.json'],
  ['llama-factory-sharegpt', 'llama-factory/mllm_demo.json'],
  ['llama-factory-sharegpt', 'llama-factory/mllm_audio_demo.json'],
  ['llama-factory-sharegpt', 'llama-factory/mllm_video_demo.json'],
  ['llama-factory-sharegpt', 'llama-factory/mllm_video_audio_demo.json'],
  ['llama-factory-sharegpt', 'fastchat/dummy_conversation.json'],
  ['llama-factory-dpo', 'llama-factory/dpo_en_demo.json'],
  ['llama-factory-dpo', 'llama-factory/dpo_zh_demo.json'],
  ['mlx-chat', 'mlx-lora/train.jsonl'],
  ['mlx-chat', 'mlx-lora/valid.jsonl'],
  ['mlx-chat', 'mlx-lora/test.jsonl'],
  ['oumi-sft', 'oumi-examples/alpaca_format.jsonl'],
  ['oumi-sft', 'oumi-examples/oumi_format.jsonl'],
  ['oumi-sft', 'oumi-examples/vision_language_oumi_format.jsonl'],
  ['torchtune-chat', 'fastchat/dummy_conversation.json'],
  ['ms-swift-sft', 'fastchat/dummy_conversation.json'],
  ['litgpt-sft', 'alpaca-en-zh/alpaca_data-51009-52002-英文.json'],
];

describeShared('the sets of their owners', () => {
  test.each(OWN)('%s takes %s', async (target, path) => {
    const report = await check([sharedPath(path)], { target, today: '2026-11-25' }, { threads: 0 });
    const refused = report.findings
      .filter(({ rule, severity }) => severity === 'error' && /^(?:structure|roles|target)\//.test(rule))
      .map(({ rule, pointer, at }) => `${rule} ${at?.index ?? ''} ${pointer}`);
    expect(refused).toEqual([]);
  });
});
