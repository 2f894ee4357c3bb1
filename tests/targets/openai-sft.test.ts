// One mutation for each line of OpenAI's documented refusals and warnings: the finding, its severity, its place.

import { describe, expect, test } from 'vitest';
import { check } from '../../src/index.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { openaiSft } from '../../src/targets/openai-sft.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';
import { describeShared, sharedPath } from '../support/shared-data.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const answer = { role: 'assistant', content: 'It is sunny.' };
const tools = [
  {
    type: 'function',
    function: {
      name: 'weather',
      parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    },
  },
];
const call = (args: JsonValue = '{"city":"Bonn"}', more: object = {}) => ({
  role: 'assistant',
  tool_calls: [{ id: 'a', type: 'function', function: { name: 'weather', arguments: args }, ...more }],
});
const result = { role: 'tool', tool_call_id: 'a', content: 'Sunny' };
const chat = (messages: readonly JsonValue[], more: object = {}): JsonObject => ({
  messages: [...messages],
  ...more,
});
const png = 'data:image/png;base64,iVBORw0KGgo=';
const image = (url: string, more: object = {}) => ({ type: 'image_url', image_url: { url, ...more } });

/** Sound records to stand around the one that is tried: OpenAI wants ten. */
const around = Array.from({ length: 10 }, (_, i) =>
  chat([
    { role: 'user', content: `How much is ${i} and 1?` },
    { role: 'assistant', content: `${i + 1}` },
  ]),
);

async function findingsOn(record: JsonValue): Promise<string[]> {
  const report = await checkContent(linesOf([...around, record]), { target: 'openai-sft' });
  return report.findings
    .filter(({ at }) => at?.index === 10)
    .map(({ rule, severity, pointer }) => `${severity} ${rule} ${pointer}`.trim());
}

describe('records that OpenAI takes', () => {
  test.each<[string, JsonObject]>([
    ['a question and its answer', chat([user, answer])],
    [
      'a system turn and a name',
      chat([{ role: 'system', content: 'Be brief.', name: 'desk' }, user, answer]),
    ],
    [
      'content in parts',
      chat([
        { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
        { role: 'assistant', content: [{ type: 'text', text: 'Hello!' }] },
      ]),
    ],
    [
      'a refusal as a part',
      chat([user, { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] }]),
    ],
    ['a refusal beside the content', chat([user, { role: 'assistant', content: null, refusal: 'No.' }])],
    [
      'an image',
      chat([
        {
          role: 'user',
          content: [image(png, { detail: 'low' }), { type: 'text', text: 'What?' }],
        },
        answer,
      ]),
    ],
    ['weights', chat([user, { ...answer, weight: 0 }, user, { ...answer, weight: 1 }])],
    ['a call at the end', chat([user, call()], { tools })],
    [
      'a call, its result and an answer',
      chat([user, call(), result, answer], { tools, parallel_tool_calls: false }),
    ],
    ['content of null beside a call', chat([user, { ...call(), content: null }], { tools })],
  ])('%s', async (_, record) => {
    expect(await findingsOn(record)).toEqual([]);
  });
});

