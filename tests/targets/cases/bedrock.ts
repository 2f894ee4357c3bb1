// Amazon Bedrock: Claude, Nova, Llama, distillation and reinforcement.

import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import { answer, answered, asked, chat, many, system, type TargetCase, user } from './target-case.ts';

const claude = (messages: readonly JsonValue[], more: object = {}): JsonObject => ({
  system: 'Be brief.',
  ...chat(messages),
  ...more,
});
const claudeOf = (n: number) => claude([asked(n), answered(n)]);

export const bedrockClaude: TargetCase = {
  target: 'bedrock-claude-sft',
  around: many(32, claudeOf),
  taken: [
    ['a system prompt, a question, an answer', claude([user, answer])],
    ['no system prompt', chat([user, answer])],
    ['a dialogue', claude([user, answer, user, answer])],
    [
      'Human and Assistant without a colon',
      claude([{ role: 'user', content: 'Who?\nHuman or\nAssistant' }, answer]),
    ],
  ],
  refused: [
    [
      'another key beside the messages',
      claude([user, answer], { id: 1 }),
      ['error structure/unknown-key /id'],
    ],
    ['a name', claude([{ ...user, name: 'Eve' }, answer]), ['error structure/unknown-key /messages/0/name']],
    [
      'a weight',
      claude([user, { ...answer, weight: 1 }]),
      ['error structure/unknown-key /messages/1/weight'],
    ],
    ['tools', claude([user, answer], { tools: [] }), ['error structure/unknown-key /tools']],
    [
      'a system prompt that is a list',
      { ...claude([user, answer]), system: [{ text: 'Be brief.' }] },
      ['error structure/wrong-type /system'],
    ],
    [
      'content in parts',
      claude([{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }, answer]),
      ['error structure/wrong-type /messages/0/content'],
    ],
    ['a system turn', chat([system, user, answer]), ['error structure/schema-violation /messages/0/role']],
    ['an answer first', claude([answer, user, answer]), ['error roles/first-not-user /messages/0']],
    ['a question last', claude([user, answer, user]), ['error roles/last-not-assistant /messages/2']],
    ['two questions in a row', claude([user, user, answer]), ['error roles/not-alternating /messages/1']],
    [
      'one message',
      claude([user]),
      ['error roles/no-assistant', 'error structure/schema-violation /messages'],
    ],
    [
      'a reserved line in a question',
      claude([{ role: 'user', content: 'Go on:\n\nHuman: Hi' }, answer]),
      ['error target/claude-reserved-text /messages/0/content'],
    ],
    [
      'a reserved line in an answer',
      claude([user, { role: 'assistant', content: 'So:\nAssistant: Yes.' }]),
      ['error target/claude-reserved-text /messages/1/content'],
    ],
    [
      '33,000 tokens',
      claude([user, { role: 'assistant', content: 'word '.repeat(33_000) }]),
      ['warning tokens/over-context'],
    ],
  ],
  sets: [
    {
      title: 'thirty-one records',
      records: many(31, claudeOf),
      findings: ['error structure/min-records', 'info target/service-status'],
    },
    {
      title: 'thirty-one to validate with',
      records: many(31, claudeOf),
      file: 'validation.jsonl',
      findings: ['error structure/min-records', 'error target/validation-size', 'info target/service-status'],
    },
    {
      title: 'ten thousand and one records',
      records: many(10_001, claudeOf),
      findings: ['error structure/file-limits', 'info target/service-status'],
    },
  ],
  own: [
    { path: 'anthropic-cookbook/json_mode_dataset.jsonl', format: 'bedrock-claude' },
    { path: 'bedrock-samples/test_ft.jsonl', format: 'bedrock-claude' },
  ],
};

const said = (role: string, ...blocks: readonly JsonValue[]) => ({ role, content: [...blocks] });
const asks = said('user', { text: 'What is the weather in Bonn?' });
const tells = said('assistant', { text: 'It is sunny.' });
const converse = (messages: readonly JsonValue[], more: object = {}): JsonObject => ({
  schemaVersion: 'bedrock-conversation-2024',
  messages: [...messages],
  ...more,
});
const converseOf = (n: number) =>
  converse([
    said('user', { text: `How much is ${n} and 1?` }),
    said('assistant', { text: `It makes ${n + 1} in all.` }),
  ]);
