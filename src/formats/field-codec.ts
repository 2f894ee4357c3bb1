// Records whose texts are plain fields: `prompt`, `completion`, `instruction`, `output` …

import type { Message, Role } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import { type JsonObject, member } from '../model/json.ts';
import { noteMissing, noteNull, noteType } from './members.ts';

/** The text of a required field, or undefined after saying what is wrong with it. */
export function readText(value: JsonObject, field: string, note: Note): string | undefined {
  const text = member(value, field);
  if (typeof text === 'string') return text;
  if (text === undefined) noteMissing(note, '', field);
  else if (text === null) noteNull(note, `/${field}`, field);
  else noteType(note, `/${field}`, 'text', text);
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

/** A system prompt that stands beside a list of messages: a turn of the conversation like the others. */
export const systemMessage = (content: Message['content'], inside: string): Message => ({
  role: 'system',
  content,
  base: '',
  index: -1,
  inside,
  name: undefined,
  weight: undefined,
  extra: undefined,
});
