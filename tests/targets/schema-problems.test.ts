// What a schema finds, in our rules' words: every keyword has its rule, and one cause gives one problem.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openaiChat } from '../../src/formats/openai-chat.ts';
import type { NotedProblem } from '../../src/model/finding.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { resolvePointer } from '../../src/model/pointer.ts';
import type { SchemaFault } from '../../src/model/target.ts';
import { openaiSft } from '../../src/targets/openai-sft.ts';
import { schemaProblems } from '../../src/targets/schema-problems.ts';

const fault = (keyword: string, params: JsonObject, pointer = '/messages/0'): SchemaFault => ({
  pointer,
  keyword,
  params,
  message: 'must be another way',
});

test.each<[SchemaFault, string, string, JsonObject]>([
  [
    fault('additionalProperties', { additionalProperty: 'mood' }),
    'structure/unknown-key',
    '/messages/0/mood',
    { key: 'mood', where: 'in a message' },
  ],
  [
    fault('additionalProperties', { additionalProperty: '__proto__' }, ''),
    'structure/unknown-key',
    '/__proto__',
    { key: '__proto__', where: 'in a record' },
  ],
  [
    fault('additionalProperties', { additionalProperty: 'a/b~c' }, '/tools/2/function'),
    'structure/unknown-key',
    '/tools/2/function/a~1b~0c',
    { key: 'a/b~c', where: 'in the declaration of a tool' },
  ],
  [
    fault('required', { missingProperty: 'content' }),
    'structure/missing-field',
    '/messages/0',
    { field: 'content' },
  ],
  [
    fault('type', { type: ['string', 'array'], found: 'a number' }),
    'structure/wrong-type',
    '/messages/0',
    { expected: 'text or a list', found: 'a number' },
  ],
  [
    fault('enum', { allowedValues: [0, 1] }),
    'structure/schema-violation',
    '/messages/0',
    { what: 'It has to be one of 0, 1' },
  ],
  [
    fault('maxItems', { limit: 1 }),
    'structure/schema-violation',
    '/messages/0',
    { what: 'It may have 1 item at most' },
  ],
  [
    fault('multipleOf', { multipleOf: 2 }),
    'structure/schema-violation',
    '/messages/0',
    { what: 'It has to be another way' },
  ],
])('%o', (given, rule, pointer, data) => {
  expect(schemaProblems([given], [])).toMatchObject([{ rule, pointer, data }]);
});

test('what only says that something inside failed is not told', () => {
  expect(schemaProblems([fault('oneOf', {}), fault('if', { failingKeyword: 'then' })], [])).toEqual([]);
});

test('a cause hides what it leads to, and nothing else', () => {
  const role: NotedProblem = { rule: 'roles/unknown-role', message: 'unknown', pointer: '/messages/0/role' };
  const faults = [
    fault('discriminator', { tag: 'role', error: 'mapping' }),
    fault('additionalProperties', { additionalProperty: 'id' }, ''),
    fault('discriminator', { tag: 'role', error: 'mapping' }, '/messages/10'),
  ];
  expect(schemaProblems(faults, [role]).map(({ pointer }) => pointer)).toEqual(['/id', '/messages/10/role']);
});

const KEYS = ['role', 'content', 'tool_calls', 'function', 'name', 'weight', 'messages', 'tools', 'type'];
const WORDS = ['user', 'assistant', 'tool', 'function', 'text', 'image_url', ''];
const { value: json } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.constantFrom(...WORDS), fc.integer({ min: -1, max: 2 }), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 4 })), tie('value'), {
      maxKeys: 5,
    }),
  ),
}));

test('a refused record of any kind gets problems, each once, each at a place of the record', async () => {
  const schema = await openaiSft.schema?.();
  if (schema === undefined) throw new Error('openai-sft has a schema');
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...KEYS), json, { maxKeys: 4 }), (record) => {
      const noted: NotedProblem[] = [];
      openaiChat.parse(record, (problem) => noted.push(problem));
      const faults = schema.faults(record);
      expect(faults.length > 0).toBe(!schema.accepts(record));
      const problems = schemaProblems(faults, noted);
      if (faults.length > 0) expect(noted.length + problems.length).toBeGreaterThan(0);
      const names = problems.map(
        ({ rule, pointer, data }) => `${rule} ${pointer} ${data?.what ?? data?.field ?? ''}`,
      );
      expect(new Set(names).size).toBe(names.length);
      for (const { rule, pointer } of problems) {
        // A message without a role is told at the place where the role would stand.
        const place = rule === 'structure/schema-violation' ? pointer.replace(/\/[^/]*$/, '') : pointer;
        expect(resolvePointer(record, place)).toBeDefined();
      }
    }),
    { seed: 20261124, numRuns: 3000 },
  );
});
