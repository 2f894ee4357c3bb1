// Schemas that come from data: what they say, what is wrong with them, and that none meets another.

import { expect, test } from 'vitest';
import { SchemaCache } from '../../src/formats/schema.ts';
import type { JsonObject } from '../../src/model/json.ts';

const city: JsonObject = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };

test('faults have a place and words', () => {
  const schema = new SchemaCache().get(city);
  expect(schema.error).toBeUndefined();
  expect(schema.check({ city: 'Bonn' })).toEqual([]);
  expect(schema.check({ city: 7 })).toEqual([{ pointer: '/city', what: 'must be string' }]);
  expect(schema.check({})).toEqual([{ pointer: '', what: 'city is missing' }]);
});

test.each<[string, JsonObject]>([
  ['a type that does not exist', { type: 'dictionary' }],
  ['a reference that leads nowhere', { $ref: '#/$defs/missing' }],
  ['a reference to somewhere else', { $ref: 'https://example.com/schema.json' }],
  ['properties that are a list', { properties: ['city'] }],
  ['a pattern that is none', { type: 'string', pattern: '(' }],
])('%s is told', (_, schema) => {
  const looked = new SchemaCache().get(schema);
  expect(looked.error).not.toBe('');
  expect(looked.error).toBeDefined();
  expect(looked.check('x')).toEqual([]);
});

test('schemas of one name do not meet', () => {
  const cache = new SchemaCache();
  const named = (type: string): JsonObject => ({
    $id: 'https://example.com/a',
    properties: { x: { $id: 'https://example.com/b', type } },
  });
  expect(cache.get(named('string')).check({ x: 1 })).toHaveLength(1);
  expect(cache.get(named('number')).check({ x: 1 })).toEqual([]);
  expect(cache.get(named('string')).check({ x: 'a' })).toEqual([]);
});

test('a schema that refers to itself without end, and patterns that backtrack, come to an end', () => {
  const cache = new SchemaCache();
  expect(cache.get({ $ref: '#' }).check({})).toEqual([]);
  expect(cache.get({ type: 'string', pattern: '^(a+)+$' }).check(`${'a'.repeat(50_000)}b`)).toEqual([]);
});

test('thousands of schemas are no burden', () => {
  const cache = new SchemaCache();
  for (let i = 0; i < 2000; i += 1) {
    expect(
      cache.get({ type: 'object', properties: { [`field${i}`]: { type: 'string' } } }).error,
    ).toBeUndefined();
  }
});

const old = 'http://json-schema.org/draft-07/schema#';
test.each<[string, JsonObject, string | undefined]>([
  ['a schema of draft 7, as generators write it', { $schema: old, ...city }, undefined],
  ['what draft 7 allows', { $schema: old, items: [{ type: 'string' }] }, undefined],
  ['what only draft 7 allows', { items: [{ type: 'string' }] }, '/items must be object,boolean'],
  ['the newest draft', { $schema: 'https://json-schema.org/draft/2020-12/schema', ...city }, undefined],
  ['a dialect that nobody knows', { $schema: 'https://example.com/dialect', ...city }, undefined],
  ['a fault in a schema of draft 7', { $schema: old, type: 'dictionary' }, '/type must be equal to one of'],
])('%s', (_, schema, error) => {
  const looked = new SchemaCache().get(schema);
  expect(looked.error?.slice(0, error?.length)).toBe(error);
  expect(looked.check({ city: 7 })).toHaveLength(error === undefined && 'required' in schema ? 1 : 0);
});
