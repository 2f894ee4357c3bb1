// Services with records of their own: Mistral, Cohere, Alibaba.

import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import {
  answer,
  answered,
  asked,
  calling,
  chat,
  chatOf,
  many,
  png,
  result,
  system,
  type TargetCase,
  text,
  user,
  weather,
} from './target-case.ts';

const call = (id = 'abcdefghi', more: object = {}) => ({
  id,
  type: 'function',
  function: { name: 'weather', arguments: '{"city":"Bonn"}', ...more },
});
const tools = { tools: [weather] };
const closed = 'info target/service-status';

export const mistral: TargetCase = {
  target: 'mistral-sft',
  around: many(10, chatOf),
  taken: [
    ['a system prompt, a question, an answer', chat([system, user, answer])],
    ['a call last', chat([user, calling(call())], tools)],
    ['a weight', chat([user, { ...answer, weight: 0 }, user, { ...answer, weight: 1 }])],
  ],
  refused: [
    [
      'content and calls',
      chat([user, { ...calling(call()), content: 'Let me look.' }], tools),
      ['error target/mistral-call-content /messages/1/content'],
    ],
    [
      'neither content nor calls',
      chat([user, { role: 'assistant', tool_calls: [] }]),
      ['error structure/missing-field /messages/1'],
    ],
    [
      'an id of another form',
      chat([user, calling(call('call_1'))], tools),
      ['error structure/schema-violation /messages/1/tool_calls/0/id'],
    ],
    [
      'a result of no call',
      chat([user, calling(call()), result('zzzzzzzzz'), answer], tools),
      ['error tools/orphan-result /messages/2/content', 'warning target/mistral-last-only'],
    ],
    [
      'two results of one call',
      chat([user, calling(call()), result('abcdefghi'), result('abcdefghi'), answer], tools),
      ['error target/mistral-result-count /messages/3', 'warning target/mistral-last-only'],
    ],
    [
      'an answer without the result',
      chat([user, calling(call()), answer], tools),
      ['error tools/missing-result /messages/1/tool_calls/0', 'warning target/mistral-last-only'],
    ],
    ['a question last', chat([user, answer, user]), ['error roles/last-not-assistant /messages/2']],
    [
      'two system messages',
      chat([system, system, user, answer]),
      ['error roles/system-position /messages/1'],
    ],
    [
      'a function without a description',
      chat([user, answer], { tools: [{ type: 'function', function: { name: 'weather', parameters: {} } }] }),
      ['error structure/missing-field /tools/0/function'],
    ],
    [
      'a function without parameters',
      chat([user, answer], {
        tools: [{ type: 'function', function: { name: 'weather', description: 'Tells.' } }],
      }),
      ['error structure/missing-field /tools/0/function'],
    ],
    [
      'half a weight',
      chat([user, { ...answer, weight: 0.5 }]),
      ['error roles/invalid-weight /messages/1/weight'],
    ],
    [
      'a prefix that is not last',
      chat([user, { ...answer, prefix: true }, user, answer]),
      ['error target/mistral-prefix-position /messages/1/prefix'],
    ],
    [
      'messages and interactions',
      chat([user, answer], { interactions: [user, answer] }),
      ['error target/mistral-two-spellings /interactions'],
    ],
    [
      'content and text',
      chat([user, { ...answer, text: 'It is sunny.' }]),
      ['error target/mistral-two-spellings /messages/1/text'],
    ],
    [
      'an image as an object',
      chat([{ role: 'user', content: [{ type: 'image_url', image_url: { url: png } }] }, answer]),
      ['warning target/mistral-image-object /messages/0/content/0/image_url'],
    ],
    [
      'empty content beside calls',
      chat([user, { ...calling(call()), content: '' }], tools),
      ['warning target/mistral-empty-content /messages/1/content'],
    ],
    [
      'several answers beside tools',
      chat([user, answer, user, answer], tools),
      ['warning target/mistral-last-only'],
    ],
  ],
  sets: [
    { title: 'nine records', records: many(9, chatOf), findings: ['error structure/min-records', closed] },
    {
      title: 'the names of the trainer',
      records: many(10, (n) => ({ interactions: [asked(n), answered(n)] })),
      findings: [closed],
    },
  ],
};

