// Alibaba Model Studio's chat records: contents made of items named by their kind, files by name, answers weighed by loss_weight.

import type { Conversation, Example, Message, Part } from '../model/example.ts';
import { partPointer, partsOf } from '../model/example.ts';
import type { Format, Lose } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { pointerTo } from '../model/pointer.ts';
import { type ChatDialect, parseMessages } from './chat-codec.ts';
import { type ChatStyle, OPENAI_STYLE, writeMessages } from './chat-writer.ts';
import type { ReadPart } from './content-parts.ts';
import { extraOf, isPresent, keepRest, noteType, putBack } from './members.ts';
import type { WritePart } from './part-writer.ts';
import { cannotBe, loseChoices } from './refusals.ts';
import { CHAT_ROLES } from './roles.ts';
import { parseLooseTools } from './tool-codec.ts';
import { withToolIds } from './tool-ids.ts';
import { writeTools } from './tool-writer.ts';

const KNOWN: ReadonlySet<string> = new Set(['messages', 'tools']);
/** Members that say it is another shape that also has `messages`. */
const FOREIGN: readonly string[] = ['chosen', 'rejected', 'system', 'schemaVersion', 'contents'];

const readItem: ReadPart = (value, index, pointer, note) => {
  const anchor = { base: '/content', index };
  if (!isObject(value)) {
    noteType(note, pointer, 'an object with text, image or video', value);
    return { type: 'unknown', value, ...anchor };
  }
  const { text, image, video } = value;
  if (typeof text === 'string') return { type: 'text', text, ...keepRest(value, 'text'), ...anchor };
  if (typeof image === 'string')
    return { type: 'media', media: 'image', source: { path: image }, ...keepRest(value, 'image'), ...anchor };
  if (typeof video === 'string')
    return { type: 'media', media: 'video', source: { path: video }, ...keepRest(value, 'video'), ...anchor };
  // A video as a list of frames stays as it is.
  return { type: 'unknown', value, ...anchor };
};

const writeItem: WritePart = (part, pointer, lose) => {
  switch (part.type) {
    case 'text':
      return putBack({ text: part.text }, part.extra);
    case 'refusal':
      lose({ what: 'refusal', how: 'changed', pointer });
      return { text: part.text };
    case 'unknown':
      return part.value;
    case 'media':
      if (!('path' in part.source) || (part.media !== 'image' && part.media !== 'video')) break;
      if (part.detail !== undefined || part.mimeType !== undefined) {
        lose({ what: 'media', how: 'changed', pointer });
      }
      return putBack({ [part.media]: part.source.path }, part.extra);
    default:
      break;
  }
  // What does not lie beside the records as a file has no place.
  lose({ what: part.type, how: 'dropped', pointer });
  return undefined;
};

const DIALECT: ChatDialect = { roles: CHAT_ROLES, readPart: readItem, weight: 'loss_weight' };
const STYLE: ChatStyle = {
  roles: { ...OPENAI_STYLE.roles, developer: 'system' },
  writePart: writeItem,
  weight: 'loss_weight',
  inContent: false,
};