const file = (kind: 'image' | 'video', format: string, uri = `s3://bucket/set/a-1_b.${format}`) => ({
  [kind]: { format, source: { s3Location: { uri } } },
});
const withImages = (n: number, format = 'png') =>
  converse([said('user', { text: 'What is it?' }, ...many(n, () => file('image', format))), tells]);

export const bedrockNova: TargetCase = {
  target: 'bedrock-nova-sft',
  around: many(100, converseOf),
  taken: [
    ['a question and its answer', converse([asks, tells])],
    ['a system prompt', converse([asks, tells], { system: [{ text: 'Be brief.' }] })],
    ['another version', converse([asks, tells], { schemaVersion: 'tooluse-dataset-2024' })],
    ['ten images', withImages(10)],
    [
      'reasoning',
      converse([
        asks,
        said(
          'assistant',
          { reasoningContent: { reasoningText: { text: 'It is noon.' } } },
          { text: 'Sunny.' },
        ),
      ]),
    ],
    ['a reserved word in an answer', converse([asks, said('assistant', { text: 'System: fine.' })])],
  ],
  refused: [
    ['no version', { messages: [asks, tells] }, ['warning target/bedrock-schema-version']],
    [
      'the version that a page misspells',
      converse([asks, tells], { schemaVersion: 'bedrock-conversion-2024' }),
      ['error structure/schema-violation /schemaVersion'],
    ],
    [
      'content as text',
      converse([{ role: 'user', content: 'Hi there' }, tells]),
      ['error structure/wrong-type /messages/0/content'],
    ],
    [
      'blocks with a type',
      converse([said('user', { type: 'text', text: 'Hi there' }), tells]),
      ['warning structure/unknown-key /messages/0/content/0/type'],
    ],
    [
      'a system turn',
      converse([said('system', { text: 'Be brief.' }), asks, tells]),
      ['error roles/unknown-role /messages/0/role'],
    ],
    ['an answer first', converse([tells, asks, tells]), ['error roles/first-not-user /messages/0']],
    ['a question last', converse([asks, tells, asks]), ['error roles/last-not-assistant /messages/2']],
    ['two questions in a row', converse([asks, asks, tells]), ['error roles/not-alternating /messages/1']],
    [
      'an image in an answer',
      converse([asks, said('assistant', { text: 'Look.' }, file('image', 'png'))]),
      ['error structure/schema-violation /messages/1/content/1/image'],
    ],
    [
      'an image behind an address',
      converse([said('user', file('image', 'png', 'https://example.com/a.png')), tells]),
      ['error structure/schema-violation /messages/0/content/0/image/source/s3Location/uri'],
    ],
    [
      'a blank in an address',
      converse([said('user', file('image', 'png', 's3://bucket/a b.png')), tells]),
      ['error structure/schema-violation /messages/0/content/0/image/source/s3Location/uri'],
    ],
    [
      'an image in place',
      converse([said('user', { image: { format: 'png', source: { bytes: 'iVBORw0KGgo=' } } }), tells]),
      [
        'error structure/missing-field /messages/0/content/0/image/source',
        'warning structure/unknown-key /messages/0/content/0/image/source/bytes',
      ],
    ],
    [
      'a TIFF',
      withImages(1, 'tiff'),
      ['error structure/schema-violation /messages/0/content/1/image/format'],
    ],
    ['eleven images', withImages(11), ['error target/too-many-images']],
    [
      'two videos',
      converse([said('user', file('video', 'mp4'), file('video', 'mov')), tells]),
      ['error target/nova-media /messages/0/content/1'],
    ],
    [
      'a reserved word in a question',
      converse([said('user', { text: 'Operating System: Linux. And now?' }), tells]),
      ['error target/nova-reserved-text /messages/0/content/0/text'],
    ],
    ...['User:', 'Bot:', 'Assistant:', '<image>', '<video>', '[EOS]'].map(
      (word): [string, JsonValue, string[]] => [
        `${word} in the system prompt`,
        converse([asks, tells], { system: [{ text: `Say ${word} first.` }] }),
        ['error target/nova-reserved-text /system/0/text'],
      ],
    ),
    [
      'a call',
      converse([asks, said('assistant', { toolUse: { toolUseId: 'a', name: 'weather', input: {} } })]),
      ['warning target/nova-tools /messages/1/content/0'],
    ],
    [
      'a declaration of tools',
      converse([asks, tells], { toolConfig: { tools: [] } }),
      ['warning target/nova-tools /toolConfig'],
    ],
    [
      'thinking tags',
      converse([
        asks,
        said(
          'assistant',
          { reasoningContent: { reasoningText: { text: '<thinking>Hm.</thinking>' } } },
          { text: 'Sunny.' },
        ),
      ]),
      ['warning target/nova-thinking-tag /messages/1/content/0'],
    ],
    ['an empty question', converse([said('user', { text: '' }), tells]), ['error content/empty-prompt']],
    [
      '33,000 tokens',
      converse([asks, said('assistant', { text: 'word '.repeat(33_000) })]),
      ['warning tokens/over-context'],
    ],
  ],
  sets: [
    { title: 'seven records', records: many(7, converseOf), findings: ['error structure/min-records'] },
    { title: 'ninety-nine records', records: many(99, converseOf), findings: ['warning target/few-records'] },
    {
      title: 'images here and videos there',
      records: [
        ...many(100, converseOf),
        withImages(1),
        converse([said('user', file('video', 'mp4')), tells]),
      ],
      findings: ['error target/nova-mixed-media'],
    },
    {
      title: 'a validation file for Nova 2',
      records: many(100, converseOf),
      file: 'val.jsonl',
      request: { model: 'amazon.nova-2-lite-v1:0', tokenizer: 'o200k_base' },
      findings: ['warning target/nova-unused-validation'],
    },
  ],
  own: [{ path: 'bedrock-samples/formatted_test_ft.jsonl', format: 'bedrock-converse' }],
};

