// Messages with a role and content, on the way out: the other half of chat-codec.ts.

import type { CallPart, Message, Part, Role } from '../model/example.ts';
import { partPointer, partsOf } from '../model/example.ts';
import type { Lose } from '../model/format.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { pointerTo } from '../model/pointer.ts';
import { putBack } from './members.ts';
import { openaiPart, type WritePart } from './part-writer.ts';
import { writeCall } from './tool-writer.ts';

/** How a format of this family writes what a message says. */
export interface ChatStyle {
  readonly roles: Readonly<Record<Role, string>>;
  readonly writePart: WritePart;
  /** The member that says whether a message is learned. */
  readonly weight: string | undefined;
  /** Whether all content is made of parts, calls and thoughts among them, instead of members of the message. */
  readonly inContent: boolean;
}

export const OPENAI_STYLE: ChatStyle = {
  roles: { system: 'system', developer: 'developer', user: 'user', assistant: 'assistant', tool: 'tool' },
  writePart: openaiPart,
  weight: 'weight',
  inContent: false,
};

export const writeMessages = (
  messages: readonly Message[],
  lose: Lose,
  style: ChatStyle = OPENAI_STYLE,
): JsonObject[] => messages.flatMap((message) => writeMessage(message, lose, style));

/** One message; more where it holds several tools' results, each of which is a message of its own here. */
export function writeMessage(message: Message, lose: Lose, style: ChatStyle = OPENAI_STYLE): JsonObject[] {
  const parts = partsOf(message);
  const results = parts.filter((part) => part.type === 'result');
  if (results.length === 0) return [writeOne(message, message.content, lose, style)];
  const rest = parts.filter((part) => part.type !== 'result');
  // What is said beside results belongs to the turn after them.
  const written = results.map((result, i) =>
    writeResult(message, result, i === 0 && rest.length === 0, lose, style),
  );
  if (rest.length === 0) return written;
  if (message.role === 'tool') lose({ what: 'role', how: 'changed', pointer: pointerTo(message) });
  const role: Role = message.role === 'tool' ? 'user' : message.role;
  return [...written, writeOne({ ...message, role }, rest, lose, style)];
}

function writeOne(message: Message, content: Message['content'], lose: Lose, style: ChatStyle): JsonObject {
  const role = style.roles[message.role];
  const object: JsonObject = { role };
  if (message.role === 'developer' && role !== 'developer') {
    lose({ what: 'role', how: 'changed', pointer: pointerTo(message) });
  }
  if (typeof content === 'string' && !style.inContent) object.content = content;
  else if (style.inContent) object.content = writeContent(content, message, lose, style);
  else writeParts(object, content as readonly Part[], message, lose, style);
  return finish(object, message, lose, style);
}

/** What stands beside the content. */
function finish(object: JsonObject, message: Message, lose: Lose, style: ChatStyle): JsonObject {
  if (message.name !== undefined) object.name = message.name;
  if (message.weight !== undefined) {
    if (style.weight !== undefined) object[style.weight] = message.weight;
    else loseWeight(message, lose);
  }
  return putBack(object, message.extra);
}

/** A weight that only says what is true without it is no loss. */
export function loseWeight(message: Message, lose: Lose): void {
  const usual = message.role === 'assistant' ? 1 : 0;
  if (message.weight === undefined || message.weight === usual) return;
  lose({ what: 'weight', how: 'dropped', pointer: pointerTo(message) });
}

function writeResult(
  message: Message,
  result: Extract<Part, { type: 'result' }>,
  whole: boolean,
  lose: Lose,
  style: ChatStyle,
): JsonObject {
  const object: JsonObject = { role: style.roles.tool };
  if (result.id !== undefined) object.tool_call_id = result.id;
  if (result.name !== undefined) object.name = result.name;
  object.content =
    style.inContent && typeof result.content === 'string'
      ? writeContent(result.content, message, lose, style)
      : result.content;
  putBack(object, result.extra);
  // A message that is nothing but this result gives it everything that stands beside.
  return whole ? finish(object, { ...message, name: result.name }, lose, style) : object;
}

const writeContent = (
  content: Message['content'],
  message: Message,
  lose: Lose,
  style: ChatStyle,
): JsonValue =>
  typeof content === 'string'
    ? [
        style.writePart({ type: 'text', text: content, base: '', index: -1 }, pointerTo(message), lose) ??
          null,
      ]
    : content.flatMap((part) => style.writePart(part, partPointer(message, part), lose) ?? []);

function writeParts(
  object: JsonObject,
  parts: readonly Part[],
  message: Message,
  lose: Lose,
  style: ChatStyle,
): void {
  const shown: Part[] = [];
  const calls: JsonValue[] = [];
  let single: JsonValue | undefined;
  let refusal: string | undefined;
  const thoughts: string[] = [];
  for (const part of parts) {
    if (part.type === 'call' && part.base === '/function_call') single = writeFunctionCall(part);
    else if (part.type === 'call') calls.push(writeCall(part));
    else if (part.type === 'reasoning') {
      thoughts.push(part.text);
      if (
        part.signature !== undefined ||
        part.hidden !== undefined ||
        part.extra !== undefined ||
        thoughts.length > 1
      ) {
        lose({ what: 'reasoning', how: 'changed', pointer: partPointer(message, part) });
      }
    } else if (part.type === 'refusal' && part.extra === undefined && part.base !== '/content')
      refusal = part.text;
    else if (part.type === 'unknown' && part.base === '/tool_calls') {
      if (part.index < 0) object.tool_calls = part.value;
      else calls.push(part.value);
    } else if (part.type === 'unknown' && part.base === '/function_call') single = part.value;
    else shown.push(part);
  }
  object.content = contentOf(shown, parts.length > shown.length, message, lose, style);
  if (thoughts.length > 0) object.reasoning_content = thoughts.join('\n');
  if (refusal !== undefined) object.refusal = refusal;
  if (calls.length > 0) object.tool_calls = calls;
  if (single !== undefined) object.function_call = single;
}

/** `beside`: other members say something too, so that one text is written as one. */
function contentOf(
  shown: readonly Part[],
  beside: boolean,
  message: Message,
  lose: Lose,
  style: ChatStyle,
): JsonValue {
  const [only] = shown;
  if (only === undefined) return null;
  if (shown.length === 1 && only.type === 'unknown' && only.index < 0) return only.value;
  if (shown.length === 1 && only.type === 'text' && beside && only.extra === undefined) return only.text;
  return shown.flatMap((part) => style.writePart(part, partPointer(message, part), lose) ?? []);
}

const writeFunctionCall = (part: CallPart): JsonObject =>
  putBack({ name: part.name, ...argumentsOf(part) }, part.extra);

const argumentsOf = ({ raw, arguments: said }: CallPart): JsonObject =>
  raw !== undefined ? { arguments: raw } : said === undefined ? {} : { arguments: said };
