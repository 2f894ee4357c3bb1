// Tools and their calls, as the OpenAI-like family and the open trainers write them.

import type { CallPart, Part, Tool } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { parseJson } from '../model/parse-json.ts';
import type { Pointer } from '../model/pointer.ts';
import { keepBoth, keepRest, noteMissing, noteType, pointerAt } from './members.ts';

/** Adds the calls of a message: `tool_calls`, and the older `function_call`. What is no call stays as an unknown part. */
export function parseCalls(value: JsonObject, pointer: Pointer, note: Note, into: Part[]): void {
  const list = value.tool_calls;
  if (Array.isArray(list)) {
    list.forEach((item, index) => {
      into.push(readCallItem(item, index, `${pointer}/tool_calls/${index}`, note));
    });
  } else if (list !== undefined && list !== null) {
    noteType(note, `${pointer}/tool_calls`, 'a list', list);
    into.push({ type: 'unknown', value: list, base: '/tool_calls', index: -1 });
  }
  const single = value.function_call;
  if (single === undefined || single === null) return;
  const anchor = { base: '/function_call', index: -1 };
  const made = isObject(single) ? readCall(single, `${pointer}/function_call`, note) : undefined;
  if (made === undefined) into.push({ type: 'unknown', value: single, ...anchor });
  else into.push({ type: 'call', ...made, argumentsInside: '/arguments', nameInside: '/name', ...anchor });
}

function readCallItem(item: JsonValue, index: number, pointer: Pointer, note: Note): Part {
  const anchor = { base: '/tool_calls', index };
  const call = isObject(item) ? item.function : undefined;
  if (!isObject(item) || !isObject(call)) {
    noteType(note, pointer, 'an object with a function', item);
    return { type: 'unknown', value: item, ...anchor };
  }
  const made = readCall(call, `${pointer}/function`, note);
  if (made === undefined) return { type: 'unknown', value: item, ...anchor };
  const { extra, ...said } = made;
  const { id, type } = item;
  return {
    type: 'call',
    ...(typeof id === 'string' ? { id } : {}),
    ...said,
    ...keepBoth(
      keepRest(item, 'function', typeof id === 'string' && 'id', type === 'function' && 'type'),
      'function',
      extra,
    ),
    argumentsInside: '/function/arguments',
    nameInside: '/function/name',
    ...anchor,
  };
}

/** What is called, and with what. */
export type CallFields = Pick<CallPart, 'name' | 'raw' | 'arguments' | 'extra'>;

/** Reads `{name, arguments}`; undefined after saying what is wrong with the name. */
export function readCall(call: JsonObject, pointer: Pointer, note: Note): CallFields | undefined {
  const { name } = call;
  if (typeof name !== 'string') {
    if (name === undefined) noteMissing(note, pointer, 'name');
    else noteType(note, `${pointer}/name`, 'text', name);
    return undefined;
  }
  return { name, ...readArguments(member(call, 'arguments')), ...keepRest(call, 'name', 'arguments') };
}

/** A call's arguments: JSON text stays as written beside what it says. */
export function readArguments(written: JsonValue | undefined): Pick<CallPart, 'raw' | 'arguments'> {
  if (written === undefined) return {};
  if (typeof written !== 'string') return { arguments: written };
  const parsed = parseJson(written);
  return parsed === undefined ? { raw: written } : { raw: written, arguments: parsed };
}

/** The tools a record declares, and the declarations that nobody can read, kept as members of the record. */
export interface Declared {
  readonly tools: readonly Tool[];
  readonly unread: JsonObject | undefined;
}

const NOTHING: Declared = { tools: [], unread: undefined };

/** `tools` as OpenAI writes them, and the older `functions`; `at` is where the object that holds them stands. */
export function parseTools(value: JsonObject, note: Note, at: Pointer = ''): Declared {
  if (value.tools === undefined && value.functions === undefined) return NOTHING;
  const tools: Tool[] = [];
  const unread: JsonObject = {};
  readTools(value, 'tools', at, note, readWrapped, tools, unread);
  readTools(value, 'functions', at, note, makeTool, tools, unread);
  return { tools, unread: Object.keys(unread).length === 0 ? undefined : unread };
}

/** `tools` as open trainers take them: with OpenAI's wrapper or without. */
export function parseLooseTools(value: JsonObject, note: Note, key = 'tools'): Declared {
  if (value[key] === undefined) return NOTHING;
  const tools: Tool[] = [];
  const unread: JsonObject = {};
  readTools(value, key, '', note, readEither, tools, unread);
  return { tools, unread: Object.keys(unread).length === 0 ? undefined : unread };
}

type ReadTool = (item: JsonObject, base: Pointer, index: number) => Tool | undefined;

function readTools(
  value: JsonObject,
  key: string,
  at: Pointer,
  note: Note,
  read: ReadTool,
  into: Tool[],
  unread: JsonObject,
): void {
  const written = value[key];
  const base = `${at}/${key}`;
  const asText = typeof written === 'string';
  // Exporters write the list as JSON text so that loaders do not unify the keys of different tools; '' is no tool.
  const list = asText && written.trim() !== '' ? parseJson(written) : asText ? null : written;
  if (list === null || written === undefined) return;
  if (!Array.isArray(list)) {
    noteType(note, base, 'a list', written);
    unread[key] = written;
    return;
  }
  const strange: JsonValue[] = [];
  list.forEach((item, place) => {
    // Inside the text nothing has a pointer of its own.
    const index = asText ? -1 : place;
    const tool = isObject(item) ? read(item, base, index) : undefined;
    if (tool !== undefined) into.push(tool);
    else {
      noteType(note, pointerAt(base, index), 'a tool declaration with a name', item);
      strange.push(item);
    }
  });
  if (strange.length > 0) unread[key] = strange;
}

function readWrapped(item: JsonObject, base: Pointer, index: number): Tool | undefined {
  const inner = item.function;
  const tool = isObject(inner) ? makeTool(inner, base, index) : undefined;
  if (tool === undefined) return undefined;
  const { extra, ...said } = tool;
  return {
    ...said,
    ...keepBoth(keepRest(item, 'function', item.type === 'function' && 'type'), 'function', extra),
  };
}

const readEither: ReadTool = (item, base, index) =>
  isObject(item.function) ? readWrapped(item, base, index) : makeTool(item, base, index);

function makeTool(declared: JsonObject, base: Pointer, index: number): Tool | undefined {
  const { name, description, parameters, strict } = declared;
  if (typeof name !== 'string') return undefined;
  const described = typeof description === 'string';
  const shaped = isObject(parameters);
  const isStrict = typeof strict === 'boolean';
  return {
    name,
    ...(described ? { description } : {}),
    ...(shaped ? { parameters } : {}),
    ...(isStrict ? { strict } : {}),
    ...keepRest(declared, 'name', described && 'description', shaped && 'parameters', isStrict && 'strict'),
    base,
    index,
  };
}
