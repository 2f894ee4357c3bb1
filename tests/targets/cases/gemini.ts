// Google Cloud: Gemini's supervised and preference tuning.

import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import { many, type TargetCase } from './target-case.ts';

const turn = (role: string, ...parts: readonly JsonValue[]) => ({ role, parts: [...parts] });
const asks = turn('user', { text: 'What is the weather in Bonn?' });
const tells = turn('model', { text: 'It is sunny.' });
const contents = (turns: readonly JsonValue[], more: object = {}): JsonObject => ({
  contents: [...turns],
  ...more,
});
const contentsOf = (n: number) =>
  contents([
    turn('user', { text: `How much is ${n} and 1?` }),
    turn('model', { text: `It makes ${n + 1} in all.` }),
  ]);
const file = (uri: string, more: object = { mimeType: 'image/png' }) => ({
  fileData: { fileUri: uri, ...more },
});
const calls = (args: JsonValue = { city: 'Bonn' }) =>
  turn('model', { functionCall: { name: 'weather', args } });
const responds = (role = 'user', name = 'weather') =>
  turn(role, { functionResponse: { name, response: { sky: 'clear' } } });
const tools = [
  {
    functionDeclarations: [
      { name: 'weather', parameters: { type: 'OBJECT', properties: { city: { type: 'STRING' } } } },
    ],
  },
];
const caution = 'info target/service-status';

export const geminiSft: TargetCase = {
  target: 'gemini-sft',
  around: many(100, contentsOf),
  taken: [
    ['a question and its answer', contents([asks, tells])],
    [
      'a system instruction',
      contents([asks, tells], { systemInstruction: { parts: [{ text: 'Be brief.' }] } }),
    ],
    ['a file', contents([turn('user', { text: 'What is it?' }, file('gs://bucket/a.png')), tells])],
    ['a call, its response, an answer', contents([asks, calls(), responds(), tells], { tools })],
    ['a call last', contents([asks, calls()], { tools })],
    ['a dialogue', contents([asks, tells, asks, tells])],
  ],
  refused: [
    ['no contents', { systemInstruction: { parts: [{ text: 'Hi' }] } }, ['error structure/unknown-format']],
    ['an empty list', contents([]), ['error structure/empty-messages /contents']],
    [
      'a part of two kinds',
      contents([turn('user', { text: 'What is it?', ...file('gs://bucket/a.png') }), tells]),
      ['error target/gemini-part-kinds /contents/0/parts/0'],
    ],
    [
      'a part of no kind',
      contents([turn('user', { text: 'Hi' }, {}), tells]),
      ['error target/gemini-part-kinds /contents/0/parts/1'],
    ],
    [
      'the role assistant',
      contents([asks, turn('assistant', { text: 'It is sunny.' })]),
      ['error roles/unknown-role /contents/1/role'],
    ],
    [
      'the role system',
      contents([turn('system', { text: 'Be brief.' }), asks, tells]),
      ['error roles/unknown-role /contents/0/role'],
    ],
    [
      'another role',
      contents([asks, turn('king', { text: 'It is sunny.' }), tells]),
      ['error roles/unknown-role /contents/1/role'],
    ],
    [
      'arguments as text',
      contents([asks, calls('{"city":"Bonn"}')], { tools }),
      ['error structure/wrong-type /contents/1/parts/0/functionCall/args'],
    ],
    [
      'content instead of parts',
      contents([{ role: 'user', content: 'Hi' }, tells]),
      ['error structure/missing-field /contents/0'],
    ],
    ['a question last', contents([asks, tells, asks]), ['warning roles/last-not-assistant /contents/2']],
    [
      'a turn by a function',
      contents([asks, calls(), responds('function'), tells], { tools }),
      ['warning target/gemini-function-turn /contents/2/role'],
    ],
    [
      'a role in the system instruction',
      contents([asks, tells], { systemInstruction: { role: 'user', parts: [{ text: 'Be brief.' }] } }),
      ['warning target/gemini-system-role /systemInstruction/role'],
    ],
    [
      'a file on the web',
      contents([turn('user', { text: 'What is it?' }, file('https://example.com/a.png')), tells]),
      ['warning target/remote-image /contents/0/parts/1'],
    ],
    [
      'a file without a type',
      contents([turn('user', { text: 'What is it?' }, file('gs://bucket/a.png', {})), tells]),
      ['warning target/gemini-untyped-file /contents/0/parts/1'],
    ],
    [
      'a response by another name',
      contents([asks, calls(), responds('user', 'music'), tells], { tools }),
      ['warning target/gemini-unmatched-response /contents/2/parts/0'],
    ],
    [
      '132,000 tokens',
      contents([asks, turn('model', { text: 'word '.repeat(132_000) })]),
      ['warning tokens/over-context'],
    ],
  ],
  sets: [
    {
      title: 'ninety-nine records',
      records: many(99, contentsOf),
      findings: [caution, 'warning target/few-records'],
    },
    {
      title: 'five thousand and one to validate with',
      records: many(5001, contentsOf),
      file: 'validation.jsonl',
      findings: ['error target/validation-size', caution],
    },
    {
      title: 'a schema for the answers',
      records: many(100, (n) =>
        contents([
          turn('user', { text: `How much is ${n} and 1?` }),
          turn('model', { text: `{"sum":${n + 1}}` }),
        ]),
      ),
      request: { outputSchema: { type: 'object' } },
      findings: [caution, 'warning target/gemini-forced-schema'],
    },
  ],
  own: [{ path: 'google-generative-ai/patient_1_glucose_examples.jsonl', format: 'gemini-contents' }],
};