export const mistralImages: TargetCase = {
  target: 'mistral-sft',
  of: 'with images',
  around: many(10, (n) =>
    chat([
      { role: 'user', content: [text(`What is image ${n}?`), { type: 'image_url', image_url: png }] },
      answered(n),
    ]),
  ),
  taken: [
    [
      'an image as an address',
      chat([{ role: 'user', content: [{ type: 'image_url', image_url: png }] }, answer]),
    ],
  ],
  refused: [],
};

const cohere = (...turns: readonly (readonly [string, string])[]): JsonObject => ({
  messages: turns.map(([role, content]) => ({ role, content })),
});
const cohereOf = (n: number) =>
  cohere(['User', `How much is ${n} and 1?`], ['Chatbot', `It makes ${n + 1} in all.`]);
const hi = ['User', 'What is the weather?'] as const;
const sunny = ['Chatbot', 'It is sunny.'] as const;

export const cohereChat: TargetCase = {
  target: 'cohere-chat',
  around: many(3, cohereOf),
  taken: [
    ['a system prompt, a question, an answer', cohere(['System', 'Be brief.'], hi, sunny)],
    ['the user last', cohere(hi, sunny, hi)],
  ],
  refused: [
    [
      'another role',
      cohere(hi, ['Assistant', 'It is sunny.'], sunny),
      ['error roles/unknown-role /messages/1/role'],
    ],
    [
      'no user',
      cohere(['System', 'Be brief.'], sunny),
      ['error target/cohere-no-user /messages', 'warning roles/first-not-user /messages/1'],
    ],
    ['no chatbot', cohere(hi), ['error roles/no-assistant /messages']],
    [
      'roles in small letters',
      cohere(['user', 'What is the weather?'], ['chatbot', 'It is sunny.']),
      ['warning target/cohere-small-roles /messages/0/role'],
    ],
    [
      'a later system message',
      cohere(hi, ['System', 'Be brief.'], sunny),
      ['warning roles/system-position /messages/1'],
    ],
    ['17,000 tokens', cohere(hi, ['Chatbot', 'word '.repeat(17_000)]), ['warning tokens/over-context']],
  ],
  sets: [
    {
      title: 'one conversation',
      records: many(1, cohereOf),
      findings: ['error structure/min-records', closed],
    },
  ],
};

const item = (said: string) => [{ text: said }];
const inItems = (role: string, ...items: readonly JsonValue[]) => ({ role, content: [...items] });
const asks = inItems('user', { text: 'What is the weather in Bonn?' });
const tells = inItems('assistant', { text: 'It is sunny.' });
const itemCall = { role: 'assistant', content: item('Let me look.'), tool_calls: [call('call_1')] };
const itemResult = { role: 'tool', tool_call_id: 'call_1', content: item('Sunny') };
const thinks = (said: string) => ({ role: 'assistant', content: said });

export const alibabaText: TargetCase = {
  target: 'alibaba-sft',
  of: 'in text',
  around: many(1000, chatOf),
  taken: [
    ['a system prompt, a question, an answer', chat([system, user, answer])],
    ['a weight', chat([user, { ...answer, loss_weight: 0.5 }])],
    ['thoughts', chat([user, thinks('<think>\nIt is noon.\n</think>\n\nIt is sunny.')])],
  ],
  refused: [
    [
      'a name',
      chat([{ ...user, name: 'Eve' }, answer]),
      ['error structure/schema-violation /messages/0/name'],
    ],
    [
      'a weight by OpenAI',
      chat([user, { ...answer, weight: 1 }]),
      ['error structure/schema-violation /messages/1/weight'],
    ],
    [
      'a loss_weight of 0',
      chat([user, { ...answer, loss_weight: 0 }]),
      ['error target/alibaba-loss-weight /messages/1/loss_weight'],
    ],
    [
      'a loss_weight of 2',
      chat([user, { ...answer, loss_weight: 2 }]),
      ['error target/alibaba-loss-weight /messages/1/loss_weight'],
    ],
    [
      'a loss_weight as text',
      chat([user, { ...answer, loss_weight: '1.0' }]),
      ['warning target/alibaba-text-weight /messages/1/loss_weight'],
    ],
    [
      'thoughts without line breaks',
      chat([user, thinks('<think>It is noon.</think>It is sunny.')]),
      ['error target/alibaba-thoughts /messages/1/content'],
    ],
    [
      'thoughts in an earlier answer',
      chat([user, thinks('<think>\nIt is noon.\n</think>\n\nIt is sunny.'), asked(1), answered(1)]),
      ['error target/alibaba-thoughts /messages/1/content'],
    ],
    [
      'tools beside texts',
      chat([user, answer], tools),
      ['error target/alibaba-text-content /messages/0/content'],
    ],
    [
      "OpenAI's parts",
      chat([{ role: 'user', content: [text('Hi')] }, answer]),
      ['error structure/schema-violation /messages/0/content/0/type'],
    ],
  ],
  sets: [
    { title: 'few records', records: many(999, chatOf), findings: ['warning target/few-records'] },
    {
      title: 'a name with an accent',
      records: many(1000, chatOf),
      file: 'données.jsonl',
      findings: ['error target/alibaba-file-names'],
    },
  ],
};

