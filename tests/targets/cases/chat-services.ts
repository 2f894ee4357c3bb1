// Services that read OpenAI's records with rules of their own: Together, Fireworks, Nebius, Tinker.

import {
  answer,
  answered,
  asked,
  call,
  calling,
  chat,
  chatOf,
  image,
  many,
  pair,
  pairOf,
  png,
  result,
  system,
  type TargetCase,
  text,
  user,
  weather,
} from './target-case.ts';

const withReasoning = (n: number) => ({
  messages: [asked(n), { ...answered(n), reasoning_content: 'One more than before.' }],
});
const qwen = { model: 'qwen3-8b', tokenizer: 'o200k_base' };

export const togetherReasoning: TargetCase = {
  target: 'together-sft',
  of: 'for reasoning models',
  taken: [['reasoning', chat([user, { ...answer, reasoning: 'Look at the sky.' }])]],
  refused: [],
  sets: [
    {
      title: 'none for a model that reasons',
      records: many(3, chatOf),
      request: qwen,
      findings: ['info target/together-packing', 'warning target/together-reasoning-model'],
    },
    {
      title: 'reasoning for a model that reasons',
      records: many(3, withReasoning),
      request: qwen,
      findings: ['info target/together-packing'],
    },
    {
      title: 'reasoning for one that does not',
      records: many(3, withReasoning),
      request: { model: 'llama-3.1-8b', tokenizer: 'o200k_base' },
      findings: ['warning target/together-reasoning-model'],
    },
  ],
};

export const togetherDpo: TargetCase = {
  target: 'together-dpo',
  around: many(3, pairOf),
  taken: [
    ['a pair', pair()],
    ['a weight of the whole', pair({ weight: 0.5 })],
    ['tools in the input', pair({ input: { messages: [user], tools: [weather] } })],
    ['reasoning in an output', pair({ preferred_output: [{ ...answer, reasoning: 'Look at the sky.' }] })],
  ],
  refused: [
    ['a key beside the pair', pair({ id: 1 }), ['error structure/unknown-key /id']],
    [
      'an input that ends with an answer',
      pair({ input: { messages: [user, answer] } }),
      ['error preference/shape /input/messages/1'],
    ],
    [
      'two messages in an output',
      pair({ preferred_output: [answer, answer] }),
      ['error structure/schema-violation /preferred_output'],
    ],
    [
      'an output by the user',
      pair({ non_preferred_output: [user] }),
      ['error structure/schema-violation /non_preferred_output/0/role'],
    ],
    [
      'an output in parts',
      pair({ preferred_output: [{ role: 'assistant', content: [text('It is sunny.')] }] }),
      ['error structure/wrong-type /preferred_output/0/content'],
    ],
    [
      'no worse output',
      { input: { messages: [user] }, preferred_output: [answer] },
      ['error structure/missing-field'],
    ],
    ['a negative weight', pair({ weight: -1 }), ['error structure/schema-violation /weight']],
    [
      'an image behind an address',
      pair({ input: { messages: [{ role: 'user', content: [image('https://example.com/a.png')] }] } }),
      ['error structure/schema-violation /input/messages/0/content/0/image_url/url'],
    ],
    [
      'eleven images',
      pair({ input: { messages: [{ role: 'user', content: many(11, () => image(png)) }] } }),
      ['error target/too-many-images'],
    ],
  ],
};

const weighed = (n: number) => ({ ...chatOf(n), weight: n - 1 });

