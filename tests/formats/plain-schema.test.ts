// The quick yes to plain schemas: it never says yes where ajv says no, and says it where tools are declared as usual.

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { surelyFits } from '../../src/formats/plain-schema.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';

const ajv = new Ajv2020({ strict: false, ownProperties: true, validateFormats: false, logger: false });

const name = fc.constantFrom('a', 'b', 'city', '__proto__', 'constructor');
const scalar = fc.constantFrom<JsonValue>(null, true, 0, -1.5, 1e21, '', 'a', '7');
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'array', 'object');
const types = fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 4 }));
const { schema } = fc.letrec<{ schema: JsonValue }>((tie) => {
  const properties = fc.dictionary(name, tie('schema'), { maxKeys: 3, noNullPrototype: true });
  const required = fc.uniqueArray(name, { maxLength: 1 });
  const keys = { requiredKeys: [] as never[], noNullPrototype: true };
  return {
    schema: fc.oneof(
      { maxDepth: 3 },
      fc.record({ type: types, description: fc.constant('text') }, keys),
      fc.record({ enum: fc.array(value, { minLength: 1, maxLength: 4 }), type: types }, keys),
      fc.record({ type: types, properties, required, additionalProperties: tie('schema') }, keys),
      fc.record({ type: fc.constant('array'), items: tie('schema') }, keys),
      fc.record({ not: tie('schema'), minimum: fc.constant(0), items: tie('schema') }, keys),
      fc.boolean(),
    ),
  };
});

test('a yes is one that ajv gives too', () => {
  let yes = 0;
  fc.assert(
    fc.property(schema, value, (any, one) => {
      if (!surelyFits(any, one)) return;
      yes += 1;
      expect(ajv.validate(any as JsonObject, one)).toBe(true);
    }),
    { seed: 20_261_125, numRuns: 3000 },
  );
  expect(yes).toBeGreaterThan(200);
});

const weather: JsonObject = {
  type: 'object',
  description: 'Where and how long.',
  properties: {
    city: { type: 'string', description: 'A name.' },
    days: { type: ['integer', 'null'] },
    unit: { type: 'string', enum: ['C', 'F'] },
    tags: { type: 'array', items: { type: 'string' } },
  },
  required: ['city'],
  additionalProperties: false,
};

test.each<[boolean, JsonObject]>([
  [true, { city: 'Bonn' }],
  [true, { city: 'Bonn', days: null, unit: 'C', tags: ['a', 'b'] }],
  [false, { days: 3 }],
  [false, { city: 'Bonn', unit: 'K' }],
  [false, { city: 'Bonn', tags: [7] }],
  [false, { city: 'Bonn', country: 'Germany' }],
  [false, { city: 'Bonn', days: 2.5 }],
])('a tool as most are declared: %s for %j', (fits, args) => {
  expect(surelyFits(weather, args)).toBe(fits);
});

test('what it does not know it leaves to others', () => {
  expect(surelyFits({ type: 'string', minLength: 1 }, 'a')).toBe(false);
  let deep: JsonObject = { type: 'array' };
  for (let i = 0; i < 100; i += 1) deep = { type: 'array', items: deep };
  let list: JsonValue = [];
  for (let i = 0; i < 100; i += 1) list = [list];
  expect(surelyFits(deep, list)).toBe(false);
});