export const alibabaItems: TargetCase = {
  target: 'alibaba-sft',
  of: 'in items',
  around: many(1000, (n) =>
    chat([
      inItems('system', { text: 'Be brief.' }),
      inItems('user', { text: `How much is ${n} and 1?` }),
      inItems('assistant', { text: `It makes ${n + 1} in all.` }),
    ]),
  ),
  taken: [
    ['a call, its result, an answer', chat([asks, itemCall, itemResult, tells], tools)],
    ['an image', chat([inItems('user', { text: 'What is it?' }, { image: 'cat.png' }), tells])],
    ['a video of frames', chat([inItems('user', { video: ['0.jpg', '1.jpg'], sample_fps: 2 }), tells])],
  ],
  refused: [
    [
      'an image beside a text',
      chat([inItems('user', { image: 'cat.png' }), answer]),
      ['error target/alibaba-text-content /messages/1/content'],
    ],
    [
      'a path',
      chat([inItems('user', { image: 'images/cat.png' }), tells]),
      ['error target/alibaba-file-reference /messages/0/content/0/image'],
    ],
    [
      'an image of another type',
      chat([inItems('user', { image: 'cat.gif' }), tells]),
      ['error target/alibaba-file-reference /messages/0/content/0/image'],
    ],
    [
      'a result of another call',
      chat([asks, itemCall, { ...itemResult, tool_call_id: 'call_2' }, tells], tools),
      ['error tools/orphan-result /messages/2/content/0'],
    ],
  ],
};

const chosen = { chosen: answer, rejected: { role: 'assistant', content: 'I have no idea.' } };
const chosenOf = (n: number) => ({
  messages: [asked(n)],
  chosen: answered(n),
  rejected: { role: 'assistant', content: `I think that ${n} is right.` },
});

export const alibabaDpo: TargetCase = {
  target: 'alibaba-dpo',
  around: many(100, chosenOf),
  taken: [
    ['a pair', chat([system, user], chosen)],
    [
      'thoughts in both',
      chat([user], {
        chosen: thinks('<think>\nIt is noon.\n</think>\n\nIt is sunny.'),
        rejected: thinks('<think>\nWho knows.\n</think>\n\nI have no idea.'),
      }),
    ],
  ],
  refused: [
    [
      'messages that end with an answer',
      chat([user, answer], chosen),
      ['error target/alibaba-prompt-end /messages/1'],
    ],
    ['no rejected answer', chat([user], { chosen: answer }), ['error structure/missing-field']],
    [
      'a chosen message by the user',
      chat([user], { ...chosen, chosen: user }),
      ['error structure/schema-violation /chosen/role'],
    ],
    [
      'a name',
      chat([{ ...user, name: 'Eve' }], chosen),
      ['error structure/schema-violation /messages/0/name'],
    ],
    [
      'thoughts without line breaks',
      chat([user], { ...chosen, chosen: thinks('<think>It is noon.</think>It is sunny.') }),
      ['error target/alibaba-thoughts /chosen/content'],
    ],
  ],
  sets: [
    {
      title: 'few records',
      records: many(99, chosenOf),
      findings: [closed, 'warning target/few-records'],
    },
  ],
};
