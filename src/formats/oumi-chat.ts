// Oumi's records with parts of their own: `{type, content}`. Where every content is a text they are OpenAI's chat.

import type { Conversation } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { type ChatDialect, parseMessages } from './chat-codec.ts';
import { type ChatStyle, OPENAI_STYLE, writeMessages } from './chat-writer.ts';
import { readPlainPart } from './content-parts.ts';
import { extraOf, putBack } from './members.ts';
import { plainPart } from './part-writer.ts';
import { cannotBe, loseTools } from './refusals.ts';
import { CHAT_ROLES } from './roles.ts';

const DIALECT: ChatDialect = { roles: CHAT_ROLES, readPart: readPlainPart('content'), weight: 'weight' };
const STYLE: ChatStyle = {
  roles: { ...OPENAI_STYLE.roles, developer: 'system' },
  writePart: plainPart('content'),
  weight: undefined,
  inContent: true,
};
const KNOWN: ReadonlySet<string> = new Set(['messages']);

export const oumiChat: Format = {
  id: 'oumi-chat',
  title: 'Oumi: {messages: [{role, content: [{type, content}]}]}',
  kinds: ['conversation'],
  keys: ['messages'],
  sources: [
    {
      title: 'Oumi, conversation types',
      url: 'https://github.com/oumi-ai/oumi/blob/main/src/oumi/core/types/conversation.py',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const messages = member(value, 'messages');
    if (!Array.isArray(messages) || messages.length === 0 || !messages.every(isMessage)) return undefined;
    if (!messages.some((message) => isObject(message) && Array.isArray(message.content))) return undefined;
    return { score: 1, because: 'messages with parts of type and content' };
  },

  parse(value, note): Conversation | undefined {
    if (!Object.hasOwn(value, 'messages')) return undefined;
    const messages = parseMessages(value.messages, '/messages', note, DIALECT);
    if (messages === undefined) return undefined;
    return { kind: 'conversation', messages, tools: [], choices: undefined, extra: extraOf(value, KNOWN) };
  },

  serialize(example, lose) {
    if (example.kind !== 'conversation') return cannotBe(example, 'a conversation');
    loseTools(example, lose);
    const record: JsonObject = { messages: writeMessages(example.messages, lose, STYLE) };
    return { record: putBack(record, example.extra) };
  },
};

const isMessage = (value: JsonValue): boolean =>
  isObject(value) &&
  typeof value.role === 'string' &&
  (typeof value.content === 'string' || (Array.isArray(value.content) && value.content.every(isPart)));

const isPart = (value: JsonValue): boolean =>
  isObject(value) &&
  typeof value.type === 'string' &&
  (Object.hasOwn(value, 'content') || Object.hasOwn(value, 'binary'));
