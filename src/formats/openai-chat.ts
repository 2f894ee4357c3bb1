// OpenAI's chat records: `messages`, with tools and per-message weights; the shape most services copy.

import type { Conversation, Example, Tool } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, member } from '../model/json.ts';
import { parseMessages } from './chat-codec.ts';
import { writeMessages } from './chat-writer.ts';
import { extraOf, isPresent, putBack } from './members.ts';
import { cannotBe } from './refusals.ts';
import { parseTools } from './tool-codec.ts';
import { withToolIds } from './tool-ids.ts';
import { writeBareTool, writeTools } from './tool-writer.ts';

const KNOWN: ReadonlySet<string> = new Set([
  'messages',
  'tools',
  'functions',
  'parallel_tool_calls',
  'tool_choice',
]);
/** Members that say it is another shape that also has `messages`. */
const FOREIGN: readonly string[] = [
  'chosen',
  'rejected',
  'system',
  'schemaVersion',
  'contents',
  'preferred_output',
  'rejected_messages',
  'rejected_response',
  'available_tools',
];

/** What Google and Cohere call the assistant. */
const FOREIGN_ROLES: ReadonlySet<string> = new Set(['model', 'Chatbot', 'chatbot']);

export const openaiChat: Format = {
  id: 'openai-chat',
  title: 'OpenAI chat: {messages: [{role, content}], tools?}',
  kinds: ['conversation'],
  keys: ['messages'],
  sources: [
    {
      title: 'OpenAI, supervised fine-tuning',
      url: 'https://developers.openai.com/api/docs/guides/supervised-fine-tuning',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const messages = member(value, 'messages');
    if (!Array.isArray(messages) || FOREIGN.some((key) => isPresent(value, key))) return undefined;
    // A thumb up or down beside the messages makes it a rating.
    if (typeof value.label === 'boolean' || typeof value.kto_tag === 'boolean') return undefined;
    if (messages.length === 0) return { score: 0.5, because: 'an empty list of messages' };
    let answers = 0;
    for (const message of messages) {
      if (!isObject(message) || typeof message.role !== 'string') return undefined;
      if (FOREIGN_ROLES.has(message.role) || !isChatContent(message)) return undefined;
      if (Object.hasOwn(message, 'loss_weight') || isMistral(message)) return undefined;
      if (message.role === 'assistant') answers += 1;
    }
    if (answers > 0) return { score: 1, because: 'messages with role and content' };
    // Prompts with grader fields beside them are rather reinforcement data.
    const extra = Object.keys(value).some((key) => !KNOWN.has(key));
    return { score: extra ? 0.3 : 0.5, because: 'messages with role and content, none by the assistant' };
  },

  parse(value, note): Conversation | undefined {
    if (!Object.hasOwn(value, 'messages')) return undefined;
    const messages = parseMessages(value.messages, '/messages', note);
    if (messages === undefined) return undefined;
    const { tools, unread } = parseTools(value, note);
    const extra = extraOf(value, KNOWN);
    return {
      kind: 'conversation',
      messages,
      tools,
      choices: choicesOf(value),
      extra: unread === undefined ? extra : { ...extra, ...unread },
    };
  },

  serialize(example, lose) {
    if (example.kind !== 'conversation') return cannotBe(example, 'a conversation');
    const record: JsonObject = { messages: writeMessages(withToolIds(example.messages), lose) };
    writeRequest(record, example);
    return { record: putBack(record, example.extra) };
  },
};

/** The tools, and how they are chosen, as members of an OpenAI request. */
export function writeRequest(into: JsonObject, { tools, choices }: Pick<Example, 'tools' | 'choices'>): void {
  const old = (tool: Tool): boolean => tool.base.endsWith('/functions');
  const functions = tools.filter(old);
  const wrapped = tools.filter((tool) => !old(tool));
  if (wrapped.length > 0) into.tools = writeTools(wrapped);
  if (functions.length > 0) into.functions = functions.map(writeBareTool);
  putBack(into, choices);
}

/** What an OpenAI request says about how tools are chosen. */
export function choicesOf(value: JsonObject): JsonObject | undefined {
  const { tool_choice: toolChoice, parallel_tool_calls: parallel } = value;
  if (toolChoice === undefined && parallel === undefined) return undefined;
  return {
    ...(toolChoice === undefined ? {} : { tool_choice: toolChoice }),
    ...(parallel === undefined ? {} : { parallel_tool_calls: parallel }),
  };
}

/** String, absent, null, or parts as OpenAI types them; other families write parts without a type or with `value`. */
export function isChatContent(message: JsonObject): boolean {
  const content = message.content;
  if (!Array.isArray(content))
    return content === undefined || content === null || typeof content === 'string';
  return content.every(
    (part) =>
      isObject(part) &&
      typeof part.type === 'string' &&
      (part.type !== 'text' || typeof part.text === 'string') &&
      (part.type !== 'image_url' || part.image_url !== undefined),
  );
}

/** What only Mistral writes: an image as a bare address, and an answer that is to be continued. */
export const isMistral = (message: JsonObject): boolean =>
  typeof message.prefix === 'boolean' ||
  (Array.isArray(message.content) &&
    message.content.some(
      (part) => isObject(part) && part.type === 'image_url' && typeof part.image_url === 'string',
    ));
