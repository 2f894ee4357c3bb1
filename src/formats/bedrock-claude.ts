// Claude's records on Amazon Bedrock: the system prompt as a text of its own beside `messages`.

import type { Conversation } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, member } from '../model/json.ts';
import { parseMessages } from './chat-codec.ts';
import { writeMessages } from './chat-writer.ts';
import { systemMessage } from './field-codec.ts';
import { extraOf, isPresent, noteType, putBack } from './members.ts';
import { cannotBe, loseChoices, partSystem } from './refusals.ts';
import { writeText } from './text-writer.ts';
import { parseLooseTools } from './tool-codec.ts';
import { withToolIds } from './tool-ids.ts';
import { writeTools } from './tool-writer.ts';

const KNOWN: ReadonlySet<string> = new Set(['system', 'messages', 'tools']);
const WITHOUT_SYSTEM: ReadonlySet<string> = new Set(['messages', 'tools']);
/** Members that say it is another shape that also has `messages`. */
const FOREIGN: readonly string[] = [
  'chosen',
  'rejected',
  'rejected_response',
  'schemaVersion',
  'conversations',
];

export const bedrockClaude: Format = {
  id: 'bedrock-claude',
  title: 'Claude on Bedrock: {system, messages: [{role, content}]}',
  kinds: ['conversation'],
  keys: ['system', 'messages'],
  sources: [
    {
      title: 'Anthropic, fine-tuning on Bedrock',
      url: 'https://platform.claude.com/cookbook/finetuning-finetuning-on-bedrock',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const messages = member(value, 'messages');
    if (typeof member(value, 'system') !== 'string' || !Array.isArray(messages)) return undefined;
    if (FOREIGN.some((key) => isPresent(value, key)) || typeof value.label === 'boolean') return undefined;
    for (const message of messages) {
      if (!isObject(message) || typeof message.role !== 'string') return undefined;
      if (message.role === 'model' || !Object.hasOwn(message, 'content')) return undefined;
    }
    return { score: 1, because: 'a system text beside messages with role and content' };
  },

  parse(value, note): Conversation | undefined {
    if (!Object.hasOwn(value, 'messages')) return undefined;
    const messages = parseMessages(value.messages, '/messages', note);
    if (messages === undefined) return undefined;
    const { system } = value;
    const isText = typeof system === 'string';
    if (!isText && isPresent(value, 'system')) noteType(note, '/system', 'text', system);
    const { tools, unread } = parseLooseTools(value, note);
    const extra = extraOf(value, isText ? KNOWN : WITHOUT_SYSTEM);
    return {
      kind: 'conversation',
      messages: isText ? [systemMessage(system, '/system'), ...messages] : messages,
      tools,
      choices: undefined,
      extra: unread === undefined ? extra : { ...extra, ...unread },
    };
  },

  serialize(example, lose) {
    if (example.kind !== 'conversation') return cannotBe(example, 'a conversation');
    const { system, rest } = partSystem(example.messages);
    const record: JsonObject = {};
    if (system.length > 0) record.system = system.map((message) => writeText(message, lose)).join('\n');
    record.messages = writeMessages(withToolIds(rest), lose);
    if (example.tools.length > 0) record.tools = writeTools(example.tools);
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },
};
