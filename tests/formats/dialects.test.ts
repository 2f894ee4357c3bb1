// What the formats of the open trainers and the other services understand of a record, dialect by dialect.

import { describe, expect, test } from 'vitest';
import { FORMATS, findFormat } from '../../src/formats/index.ts';
import { type Example, type Message, partsOf, textOf, textPointer } from '../../src/model/example.ts';
import type { NotedProblem } from '../../src/model/finding.ts';
import type { JsonObject } from '../../src/model/json.ts';

function parse(id: string, value: JsonObject): { example: Example | undefined; notes: NotedProblem[] } {
  const notes: NotedProblem[] = [];
  const example = findFormat(id)?.parse(value, (problem) => notes.push(problem));
  return { example, notes };
}

/** "user /prompt: Hi": who says what, and where it stands. */
const told = (message: Message): string => {
  const parts = partsOf(message)
    .filter(({ type }) => type !== 'text' && type !== 'result')
    .map((part) => ` [${part.type}${part.type === 'call' ? ` ${part.name}` : ''}]`);
  const shown = message.weight === 0 ? ' (shown)' : '';
  return `${message.role} ${textPointer(message)}:${parts.join('')} ${textOf(message)}${shown}`;
};

/** An example in lines: its messages, or its prompt and its answers, best first. */
function lines(example: Example | undefined): readonly string[] {
  if (example === undefined) return [];
  switch (example.kind) {
    case 'conversation':
      return example.messages.map(told);
    case 'passage':
      return example.segments.map(told);
    case 'task':
      return [...example.prompt.map(told), JSON.stringify(example.reference)];
    case 'steps':
      return [
        ...example.prompt.map(told),
        ...example.steps.map(({ message, good }) => `${good ? 'right' : 'wrong'} ${told(message)}`),
      ];
    case 'rating':
      return [
        ...example.prompt.map(told),
        example.good ? 'good' : 'bad',
        ...example.answer.messages.map(told),
      ];
    default:
      return [
        ...example.prompt.map(told),
        ...example.answers.flatMap(({ messages, pointer }) => [`answer ${pointer}`, ...messages.map(told)]),
      ];
  }
}

const question = { role: 'user', content: 'Hi' };
const good = { role: 'assistant', content: 'Hello!' };
const poor = { role: 'assistant', content: 'No.' };