const completion = (score: JsonValue, text: string, role = 'model') => ({
  score,
  completion: turn(role, { text }),
});
const better = completion(1, 'It is sunny.');
const worse = completion(0, 'I have no idea.');
const preference = (more: object = {}): JsonObject => ({
  contents: [asks],
  completions: [better, worse],
  ...more,
});
const preferenceOf = (n: number) =>
  preference({
    contents: [turn('user', { text: `How much is ${n} and 1?` })],
    completions: [completion(1, `It makes ${n + 1} in all.`), completion(0, `I think that ${n} is right.`)],
  });

export const geminiDpo: TargetCase = {
  target: 'gemini-dpo',
  around: many(100, preferenceOf),
  taken: [
    ['two completions', preference()],
    ['the worse one first', preference({ completions: [worse, better] })],
    ['a system instruction', preference({ system_instruction: { parts: [{ text: 'Be brief.' }] } })],
    ['a dialogue', preference({ contents: [asks, tells, asks] })],
  ],
  refused: [
    ['no completions', { contents: [asks] }, ['error structure/missing-field']],
    [
      'one completion',
      preference({ completions: [better] }),
      ['error preference/missing-side', 'error structure/schema-violation /completions'],
    ],
    [
      'three completions',
      preference({ completions: [better, worse, completion(0, 'No.')] }),
      ['error structure/schema-violation /completions'],
    ],
    [
      'a score of a half',
      preference({ completions: [completion(0.5, 'It is sunny.'), worse] }),
      ['error structure/schema-violation /completions/0/score'],
    ],
    [
      'two of the same score',
      preference({ completions: [better, completion(1, 'I have no idea.')] }),
      ['error target/gemini-equal-scores /completions/1/score'],
    ],
    [
      'a completion by the user',
      preference({ completions: [better, completion(0, 'I have no idea.', 'user')] }),
      ['error structure/schema-violation /completions/1/completion/role'],
    ],
    [
      'contents that end with the model',
      preference({ contents: [asks, tells] }),
      ['error target/gemini-prompt-end /contents/1'],
    ],
    [
      'a file in the contents',
      preference({ contents: [turn('user', { text: 'What is it?' }, file('gs://bucket/a.png'))] }),
      [
        'error structure/missing-field /contents/0/parts/1',
        'error structure/schema-violation /contents/0/parts/1/fileData',
      ],
    ],
  ],
};
