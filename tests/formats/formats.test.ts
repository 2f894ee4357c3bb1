// What each format understands of a record, and what it says of a record it only half understands.

import { describe, expect, test } from 'vitest';
import { alpaca } from '../../src/formats/alpaca.ts';
import { openaiChat } from '../../src/formats/openai-chat.ts';
import { promptCompletion } from '../../src/formats/prompt-completion.ts';
import { partPointer, partsOf, textOf, textPointer } from '../../src/model/example.ts';
import type { NotedProblem } from '../../src/model/finding.ts';
import type { Format } from '../../src/model/format.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { resolvePointer } from '../../src/model/pointer.ts';

function parse(format: Format, value: JsonObject) {
  const notes: NotedProblem[] = [];
  const example = format.parse(value, (problem) => notes.push(problem));
  if (example !== undefined && example.kind !== 'conversation') throw new Error(`a ${example.kind}`);
  return { example, notes, messages: example?.messages ?? [] };
}

const user = { role: 'user', content: 'Hi' };
const answer = { role: 'assistant', content: 'Hello!' };

describe('openai-chat', () => {
  test('roles, texts, names and weights', () => {
    const value = {
      messages: [
        { role: 'developer', content: 'Be brief.' },
        { role: 'user', content: 'Hi', name: 'Ada' },
        { role: 'assistant', content: 'Hello!', weight: 0 },
        { role: 'user', content: 'Again' },
        { role: 'assistant', content: 'Hello again!', weight: 1 },
      ],
    };
    const { messages, notes } = parse(openaiChat, value);
    expect(notes).toEqual([]);
    expect(messages.map(({ role, name, weight }) => [role, name, weight])).toEqual([
      ['developer', undefined, undefined],
      ['user', 'Ada', undefined],
      ['assistant', undefined, 0],
      ['user', undefined, undefined],
      ['assistant', undefined, 1],
    ]);
    for (const message of messages) expect(resolvePointer(value, textPointer(message))).toBe(textOf(message));
  });

  test('parts: texts, images, refusals, audio, and what nobody knows', () => {
    const value = {
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is this?' },
            { type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'low' } },
            { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } },
            { type: 'hologram', hologram: 1 },
          ],
        },
        { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] },
        { role: 'assistant', content: null, refusal: 'Still no.' },
        { role: 'assistant', content: 'Well.', reasoning_content: 'Hmm.' },
      ],
    };
    const { messages, notes } = parse(openaiChat, value);
    expect(notes).toEqual([]);
    expect(messages.map((message) => partsOf(message).map(({ type }) => type))).toEqual([
      ['text', 'media', 'media', 'unknown'],
      ['refusal'],
      ['refusal'],
      ['reasoning', 'text'],
    ]);
    expect(messages.map(textOf)).toEqual(['What is this?', 'No.', 'Still no.', 'Well.']);
    for (const message of messages) {
      for (const part of partsOf(message))
        expect(resolvePointer(value, partPointer(message, part))).toBeDefined();
    }
  });

  test('tools, calls and results, new and old', () => {
    const value = {
      messages: [
        user,
        {
          role: 'assistant',
          tool_calls: [
            { id: 'a', type: 'function', function: { name: 'weather', arguments: '{"city":"Bonn"}' } },
            { id: 'b', type: 'function', function: { name: 'weather', arguments: '{' } },
          ],
        },
        { role: 'tool', tool_call_id: 'a', content: 'Sunny' },
        { role: 'assistant', function_call: { name: 'weather', arguments: { city: 'Ulm' } } },
        { role: 'function', name: 'weather', content: 'Rain' },
      ],
      tools: [
        { type: 'function', function: { name: 'weather', parameters: { type: 'object' }, strict: true } },
      ],
      functions: [{ name: 'old', description: 'Older.' }],
      parallel_tool_calls: false,
      tool_choice: 'auto',
    };
    const { example, messages, notes } = parse(openaiChat, value);
    expect(notes).toEqual([]);
    expect(example?.tools).toMatchObject([
      { name: 'weather', parameters: { type: 'object' }, strict: true, base: '/tools', index: 0 },
      { name: 'old', description: 'Older.', base: '/functions', index: 0 },
    ]);
    expect(example?.choices).toEqual({ tool_choice: 'auto', parallel_tool_calls: false });
    expect(messages.flatMap(partsOf)).toMatchObject([
      { type: 'call', id: 'a', name: 'weather', raw: '{"city":"Bonn"}', arguments: { city: 'Bonn' } },
      { type: 'call', id: 'b', name: 'weather', raw: '{' },
      { type: 'result', id: 'a', content: 'Sunny' },
      { type: 'call', name: 'weather', arguments: { city: 'Ulm' } },
      { type: 'result', name: 'weather', content: 'Rain' },
    ]);
  });

  test('what has no place of its own is kept', () => {
    const value = JSON.parse(
      '{"messages":[{"role":"user","content":"Hi","mood":1}],"id":7,"__proto__":{"a":1}}',
    ) as JsonObject;
    const { example, messages } = parse(openaiChat, value);
    expect(Object.keys(example?.extra ?? {}).toSorted()).toEqual(['__proto__', 'id']);
    expect(messages[0]?.extra).toEqual({ mood: 1 });
  });

  test.each<[string, JsonObject, readonly (readonly [string, string, string])[]]>([
    ['messages that are no list', { messages: 'Hi' }, [['structure/wrong-type', 'type', '/messages']]],
    ['no messages', { messages: [] }, [['structure/empty-messages', 'empty', '/messages']]],
    [
      'a message that is no object',
      { messages: ['Hi', answer] },
      [['structure/wrong-type', 'type', '/messages/0']],
    ],
    [
      'a missing role',
      { messages: [{ content: 'Hi' }, answer] },
      [['structure/missing-field', 'missing', '/messages/0']],
    ],
    [
      'a role that is a number',
      { messages: [{ role: 1, content: 'Hi' }, answer] },
      [['structure/wrong-type', 'type', '/messages/0/role']],
    ],
    [
      'another family’s role',
      { messages: [{ role: 'human', content: 'Hi' }, answer] },
      [['roles/unknown-role', 'alias', '/messages/0/role']],
    ],
    [
      'an unknown role',
      { messages: [{ role: 'king', content: 'Hi' }, answer] },
      [['roles/unknown-role', 'unknown', '/messages/0/role']],
    ],
    [
      'missing content',
      { messages: [user, { role: 'assistant' }] },
      [['structure/missing-field', 'missing', '/messages/1']],
    ],
    [
      'null content',
      { messages: [user, { role: 'assistant', content: null }] },
      [['structure/null-content', 'null', '/messages/1/content']],
    ],
    [
      'content that is a number',
      { messages: [{ role: 'user', content: 1 }, answer] },
      [['structure/wrong-type', 'type', '/messages/0/content']],
    ],
    [
      'a part that is text',
      { messages: [{ role: 'user', content: ['Hi'] }, answer] },
      [['structure/wrong-type', 'type', '/messages/0/content/0']],
    ],
    [
      'half a weight',
      { messages: [user, { ...answer, weight: 0.5 }] },
      [['roles/invalid-weight', 'value', '/messages/1/weight']],
    ],
    [
      'a weight on a user',
      { messages: [{ ...user, weight: 1 }, answer] },
      [['roles/invalid-weight', 'role', '/messages/0/weight']],
    ],
    [
      'calls that are no list',
      { messages: [user, { ...answer, tool_calls: {} }] },
      [['structure/wrong-type', 'type', '/messages/1/tool_calls']],
    ],
    [
      'a call without a name',
      { messages: [user, { role: 'assistant', content: 'x', function_call: {} }] },
      [['structure/missing-field', 'missing', '/messages/1/function_call']],
    ],
    [
      'tools that are no list',
      { messages: [user, answer], tools: 'all' },
      [['structure/wrong-type', 'type', '/tools']],
    ],
    [
      'a tool without a name',
      { messages: [user, answer], tools: [{ type: 'function' }] },
      [['structure/wrong-type', 'type', '/tools/0']],
    ],
    [
      'two faults at once',
      { messages: [{ role: 'king', content: 1 }, { role: 'assistant' }] },
      [
        ['roles/unknown-role', 'unknown', '/messages/0/role'],
        ['structure/wrong-type', 'type', '/messages/0/content'],
        ['structure/missing-field', 'missing', '/messages/1'],
      ],
    ],
  ])('says what is wrong with %s', (_, value, expected) => {
    const { notes } = parse(openaiChat, value);
    expect(notes.map(({ rule, message, pointer }) => [rule, message, pointer])).toEqual(expected);
  });
});

