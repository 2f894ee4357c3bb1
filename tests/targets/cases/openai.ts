// OpenAI's reinforcement records, and Azure's two methods; openai-sft and openai-dpo have files of their own.

import {
  answer,
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

const developer = { role: 'developer', content: 'Be brief.' };
const task = (n: number) => ({ messages: [asked(n)], answer: `${n + 1}` });
const graded = { answer: 'sunny' };

export const openaiRft: TargetCase = {
  target: 'openai-rft',
  around: many(3, task),
  taken: [
    ['a question and what to grade it by', chat([user], graded)],
    ['a developer turn', chat([developer, user], graded)],
    ['turns before the question', chat([user, answer, user], graded)],
    [
      'tools and their results',
      chat([user, calling(call()), result(), user], { tools: [weather], ...graded }),
    ],
    ['an image', chat([{ role: 'user', content: [image(png), text('What?')] }], graded)],
  ],
  refused: [
    ['the answer last', chat([user, answer], graded), ['error target/reinforcement-last-turn /messages/1']],
    [
      'a tool last',
      chat([user, calling(call()), result()], { tools: [weather], ...graded }),
      ['error target/reinforcement-last-turn /messages/2'],
    ],
    ['a system turn', chat([system, user], graded), ['warning target/openai-rft-system-role /messages/0']],
    [
      'an unknown role',
      chat([{ role: 'human', content: 'Hi' }, user], graded),
      ['error roles/unknown-role /messages/0/role'],
    ],
    ['an empty list', chat([], graded), ['error structure/empty-messages /messages']],
    [
      'a tool of another type',
      chat([user], { tools: [{ ...weather, type: 'tool' }], ...graded }),
      ['error structure/schema-violation /tools/0/type'],
    ],
  ],
  sets: [
    {
      title: 'a field that some records lack',
      records: [task(1), { messages: [asked(2)], solution: '3' }],
      findings: [
        'info target/service-status',
        'info target/validation-missing',
        'warning target/uneven-grader-fields',
        'warning target/uneven-grader-fields',
      ],
    },
    {
      title: 'a field of two types',
      records: [task(1), { messages: [asked(2)], answer: 3 }],
      file: 'valid.jsonl',
      findings: ['info target/service-status', 'warning target/uneven-grader-fields'],
    },
    {
      title: 'a thousand and one to validate with',
      records: many(1001, task),
      file: 'valid.jsonl',
      findings: ['error target/validation-size', 'info target/service-status'],
    },
  ],
  own: [
    { path: 'microsoft-foundry/countdown_train_100.jsonl', format: 'openai-reinforcement' },
    { path: 'microsoft-foundry/countdown_valid_50.jsonl', format: 'openai-reinforcement' },
    { path: 'microsoft-foundry/train_tool.jsonl', format: 'openai-reinforcement' },
    { path: 'microsoft-foundry/valid_tool.jsonl', format: 'openai-reinforcement' },
  ],
};

export const azureSft: TargetCase = {
  target: 'azure-sft',
  around: many(10, chatOf),
  taken: [
    ['a question and its answer', chat([system, user, answer])],
    ['a call last, without content', chat([user, calling(call())], { tools: [weather] })],
    ['a call, its result, an answer', chat([user, calling(call()), result(), answer], { tools: [weather] })],
    ['eleven images', chat([{ role: 'user', content: many(11, () => image(png)) }, answer])],
    ['two questions in a row', chat([user, user, answer])],
  ],
  refused: [
    ['answers in a row', chat([user, answer, answer]), ['error target/azure-answers-in-a-row /messages/2']],
    [
      'an answer right after a call',
      chat([user, calling(call()), answer], { tools: [weather] }),
      [
        'error target/azure-answers-in-a-row /messages/2',
        'warning tools/missing-result /messages/1/tool_calls/0',
      ],
    ],
    [
      'a call without an id',
      chat(
        [user, calling({ type: 'function', function: { name: 'weather', arguments: '{"city":"Bonn"}' } })],
        {
          tools: [weather],
        },
      ),
      ['warning target/azure-call-without-id /messages/1/tool_calls/0'],
    ],
    [
      'a turn by a function',
      chat(
        [
          user,
          { role: 'assistant', content: null, function_call: { name: 'weather', arguments: '{}' } },
          { role: 'function', name: 'weather', content: 'Sunny' },
          answer,
        ],
        { functions: [{ name: 'weather' }] },
      ),
      [
        'warning target/azure-function-role /messages/2/role',
        'warning target/openai-deprecated-functions /functions',
        'warning target/openai-deprecated-functions /messages/1/function_call',
      ],
    ],
    [
      'sixty-five images',
      chat([{ role: 'user', content: many(65, () => image(png)) }, answer]),
      ['error target/too-many-images'],
    ],
    [
      'an image in an answer',
      chat([user, { role: 'assistant', content: [image(png)] }]),
      ['error structure/schema-violation /messages/1/content/0/type'],
    ],
    ['a key beside messages', chat([user, answer], { id: 1 }), ['error structure/unknown-key /id']],
    [
      'half a weight',
      chat([user, { ...answer, weight: 0.5 }]),
      ['error roles/invalid-weight /messages/1/weight'],
    ],
    [
      'arguments as an object',
      chat([user, calling(call('a', { city: 'Bonn' }))], { tools: [weather] }),
      ['error structure/wrong-type /messages/1/tool_calls/0/function/arguments'],
    ],
  ],
  sets: [
    { title: 'nine records', records: many(9, chatOf), findings: ['error structure/min-records'] },
    { title: 'ten records', records: many(10, chatOf), findings: [] },
  ],
  own: [
    { path: 'microsoft-foundry/chat_train.jsonl', format: 'openai-chat' },
    { path: 'microsoft-foundry/chat_validation.jsonl', format: 'openai-chat' },
    { path: 'microsoft-foundry/stock_toolcall_training.jsonl', format: 'openai-chat' },
    { path: 'microsoft-foundry/stock_toolcall_validation.jsonl', format: 'openai-chat' },
  ],
};

const before = { role: 'assistant', content: 'Let me look.' };

export const azureDpo: TargetCase = {
  target: 'azure-dpo',
  around: many(10, pairOf),
  taken: [['a pair', pair()]],
  refused: [
    [
      'a call, its result and an answer as one output',
      pair({
        input: { messages: [user], tools: [weather] },
        preferred_output: [calling(call()), result(), answer],
      }),
      ['warning preference/shape /preferred_output'],
    ],
    [
      'two assistant turns in an output',
      pair({ preferred_output: [before, answer] }),
      [
        'error target/azure-answers-in-a-row /preferred_output/1',
        'warning preference/shape /preferred_output',
      ],
    ],
    [
      'an output by the user',
      pair({ non_preferred_output: [user] }),
      [
        'error structure/schema-violation /non_preferred_output/0/role',
        'error target/azure-output-without-answer /non_preferred_output',
      ],
    ],
    ['a key beside the pair', pair({ id: 1 }), ['error structure/unknown-key /id']],
    [
      'no worse output',
      { input: { messages: [user] }, preferred_output: [answer] },
      ['error structure/missing-field'],
    ],
    [
      'the interim names',
      {
        input: { messages: [user] },
        preferred_completion: [answer],
        non_preferred_completion: [{ role: 'assistant', content: 'I have no idea.' }],
      },
      [
        'error target/openai-interim-spelling /non_preferred_completion',
        'error target/openai-interim-spelling /preferred_completion',
      ],
    ],
    [
      'the same answer twice',
      pair({ non_preferred_output: [answer] }),
      ['warning preference/identical /non_preferred_output'],
    ],
  ],
  sets: [{ title: 'nine records', records: many(9, pairOf), findings: ['error structure/min-records'] }],
  own: [{ path: 'microsoft-foundry/orca_dpo_pairs_validation.jsonl', format: 'openai-preference' }],
};
