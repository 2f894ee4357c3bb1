// Contents and parts as Gemini reads them, on the way out: the other half of gemini-codec.ts.

import { type CallPart, type Message, type Part, partPointer, partsOf, type Tool } from '../model/example.ts';
import type { Lose } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { parseJson } from '../model/parse-json.ts';
import { pointerTo } from '../model/pointer.ts';
import { loseWeight } from './chat-writer.ts';
import { putBack } from './members.ts';
import { bytesOf, urlOf } from './part-writer.ts';
import { argumentsValue, splitExtra, writeBareTool } from './tool-writer.ts';

/** The turns; a system prompt among them has no place here, the caller takes it out first. */
export function writeContents(messages: readonly Message[], lose: Lose): JsonObject[] {
  const names = namesOfResults(messages);
  return messages.map((message) => writeContent(message, lose, names));
}

/** Google tells results by the name of what was called, others by the call's id, or by their order alone. */
function namesOfResults(messages: readonly Message[]): Names {
  const names = new Map<Part, string>();
  const open: CallPart[] = [];
  for (const part of messages.flatMap(partsOf)) {
    if (part.type === 'call') open.push(part);
    else if (part.type === 'result') {
      const at = Math.max(
        0,
        open.findIndex(({ id, name }) => (part.id === undefined ? name === part.name : id === part.id)),
      );
      const [call] = open.splice(at, 1);
      const name = part.name ?? call?.name;
      if (name !== undefined) names.set(part, name);
    }
  }
  return names;
}

type Names = ReadonlyMap<Part, string>;
const NO_NAMES: Names = new Map();

export function writeContent(message: Message, lose: Lose, names = NO_NAMES): JsonObject {
  loseBeside(message, lose);
  // Google's own page knows no role for results; a record that said `function` goes on saying it.
  const isOwn = message.role === 'tool' && message.inside.startsWith('/parts');
  const role = message.role === 'assistant' ? 'model' : isOwn ? 'function' : 'user';
  if (message.role === 'system' || message.role === 'developer') {
    lose({ what: 'role', how: 'changed', pointer: pointerTo(message) });
  }
  return putBack({ role, ...partsOfContent(message, lose, names) }, message.extra);
}

/** The system prompt as Gemini takes it: one object with parts; several of them are joined. */
export function writeSystem(system: readonly Message[], lose: Lose): JsonObject | undefined {
  const [first] = system;
  if (first === undefined) return undefined;
  const parts = system.flatMap((message) => {
    loseBeside(message, lose);
    const { parts: list } = partsOfContent(message, lose);
    return Array.isArray(list) ? list : [];
  });
  const merged: JsonObject = { role: 'system', parts };
  for (const message of system) putBack(merged, message.extra);
  return merged;
}

function loseBeside(message: Message, lose: Lose): void {
  if (message.name !== undefined)
    lose({ what: 'name', how: 'dropped', pointer: `${pointerTo(message)}/name` });
  loseWeight(message, lose);
}

function partsOfContent(message: Message, lose: Lose, names = NO_NAMES): { readonly parts?: JsonValue } {
  const { content } = message;
  if (typeof content === 'string') return { parts: [{ text: content }] };
  const [only] = content;
  if (content.length === 0) return {};
  if (content.length === 1 && only?.type === 'unknown' && only.index < 0) return { parts: only.value };
  return { parts: content.flatMap((part) => writePart(part, message, lose, names) ?? []) };
}

function writePart(part: Part, message: Message, lose: Lose, names: Names): JsonValue | undefined {
  const pointer = partPointer(message, part);
  switch (part.type) {
    case 'text':
      return putBack({ text: part.text }, part.extra);
    case 'reasoning':
      if (part.signature !== undefined) lose({ what: 'reasoning', how: 'changed', pointer });
      return putBack({ text: part.text, thought: true }, part.extra);
    case 'refusal':
      lose({ what: 'refusal', how: 'changed', pointer });
      return { text: part.text };
    case 'call': {
      if (part.id !== undefined) lose({ what: 'tool-id', how: 'dropped', pointer });
      const said = argumentsValue(part);
      const { key, inner, outer } = keptUnder(part.extra, ['functionCall', 'function_call']);
      return putBack(
        { [key]: putBack({ name: part.name, ...(said === undefined ? {} : { args: said }) }, inner) },
        outer,
      );
    }
    case 'result': {
      if (part.id !== undefined) lose({ what: 'tool-id', how: 'dropped', pointer: pointerTo(message) });
      const { key, inner, outer } = keptUnder(part.extra, ['functionResponse', 'function_response']);
      const name = part.name ?? names.get(part);
      if (name === undefined) lose({ what: 'name', how: 'changed', pointer });
      const response = { name: name ?? part.id ?? 'tool', response: responseOf(part.content) };
      return putBack({ [key]: putBack(response, inner) }, outer);
    }
    case 'media':
      if (part.detail !== undefined) lose({ what: 'media', how: 'changed', pointer });
      return writeMedia(part);
    default:
      return part.value;
  }
}

/** Google wants an object there. */
function responseOf(content: JsonValue): JsonValue {
  if (typeof content !== 'string') return content;
  const said = parseJson(content);
  return isObject(said) ? said : { result: content };
}

function writeMedia(part: Extract<Part, { type: 'media' }>): JsonObject {
  const bytes = bytesOf(part);
  const mime = bytes?.mimeType ?? part.mimeType;
  const { key, inner, outer } = keptUnder(
    part.extra,
    bytes === undefined ? ['fileData', 'file_data'] : ['inlineData', 'inline_data'],
  );
  const place = bytes === undefined ? { fileUri: urlOf(part) } : { data: bytes.base64 };
  return putBack(
    { [key]: putBack({ ...(mime === undefined ? {} : { mimeType: mime }), ...place }, inner) },
    outer,
  );
}

/** What was kept of the object inside a part; the first spelling is written where none was kept. */
function keptUnder(extra: JsonObject | undefined, keys: readonly [string, string]) {
  const kept = keys.find((key) => extra !== undefined && Object.hasOwn(extra, key));
  return { key: kept ?? keys[0], ...splitExtra(extra, kept ?? keys[0]) };
}

/** All declarations in one list, as Google takes them. */
export const writeFunctionTools = (tools: readonly Tool[], lose: Lose): JsonObject => ({
  functionDeclarations: tools.map((tool) => {
    if (tool.strict !== undefined)
      lose({ what: 'tool', how: 'changed', pointer: `${pointerTo(tool)}/strict` });
    const { strict: _, ...declared } = tool;
    return writeBareTool(declared);
  }),
});