describe('records made of fields', () => {
  test('prompt and completion', () => {
    const { messages, notes, example } = parse(promptCompletion, { prompt: 'a', completion: 'b', id: 1 });
    expect(notes).toEqual([]);
    expect(messages.map((message) => [message.role, textOf(message), textPointer(message)])).toEqual([
      ['user', 'a', '/prompt'],
      ['assistant', 'b', '/completion'],
    ]);
    expect(example?.extra).toEqual({ id: 1 });
  });

  test('instruction, input and output', () => {
    const texts = (value: JsonObject) =>
      parse(alpaca, value).messages.map((message) => [message.role, textOf(message)]);
    expect(texts({ instruction: 'i', input: 'x', output: 'o' })).toEqual([
      ['user', 'i'],
      ['user', 'x'],
      ['assistant', 'o'],
    ]);
    expect(texts({ instruction: 'i', input: '', output: 'o' })).toEqual([
      ['user', 'i'],
      ['assistant', 'o'],
    ]);
    expect(texts({ instruction: 'i', output: 'o' })).toEqual([
      ['user', 'i'],
      ['assistant', 'o'],
    ]);
  });

  test.each<[Format, JsonObject, readonly (readonly [string, string])[]]>([
    [promptCompletion, { prompt: 'a' }, [['structure/missing-field', '']]],
    [
      promptCompletion,
      { prompt: 1, completion: null },
      [
        ['structure/wrong-type', '/prompt'],
        ['structure/null-content', '/completion'],
      ],
    ],
    [alpaca, { instruction: 'a', output: 3 }, [['structure/wrong-type', '/output']]],
    [alpaca, { instruction: 'a', input: 3, output: 'b' }, [['structure/wrong-type', '/input']]],
  ])('faults of %o', (format, value, expected) => {
    expect(parse(format, value).notes.map(({ rule, pointer }) => [rule, pointer])).toEqual(expected);
  });
});
