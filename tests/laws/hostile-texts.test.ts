// Texts without end through every rule, and JSON without end inside them: no crash, no hang, each record counted.

import { expect, test } from 'vitest';
import type { Request } from '../../src/index.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { nestsTooDeep, parseJson } from '../../src/model/parse-json.ts';
import { askedAndSaid, goesThrough, PIECES, repeated } from '../support/hostile-pieces.ts';

const MEGABYTE = 1 << 20;
const DEPTH = 100_000;

test('a long text of one thing over and over, whatever the thing', async () => {
  await goesThrough(PIECES.flatMap((piece) => askedAndSaid(repeated(piece, MEGABYTE >> 5))));
});

test.each([' ', '字', '[a]('])('a megabyte of %j', async (piece) => {
  await goesThrough(askedAndSaid(repeated(piece, MEGABYTE)));
});

const lists = `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`;
const objects = `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`;
const fenced = `\`\`\`json\n${objects}\n\`\`\``;
const schema: JsonObject = { type: 'object', properties: { a: { $ref: '#' } } };
const REQUESTS: readonly Request[] = [
  {},
  { goal: 'classification' },
  { goal: 'extraction' },
  { goal: 'extraction', outputSchema: schema },
];
const call = (args: string, content = ''): JsonObject => ({
  messages: [
    { role: 'user', content: 'Go.' },
    {
      role: 'assistant',
      tool_calls: [{ id: 'a', type: 'function', function: { name: 'go', arguments: args } }],
    },
    { role: 'tool', tool_call_id: 'a', content },
    { role: 'assistant', content: 'Gone.' },
  ],
  tools: [{ type: 'function', function: { name: 'go', parameters: schema } }],
});

test.each(REQUESTS)('a hundred thousand levels inside a text, with %j', async (request) => {
  for (const deep of [lists, objects, fenced, '['.repeat(DEPTH)]) {
    await goesThrough(askedAndSaid(deep), request);
    await goesThrough([{ prompt: 'A?', chosen: deep, rejected: `${deep} ` }], request);
    await goesThrough([call(deep), call('{}', deep)], request);
  }
});

test.each([
  ['lists', lists, true],
  ['objects', objects, true],
  ['brackets in a text', JSON.stringify('['.repeat(DEPTH)), false],
  ['a quote in a text', `["\\"${'['.repeat(DEPTH)}"]`, false],
  ['many small lists', `[${'[],'.repeat(DEPTH)}[]]`, false],
  ['512 levels', `${'['.repeat(512)}${']'.repeat(512)}`, false],
  ['513 levels', `${'['.repeat(513)}${']'.repeat(513)}`, true],
])('%s', (_, text, tooDeep) => {
  expect(nestsTooDeep(text)).toBe(tooDeep);
  expect(parseJson(text) === undefined).toBe(tooDeep);
});
