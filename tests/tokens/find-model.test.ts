// From names as people and providers write them to the facts of the model table.

import { expect, test } from 'vitest';
import type { Citation } from '../../src/model/citation.ts';
import { ENCODINGS } from '../../src/tokens/builtin.ts';
import { CHAT_OVERHEADS } from '../../src/tokens/chat-overhead.ts';
import { createCounter, readRecipe } from '../../src/tokens/create.ts';
import { ESTIMATES } from '../../src/tokens/estimate.ts';
import { baseModelName, findModel, suggestModels } from '../../src/tokens/find-model.ts';
import { MODELS } from '../../src/tokens/model-table.ts';

const FOUND: readonly (readonly [asked: string, name: string, encoding: string])[] = [
  ['gpt-4o', 'gpt-4o', 'o200k_base'],
  ['gpt-4o-2024-08-06', 'gpt-4o', 'o200k_base'],
  ['gpt-4o-mini-2024-07-18', 'gpt-4o-mini', 'o200k_base'],
  ['GPT-4.1-Nano', 'gpt-4.1-nano', 'o200k_base'],
  // Where tiktoken's own table answers cl100k, or fails.
  ['ft:gpt-4.1-2025-04-14:acme::abc', 'gpt-4.1', 'o200k_base'],
  ['ft:o4-mini-2025-04-16:acme:x:1', 'o4-mini', 'o200k_base'],
  ['ft:gpt-3.5-turbo-0125:acme::1', 'gpt-3.5-turbo', 'cl100k_base'],
  ['davinci:ft-acme-2023-01-01', 'davinci', 'r50k_base'],
  ['gpt-4-0613', 'gpt-4', 'cl100k_base'],
  ['gpt-4-turbo-2024-04-09', 'gpt-4-turbo', 'cl100k_base'],
  ['gpt-35-turbo', 'gpt-35-turbo', 'cl100k_base'],
  ['openai/gpt-oss-20b', 'gpt-oss', 'o200k_harmony'],
  ['meta-llama/Llama-3.1-8B-Instruct', 'llama-3.1', 'file'],
  ['meta-llama/Meta-Llama-3-8B', 'meta-llama-3', 'file'],
  ['accounts/fireworks/models/llama-v3p1-8b-instruct', 'llama-v3p1', 'file'],
  ['us.meta.llama3-1-70b-instruct-v1:0', 'llama3-1', 'file'],
  ['Qwen/Qwen2.5-7B-Instruct', 'qwen2.5-7b', 'file'],
  ['Qwen/Qwen2.5-VL-7B-Instruct', 'qwen2.5-vl', 'file'],
  ['google/gemma-3-1b-it', 'gemma-3-1b', 'file'],
  ['mistralai/Mistral-7B-Instruct-v0.3', 'mistral-7b', 'file'],
  ['deepseek-ai/DeepSeek-R1-Distill-Qwen-7B', 'deepseek-r1-distill-qwen', 'file'],
  ['anthropic.claude-3-haiku-20240307-v1:0', 'claude-3', 'claude-approx'],
  ['claude-sonnet-4-20250514', 'claude-sonnet-4', 'claude-approx'],
  ['claude-opus-4-7', 'claude-opus-4-7', 'claude-next-approx'],
  ['claude-3-5-haiku@20241022', 'claude-3', 'claude-approx'],
  ['claude-opus-4.6', 'claude-opus-4.6', 'claude-approx'],
  ['claude-sonnet-4-5-20250929', 'claude-sonnet-4', 'claude-approx'],
  ['gemini-2.5-flash-lite', 'gemini-2.5-flash', 'gemini-approx'],
  ['gemini-2.5-computer-use', 'gemini-2.5', 'gemini-approx'],
  ['gpt-5.4-2026-03-05', 'gpt-5.4', 'o200k_base'],
  ['gpt-5.1-chat-latest', 'gpt-5.1-chat', 'o200k_base'],
  ['Qwen/Qwen3-4B-Instruct-2507', 'qwen3-4b-instruct-2507', 'file'],
  ['Qwen/Qwen3-Coder-480B-A35B-Instruct', 'qwen3', 'file'],
  ['meta.llama4-scout-17b-instruct-v1:0', 'llama4-scout', 'file'],
];

