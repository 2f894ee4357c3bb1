// Converting whole files: nothing is lost without a word, and nothing half is left behind.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import { type ConvertRequest, convert } from '../../src/index.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { FORMAT_RECORDS } from '../support/format-records.ts';
import { describeShared, sharedPath } from '../support/shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-convert-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const fileOf = (content: string, ending = 'jsonl'): string => {
  files += 1;
  const path = join(folder, `input-${files}.${ending}`);
  writeFileSync(path, content);
  return path;
};
const linesOf = (records: readonly JsonObject[]): string =>
  records.map((one) => `${JSON.stringify(one)}\n`).join('');
const run = (paths: readonly string[], request: Partial<ConvertRequest> & { to: string }) => {
  files += 1;
  const output = join(folder, `output-${files}.jsonl`);
  return convert(paths, { output, today: '2026-11-25', ...request });
};
const read = (path: string): JsonObject[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject);

describe.each(FORMATS)('from $id', ({ id }) => {
  test.each(FORMATS.map((to) => to.id))('to %s the sum holds', async (to) => {
    const input = fileOf(linesOf(FORMAT_RECORDS[id] ?? []));
    const conversion = await run([input], { to, format: id });
    expect(conversion.read).toBe(FORMAT_RECORDS[id]?.length);
    expect(conversion.converted + conversion.rejected).toBe(conversion.read);
    const { output, refusals, rejected, written } = conversion;
    if (refusals.length > 0) {
      expect(existsSync(output)).toBe(false);
      return;
    }
    expect(read(output)).toHaveLength(written);
    const format = FORMATS.find((one) => one.id === to);
    for (const record of read(output)) expect(format?.parse(record, () => {})).toBeDefined();
    if (rejected > 0) expect(read(`${output}.rejects.jsonl`)).toHaveLength(rejected);
    else expect(existsSync(`${output}.rejects.jsonl`)).toBe(false);
  });
});

test('a record that is right already keeps its bytes', async () => {
  const line =
    '{ "messages" : [{"role":"user","content":"\\u0041"},{"role":"assistant","content":"B"}], "n": 1.0, "big": 12345678901234567890 }';
  const conversion = await run([fileOf(`${line}\n`)], { to: 'openai-chat' });
  expect(readFileSync(conversion.output, 'utf8')).toBe(`${line}\n`);
});

test('what is broken or half understood stands among the rejected, with its place and reason', async () => {
  const good = {
    messages: [
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello' },
    ],
  };
  const half = { messages: [{ role: 'user', content: 'Hi' }, 'lost'] };
  const input = fileOf(`${linesOf([good])}{"messages": [\n${linesOf([half])}7\n`);
  const { output, ...conversion } = await run([input], { to: 'sharegpt' });
  expect(conversion).toMatchObject({ read: 4, converted: 1, rejected: 3, written: 1 });
  expect(read(`${output}.rejects.jsonl`)).toMatchObject([
    { index: 1, line: 2, text: '{"messages": [' },
    { index: 2, line: 3, record: half },
    { index: 3, line: 4, record: 7 },
  ]);
});

test('strict refuses the first loss and leaves nothing', async () => {
  const before = readdirSync(folder).length;
  const input = fileOf(linesOf([{ prompt: 'a', chosen: 'b', rejected: 'c' }]));
  const losses = join(folder, 'losses.jsonl');
  const conversion = await run([input], { to: 'alpaca', onLoss: 'fail', losses });
  expect(conversion.refusals).toHaveLength(1);
  expect(readdirSync(folder)).toHaveLength(before + 1);
});

test('fields without a word go along when they are to be kept', async () => {
  const input = fileOf(
    linesOf([{ instruction: 'a', output: 'b', id: 7, messages: null, source: { url: 'x' } }]),
  );
  const kept = await run([input], { to: 'openai-chat', onLoss: 'keep' });
  expect(read(kept.output)).toMatchObject([{ id: 7, source: { url: 'x' } }]);
  const dropped = await run([input], { to: 'openai-chat' });
  expect(dropped.losses.map(({ place }) => place)).toEqual(['/id', '/source/url']);
});

test('the choices: answers and turns', async () => {
  const pair = { prompt: 'a', chosen: 'b', rejected: 'c' };
  const each = await run([fileOf(linesOf([pair]))], { to: 'alpaca', wishes: { answer: 'each' } });
  expect(read(each.output).map(({ output }) => output)).toEqual(['b', 'c']);
  const rated = await run([fileOf(linesOf([pair]))], { to: 'unpaired-preference' });
  expect(read(rated.output)).toEqual([
    { prompt: 'a', completion: 'b', label: true },
    { prompt: 'a', completion: 'c', label: false },
  ]);
});

test('a result without a name or an id answers the call before it', async () => {
  const conversations = [
    { from: 'human', value: 'Rome?' },
    { from: 'function_call', value: '{"name":"weather","arguments":{"city":"Rome"}}' },
    { from: 'observation', value: '{"sky":"blue"}' },
    { from: 'gpt', value: 'Sunny.' },
  ];
  const gemini = await run([fileOf(linesOf([{ conversations }]))], { to: 'gemini-contents' });
  expect(gemini.losses).toEqual([]);
  expect(read(gemini.output)).toMatchObject([
    {
      contents: [
        {},
        {},
        { parts: [{ functionResponse: { name: 'weather', response: { sky: 'blue' } } }] },
        {},
      ],
    },
  ]);
  const chat = await run([fileOf(linesOf([{ conversations }]))], { to: 'openai-chat' });
  expect(read(chat.output)).toMatchObject([
    { messages: [{}, { tool_calls: [{ id: 'call_1' }] }, { role: 'tool', tool_call_id: 'call_1' }, {}] },
  ]);
});

/** Every public set of a format with turns, to five targets and back. */
const THERE = ['openai-chat', 'sharegpt', 'bedrock-converse', 'gemini-contents', 'preference'];
const SETS = [
  'llama-factory/alpaca_en_demo.json',
  'llama-factory/glaive_toolcall_en_demo.json',
  'llama-factory/dpo_en_demo.json',
  'llama-factory/kto_en_demo.json',
  'llama-factory/mllm_demo.json',
  'llama-factory/reason_tool_use_demo_50.jsonl',
  'llama-factory/v1_sft_demo.jsonl',
  'llama-factory/v1_dpo_demo.jsonl',
  'google-generative-ai/patient_1_glucose_examples.jsonl',
  'bedrock-samples/formatted_test_ft.jsonl',
  'microsoft-foundry/stock_toolcall_training.jsonl',
  'microsoft-foundry/orca_dpo_pairs_validation.jsonl',
];

describeShared('the public sets', () => {
  describe.each(SETS)('%s', (set) => {
    test.each(THERE)('to %s and back', async (to) => {
      const there = await run([sharedPath(set)], { to });
      expect(there.converted + there.rejected).toBe(there.read);
      if (there.written === 0) {
        expect(there.rejections.length).toBeGreaterThan(0);
        return;
      }
      const origin = there.sources[0]?.format ?? '';
      const back = await run([there.output], { to: origin });
      expect(back.read).toBe(there.written);
      expect(back.converted + back.rejected).toBe(back.read);
      // What no loss was told of comes back as it was.
      if (there.losses.length > 0 || there.rejected > 0 || back.losses.length > 0 || back.rejected > 0)
        return;
      const again = await run([back.output], { to });
      expect(readFileSync(again.output, 'utf8')).toBe(readFileSync(there.output, 'utf8'));
    });
  });
});
