// Contents and parts, as Google's Gemini tuning writes them. Member names come in camel case and in snake case.

import type { Media, Message, Part, Role, Tool } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';
import { systemMessage } from './field-codec.ts';
import { extraOf, firstPresent, keepBoth, keepRest, noteMissing, noteType, pointerAt } from './members.ts';

export const SYSTEM = ['systemInstruction', 'system_instruction'];
const CONTENT: ReadonlySet<string> = new Set(['role', 'parts']);
const PARTS: ReadonlySet<string> = new Set(['parts']);
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['user', 'user'],
  ['model', 'assistant'],
  ['function', 'tool'],
  ['tool', 'tool'],
]);
const NAMES: Readonly<Record<string, string>> = {
  file_data: 'fileData',
  inline_data: 'inlineData',
  function_call: 'functionCall',
  function_response: 'functionResponse',
};

/** Whether a value looks like one content: an object with a role and parts. */
export const looksLikeContent = (value: JsonValue | undefined): value is JsonObject =>
  isObject(value) && typeof value.role === 'string' && Array.isArray(value.parts);

export function parseContents(list: JsonValue | undefined, base: Pointer, note: Note): Message[] | undefined {
  if (!Array.isArray(list)) {
    noteType(note, base, 'a list', list);
    return undefined;
  }
  if (list.length === 0) note({ rule: 'structure/empty-messages', message: 'empty', pointer: base });
  const messages: Message[] = [];
  list.forEach((item, index) => {
    const message = parseContent(item, base, index, note);
    if (message !== undefined) messages.push(message);
  });
  return messages;
}

export function parseContent(
  value: JsonValue,
  base: Pointer,
  index: number,
  note: Note,
): Message | undefined {
  const pointer = pointerAt(base, index);
  if (!isObject(value)) {
    noteType(note, pointer, 'an object with role and parts', value);
    return undefined;
  }
  const word = member(value, 'role');
  if (typeof word !== 'string') {
    if (word === undefined) noteMissing(note, pointer, 'role');
    else noteType(note, `${pointer}/role`, 'text', word);
    return undefined;
  }
  const role = ROLES.get(word);
  if (role === undefined) {
    const meant = word === 'assistant' ? 'model' : 'user or model';
    const message = word === 'assistant' ? 'alias' : 'unknown';
    note({ rule: 'roles/unknown-role', message, pointer: `${pointer}/role`, data: { role: word, meant } });
  }
  return {
    role: role ?? (word === 'assistant' ? 'assistant' : 'user'),
    ...readParts(value, pointer, '', note),
    base,
    index,
    name: undefined,
    weight: undefined,
    extra: extraOf(value, role === undefined ? PARTS : CONTENT),
  };
}

/** The system prompt, which stands beside the contents; its role means nothing. */
export function parseSystem(value: JsonObject, note: Note): { messages: Message[]; key: string | undefined } {
  const key = firstPresent(value, SYSTEM);
  if (key === undefined) return { messages: [], key };
  const written = value[key];
  if (typeof written === 'string') return { messages: [systemMessage(written, `/${key}`)], key };
  if (!isObject(written)) {
    noteType(note, `/${key}`, 'an object with parts', written);
    return { messages: [], key: undefined };
  }
  const { content, inside } = readParts(written, `/${key}`, `/${key}`, note);
  return {
    messages: [
      {
        ...systemMessage(content, inside),
        extra: extraOf(written, typeof written.role === 'string' ? CONTENT : PARTS),
      },
    ],
    key,
  };
}

/** `prefix` leads from the message to the object with the parts. */
function readParts(
  value: JsonObject,
  pointer: Pointer,
  prefix: string,
  note: Note,
): Pick<Message, 'content' | 'inside'> {
  const parts = member(value, 'parts');
  const inside = `${prefix}/parts`;
  if (!Array.isArray(parts)) {
    if (parts === undefined) noteMissing(note, pointer, 'parts');
    else noteType(note, `${pointer}/parts`, 'a list', parts);
    return {
      content: parts === undefined ? [] : [{ type: 'unknown', value: parts, base: inside, index: -1 }],
      inside,
    };
  }
  const [only] = parts;
  if (
    parts.length === 1 &&
    isObject(only) &&
    typeof only.text === 'string' &&
    Object.keys(only).length === 1
  ) {
    return { content: only.text, inside: `${inside}/0/text` };
  }
  return {
    content: parts.map((part, index) => readPart(part, { base: inside, index }, pointer, note)),
    inside,
  };
}

type At = { readonly base: string; readonly index: number };

