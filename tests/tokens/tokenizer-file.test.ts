// Vocabularies that users name by file: read, or refused with the reason.

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { UserError } from '../../src/model/error.ts';
import { ByteAlphabet } from '../../src/tokens/byte-alphabet.ts';
import type { TokenCounter } from '../../src/tokens/counter.ts';
import { createCounter, readRecipe } from '../../src/tokens/create.ts';
import { otherUnicode } from '../../src/tokens/huggingface.ts';
import { readTiktokenData } from '../../src/tokens/tiktoken-data.ts';
import { contractionTexts, oddTexts, whiteSpaceTexts } from '../support/hard-texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-tokenizers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The 256 characters of the byte alphabet, by byte. */
function byteCharacters(): string[] {
  const alphabet = new ByteAlphabet();
  const characters = new Array<string>(256);
  for (let unit = 0; unit < 0x200; unit += 1) {
    const byte = alphabet.decode(String.fromCharCode(unit))?.[0];
    if (byte !== undefined) characters[byte] = String.fromCharCode(unit);
  }
  return characters;
}

type Changes = Readonly<Record<string, unknown>>;

/** A small tokenizer.json: all bytes, and the merges of "low", "lower" and " low". */
function tokenizerJson(changes: Changes = {}, model: Changes = {}): string {
  const merges = ['l o', 'lo w', 'e r', 'low er', 'Ġ low', 'ow er'];
  const made = ['lo', 'low', 'er', 'lower', 'Ġlow', 'ower', 'ow', 'whole'];
  const vocab = Object.fromEntries([...byteCharacters(), ...made].map((text, id) => [text, id]));
  return JSON.stringify({
    version: '1.0',
    added_tokens: [{ id: 300, content: '<|end|>', special: true, normalized: false }],
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: { type: 'BPE', dropout: null, vocab, merges, ...model },
    ...changes,
  });
}

const count = (counter: TokenCounter, text: string): number => {
  const bytes = Buffer.from(text);
  return counter.count(bytes, bytes.length, text);
};

test('a byte-level tokenizer.json is counted by our engine, with the sha256 of the file', async () => {
  const json = tokenizerJson();
  const path = write('tokenizer.json', json);
  const counter = await createCounter(path);
  expect(counter).toMatchObject({
    id: path,
    engine: 'tuneset',
    exact: true,
    specials: 'control',
    sha256: createHash('sha256').update(json).digest('hex'),
  });
  expect(count(counter, 'low')).toBe(1);
  expect(count(counter, 'lower low')).toBe(2);
  expect(count(counter, 'lower<|end|>low')).toBe(3);
  // "ow" is a token, but no merge makes it.
  expect(count(counter, 'ow')).toBe(2);
  expect(count(counter, '')).toBe(0);
});

test('ids and ends are those of the file', async () => {
  const counter = await createCounter(write('ids.json', tokenizerJson()));
  const bytes = Buffer.from('lower<|end|> low');
  const encoded = counter.encode?.(bytes, bytes.length, bytes.toString());
  expect([...(encoded?.ids ?? [])]).toEqual([259, 300, 260]);
  expect([...(encoded?.ends ?? [])]).toEqual([5, 12, 16]);
});

test('tokens that no merge makes count whole only where the file says so', async () => {
  const plain = await createCounter(write('plain.json', tokenizerJson()));
  const whole = await createCounter(write('whole.json', tokenizerJson({}, { ignore_merges: true })));
  expect(count(plain, 'whole')).toBe(5);
  expect(count(whole, 'whole')).toBe(1);
});

test('merges may be written as pairs, and a later merge may be needed by an earlier one', async () => {
  const merges = [
    ['lo', 'w'],
    ['l', 'o'],
    ['low', 'er'],
    ['e', 'r'],
  ];
  const counter = await createCounter(write('pairs.json', tokenizerJson({}, { merges })));
  expect(count(counter, 'low')).toBe(1);
  expect(count(counter, 'lower')).toBe(1);
});

test('a folder stands for the tokenizer.json in it', async () => {
  mkdirSync(join(folder, 'model'));
  write('model/tokenizer.json', tokenizerJson());
  expect(count(await createCounter(join(folder, 'model')), 'lower')).toBe(1);
});

const UNUSUAL: Readonly<Record<string, Changes>> = {
  'words marked as SentencePiece marks them': {
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
  },
  'a prefix space': { pre_tokenizer: { type: 'ByteLevel', add_prefix_space: true, use_regex: true } },
  'lower case': { normalizer: { type: 'Lowercase' } },
  'an unknown split': {
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: '[0-9]' }, behavior: 'Isolated', invert: false },
        { type: 'ByteLevel', add_prefix_space: false, use_regex: false },
      ],
    },
  },
};

