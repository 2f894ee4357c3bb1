// The message and part shapes that the OpenAI-like family of formats shares; a format hands over a small table.

import type { CallPart, Message, Part, Role, Tool } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import { isObject, type JsonObject, type JsonValue, kindOf, member } from '../model/json.ts';

/** Role words people write, and what they mean. Only the first five are spoken by OpenAI-like formats. */
export const ROLE_WORDS: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['system', 'system'],
  ['developer', 'developer'],
  ['user', 'user'],
  ['assistant', 'assistant'],
  ['tool', 'tool'],
  ['function', 'tool'],
  ['human', 'user'],
  ['gpt', 'assistant'],
  ['bot', 'assistant'],
  ['ai', 'assistant'],
  ['model', 'assistant'],
  ['chatbot', 'assistant'],
  ['observation', 'tool'],
]);

const SPOKEN: ReadonlySet<string> = new Set(['system', 'developer', 'user', 'assistant', 'tool', 'function']);
/** Members of a message that have a place of their own in the middle form. */
const KNOWN: ReadonlySet<string> = new Set([
  'role',
  'content',
  'name',
  'weight',
  'tool_calls',
  'function_call',
  'tool_call_id',
  'refusal',
  'reasoning_content',
  'reasoning',
]);

const NO_TOOLS: readonly Tool[] = [];
const NO_PARTS: readonly Part[] = [];

/** Reads a list of messages that stands at `base`; undefined when it is no list. */
export function parseMessages(list: JsonValue | undefined, base: string, note: Note): Message[] | undefined {
  if (!Array.isArray(list)) {
    const data = { expected: 'a list', found: kindOf(list) };
    note({ rule: 'structure/wrong-type', message: 'type', pointer: base, data });
    return undefined;
  }
  if (list.length === 0) note({ rule: 'structure/empty-messages', message: 'empty', pointer: base });
  const messages: Message[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const message = parseMessage(list[index] as JsonValue, base, index, note);
    if (message !== undefined) messages.push(message);
  }
  return messages;
}

function parseMessage(value: JsonValue, base: string, index: number, note: Note): Message | undefined {
  if (!isObject(value)) {
    const data = { expected: 'an object with role and content', found: kindOf(value) };
    note({ rule: 'structure/wrong-type', message: 'type', pointer: `${base}/${index}`, data });
    return undefined;
  }
  const role = parseRole(value, base, index, note);
  if (role === undefined) return undefined;
  return {
    role,
    content: parseContent(value, role, base, index, note),
    base,
    index,
    inside: '/content',
    name: typeof value.name === 'string' ? value.name : undefined,
    weight: parseWeight(value, role, base, index, note),
    extra: extraOf(value, KNOWN),
  };
}

function parseRole(value: JsonObject, base: string, index: number, note: Note): Role | undefined {
  const word = member(value, 'role');
  if (typeof word === 'string') {
    if (SPOKEN.has(word)) return ROLE_WORDS.get(word);
    const meant = ROLE_WORDS.get(word.toLowerCase());
    const data = { role: word, meant: meant ?? 'one of system, user, assistant, tool' };
    const message = meant === undefined ? 'unknown' : 'alias';
    note({ rule: 'roles/unknown-role', message, pointer: `${base}/${index}/role`, data });
    return meant ?? 'user';
  }
  if (word === undefined) {
    const data = { field: 'role' };
    note({ rule: 'structure/missing-field', message: 'missing', pointer: `${base}/${index}`, data });
  } else {
    const data = { expected: 'text', found: kindOf(word) };
    note({ rule: 'structure/wrong-type', message: 'type', pointer: `${base}/${index}/role`, data });
  }
  return undefined;
}