export const bedrockNovaMicro: TargetCase = {
  target: 'bedrock-nova-sft',
  of: 'for Nova Micro',
  around: many(100, converseOf),
  request: { model: 'amazon.nova-micro-v1:0', tokenizer: 'o200k_base' },
  taken: [['text', converse([asks, tells])]],
  refused: [['an image', withImages(1), ['error target/nova-media /messages/0/content/1']]],
};

const system1 = [{ text: 'Be brief.' }];

export const bedrockLlama: TargetCase = {
  target: 'bedrock-llama-sft',
  of: 'with dialogues',
  around: many(100, converseOf),
  taken: [
    ['a question and its answer', converse([asks, tells])],
    ['no version', { messages: [asks, tells] }],
    ['a system prompt', converse([asks, tells], { system: system1 })],
    ['an image', withImages(1)],
  ],
  refused: [
    [
      'another version',
      converse([asks, tells], { schemaVersion: 'tooluse-dataset-2024' }),
      ['error structure/schema-violation /schemaVersion'],
    ],
    [
      'two system texts',
      converse([asks, tells], { system: [...system1, ...system1] }),
      ['error structure/schema-violation /system'],
    ],
    [
      'an image in an answer',
      converse([asks, said('assistant', { text: 'Look.' }, file('image', 'png'))]),
      ['error structure/schema-violation /messages/1/content/1/image'],
    ],
    [
      'a video',
      converse([said('user', { text: 'What is it?' }, file('video', 'mp4')), tells]),
      ['error structure/schema-violation /messages/0/content/1/video'],
    ],
    [
      'an address of the web',
      converse([
        said('user', { text: 'What is it?' }, file('image', 'png', 'https://example.com/a.png')),
        tells,
      ]),
      ['error structure/schema-violation /messages/0/content/1/image/source/s3Location/uri'],
    ],
    [
      '17,000 tokens',
      converse([asks, said('assistant', { text: 'word '.repeat(17_000) })]),
      ['warning tokens/over-context'],
    ],
  ],
  sets: [
    {
      title: 'ninety-nine records',
      records: many(99, converseOf),
      findings: ['error structure/min-records', 'info target/service-status'],
    },
    {
      title: 'a thousand and one to validate with',
      records: many(1001, converseOf),
      file: 'validation.jsonl',
      findings: ['error target/validation-size', 'info target/service-status'],
    },
  ],
};