for (const [name, changes] of Object.entries(UNUSUAL)) {
  test(`a file with ${name} goes to the other engine, and the counter says so`, async () => {
    const counter = await createCounter(write('unusual.json', tokenizerJson(changes)));
    const file = JSON.parse(tokenizerJson(changes));
    const other = otherUnicode(file, process.versions.unicode ?? '');
    expect(counter.engine).toMatch(/^@huggingface\/tokenizers/);
    expect(counter.exact).toBe(other === undefined);
    expect(counter.engine.includes('Unicode')).toBe(other !== undefined);
    // Its own regular expressions ask for classes; the others look at nothing but the characters.
    const asks = name === 'a prefix space' || name === 'lower case';
    expect(otherUnicode(file, '17.0')).toBe(asks ? '17.0' : undefined);
    expect(otherUnicode(file, '16.0')).toBeUndefined();
    expect(counter.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(count(counter, 'lower')).toBeLessThan(4);
    expect(count(counter, '\ud800')).toBe(count(counter, '\ufffd'));
  });
}

const SPLIT_BY = (behavior: string, regex = 'a'): Changes => ({
  pre_tokenizer: { type: 'Split', pattern: { Regex: regex }, behavior, invert: false },
});

const REFUSED: readonly (readonly [name: string, content: string, reason: string])[] = [
  ['dropout.json', tokenizerJson({}, { dropout: 0.1 }), 'at random'],
  ['words.json', tokenizerJson({}, { type: 'WordLevel' }), 'none of BPE'],
  ['precompiled.json', tokenizerJson({ normalizer: { type: 'Precompiled' } }), 'precompiled'],
  ['merged.json', tokenizerJson(SPLIT_BY('MergedWithNext')), 'MergedWithNext'],
  ['possessive.json', tokenizerJson(SPLIT_BY('Isolated', '\\p{L}++')), 'JavaScript'],
  ['broken-regex.json', tokenizerJson(SPLIT_BY('Isolated', '(')), 'no engine can read it'],
  [
    'whole-words.json',
    tokenizerJson({ added_tokens: [{ id: 300, content: 'x', single_word: true }] }),
    'whole words',
  ],
  ['config.json', '{"architectures":["LlamaForCausalLM"]}', 'no tokenizer.json'],
  ['list.json', '[1]', 'not a JSON object'],
  ['garbage.bin', '\u0000\u0001', 'not a JSON object'],
  ['tokenizer.model', 'x', 'SentencePiece'],
  ['unknown.tiktoken', 'IQ== 0\n', 'does not say how texts are split'],
  ['cl100k_base.tiktoken', 'IQ== 0\n', 'lacks some of the 256 bytes'],
  ['o200k_base.tiktoken', 'what is this\n', 'line 1'],
  ['tekken.json', '{"config":{"pattern":"x"},"vocab":[]}', 'pattern'],
];

for (const [name, content, reason] of REFUSED) {
  test(`${name} is refused: ${reason}`, async () => {
    const error = await readRecipe(write(name, content)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'bad-tokenizer' });
    expect((error as UserError).message).toContain(reason);
    expect((error as UserError).hint).toBeTruthy();
  });
}

test('an empty folder and a name that means nothing are refused with a hint', async () => {
  mkdirSync(join(folder, 'empty'));
  await expect(readRecipe(join(folder, 'empty'))).rejects.toMatchObject({ code: 'bad-tokenizer' });
  await expect(readRecipe('o20k_base')).rejects.toMatchObject({
    code: 'bad-tokenizer',
    hint: expect.stringContaining('did you mean o200k_base?'),
  });
});

test('hostile names in a vocabulary are names', async () => {
  const file = JSON.parse(tokenizerJson()) as { model: { vocab: Record<string, number> } };
  const vocab = JSON.stringify(file.model.vocab).replace(/}$/, ',"__proto__":301,"constructor":302}');
  const json = tokenizerJson().replace(/"vocab":\{.*?\},"merges"/s, `"vocab":${vocab},"merges"`);
  const counter = await createCounter(write('hostile.json', json));
  expect(count(counter, 'constructor __proto__')).toBe(21);
});

const texts = [...whiteSpaceTexts, ...contractionTexts, ...oddTexts];

test('a .tiktoken file counts as the encoding that it holds', async () => {
  const { tokens, ids } = readTiktokenData('cl100k_base');
  const lines = tokens.map((token, i) => `${Buffer.from(token).toString('base64')} ${ids[i]}\n`);
  const fromFile = await createCounter(write('my-cl100k_base.tiktoken', lines.join('')));
  const builtIn = await createCounter('cl100k_base');
  expect(fromFile).toMatchObject({ engine: 'tuneset', specials: 'plain' });
  for (const text of texts) expect(count(fromFile, text)).toBe(count(builtIn, text));
});

test('a tekken.json leaves out what the model does not have, and shifts its ids', async () => {
  const { tokens } = readTiktokenData('r50k_base');
  const bytesFirst = [...tokens].sort((a, b) => Math.min(a.length, 2) - Math.min(b.length, 2));
  const vocab = bytesFirst.map((token, rank) => ({
    rank,
    token_bytes: Buffer.from(token).toString('base64'),
  }));
  const pattern =
    '[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+';
  const config = { pattern, default_num_special_tokens: 10, default_vocab_size: 10 + 300 };
  const counter = await createCounter(write('tekken.json', JSON.stringify({ config, vocab })));
  const bytes = Buffer.from('a</s>b');
  const ids = counter.encode?.(bytes, bytes.length, 'a</s>b').ids ?? [];
  expect(counter).toMatchObject({ engine: 'tuneset', specials: 'plain' });
  expect(Math.min(...ids)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...ids)).toBeLessThan(310);
  expect(count(counter, '12')).toBe(2);
});