function parseContent(
  value: JsonObject,
  role: Role,
  base: string,
  index: number,
  note: Note,
): string | readonly Part[] {
  const content = value.content;
  const plain =
    value.tool_calls === undefined &&
    value.function_call === undefined &&
    value.refusal === undefined &&
    value.reasoning_content === undefined &&
    value.reasoning === undefined &&
    role !== 'tool';
  // The case of nearly every message of nearly every set: one string and nothing beside it.
  if (plain && typeof content === 'string') return content;

  const parts: Part[] = [];
  const reasoning = value.reasoning_content ?? value.reasoning;
  if (typeof reasoning === 'string') {
    const base = value.reasoning_content === undefined ? '/reasoning' : '/reasoning_content';
    parts.push({ type: 'reasoning', text: reasoning, base, index: -1 });
  }
  if (role === 'tool') {
    const id = value.tool_call_id;
    parts.push({
      type: 'result',
      ...(typeof id === 'string' ? { id } : {}),
      ...(typeof value.name === 'string' ? { name: value.name } : {}),
      content: content ?? '',
      base: '/content',
      index: -1,
    });
  } else if (typeof content === 'string') {
    parts.push({ type: 'text', text: content, base: '/content', index: -1 });
  } else if (Array.isArray(content)) {
    content.forEach((part, i) => {
      parts.push(parsePart(part, i, `${base}/${index}`, note));
    });
  } else if (content !== null && content !== undefined) {
    const data = { expected: 'text or a list of parts', found: kindOf(content) };
    note({ rule: 'structure/wrong-type', message: 'type', pointer: `${base}/${index}/content`, data });
  }
  if (typeof value.refusal === 'string') {
    parts.push({ type: 'refusal', text: value.refusal, base: '/refusal', index: -1 });
  }
  for (const call of parseCalls(value, `${base}/${index}`, note)) parts.push(call);
  if (content === undefined || content === null)
    noteNothingSaid(content, role, parts, `${base}/${index}`, note);
  return parts.length === 0 ? NO_PARTS : parts;
}

function noteNothingSaid(
  content: null | undefined,
  role: Role,
  parts: readonly Part[],
  pointer: string,
  note: Note,
) {
  if (role === 'assistant' && parts.some((part) => part.type === 'call' || part.type === 'refusal')) return;
  if (content === undefined) {
    note({ rule: 'structure/missing-field', message: 'missing', pointer, data: { field: 'content' } });
  } else
    note({ rule: 'structure/null-content', message: 'null', pointer: `${pointer}/content`, data: { role } });
}

function parsePart(value: JsonValue, index: number, pointer: string, note: Note): Part {
  const base = '/content';
  if (!isObject(value)) {
    const data = { expected: 'an object with a type', found: kindOf(value) };
    note({ rule: 'structure/wrong-type', message: 'type', pointer: `${pointer}/content/${index}`, data });
    return { type: 'unknown', value, base, index };
  }
  if (value.type === 'text' && typeof value.text === 'string')
    return { type: 'text', text: value.text, base, index };
  if (value.type === 'refusal' && typeof value.refusal === 'string') {
    return { type: 'refusal', text: value.refusal, base, index };
  }
  if (value.type === 'image_url') {
    const image = value.image_url;
    const url = isObject(image) ? image.url : image;
    if (typeof url === 'string') {
      const detail = isObject(image) && typeof image.detail === 'string' ? { detail: image.detail } : {};
      return { type: 'media', media: 'image', source: { url }, ...detail, base, index };
    }
  }
  if (value.type === 'input_audio' && isObject(value.input_audio)) {
    const { data, format } = value.input_audio;
    if (typeof data === 'string') {
      const mimeType = typeof format === 'string' ? { mimeType: `audio/${format}` } : {};
      return { type: 'media', media: 'audio', source: { base64: data }, ...mimeType, base, index };
    }
  }
  return { type: 'unknown', value, base, index };
}

function parseCalls(value: JsonObject, pointer: string, note: Note): (Part & CallPart)[] {
  const calls: (Part & CallPart)[] = [];
  const list = value.tool_calls;
  if (Array.isArray(list)) {
    list.forEach((item, index) => {
      const call = isObject(item) ? item.function : undefined;
      const at = `${pointer}/tool_calls/${index}`;
      if (!isObject(item) || !isObject(call)) {
        const data = { expected: 'an object with a function', found: kindOf(item) };
        note({ rule: 'structure/wrong-type', message: 'type', pointer: at, data });
        return;
      }
      const id = typeof item.id === 'string' ? { id: item.id } : {};
      const made = parseCall(call, `${at}/function`, note);
      if (made === undefined) return;
      calls.push({
        type: 'call',
        ...id,
        ...made,
        argumentsInside: '/function/arguments',
        nameInside: '/function/name',
        base: '/tool_calls',
        index,
      });
    });
  } else if (list !== undefined && list !== null) {
    const data = { expected: 'a list', found: kindOf(list) };
    note({ rule: 'structure/wrong-type', message: 'type', pointer: `${pointer}/tool_calls`, data });
  }
  const single = value.function_call;
  if (isObject(single)) {
    const made = parseCall(single, `${pointer}/function_call`, note);
    if (made !== undefined) {
      calls.push({
        type: 'call',
        ...made,
        argumentsInside: '/arguments',
        nameInside: '/name',
        base: '/function_call',
        index: -1,
      });
    }
  }
  return calls;
}

