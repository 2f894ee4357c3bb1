// Services that read pairs: IBM, Snowflake, Oracle; and Databricks, which read pairs and dialogues until it ended.

import { answer, chat, chatOf, many, type TargetCase, user } from './target-case.ts';

const input = (n: number) => ({ input: `How much is ${n} and 1?`, output: `It makes ${n + 1} in all.` });
const prompt = (n: number) => ({
  prompt: `How much is ${n} and 1?`,
  completion: `It makes ${n + 1} in all.`,
});

export const ibm: TargetCase = {
  target: 'ibm-sft',
  around: many(100, input),
  taken: [['a pair', { input: 'What is the weather?', output: 'It is sunny.' }]],
  refused: [
    [
      'prompt and completion',
      { prompt: 'What is the weather?', completion: 'It is sunny.' },
      ['error structure/mixed-formats'],
    ],
    ['no output', { input: 'What is the weather?' }, ['error structure/missing-field']],
    [
      'a number as output',
      { input: 'How much is 2 and 2?', output: 4 },
      ['error structure/wrong-type /output'],
    ],
  ],
  sets: [
    { title: 'forty-nine pairs', records: many(49, input), findings: ['error structure/min-records'] },
    { title: 'ninety-nine pairs', records: many(99, input), findings: ['warning target/few-records'] },
    {
      title: 'ten thousand and one pairs',
      records: many(10_001, input),
      findings: ['warning target/ibm-studio-limit'],
    },
  ],
};

export const ibmLabels: TargetCase = {
  target: 'ibm-sft',
  of: 'with labels',
  around: many(100, (n) => ({ input: `Text number ${n}.`, output: n % 2 === 0 ? 'good' : 'bad' })),
  request: { label: '/output' },
  taken: [['an English label', { input: 'Das ist gut.', output: 'good' }]],
  refused: [
    [
      'a German label',
      { input: 'Das ist günstig.', output: 'günstig' },
      ['warning target/ibm-label-language'],
    ],
  ],
};

export const snowflake: TargetCase = {
  target: 'snowflake-sft',
  around: many(3, prompt),
  taken: [['a row', { prompt: 'What is the weather?', completion: 'It is sunny.' }]],
  refused: [
    [
      'other columns',
      { input: 'What is the weather?', output: 'It is sunny.' },
      ['error structure/mixed-formats'],
    ],
    ['no completion', { prompt: 'What is the weather?' }, ['error structure/missing-field']],
    [
      'a column more',
      { prompt: 'What is the weather?', completion: 'It is sunny.', topic: 'sky' },
      ['warning structure/unknown-key /topic'],
    ],
    [
      'a long prompt',
      { prompt: 'word '.repeat(21_000), completion: 'It is a text.' },
      ['warning target/snowflake-long-side /prompt'],
    ],
    [
      'a long completion',
      { prompt: 'Go on.', completion: 'word '.repeat(5000) },
      ['warning target/snowflake-long-side /completion'],
    ],
  ],
  sets: [
    {
      title: 'fifty thousand and one rows, at three epochs',
      records: many(50_001, (n) => ({ prompt: `${n} + 1 = ?`, completion: `${n + 1}` })),
      findings: ['error target/records-by-epochs'],
    },
  ],
};

export const oci: TargetCase = {
  target: 'oci-sft',
  around: many(32, prompt),
  taken: [['a pair', { prompt: 'What is the weather?', completion: 'It is sunny.' }]],
  refused: [
    [
      'a key beside the pair',
      { prompt: 'What is the weather?', completion: 'It is sunny.', id: 1 },
      ['error structure/unknown-key /id'],
    ],
    ['no completion', { prompt: 'What is the weather?' }, ['error structure/missing-field']],
  ],
  sets: [{ title: 'thirty-one pairs', records: many(31, prompt), findings: ['error structure/min-records'] }],
};

export const databricksChat: TargetCase = {
  target: 'databricks-sft',
  of: 'with dialogues',
  around: many(3, chatOf),
  taken: [['a question and its answer', chat([user, answer])]],
  refused: [
    ['a key beside the messages', chat([user, answer], { id: 1 }), ['warning structure/unknown-key /id']],
    [
      'a role it does not know',
      chat([user, answer, { role: 'tool', content: 'Sunny' }, answer]),
      ['error structure/schema-violation /messages/2/role'],
    ],
    ['no messages', { talk: [user, answer] }, ['error structure/unknown-format']],
  ],
  sets: [
    { title: 'the end of the service', records: many(3, chatOf), findings: ['info target/service-status'] },
  ],
};

export const databricksPairs: TargetCase = {
  target: 'databricks-sft',
  of: 'with pairs',
  around: many(3, (n) => ({ prompt: `How much is ${n} and 1?`, response: `It makes ${n + 1} in all.` })),
  taken: [['a pair', { prompt: 'What is the weather?', response: 'It is sunny.' }]],
  refused: [
    [
      'completion instead of response',
      { prompt: 'What is the weather?', completion: 'It is sunny.' },
      ['warning target/databricks-completion-column /completion'],
    ],
    ['no response', { prompt: 'What is the weather?' }, ['error structure/missing-field']],
  ],
};
