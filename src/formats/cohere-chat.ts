// Cohere's chat records: OpenAI-like messages by System, User and Chatbot, text only.

import type { Conversation, Message, Role } from '../model/example.ts';
import type { Format, Lose } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { pointerTo } from '../model/pointer.ts';
import { type ChatDialect, parseMessages } from './chat-codec.ts';
import { readPart } from './content-parts.ts';
import { extraOf, putBack } from './members.ts';
import { cannotBe, loseTools } from './refusals.ts';
import { writeText } from './text-writer.ts';

/** In capitals; one of Cohere's pages wrote them small. */
const WORDS: ReadonlySet<string> = new Set(['System', 'User', 'Chatbot', 'system', 'user', 'chatbot']);
const DIALECT: ChatDialect = { roles: WORDS, readPart, weight: 'weight' };
const KNOWN: ReadonlySet<string> = new Set(['messages']);
const WRITTEN: Readonly<Record<Role, string>> = {
  system: 'System',
  developer: 'System',
  user: 'User',
  assistant: 'Chatbot',
  tool: 'User',
};

export const cohereChat: Format = {
  id: 'cohere-chat',
  title: 'Cohere chat: {messages: [{role: System, User or Chatbot, content}]}',
  kinds: ['conversation'],
  keys: ['messages'],
  sources: [
    {
      title: 'Cohere, chat fine-tuning (archived)',
      url: 'https://github.com/cohere-ai/cohere-developer-experience',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const messages = member(value, 'messages');
    if (!Array.isArray(messages) || !messages.every(isMessage)) return undefined;
    const spoken = messages.some((message) => isObject(message) && /^chatbot$/i.test(String(message.role)));
    return spoken ? { score: 1, because: 'messages by User and Chatbot' } : undefined;
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
    const record: JsonObject = { messages: example.messages.map((message) => writeMessage(message, lose)) };
    return { record: putBack(record, example.extra) };
  },
};

const isMessage = (value: JsonValue): boolean =>
  isObject(value) && WORDS.has(value.role as string) && typeof value.content === 'string';

function writeMessage(message: Message, lose: Lose): JsonObject {
  const { role } = message;
  if (role === 'developer' || role === 'tool') {
    lose({ what: 'role', how: 'changed', pointer: pointerTo(message) });
  }
  return putBack({ role: WRITTEN[role], content: writeText(message, lose) }, message.extra);
}