describe.each<[id: string, name: string, value: JsonObject, expected: readonly string[]]>([
  [
    'prompt-completion',
    'messages: what stands in the prompt is shown, not learned',
    { prompt: [question, poor, question], completion: [good] },
    [
      'user /prompt/0/content: Hi',
      'assistant /prompt/1/content: No. (shown)',
      'user /prompt/2/content: Hi',
      'assistant /completion/0/content: Hello!',
    ],
  ],
  [
    'input-output',
    'the other names of a pair',
    { input: 'Hi', output: 'Hello!' },
    ['user /input: Hi', 'assistant /output: Hello!'],
  ],
  [
    'preference',
    'texts',
    { prompt: 'Hi', chosen: 'Hello!', rejected: 'No.' },
    [
      'user /prompt: Hi',
      'answer /chosen',
      'assistant /chosen: Hello!',
      'answer /rejected',
      'assistant /rejected: No.',
    ],
  ],
  [
    'preference',
    'an implicit prompt: by whole turns, never by letters',
    {
      chosen: [question, { role: 'assistant', content: 'Yes' }],
      rejected: [question, { role: 'assistant', content: 'You' }],
    },
    [
      'user /chosen/0/content: Hi',
      'answer /chosen',
      'assistant /chosen/1/content: Yes',
      'answer /rejected',
      'assistant /rejected/1/content: You',
    ],
  ],
  [
    'preference',
    'equal sides keep an answer each',
    { chosen: [question, good], rejected: [question, good] },
    [
      'user /chosen/0/content: Hi',
      'answer /chosen',
      'assistant /chosen/1/content: Hello!',
      'answer /rejected',
      'assistant /rejected/1/content: Hello!',
    ],
  ],
  [
    'preference',
    'a prompt as text beside whole dialogues repeats it',
    { prompt: 'Hi', chosen: [question, good], rejected: [question, poor], score_chosen: 9 },
    [
      'user /chosen/0/content: Hi',
      'answer /chosen',
      'assistant /chosen/1/content: Hello!',
      'answer /rejected',
      'assistant /rejected/1/content: No.',
    ],
  ],
  [
    'preference',
    'a prompt as messages that the dialogues repeat',
    { prompt: [question], chosen: [question, good], rejected: [question, poor] },
    [
      'user /prompt/0/content: Hi',
      'answer /chosen',
      'assistant /chosen/1/content: Hello!',
      'answer /rejected',
      'assistant /rejected/1/content: No.',
    ],
  ],
  [
    'preference',
    'transcripts',
    {
      chosen: '\n\nHuman: Hi\n\nAssistant: Yes?\n\nHuman: Help!\n\nAssistant: Sure.\n\nWith what?',
      rejected: '\n\nHuman: Hi\n\nAssistant: Yes?\n\nHuman: Help!\n\nAssistant:',
    },
    [
      'user /chosen: Hi',
      'assistant /chosen: Yes?',
      'user /chosen: Help!',
      'answer /chosen',
      'assistant /chosen: Sure.\n\nWith what?',
      'answer /rejected',
      'assistant /rejected: ',
    ],
  ],
  [
    'preference',
    'texts without a prompt that are no transcripts',
    { chosen: 'Hello Ada', rejected: 'Hello Bob' },
    ['answer /chosen', 'assistant /chosen: Hello Ada', 'answer /rejected', 'assistant /rejected: Hello Bob'],
  ],
  [
    'preference',
    'a system prompt, an instruction and its input',
    { system: 'Be brief.', instruction: 'Add.', input: '2, 2', chosen: '4', rejected: '5' },
    [
      'system /system: Be brief.',
      'user /instruction: Add.',
      'user /input: 2, 2',
      'answer /chosen',
      'assistant /chosen: 4',
      'answer /rejected',
      'assistant /rejected: 5',
    ],
  ],
  [
    'preference',
    'messages and an answer each',
    { messages: [question], chosen: good, rejected: poor },
    [
      'user /messages/0/content: Hi',
      'answer /chosen',
      'assistant /chosen/content: Hello!',
      'answer /rejected',
      'assistant /rejected/content: No.',
    ],
  ],
  [
    'openai-preference',
    'messages and outputs',
    { input: { messages: [question] }, preferred_output: [good], non_preferred_output: [poor] },
    [
      'user /input/messages/0/content: Hi',
      'answer /preferred_output',
      'assistant /preferred_output/0/content: Hello!',
      'answer /non_preferred_output',
      'assistant /non_preferred_output/0/content: No.',
    ],
  ],
  [
    'openai-reinforcement',
    'the fields of the grader',
    { messages: [question], reference_answer: 'Hello!' },
    ['user /messages/0/content: Hi', '{"reference_answer":"Hello!"}'],
  ],
  [
    'unpaired-preference',
    'texts',
    { prompt: 'Hi', completion: 'No.', label: false },
    ['user /prompt: Hi', 'bad', 'assistant /completion: No.'],
  ],
  [
    'unpaired-preference',
    'a dialogue: what follows the last question is the answer',
    { messages: [question, poor, question, good], label: true },
    [
      'user /messages/0/content: Hi',
      'assistant /messages/1/content: No.',
      'user /messages/2/content: Hi',
      'good',
      'assistant /messages/3/content: Hello!',
    ],
  ],
  [
    'alpaca',
    'system and history',
    {
      system: 'Be brief.',
      history: [['2 + 2?', '4']],
      instruction: 'And 3 + 3?',
      input: '',
      output: '6',
    },
    [
      'system /system: Be brief.',
      'user /history/0/0: 2 + 2?',
      'assistant /history/0/1: 4',
      'user /instruction: And 3 + 3?',
      'assistant /output: 6',
    ],
  ],
  [
    'alpaca',
    'Dolly',
    { instruction: 'Who?', context: 'Ada wrote it.', response: 'Ada', category: 'closed_qa' },
    ['user /instruction: Who?', 'user /context: Ada wrote it.', 'assistant /response: Ada'],
  ],
  [
    'alpaca',
    'OpenOrca',
    { system_prompt: 'Be brief.', question: 'Hi', response: 'Hello!' },
    ['system /system_prompt: Be brief.', 'user /question: Hi', 'assistant /response: Hello!'],
  ],
  [
    'alpaca',
    'question and answer',
    { question: '2 + 2?', answer: '4' },
    ['user /question: 2 + 2?', 'assistant /answer: 4'],
  ],
  [
    'sharegpt',
    'calls and results',
    {
      system: 'Be brief.',
      conversations: [
        { from: 'human', value: 'Weather?' },
        { from: 'function_call', value: '<think>Hm.</think>{"name":"weather","arguments":{"city":"Bonn"}}' },
        { from: 'observation', value: 'Sunny' },
        { from: 'gpt', value: 'It is sunny.', weight: 0 },
      ],
    },
    [
      'system /system: Be brief.',
      'user /conversations/0/value: Weather?',
      'assistant /conversations/1/value: [reasoning] [call weather] ',
      'tool /conversations/2/value: Sunny',
      'assistant /conversations/3/value: It is sunny. (shown)',
    ],
  ],
  [
    'sharegpt',
    'ranking',
    {
      conversations: [{ from: 'human', value: 'Hi' }],
      chosen: { from: 'gpt', value: 'Hello!' },
      rejected: 'No.',
    },
    [
      'user /conversations/0/value: Hi',
      'answer /chosen',
      'assistant /chosen/value: Hello!',
      'answer /rejected',
      'assistant /rejected: No.',
    ],
  ],
  [
    'sharegpt',
    'roles and contents under its key',
    { conversations: [{ role: 'human', content: 'Hi' }, good] },
    ['user /conversations/0/content: Hi', 'assistant /conversations/1/content: Hello!'],
  ],
  ['text', 'a text', { text: 'Once', source: 'book' }, ['assistant /text: Once']],
  [
    'segments',
    'shown and learned',
    {
      segments: [
        { label: false, text: 'Q' },
        { label: true, text: 'A' },
      ],
    },
    ['assistant /segments/0/text: Q (shown)', 'assistant /segments/1/text: A'],
  ],
  [
    'gemini-contents',
    'parts',
    {
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [
        {
          role: 'user',
          parts: [{ text: 'Look' }, { fileData: { mimeType: 'image/png', fileUri: 'gs://a' } }],
        },
        { role: 'model', parts: [{ functionCall: { name: 'look', args: { at: 'it' } } }] },
        { role: 'user', parts: [{ functionResponse: { name: 'look', response: { seen: 'cat' } } }] },
        { role: 'model', parts: [{ text: 'A cat.' }] },
      ],
    },
    [
      'system /systemInstruction/parts/0/text: Be brief.',
      'user /contents/0/parts: [media] Look',
      'assistant /contents/1/parts: [call look] ',
      'user /contents/2/parts: {"seen":"cat"}',
      'assistant /contents/3/parts/0/text: A cat.',
    ],
  ],
  [
    'gemini-preference',
    'the better answer first',
    {
      contents: [{ role: 'user', parts: [{ text: 'Hi' }] }],
      completions: [
        { score: 0, completion: { role: 'model', parts: [{ text: 'No.' }] } },
        { score: 1, completion: { role: 'model', parts: [{ text: 'Hello!' }] } },
      ],
    },
    [
      'user /contents/0/parts/0/text: Hi',
      'answer /completions/1/completion',
      'assistant /completions/1/completion/parts/0/text: Hello!',
      'answer /completions/0/completion',
      'assistant /completions/0/completion/parts/0/text: No.',
    ],
  ],
  [
    'gemini-messages',
    'the role model',
    { messages: [question, { role: 'model', content: 'Hello!' }] },
    ['user /messages/0/content: Hi', 'assistant /messages/1/content: Hello!'],
  ],
  [
    'bedrock-converse',
    'blocks',
    {
      schemaVersion: 'bedrock-conversation-2024',
      system: [{ text: 'Be brief.' }],
      messages: [
        { role: 'user', content: [{ text: 'Hi' }] },
        {
          role: 'assistant',
          content: [{ reasoningContent: { reasoningText: { text: 'Hm.' } } }, { text: 'Hello!' }],
        },
      ],
    },
    [
      'system /system/0/text: Be brief.',
      'user /messages/0/content/0/text: Hi',
      'assistant /messages/1/content: [reasoning] Hello!',
    ],
  ],
  [
    'bedrock-claude',
    'a system prompt beside the messages',
    { system: 'Be brief.', messages: [question, good] },
    ['system /system: Be brief.', 'user /messages/0/content: Hi', 'assistant /messages/1/content: Hello!'],
  ],
  [
    'llama-factory-chat',
    'parts and weights',
    {
      messages: [
        { role: 'user', content: [{ type: 'text', value: 'Hi' }], loss_weight: 0 },
        {
          role: 'assistant',
          content: [
            { type: 'reasoning', value: 'Hm.' },
            { type: 'tool_call', value: '{"name":"wave","arguments":{}}' },
          ],
          loss_weight: 0,
        },
        { role: 'tool', content: [{ type: 'text', value: 'Done' }] },
        { role: 'assistant', content: [{ type: 'text', value: 'Hello!' }], loss_weight: 1 },
      ],
    },
    [
      'user /messages/0/content: Hi (shown)',
      'assistant /messages/1/content: [reasoning] [call wave]  (shown)',
      'tool /messages/2/content: Done',
      'assistant /messages/3/content: Hello!',
    ],
  ],
  [
    'oumi-chat',
    'parts',
    { messages: [{ role: 'user', content: [{ type: 'image_path', content: 'a.png' }] }, good] },
    ['user /messages/0/content: [media] ', 'assistant /messages/1/content: Hello!'],
  ],
])('%s, %s', (id, _, value, expected) => {
  test('says this', () => {
    const { example, notes } = parse(id, value);
    expect(notes).toEqual([]);
    expect(lines(example)).toEqual(expected);
  });
});

