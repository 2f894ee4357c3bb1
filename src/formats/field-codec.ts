// Records whose texts are plain fields: `prompt`, `completion`, `instruction`, `output` …

import type { Message, Role } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import { type JsonObject, kindOf, member } from '../model/json.ts';

/** The text of a required field, or undefined after saying what is wrong with it. */
export function readText(value: JsonObject, field: string, note: Note): string | undefined {
  const text = member(value, field);
  if (typeof text === 'string') return text;
  if (text === undefined) {
    note({ rule: 'structure/missing-field', message: 'missing', pointer: '', data: { field } });
  } else if (text === null) {
    note({ rule: 'structure/null-content', message: 'null', pointer: `/${field}`, data: { role: field } });
  } else {
    const data = { expected: 'text', found: kindOf(text) };
    note({ rule: 'structure/wrong-type', message: 'type', pointer: `/${field}`, data });
  }
  return undefined;
}

/** A message that is one field of its record. */
export const fieldMessage = (role: Role, content: string, field: string, weight?: number): Message => ({
  role,
  content,
  base: `/${field}`,
  index: -1,
  inside: '',
  name: undefined,
  weight,
  extra: undefined,
});
