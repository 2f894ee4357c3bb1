// LLaMA-Factory's v1 records: messages whose parts say everything in `value`, weighed by `loss_weight`.

import type { Conversation } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { type ChatDialect, parseMessages } from './chat-codec.ts';
import { type ChatStyle, OPENAI_STYLE, writeMessages } from './chat-writer.ts';
import { readPlainPart } from './content-parts.ts';
import { extraOf, putBack } from './members.ts';
import { plainPart } from './part-writer.ts';
import { cannotBe, loseChoices } from './refusals.ts';
import { CHAT_ROLES } from './roles.ts';
import { parseLooseTools } from './tool-codec.ts';
import { writeToolsText } from './tool-writer.ts';

export const LLAMA_FACTORY: ChatDialect = {
  roles: CHAT_ROLES,
  readPart: readPlainPart('value'),
  weight: 'loss_weight',
};
export const LLAMA_FACTORY_STYLE: ChatStyle = {
  roles: { ...OPENAI_STYLE.roles, developer: 'system' },
  writePart: plainPart('value'),
  weight: 'loss_weight',
  inContent: true,
};
const KNOWN: ReadonlySet<string> = new Set(['messages', 'tools']);

export const llamaFactoryChat: Format = {
  id: 'llama-factory-chat',
  title: 'LLaMA-Factory v1: {messages: [{role, content: [{type, value}], loss_weight?}], tools?}',
  kinds: ['conversation'],
  keys: ['messages'],
  sources: [
    {
      title: 'LLaMA-Factory, v1 data',
      url: 'https://github.com/hiyouga/LLaMA-Factory/tree/main/data',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    return speaksValues(member(value, 'messages'))
      ? { score: 1, because: 'messages whose content is made of parts with type and value' }
      : undefined;
  },

  parse(value, note): Conversation | undefined {
    if (!Object.hasOwn(value, 'messages')) return undefined;
    const messages = parseMessages(value.messages, '/messages', note, LLAMA_FACTORY);
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
    const record: JsonObject = { messages: writeMessages(example.messages, lose, LLAMA_FACTORY_STYLE) };
    if (example.tools.length > 0) record.tools = writeToolsText(example.tools);
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },
};

/** Whether a value is a list of messages in this dialect. */
export const speaksValues = (list: JsonValue | undefined): boolean =>
  Array.isArray(list) && list.length > 0 && list.every(isMessage);

const isMessage = (value: JsonValue): boolean =>
  isObject(value) &&
  typeof value.role === 'string' &&
  Array.isArray(value.content) &&
  value.content.length > 0 &&
  value.content.every(
    (part) => isObject(part) && typeof part.type === 'string' && Object.hasOwn(part, 'value'),
  );
