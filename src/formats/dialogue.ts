// A prompt or an answer, in any of the ways the open trainers write one: a text, a list of messages or turns, one of them.

import type { Message, Role } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';
import { parseMessage, parseMessages } from './chat-codec.ts';
import { readPart } from './content-parts.ts';
import { fieldMessage, readText } from './field-codec.ts';
import { keepRest, noteType } from './members.ts';
import { looksLikeTurn, parseTurn, parseTurns } from './turn-codec.ts';

const isMessage = (value: JsonValue | undefined): value is JsonObject =>
  isObject(value) && typeof value.role === 'string';

/** Whether a value is a list of messages or turns. */
export function isDialogue(value: JsonValue | undefined): value is JsonValue[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every(isMessage) || value.every(looksLikeTurn);
}

/** Whether a value can be read as one side of a dialogue. */
export const isSide = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' ||
  isDialogue(value) ||
  isMessage(value) ||
  looksLikeTurn(value) ||
  (isObject(value) && isDialogue(value.messages));

/** Reads a list of messages or turns that stands at `base`. */
export function parseDialogue(list: JsonValue | undefined, base: Pointer, note: Note): Message[] | undefined {
  return Array.isArray(list) && looksLikeTurn(list[0])
    ? parseTurns(list, base, note)
    : parseMessages(list, base, note);
}

/** Reads a field: a text is one message of `role`. undefined after saying what is wrong. */
export function readSide(value: JsonObject, field: string, role: Role, note: Note): Message[] | undefined {
  const written = member(value, field);
  const pointer = `/${field}`;
  if (Array.isArray(written)) {
    const [first] = written;
    if (isTyped(first)) return [partsMessage(written, role, pointer, note)];
    return first === undefined || isObject(first)
      ? parseDialogue(written, pointer, note)
      : noteType(note, pointer, 'text or messages', written);
  }
  if (isObject(written)) {
    if (Array.isArray(written.messages)) return parseDialogue(written.messages, `${pointer}/messages`, note);
    const message = looksLikeTurn(written)
      ? parseTurn(written, pointer, -1, note)
      : isMessage(written)
        ? parseMessage(written, pointer, -1, note)
        : noteType(note, pointer, 'text or messages', written);
    return message === undefined ? undefined : [message];
  }
  if (typeof written === 'string' || written === undefined || written === null) {
    const text = readText(value, field, note);
    return text === undefined ? undefined : [fieldMessage(role, text, field)];
  }
  noteType(note, pointer, 'text or messages', written);
  return undefined;
}

/** What stands beside the messages of a side that is an object with `messages`. */
export function sideExtra(value: JsonObject, field: string): JsonObject | undefined {
  const side = value[field];
  return isObject(side) && Array.isArray(side.messages) ? keepRest(side, 'messages').extra : undefined;
}

const isTyped = (value: JsonValue | undefined): boolean =>
  isObject(value) && typeof value.type === 'string' && !isMessage(value);

/** A field that is a list of content parts. */
function partsMessage(list: readonly JsonValue[], role: Role, base: Pointer, note: Note): Message {
  const parts = list.map((part, index) => ({ ...readPart(part, index, `${base}/${index}`, note), base: '' }));
  return {
    role,
    content: parts,
    base,
    index: -1,
    inside: '',
    name: undefined,
    weight: undefined,
    extra: undefined,
  };
}
