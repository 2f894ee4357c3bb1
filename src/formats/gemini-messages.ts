// The first Gemini tuning records: OpenAI-like messages in which the model is called `model`.

import type { Conversation } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, member } from '../model/json.ts';
import { type ChatDialect, parseMessages } from './chat-codec.ts';
import { type ChatStyle, OPENAI_STYLE, writeMessages } from './chat-writer.ts';
import { readPart } from './content-parts.ts';
import { extraOf, putBack } from './members.ts';
import { cannotBe, loseTools } from './refusals.ts';
import { withToolIds } from './tool-ids.ts';

const KNOWN: ReadonlySet<string> = new Set(['messages']);
const DIALECT: ChatDialect = { roles: new Set(['system', 'user', 'model']), readPart, weight: 'weight' };
const STYLE: ChatStyle = {
  ...OPENAI_STYLE,
  roles: { ...OPENAI_STYLE.roles, developer: 'system', assistant: 'model' },
};

export const geminiMessages: Format = {
  id: 'gemini-messages',
  title: 'Gemini 1.0: {messages: [{role: system, user or model, content}]}',
  kinds: ['conversation'],
  keys: ['messages'],
  sources: [
    {
      title: 'Google Cloud, about supervised tuning of Gemini 1.0',
      url: 'https://cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-supervised-tuning-about',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const messages = member(value, 'messages');
    if (!Array.isArray(messages)) return undefined;
    const known = messages.every(
      (message) =>
        isObject(message) && DIALECT.roles.has(message.role as string) && typeof message.content === 'string',
    );
    if (!known || !messages.some((message) => isObject(message) && message.role === 'model'))
      return undefined;
    return { score: 1, because: 'messages whose roles are user and model' };
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
    const record: JsonObject = { messages: writeMessages(withToolIds(example.messages), lose, STYLE) };
    return { record: putBack(record, example.extra) };
  },
};