export const fireworksSft: TargetCase = {
  target: 'fireworks-sft',
  around: many(3, chatOf),
  taken: [
    ['a system prompt, a question, an answer', chat([system, user, answer])],
    ['content in parts', chat([{ role: 'user', content: [text('Hi')] }, answer])],
    ['text here and parts there', chat([user, { role: 'assistant', content: [text('Hello!')] }])],
    [
      'weights on messages',
      chat([
        { ...user, weight: 0 },
        { ...answer, weight: 1 },
      ]),
    ],
    ['reasoning', chat([user, { ...answer, reasoning_content: 'Look at the sky.' }])],
    [
      'a call without an id',
      chat(
        [
          user,
          {
            role: 'assistant',
            content: 'One moment.',
            tool_calls: [{ type: 'function', function: { name: 'weather', arguments: '{"city":"Bonn"}' } }],
          },
        ],
        { tools: [weather] },
      ),
    ],
    ['an image', chat([{ role: 'user', content: [image(png)] }, answer])],
    ['a key beside the messages', chat([user, answer], { id: 1 })],
  ],
  refused: [
    ['no messages', { talk: [user, answer] }, ['error structure/unknown-format']],
    ['a system turn later', chat([user, system, answer]), ['error roles/system-position /messages/1']],
    [
      'an unknown role',
      chat([{ role: 'human', content: 'Hi' }, answer]),
      ['error roles/unknown-role /messages/0/role'],
    ],
    [
      'half a weight on a message',
      chat([user, { ...answer, weight: 0.5 }]),
      ['error structure/schema-violation /messages/1/weight'],
    ],
    [
      'an image behind an address',
      chat([{ role: 'user', content: [image('https://example.com/a.png')] }, answer]),
      ['error structure/schema-violation /messages/0/content/0/image_url/url'],
    ],
    [
      'a GIF',
      chat([{ role: 'user', content: [image('data:image/gif;base64,R0lGOD==')] }, answer]),
      ['warning target/unfit-image /messages/0/content/0'],
    ],
    ['a question last', chat([user, answer, user]), ['warning roles/last-not-assistant /messages/2']],
    [
      'a call without content',
      chat([user, calling(call()), result(), answer], { tools: [weather] }),
      ['warning target/fireworks-silent-call /messages/1'],
    ],
    ['all weights 0', chat([user, { ...answer, weight: 0 }]), ['warning roles/nothing-trained /messages']],
    [
      'reasoning on the last answer only',
      chat([user, answer, asked(1), { ...answered(1), reasoning_content: 'One more.' }]),
      ['warning target/fireworks-some-thoughts /messages/1'],
    ],
    [
      '33,000 tokens',
      chat([user, { role: 'assistant', content: 'word '.repeat(33_000) }]),
      ['warning tokens/over-context'],
    ],
  ],
  sets: [
    { title: 'two records', records: many(2, chatOf), findings: ['error structure/min-records'] },
    { title: 'a weight on each, below nought too', records: many(3, weighed), findings: [] },
    {
      title: 'a weight on some',
      records: [...many(3, weighed), chatOf(9)],
      findings: ['error target/fireworks-uneven-weight'],
    },
  ],
};

export const fireworksDpo: TargetCase = {
  target: 'fireworks-dpo',
  around: many(3, pairOf),
  taken: [
    ['a pair', pair()],
    ['a system prompt', pair({ input: { messages: [system, user] } })],
  ],
  refused: [
    [
      'a dialogue',
      pair({ input: { messages: [user, answer, asked(1)] } }),
      ['warning target/fireworks-long-input /input/messages'],
    ],
    [
      'two messages in an output',
      pair({ preferred_output: [answer, answer] }),
      ['error structure/schema-violation /preferred_output'],
    ],
    [
      'an output by the user',
      pair({ non_preferred_output: [user] }),
      ['error structure/schema-violation /non_preferred_output/0/role'],
    ],
    [
      'an image behind an address',
      pair({ input: { messages: [{ role: 'user', content: [image('https://example.com/a.png')] }] } }),
      ['error structure/schema-violation /input/messages/0/content/0/image_url/url'],
    ],
  ],
  sets: [{ title: 'two records', records: many(2, pairOf), findings: ['error structure/min-records'] }],
};

export const nebius: TargetCase = {
  target: 'nebius-sft',
  around: many(3, chatOf),
  taken: [['a system prompt, a question, an answer', chat([system, user, answer])]],
  refused: [
    ['no assistant', chat([user]), ['error roles/no-assistant /messages']],
    ['a question last', chat([user, answer, user]), ['warning roles/last-not-assistant /messages/2']],
    [
      'an unknown role',
      chat([{ role: 'human', content: 'Hi' }, answer]),
      ['error roles/unknown-role /messages/0/role'],
    ],
  ],
  sets: [
    {
      title: 'what was not to be confirmed',
      records: many(3, chatOf),
      findings: ['info target/service-status'],
    },
  ],
};

export const tinker: TargetCase = {
  target: 'tinker-sft',
  around: many(3, chatOf),
  taken: [
    ['a question and its answer', chat([user, answer])],
    ['trainable turns', chat([user, { ...answer, trainable: false }, user, { ...answer, trainable: true }])],
  ],
  refused: [['no messages', { talk: [user, answer] }, ['error structure/unknown-format']]],
  own: [{ path: 'tinker-cookbook/conversations.jsonl', format: 'openai-chat' }],
};

export const tinkerKimi: TargetCase = {
  target: 'tinker-sft',
  of: 'for Kimi',
  around: many(3, chatOf),
  request: { model: 'kimi-k2', tokenizer: 'o200k_base' },
  taken: [['a result with its id', chat([user, calling(call()), result(), answer], { tools: [weather] })]],
  refused: [
    [
      'a result without an id',
      chat([user, calling(call()), { role: 'tool', content: 'Sunny' }, answer], { tools: [weather] }),
      ['warning target/tinker-tool-result /messages/2/content'],
    ],
  ],
};