test.each(FOUND)('%s is known as %s (%s)', (asked, name, encoding) => {
  expect(findModel(asked)).toMatchObject({ name, encoding });
});

test.each(['gpt-6', 'qwen3.9-7b', 'gpt-4.2', 'llama-30b', '', ':', '/', '__proto__', 'constructor'])(
  '"%s" is not taken for another model',
  (name) => {
    expect(findModel(name)).toBeUndefined();
  },
);

test('unknown names suggest the nearest, nearest first', () => {
  expect(suggestModels('gpt-4o-mnii')[0]).toBe('gpt-4o-mini');
  expect(suggestModels('ft:gpt4.1:acme::1')[0]).toBe('gpt-4.1');
  expect(suggestModels('meta-llama/lama-3.1')[0]).toBe('llama-3.1');
  expect(suggestModels('something entirely different, and long')).toEqual([]);
});

test('a hostile name is no trouble', () => {
  expect(baseModelName('ft:')).toBe('');
  expect(findModel(`ft:${'a/'.repeat(100_000)}`)).toBeUndefined();
  expect(suggestModels('x'.repeat(100_000))).toEqual([]);
});

/** No figure without an address where it stands, and the day it was read there. */
function expectRead(citation: Citation | undefined, wanted: boolean, name: string): void {
  expect(citation !== undefined, name).toBe(wanted);
  if (citation === undefined) return;
  expect(citation.title, name).toBeTruthy();
  expect(citation.url, name).toMatch(/^https:\/\/[^\s/]+\.[^\s/]+\//);
  expect(citation.read, name).toMatch(/^20\d\d-\d\d-\d\d$/);
}

test('every row can be counted or says that it needs a file, and every figure has its source and day', () => {
  const encodings = new Set([...ENCODINGS, ...ESTIMATES.map(({ id }) => id), 'file']);
  const names = new Set<string>();
  for (const facts of MODELS) {
    expect(encodings, facts.name).toContain(facts.encoding);
    expect(baseModelName(facts.name)).toBe(facts.name);
    expect(findModel(facts.name), facts.name).toBe(facts);
    expect(names, 'listed twice').not.toContain(facts.name);
    names.add(facts.name);
    expect(Object.keys(CHAT_OVERHEADS)).toContain(facts.overhead);
    expectRead(facts.encodingSource, facts.encoding !== 'file', facts.name);
    expectRead(facts.context?.citation, facts.context !== undefined, facts.name);
    if (facts.context !== undefined) {
      expect(Number.isInteger(facts.context.value) && facts.context.value > 1000, facts.name).toBe(true);
    }
  }
});

test('a model can be counted by its name; one whose vocabulary must be given says so', async () => {
  expect((await readRecipe('ft:gpt-4.1:acme::1')).kind).toBe('flat');
  expect(await createCounter('claude-sonnet-4')).toMatchObject({
    id: 'claude-approx',
    exact: false,
    band: 0.1,
  });
  await expect(readRecipe('Qwen/Qwen3-8B')).rejects.toMatchObject({
    code: 'bad-tokenizer',
    hint: expect.stringContaining('tokenizer.json'),
  });
});

test('an estimate is a whole number, grows with its text and is never called exact', async () => {
  for (const { id } of ESTIMATES) {
    const counter = await createCounter(id);
    const count = (text: string): number => counter.count(Buffer.from(text), Buffer.byteLength(text), text);
    expect(counter.exact).toBe(false);
    expect(counter.band).toBeGreaterThan(0);
    expect(count('')).toBe(0);
    expect(Number.isInteger(count('The quick brown fox.'))).toBe(true);
    expect(count('The quick brown fox jumps.')).toBeGreaterThanOrEqual(count('The quick brown fox'));
  }
});
