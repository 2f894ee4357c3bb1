// The JSON Schema that every answer has to satisfy, read from its file.

import { readFileSync } from 'node:fs';
import { SchemaCache } from '../formats/schema.ts';
import { UserError } from '../model/error.ts';
import { isObject, type JsonObject } from '../model/json.ts';

/** @throws UserError where there is no such file, or no JSON Schema in it */
export function loadOutputSchema(path: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const what = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new UserError('bad-schema', `${path} ${what}`, { hint: 'name a JSON Schema', cause });
  }
  if (!isObject(value)) throw new UserError('bad-schema', `${path} holds no JSON Schema`);
  const { error } = new SchemaCache().get(value);
  if (error !== undefined) throw new UserError('bad-schema', `${path} is no JSON Schema: ${error}`);
  return value;
}
