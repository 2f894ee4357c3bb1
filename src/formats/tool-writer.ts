// Tools and their calls, on the way out: the other half of tool-codec.ts.

import type { CallPart, Tool } from '../model/example.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { putBack } from './members.ts';

/** An item of `tool_calls`. Its arguments are text there: as they were written, or made into text. */
export function writeCall(part: CallPart): JsonObject {
  const { inner, outer } = splitExtra(part.extra, 'function');
  const text = part.raw ?? (part.arguments === undefined ? undefined : argumentsText(part));
  const call = putBack({ name: part.name, ...(text === undefined ? {} : { arguments: text }) }, inner);
  const item: JsonObject = part.id === undefined ? {} : { id: part.id };
  if (outer === undefined || !Object.hasOwn(outer, 'type')) item.type = 'function';
  item.function = call;
  return putBack(item, outer);
}

/** A record that wrote an object there keeps it: open trainers take either. */
const argumentsText = (part: CallPart): JsonValue =>
  part.base === '/tool_calls' ? (part.arguments as JsonValue) : JSON.stringify(part.arguments);

/** A call as the open trainers write it inside a text: `{"name": …, "arguments": …}`. */
export function callText(part: CallPart): string {
  const { inner, outer } = splitExtra(part.extra, 'function');
  const rest = { ...outer, ...inner };
  const members = [`"name":${JSON.stringify(part.name)}`];
  // Written with its arguments as text in such a text, it stays so; else text that is JSON goes in letter by letter.
  const asText = part.raw !== undefined && (part.argumentsInside === '' || part.arguments === undefined);
  const said = asText ? JSON.stringify(part.raw) : (part.raw ?? JSON.stringify(part.arguments));
  if (said !== undefined) members.push(`"arguments":${said}`);
  for (const [key, value] of Object.entries(rest))
    members.push(`${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${members.join(',')}}`;
}

/** A call's arguments as a value. */
export const argumentsValue = ({ raw, arguments: said }: CallPart): JsonValue | undefined => said ?? raw;

export const writeTools = (tools: readonly Tool[]): JsonObject[] => tools.map(writeTool);

/** The list as JSON text, so that loaders do not unify the keys of different tools; a list where it was one. */
export const writeToolsText = (tools: readonly Tool[]): JsonValue =>
  tools.every(({ base, index }) => base === '/tools' && index >= 0)
    ? writeTools(tools)
    : JSON.stringify(writeTools(tools));

/** A declaration in OpenAI's wrapper. */
export function writeTool(tool: Tool): JsonObject {
  const { inner, outer } = splitExtra(tool.extra, 'function');
  const item: JsonObject = outer !== undefined && Object.hasOwn(outer, 'type') ? {} : { type: 'function' };
  item.function = putBack(declarationOf(tool), inner);
  return putBack(item, outer);
}

/** A declaration without a wrapper. */
export const writeBareTool = (tool: Tool): JsonObject => putBack(declarationOf(tool), tool.extra);

const declarationOf = ({ name, description, parameters, strict }: Tool): JsonObject => ({
  name,
  ...(description === undefined ? {} : { description }),
  ...(parameters === undefined ? {} : { parameters }),
  ...(strict === undefined ? {} : { strict }),
});

/** What is kept of a wrapper, and of the object inside it that stands under `key`. */
export function splitExtra(
  extra: JsonObject | undefined,
  key: string,
): { readonly inner: JsonObject | undefined; readonly outer: JsonObject | undefined } {
  if (extra === undefined || !Object.hasOwn(extra, key)) return { inner: undefined, outer: extra };
  const { [key]: inner, ...outer } = extra;
  return { inner: inner as JsonObject, outer: Object.keys(outer).length === 0 ? undefined : outer };
}