describe('records that OpenAI refuses, or that train badly', () => {
  test.each<[string, JsonValue, readonly string[]]>([
    ['another kind of record', { prompt: 'a', completion: 'b' }, ['error structure/mixed-formats']],
    ['a record of no known kind', { question: 7 }, ['error structure/unknown-format']],
    ['messages that are no list', { messages: 'Hi' }, ['error structure/wrong-type /messages']],
    ['an empty list', chat([]), ['error structure/empty-messages /messages']],
    [
      'an unknown role',
      chat([{ role: 'human', content: 'Hi' }, answer]),
      ['error roles/unknown-role /messages/0/role'],
    ],
    [
      'a role nobody knows, as the only answer',
      chat([user, { role: 'king', content: 'Hi' }]),
      ['error roles/unknown-role /messages/1/role'],
    ],
    ['a missing role', chat([{ content: 'Hi' }, answer]), ['error structure/missing-field /messages/0']],
    ['a key beside messages', chat([user, answer], { rating: 5 }), ['error structure/unknown-key /rating']],
    [
      'a key in a message',
      chat([user, { ...answer, mood: 'glad' }]),
      ['error structure/unknown-key /messages/1/mood'],
    ],
    [
      'a bad role and an unknown key',
      chat([{ role: 'human', content: 'Hi' }, answer], { id: 1 }),
      ['error roles/unknown-role /messages/0/role', 'error structure/unknown-key /id'],
    ],
    ['missing content', chat([user, { role: 'assistant' }]), ['error structure/missing-field /messages/1']],
    [
      'null content',
      chat([user, { role: 'assistant', content: null }]),
      ['error structure/null-content /messages/1/content'],
    ],
    [
      'a number as content',
      chat([{ role: 'user', content: 7 }, answer]),
      ['error structure/wrong-type /messages/0/content'],
    ],
    [
      'an empty list of parts',
      chat([{ role: 'user', content: [] }, answer]),
      ['error structure/schema-violation /messages/0/content', 'warning content/empty-prompt'],
    ],
    [
      'a refusal beside text',
      chat([
        user,
        {
          role: 'assistant',
          content: [
            { type: 'text', text: 'Well,' },
            { type: 'refusal', refusal: 'no.' },
          ],
        },
      ]),
      ['error target/openai-content-parts /messages/1/content/1'],
    ],
    [
      'half a weight',
      chat([user, { ...answer, weight: 0.5 }]),
      ['error roles/invalid-weight /messages/1/weight'],
    ],
    [
      'a weight on a user turn',
      chat([{ ...user, weight: 1 }, answer]),
      ['error roles/invalid-weight /messages/0/weight'],
    ],
    [
      'arguments as an object',
      chat([user, call({ city: 'Bonn' })], { tools }),
      ['error structure/wrong-type /messages/1/tool_calls/0/function/arguments'],
    ],
    [
      'a tool turn without an id',
      chat([user, call(), { role: 'tool', content: 'Sunny' }, answer], { tools }),
      ['error structure/missing-field /messages/2'],
    ],
    [
      'a call of another type',
      chat([user, call('{"city":"Bonn"}', { type: 'tool' })], { tools }),
      ['error structure/schema-violation /messages/1/tool_calls/0/type'],
    ],
    [
      'a tool of another type',
      chat([user, answer], { tools: [{ ...tools[0], type: 'tool' }] }),
      ['error structure/schema-violation /tools/0/type'],
    ],
    [
      'a name with a space',
      chat([user, answer], { tools: [{ type: 'function', function: { name: 'the weather' } }] }),
      ['error structure/schema-violation /tools/0/function/name'],
    ],
    [
      'a name that is too long',
      chat([user, answer], { tools: [{ type: 'function', function: { name: 'w'.repeat(65) } }] }),
      ['error structure/schema-violation /tools/0/function/name'],
    ],
    [
      '129 functions',
      chat([user, answer], { functions: Array.from({ length: 129 }, (_, i) => ({ name: `f${i}` })) }),
      [
        'error structure/schema-violation /functions',
        'warning target/openai-deprecated-functions /functions',
      ],
    ],
    [
      'audio',
      chat([
        { role: 'user', content: [{ type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } }] },
        answer,
      ]),
      ['error structure/schema-violation /messages/0/content/0/type'],
    ],
    [
      'an image in an answer',
      chat([user, { role: 'assistant', content: [image(png)] }]),
      ['error structure/schema-violation /messages/1/content/0/type'],
    ],
    [
      'a bare address as image_url',
      chat([{ role: 'user', content: [{ type: 'image_url', image_url: png }] }, answer]),
      ['error structure/wrong-type /messages/0/content/0/image_url'],
    ],
    [
      'an image from a disk',
      chat([{ role: 'user', content: [image('file:///a.png')] }, answer]),
      ['error structure/schema-violation /messages/0/content/0/image_url/url'],
    ],
    [
      'eleven images',
      chat([{ role: 'user', content: Array.from({ length: 11 }, () => image(png)) }, answer]),
      ['error target/too-many-images'],
    ],
    [
      'an empty answer',
      chat([user, { role: 'assistant', content: '' }]),
      ['error content/empty-answer /messages/1/content'],
    ],
    ['no assistant', chat([user]), ['error roles/no-assistant /messages']],
    [
      'arguments that are no JSON',
      chat([user, call('{city}')], { tools }),
      ['warning tools/arguments-not-json /messages/1/tool_calls/0/function/arguments'],
    ],
    [
      'arguments against their schema',
      chat([user, call('{"town":"Bonn"}')], { tools }),
      [
        'warning tools/arguments-schema /messages/1/tool_calls/0/function/arguments',
        'warning tools/undeclared-argument /messages/1/tool_calls/0/function/arguments',
      ],
    ],
    [
      'an undeclared tool',
      chat(
        [
          user,
          {
            role: 'assistant',
            tool_calls: [{ id: 'a', type: 'function', function: { name: 'music', arguments: '{}' } }],
          },
        ],
        { tools },
      ),
      ['warning tools/undeclared-tool /messages/1/tool_calls/0/function/name'],
    ],
    [
      'a result without a call',
      chat([user, result, answer], { tools }),
      ['warning tools/orphan-result /messages/1/content'],
    ],
    [
      'a call without a result',
      chat([user, call(), answer], { tools }),
      ['warning tools/missing-result /messages/1/tool_calls/0'],
    ],
    ['all weights 0', chat([user, { ...answer, weight: 0 }]), ['warning roles/nothing-trained /messages']],
    ['a user turn at the end', chat([user, answer, user]), ['warning roles/last-not-assistant /messages/2']],
    [
      'the old functions',
      chat(
        [user, { role: 'assistant', content: null, function_call: { name: 'weather', arguments: '{}' } }],
        { functions: [{ name: 'weather' }] },
      ),
      [
        'warning target/openai-deprecated-functions /functions',
        'warning target/openai-deprecated-functions /messages/1/function_call',
      ],
    ],
    [
      'a developer turn',
      chat([{ role: 'developer', content: 'Be brief.' }, user, answer]),
      ['warning target/openai-developer-role /messages/0'],
    ],
    [
      'a GIF',
      chat([{ role: 'user', content: [image('data:image/gif;base64,R0lGOD==')] }, answer]),
      ['warning target/unfit-image /messages/0/content/0'],
    ],
    [
      'an image behind an address',
      chat([{ role: 'user', content: [image('https://example.com/a.png')] }, answer]),
      ['warning target/remote-image /messages/0/content/0'],
    ],
    [
      '66,000 tokens',
      chat([user, { role: 'assistant', content: 'word '.repeat(66_000) }]),
      ['warning answer/ngram-repetition /messages/1/content', 'warning tokens/over-context'],
    ],
    ['not an object', [1], ['error structure/not-an-object']],
  ])('%s', async (_, record, expected) => {
    expect((await findingsOn(record)).toSorted()).toEqual([...expected].toSorted());
  });

  test('nine records', async () => {
    const report = await checkContent(linesOf(around.slice(0, 9)), { target: 'openai-sft' });
    expect(report.counts['structure/min-records']).toBe(1);
    expect(report.verdict).toBe('fail');
  });

  test('another format is told once, and nothing else is held against it', async () => {
    const report = await checkContent(linesOf(around.map((_, i) => ({ prompt: `${i}`, completion: 'x' }))), {
      target: 'openai-sft',
    });
    expect(report.counts).toEqual({ 'target/service-status': 1, 'target/unexpected-format': 1 });
  });
});

