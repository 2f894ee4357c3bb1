// Converse's content blocks, on the way out: the other half of bedrock-converse.ts.

import { type Message, type Part, partPointer } from '../model/example.ts';
import type { Lose } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { parseJson } from '../model/parse-json.ts';
import { pointerTo } from '../model/pointer.ts';
import { loseWeight } from './chat-writer.ts';
import { putBack } from './members.ts';
import { bytesOf, urlOf } from './part-writer.ts';
import { argumentsValue, splitExtra } from './tool-writer.ts';

/** The turns. Results of tools stand in the user's turn here; those of one round in one turn, as turns alternate. */
export function writeTurns(messages: readonly Message[], lose: Lose): JsonObject[] {
  const turns: JsonObject[] = [];
  let results: JsonValue[] | undefined;
  for (const message of messages) {
    const content = writeBlocks(message, lose);
    if (message.role === 'tool' && results !== undefined) {
      results.push(...content);
      continue;
    }
    const said = typeof message.content !== 'string' && message.content.length === 0 ? {} : { content };
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    if (message.role === 'system' || message.role === 'developer') {
      lose({ what: 'role', how: 'changed', pointer: pointerTo(message) });
    }
    turns.push(putBack({ role, ...said }, message.extra));
    results = message.role === 'tool' ? content : undefined;
  }
  return turns;
}

export function writeBlocks(message: Message, lose: Lose): JsonValue[] {
  if (message.name !== undefined)
    lose({ what: 'name', how: 'dropped', pointer: `${pointerTo(message)}/name` });
  loseWeight(message, lose);
  if (typeof message.content === 'string') return [{ text: message.content }];
  return message.content.flatMap((part) => writeBlock(part, message, lose) ?? []);
}

function writeBlock(part: Part, message: Message, lose: Lose): JsonValue | undefined {
  const pointer = partPointer(message, part);
  switch (part.type) {
    case 'text':
      return putBack({ text: part.text }, part.extra);
    case 'reasoning':
      return writeReasoning(part);
    case 'refusal':
      lose({ what: 'refusal', how: 'changed', pointer });
      return { text: part.text };
    case 'call':
      return writeUse(part);
    case 'result':
      if (part.name !== undefined) lose({ what: 'name', how: 'dropped', pointer });
      return writeResult(part);
    case 'media': {
      const block = writeMedia(part);
      if (block === undefined) lose({ what: 'media', how: 'dropped', pointer });
      else if (part.detail !== undefined) lose({ what: 'media', how: 'changed', pointer });
      return block;
    }
    default:
      return part.value;
  }
}

type Of<T extends Part['type']> = Extract<Part, { type: T }>;

function writeReasoning({ text, signature, extra }: Of<'reasoning'>): JsonObject {
  const { inner, outer } = splitExtra(extra, 'reasoningContent');
  const { inner: innermost, outer: beside } = splitExtra(inner, 'reasoningText');
  const said = putBack({ text, ...(signature === undefined ? {} : { signature }) }, innermost);
  return putBack({ reasoningContent: putBack({ reasoningText: said }, beside) }, outer);
}

function writeUse(part: Of<'call'>): JsonObject {
  const { inner, outer } = splitExtra(part.extra, 'toolUse');
  const input = argumentsValue(part);
  const id = part.id === undefined ? {} : { toolUseId: part.id };
  const use = { ...id, name: part.name, ...(input === undefined ? {} : { input }) };
  return putBack({ toolUse: putBack(use, inner) }, outer);
}

function writeResult({ id, content, extra }: Of<'result'>): JsonObject {
  const { inner, outer } = splitExtra(extra, 'toolResult');
  const result = { ...(id === undefined ? {} : { toolUseId: id }), content: blocksOf(content) };
  return putBack({ toolResult: putBack(result, inner) }, outer);
}

/** Converse wants a list of blocks there; text that is a JSON object becomes one of JSON. */
function blocksOf(content: JsonValue): JsonValue {
  if (typeof content !== 'string') return content;
  const said = parseJson(content);
  return [isObject(said) ? { json: said } : { text: content }];
}

/** Converse takes bytes, or a place in S3; a medium that stands anywhere else has none here. */
function writeMedia(part: Of<'media'>): JsonObject | undefined {
  if (part.media === 'audio') return undefined;
  const { inner, outer } = splitExtra(part.extra, part.media);
  const { inner: innermost, outer: beside } = splitExtra(inner, 'source');
  const bytes = bytesOf(part);
  const url = urlOf(part);
  if (bytes === undefined && !url.startsWith('s3://')) return undefined;
  const source = bytes === undefined ? { s3Location: { uri: url } } : { bytes: bytes.base64 };
  const format = (bytes?.mimeType ?? part.mimeType)?.split('/')[1];
  const medium = { ...(format === undefined ? {} : { format }), source: putBack(source, innermost) };
  return putBack({ [part.media]: putBack(medium, beside) }, outer);
}