function parseCall(
  call: JsonObject,
  pointer: string,
  note: Note,
): { name: string; raw?: string; arguments?: JsonValue } | undefined {
  if (typeof call.name !== 'string') {
    const found = kindOf(call.name);
    if (call.name === undefined) {
      note({ rule: 'structure/missing-field', message: 'missing', pointer, data: { field: 'name' } });
    } else {
      note({
        rule: 'structure/wrong-type',
        message: 'type',
        pointer: `${pointer}/name`,
        data: { expected: 'text', found },
      });
    }
    return undefined;
  }
  const written = member(call, 'arguments');
  if (typeof written !== 'string') {
    return written === undefined ? { name: call.name } : { name: call.name, arguments: written };
  }
  const parsed = parseJson(written);
  return parsed === undefined
    ? { name: call.name, raw: written }
    : { name: call.name, raw: written, arguments: parsed };
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function parseWeight(
  value: JsonObject,
  role: Role,
  base: string,
  index: number,
  note: Note,
): number | undefined {
  const weight = value.weight;
  if (weight === undefined || weight === null) return undefined;
  const pointer = `${base}/${index}/weight`;
  if (weight !== 0 && weight !== 1) {
    const data = { found: typeof weight === 'number' ? String(weight) : kindOf(weight) };
    note({ rule: 'roles/invalid-weight', message: 'value', pointer, data });
    return undefined;
  }
  if (role !== 'assistant') note({ rule: 'roles/invalid-weight', message: 'role', pointer, data: { role } });
  return weight;
}

/** Declared tools: `tools` as OpenAI writes them, or the older `functions`. */
export function parseTools(value: JsonObject, note: Note): readonly Tool[] {
  if (value.tools === undefined && value.functions === undefined) return NO_TOOLS;
  const tools: Tool[] = [];
  readList(
    value.tools,
    '/tools',
    note,
    (item, index) => {
      const declared = isObject(item) ? item.function : undefined;
      return isObject(declared) ? makeTool(declared, '/tools', index) : undefined;
    },
    tools,
  );
  readList(
    value.functions,
    '/functions',
    note,
    (item, index) => (isObject(item) ? makeTool(item, '/functions', index) : undefined),
    tools,
  );
  return tools;
}

function readList(
  list: JsonValue | undefined,
  base: string,
  note: Note,
  read: (item: JsonValue, index: number) => Tool | undefined,
  into: Tool[],
): void {
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) {
    const data = { expected: 'a list', found: kindOf(list) };
    note({ rule: 'structure/wrong-type', message: 'type', pointer: base, data });
    return;
  }
  list.forEach((item, index) => {
    const tool = read(item, index);
    if (tool !== undefined) into.push(tool);
    else {
      const data = { expected: 'a tool declaration with a name', found: kindOf(item) };
      note({ rule: 'structure/wrong-type', message: 'type', pointer: `${base}/${index}`, data });
    }
  });
}

function makeTool(declared: JsonObject, base: string, index: number): Tool | undefined {
  if (typeof declared.name !== 'string') return undefined;
  return {
    name: declared.name,
    ...(typeof declared.description === 'string' ? { description: declared.description } : {}),
    ...(isObject(declared.parameters) ? { parameters: declared.parameters } : {}),
    ...(typeof declared.strict === 'boolean' ? { strict: declared.strict } : {}),
    base,
    index,
  };
}

/** The members of a record that its format has no word for. */
export function extraOf(value: JsonObject, known: ReadonlySet<string>): JsonObject | undefined {
  let extra: [string, JsonValue][] | undefined;
  for (const key in value) {
    if (known.has(key)) continue;
    extra ??= [];
    extra.push([key, value[key] as JsonValue]);
  }
  // fromEntries defines members, so a member named __proto__ stays data.
  return extra === undefined ? undefined : Object.fromEntries(extra);
}