function readPart(value: JsonValue, anchor: At, pointer: Pointer, note: Note): Part {
  if (!isObject(value)) {
    noteType(note, `${pointer}/parts/${anchor.index}`, 'an object', value);
    return { type: 'unknown', value, ...anchor };
  }
  if (typeof value.text === 'string') {
    const { text, thought } = value;
    return thought === true
      ? { type: 'reasoning', text, ...keepRest(value, 'text', 'thought'), ...anchor }
      : { type: 'text', text, ...keepRest(value, 'text'), ...anchor };
  }
  for (const key in value) {
    const inner = value[key];
    const part = isObject(inner) ? readNamed(key, inner, keepRest(value, key), anchor) : undefined;
    if (part !== undefined) return part;
  }
  return { type: 'unknown', value, ...anchor };
}

function readNamed(
  key: string,
  inner: JsonObject,
  outer: { readonly extra?: JsonObject },
  anchor: At,
): Part | undefined {
  const kind = Object.hasOwn(NAMES, key) ? NAMES[key] : key;
  const { name } = inner;
  if (kind === 'functionCall' && typeof name === 'string') {
    const hasArgs = Object.hasOwn(inner, 'args');
    return {
      type: 'call',
      name,
      ...(hasArgs ? { arguments: inner.args as JsonValue } : {}),
      ...keepBoth(outer, key, keepRest(inner, 'name', 'args').extra),
      argumentsInside: `/${key}/args`,
      nameInside: `/${key}/name`,
      ...anchor,
    };
  }
  if (kind === 'functionResponse' && typeof name === 'string') {
    const { response } = inner;
    const kept = keepBoth(outer, key, keepRest(inner, 'name', 'response').extra);
    return { type: 'result', name, content: response ?? '', ...kept, ...anchor };
  }
  const mime = firstPresent(inner, ['mimeType', 'mime_type']);
  const place = firstPresent(inner, ['fileUri', 'file_uri', 'data']);
  const said = place === undefined ? undefined : inner[place];
  if ((kind !== 'fileData' && kind !== 'inlineData') || place === undefined || typeof said !== 'string') {
    return undefined;
  }
  const mimeType = mime === undefined ? undefined : inner[mime];
  const isTyped = typeof mimeType === 'string';
  return {
    type: 'media',
    media: mediaOf(isTyped ? mimeType : ''),
    source: place === 'data' ? { base64: said } : { url: said },
    ...(isTyped ? { mimeType } : {}),
    ...keepBoth(outer, key, keepRest(inner, place, isTyped && mime !== undefined && mime).extra),
    ...anchor,
  };
}

function mediaOf(mimeType: string): Media {
  const [kind] = mimeType.split('/');
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'document';
}

/** `tools` holds lists of function declarations; what is none stays as a member of the record. */
export function parseFunctionTools(
  value: JsonObject,
  note: Note,
): { readonly tools: readonly Tool[]; readonly unread: JsonObject | undefined } {
  const written = member(value, 'tools');
  if (written === undefined || written === null) return { tools: [], unread: undefined };
  if (!Array.isArray(written)) {
    noteType(note, '/tools', 'a list', written);
    return { tools: [], unread: { tools: written } };
  }
  const tools: Tool[] = [];
  const strange: JsonValue[] = [];
  written.forEach((item, place) => {
    const key = isObject(item)
      ? firstPresent(item, ['functionDeclarations', 'function_declarations'])
      : undefined;
    const list = isObject(item) && key !== undefined ? item[key] : undefined;
    if (!isObject(item) || key === undefined || !Array.isArray(list)) {
      strange.push(item);
      return;
    }
    const base = `/tools/${place}/${key}`;
    list.forEach((declared, index) => {
      const tool = isObject(declared) ? readTool(declared, base, index) : undefined;
      if (tool !== undefined) tools.push(tool);
      else {
        noteType(note, `${base}/${index}`, 'a tool declaration with a name', declared);
        strange.push(declared);
      }
    });
    const { extra } = keepRest(item, key);
    if (extra !== undefined) strange.push(extra);
  });
  return { tools, unread: strange.length === 0 ? undefined : { tools: strange } };
}

function readTool(declared: JsonObject, base: Pointer, index: number): Tool | undefined {
  const { name, description, parameters } = declared;
  if (typeof name !== 'string') return undefined;
  const described = typeof description === 'string';
  const shaped = isObject(parameters);
  return {
    name,
    ...(described ? { description } : {}),
    ...(shaped ? { parameters: withLowerTypes(parameters) } : {}),
    ...keepRest(declared, 'name', described && 'description', shaped && 'parameters'),
    base,
    index,
  };
}

const TYPES: ReadonlySet<string> = new Set([
  'STRING',
  'NUMBER',
  'INTEGER',
  'BOOLEAN',
  'ARRAY',
  'OBJECT',
  'NULL',
]);

/** Google's schemas may name types in capitals, JSON Schema does not know those; both mean the same to the service. */
function withLowerTypes(schema: JsonObject): JsonObject {
  const lower = (value: JsonValue): JsonValue =>
    Array.isArray(value) ? value.map(lower) : isObject(value) ? withLowerTypes(value) : value;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === 'type' && typeof value === 'string' && TYPES.has(value)
        ? [key, value.toLowerCase()]
        : [key, lower(value)],
    ),
  );
}