export const alibabaChat: Format = {
  id: 'alibaba-chat',
  title: 'Alibaba Model Studio: {messages: [{role, content: [{text}, {image}], loss_weight?}], tools?}',
  kinds: ['conversation'],
  keys: ['messages'],
  sources: [
    {
      title: 'Alibaba Cloud Model Studio, rules for training data (2026-09-11)',
      url: 'https://www.alibabacloud.com/help/en/model-studio/text-generation-tuning-data-upload-rules',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const messages = member(value, 'messages');
    if (!Array.isArray(messages) || messages.length === 0 || !messages.every(isMessage)) return undefined;
    if (FOREIGN.some((key) => isPresent(value, key)) || typeof value.label === 'boolean') return undefined;
    if (messages.some((message) => isObject(message) && Object.hasOwn(message, 'loss_weight'))) {
      return { score: 1, because: 'messages with loss_weight' };
    }
    if (!messages.some((message) => isObject(message) && Array.isArray(message.content))) return undefined;
    // Lists of texts by user and assistant alone are Converse's as well.
    return Array.isArray(value.tools) || messages.some(isOwn)
      ? { score: 1, because: 'messages with contents of items without a type' }
      : undefined;
  },

  parse(value, note): Conversation | undefined {
    if (!Object.hasOwn(value, 'messages')) return undefined;
    const messages = parseMessages(value.messages, '/messages', note, DIALECT);
    if (messages === undefined) return undefined;
    const { tools, unread } = parseLooseTools(value, note);
    const extra = extraOf(value, KNOWN);
    return {
      kind: 'conversation',
      messages,
      tools,
      choices: undefined,
      extra: unread === undefined ? extra : { ...extra, ...unread },
    };
  },

  serialize(example, lose) {
    if (example.kind !== 'conversation') return cannotBe(example, 'a conversation');
    const record: JsonObject = {};
    if (example.tools.length > 0) record.tools = writeTools(example.tools);
    record.messages = writeMessages(example.messages, lose, STYLE);
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },

  adopt(example, lose): Example {
    if (example.kind !== 'conversation') return example;
    const plain = thoughtsInText(withToolIds(example.messages), lose).map((message) => bare(message, lose));
    const inItems = example.tools.length > 0 || plain.some(({ content }) => typeof content !== 'string');
    return { ...example, messages: inItems ? plain.map(asItems) : plain };
  },
};

/** Roles, media and calls that Converse's records do not have. */
const isOwn = (value: JsonValue): boolean =>
  isObject(value) &&
  (value.role === 'system' ||
    value.role === 'tool' ||
    Array.isArray(value.tool_calls) ||
    (Array.isArray(value.content) && value.content.some(isFile)));

const isFile = (item: JsonValue): boolean =>
  isObject(item) &&
  (typeof item.image === 'string' || typeof item.video === 'string' || Array.isArray(item.video));

const isItem = (item: JsonValue): boolean =>
  isObject(item) && !Object.hasOwn(item, 'type') && (typeof item.text === 'string' || isFile(item));

const isMessage = (value: JsonValue): boolean =>
  isObject(value) &&
  typeof value.role === 'string' &&
  (typeof value.content === 'string' ||
    (value.role === 'assistant' && (value.content === undefined || value.content === null)) ||
    (Array.isArray(value.content) && value.content.length > 0 && value.content.every(isItem)));

/** Names are refused; all answers are trained, and a weight of nought cannot be said. */
function bare(message: Message, lose: Lose): Message {
  if (message.name !== undefined)
    lose({ what: 'name', how: 'dropped', pointer: `${pointerTo(message)}/name` });
  if (message.role === 'assistant' && message.weight === 0) {
    lose({ what: 'weight', how: 'dropped', pointer: pointerTo(message) });
  }
  return { ...message, name: undefined, weight: undefined };
}

/** Thoughts stand in the text of the last answer, between tags on lines of their own; in earlier answers nowhere. */
function thoughtsInText(messages: readonly Message[], lose: Lose): Message[] {
  const last = messages.findLastIndex(({ role }) => role === 'assistant');
  return messages.map((message, at) => {
    const thoughts = partsOf(message).filter((part) => part.type === 'reasoning');
    if (thoughts.length === 0) return message;
    for (const part of thoughts) {
      const how = at === last ? 'changed' : 'dropped';
      lose({ what: 'reasoning', how, pointer: partPointer(message, part) });
    }
    const rest = partsOf(message).filter((part) => part.type !== 'reasoning');
    if (at !== last) return { ...message, content: plainly(rest) };
    const before = `<think>\n${thoughts.map(({ text }) => text).join('\n')}\n</think>\n\n`;
    const text = rest.findIndex(({ type }) => type === 'text');
    const said = text < 0 ? undefined : rest[text];
    const opened: Part = said?.type === 'text' ? { ...said, text: before + said.text } : textPart(before);
    const content = text < 0 ? [opened, ...rest] : rest.map((part, i) => (i === text ? opened : part));
    return { ...message, content: plainly(content) };
  });
}

/** One text is one string again. */
function plainly(parts: readonly Part[]): Message['content'] {
  const [only] = parts;
  return parts.length === 1 && only?.type === 'text' && only.extra === undefined ? only.text : parts;
}

const textPart = (text: string): Part => ({ type: 'text', text, base: '/content', index: -1 });

/** Where there are tools or media, every content is a list. */
const asItems = (message: Message): Message =>
  typeof message.content === 'string'
    ? { ...message, content: [{ ...textPart(message.content), index: 0 }] }
    : message;