const pairOf = (n: number) => ({
  prompt: `How much is ${n} and 1?`,
  completion: `It makes ${n + 1} in all.`,
});

export const bedrockLlamaPairs: TargetCase = {
  target: 'bedrock-llama-sft',
  of: 'with pairs',
  around: many(100, pairOf),
  taken: [['a pair', { prompt: 'What is the weather?', completion: 'It is sunny.' }]],
  refused: [
    ['no completion', { prompt: 'What is the weather?' }, ['error structure/missing-field']],
    [
      'a number as completion',
      { prompt: 'How much is 2 and 2?', completion: 4 },
      ['error structure/wrong-type /completion'],
    ],
    [
      'a key beside the pair',
      { prompt: 'What is the weather?', completion: 'It is sunny.', id: 1 },
      ['warning structure/unknown-key /id'],
    ],
    [
      '17,000 tokens',
      { prompt: 'Go on.', completion: 'word '.repeat(17_000) },
      ['warning tokens/over-context'],
    ],
  ],
};

export const bedrockDistillation: TargetCase = {
  target: 'bedrock-distillation',
  around: many(100, converseOf),
  taken: [
    ['a question', converse([asks])],
    ['a question and its answer', converse([asks, tells], { system: system1 })],
    ['a dialogue, for a student nobody named', converse([asks, tells, asks])],
    ['a block with a type', converse([said('user', { type: 'text', text: 'Hi there' })])],
  ],
  refused: [
    ['no version', { messages: [asks] }, ['error structure/missing-field']],
    [
      'the misspelled version',
      converse([asks], { schemaVersion: 'bedrock-conversion-2024' }),
      ['error structure/schema-violation /schemaVersion'],
    ],
    ['another key', converse([asks], { id: 1 }), ['error structure/unknown-key /id']],
    [
      'two blocks',
      converse([said('user', { text: 'Hi' }, { text: 'there' })]),
      ['error structure/schema-violation /messages/0/content'],
    ],
    [
      'two system texts',
      converse([asks], { system: [...system1, ...system1] }),
      ['error structure/schema-violation /system'],
    ],
    [
      'an image',
      converse([said('user', file('image', 'png'))]),
      [
        'error structure/missing-field /messages/0/content/0',
        'error structure/schema-violation /messages/0/content/0/image',
      ],
    ],
  ],
  sets: [
    {
      title: 'ninety-nine prompts',
      records: many(99, converseOf),
      findings: ['error structure/min-records'],
    },
  ],
};

export const bedrockDistillationOfClaude: TargetCase = {
  target: 'bedrock-distillation',
  of: 'into Claude',
  around: many(100, converseOf),
  request: { model: 'anthropic.claude-3-haiku', tokenizer: 'o200k_base' },
  taken: [['a question', converse([asks])]],
  refused: [['a dialogue', converse([asks, tells, asks]), ['error target/distillation-turns /messages']]],
};

const task = (n: number) => ({ messages: [asked(n)], reference_answer: `${n + 1}` });

export const bedrockRft: TargetCase = {
  target: 'bedrock-rft',
  around: many(100, task),
  taken: [
    ['a question and its reference', { messages: [system, user], reference_answer: 'sunny' }],
    ['a reference of parts', { messages: [user], reference_answer: { sky: 'clear' }, id: 'a', level: 2 }],
  ],
  refused: [
    ['no messages', { prompt: 'Hi', reference_answer: '4' }, ['error structure/unknown-format']],
    ['no reference', { messages: [user], level: 2 }, ['warning target/bedrock-no-reference']],
    [
      'an answer last',
      { messages: [user, answer], reference_answer: '4' },
      ['warning target/bedrock-rft-answered /messages/1'],
    ],
    [
      'a Converse record',
      { messages: [asks, tells], reference_answer: '4' },
      ['error structure/mixed-formats'],
    ],
  ],
  sets: [
    {
      title: 'ninety-nine records',
      records: many(99, task),
      findings: ['error structure/min-records'],
    },
  ],
  own: [
    { path: 'bedrock-samples/rft_train_data.jsonl', format: 'openai-reinforcement' },
    { path: 'bedrock-samples/rft_test_validation_data.jsonl', format: 'openai-reinforcement' },
  ],
};