describe.each<[id: string, name: string, value: JsonObject, expected: readonly string[]]>([
  ['preference', 'no better answer', { rejected: 'No.' }, ['structure/missing-field  chosen']],
  ['preference', 'no worse answer', { prompt: 'Hi', chosen: 'a' }, ['structure/missing-field  rejected']],
  [
    'preference',
    'an answer that is a number',
    { prompt: 'Hi', chosen: 'a', rejected: 7 },
    ['structure/wrong-type /rejected text or messages'],
  ],
  [
    'unpaired-preference',
    'a label of 1',
    { prompt: 'Hi', completion: 'a', label: 1 },
    ['structure/wrong-type /label true or false'],
  ],
  ['unpaired-preference', 'no label', { prompt: 'Hi', completion: 'a' }, ['structure/missing-field  label']],
  [
    'sharegpt',
    'a word of another family',
    { conversations: [{ from: 'User', value: 'Hi' }] },
    ['roles/unknown-role /conversations/0/from human'],
  ],
  [
    'sharegpt',
    'a word nobody knows',
    { conversations: [{ from: 'king', value: 'Hi' }] },
    ['roles/unknown-role /conversations/0/from one of human, gpt, system, function_call, observation'],
  ],
  [
    'sharegpt',
    'a call that is no JSON, told once',
    { conversations: [{ from: 'function_call', value: '[{"name":"a"},{"nome":"b"}]' }] },
    ['structure/wrong-type /conversations/0/value a call as JSON: name and arguments'],
  ],
  [
    'sharegpt',
    'nothing said',
    { conversations: [{ from: 'human' }, { from: 'gpt', value: null }] },
    [
      'structure/missing-field /conversations/0 value',
      'structure/null-content /conversations/1/value assistant',
    ],
  ],
  [
    'sharegpt',
    'tools that are no JSON',
    { conversations: [{ from: 'human', value: 'Hi' }], tools: '[{' },
    ['structure/wrong-type /tools a list'],
  ],
  [
    'alpaca',
    'rounds that are no pairs',
    { instruction: 'a', output: 'b', history: [['c']] },
    ['structure/wrong-type /history a list of pairs of texts'],
  ],
  [
    'gemini-contents',
    'the role of another family',
    { contents: [{ role: 'assistant', parts: [{ text: 'a' }] }] },
    ['roles/unknown-role /contents/0/role model'],
  ],
  [
    'bedrock-converse',
    'a text for a list',
    { messages: [{ role: 'user', content: 'Hi' }] },
    ['structure/wrong-type /messages/0/content a list of blocks'],
  ],
  ['segments', 'no label', { segments: [{ text: 'a' }] }, ['structure/missing-field /segments/0 label']],
  [
    'openai-preference',
    'no worse answer',
    { input: { messages: [question] }, preferred_output: [good] },
    ['structure/missing-field  non_preferred_output'],
  ],
])('%s, %s', (id, _, value, expected) => {
  test('is complained of', () => {
    const { notes } = parse(id, value);
    const words = notes.map(({ rule, pointer, data }) => {
      const word = data?.field ?? data?.meant ?? data?.expected ?? data?.role ?? '';
      return `${rule} ${pointer} ${word}`;
    });
    expect(words).toEqual(expected);
  });
});