test('facts have their source and the day they were read', () => {
  expect(openaiSft.sources.length).toBeGreaterThan(3);
  for (const { url, read } of openaiSft.sources) {
    expect(url).toMatch(/^https:\/\//);
    expect(read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
  expect(openaiSft.status).toMatchObject({ open: false, read: '2026-11-22' });
});

describeShared('the owners’ own examples', () => {
  test.each([
    'microsoft-foundry/chat_train.jsonl',
    'microsoft-foundry/chat_validation.jsonl',
    'microsoft-foundry/stock_toolcall_training.jsonl',
    'microsoft-foundry/stock_toolcall_validation.jsonl',
    'tinker-cookbook/conversations.jsonl',
  ])('%s passes', async (path) => {
    const report = await check(
      [sharedPath(path)],
      { target: 'openai-sft', today: '2026-11-24' },
      { threads: 0 },
    );
    // What is said in them is for other rules to judge: one answer does speak of being a model.
    const held = report.findings.filter(
      ({ rule, severity }) => severity !== 'info' && /^(?:structure|roles|tools|target)\//.test(rule),
    );
    expect(held).toEqual([]);
    expect(report.totals.error).toBe(0);
  });

  // One of the five begins with the assistant, another says one thing hundreds of times.
  test('five records are too few', async () => {
    const report = await check(
      [sharedPath('openai-cookbook/toy_chat_fine_tuning.jsonl')],
      { target: 'openai-sft' },
      { threads: 0 },
    );
    expect(Object.keys(report.counts).toSorted()).toEqual([
      'answer/ngram-repetition',
      'roles/first-not-user',
      'structure/min-records',
      'target/service-status',
    ]);
  });
});