test('records that are nobody’s are not read', () => {
  for (const format of FORMATS) {
    expect(format.parse({ premise: 'a', hypothesis: 'b' }, () => {})).toBeUndefined();
  }
});

test('Google’s type names become those of JSON Schema', () => {
  const { example } = parse('gemini-contents', {
    contents: [],
    tools: [
      {
        functionDeclarations: [
          {
            name: 'look',
            parameters: {
              type: 'OBJECT',
              properties: { type: { type: 'ARRAY', items: { type: 'STRING' } } },
            },
          },
        ],
      },
    ],
  });
  expect(example?.tools[0]?.parameters).toEqual({
    type: 'object',
    properties: { type: { type: 'array', items: { type: 'string' } } },
  });
});

test('a transcript of a hundred thousand turns', () => {
  const { example } = parse('preference', {
    chosen: '\n\nHuman:'.repeat(100_000),
    rejected: `${'\n\nHuman:'.repeat(99_999)}\n\nAssistant: a`,
  });
  expect(example?.kind === 'preference' && example.prompt.length).toBe(99_999);
});

test.each([
  ['a list', '[', ']'],
  ['an object', '{"a":', '}'],
])('JSON inside a text is not followed where it nests like %s without end', (_, open, close) => {
  const value = (depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`;
  const record = (depth: number) => ({
    conversations: [{ from: 'function_call', value: `{"name":"a","arguments":${value(depth)}}` }],
    tools: `[{"name":"a","parameters":{"x":${value(depth)}}}]`,
  });
  const deep = parse('sharegpt', record(100_000));
  expect(deep.notes.map(({ pointer }) => pointer)).toEqual(['/conversations/0/value', '/tools']);
  expect(lines(deep.example)[0]).toContain('assistant /conversations/0/value: {"name":"a"');
  const shallow = parse('sharegpt', record(100));
  expect(shallow.notes).toEqual([]);
  expect(shallow.example?.tools).toHaveLength(1);
});

test('brackets in a text inside JSON inside a text are no nesting', () => {
  const call = JSON.stringify({ name: 'run', arguments: { code: `"${'['.repeat(2000)}\\` } });
  const { example, notes } = parse('sharegpt', { conversations: [{ from: 'function_call', value: call }] });
  expect(notes).toEqual([]);
  expect(lines(example)).toEqual(['assistant /conversations/0/value: [call run] ']);
});
