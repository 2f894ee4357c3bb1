// Mistral's chat records where they differ from OpenAI's: images as bare addresses, prefixes, and the trainer's own names.

import type { Conversation, Example, Message, Part, Tool } from '../model/example.ts';
import { callsOf, partPointer, partsOf } from '../model/example.ts';
import type { Format, Lose } from '../model/format.ts';
import { hash32 } from '../model/hash.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { pointerTo } from '../model/pointer.ts';
import { parseMessages } from './chat-codec.ts';
import { type ChatStyle, OPENAI_STYLE, writeMessages } from './chat-writer.ts';
import { systemMessage } from './field-codec.ts';
import { extraOf, firstPresent, putBack } from './members.ts';
import { isChatContent, isMistral } from './openai-chat.ts';
import { openaiPart, urlOf, type WritePart } from './part-writer.ts';
import { cannotBe, loseChoices } from './refusals.ts';
import { parseLooseTools } from './tool-codec.ts';
import { withToolIds } from './tool-ids.ts';
import { writeTools } from './tool-writer.ts';

/** The second spelling of each is that of mistral-finetune's instruct records. */
const LISTS = ['messages', 'interactions'];
const TOOLS = ['tools', 'available_tools'];

/** Mistral takes an image as its address; what else was said of it has no place. */
const writePart: WritePart = (part, pointer, lose) => {
  if (part.type !== 'media' || part.media !== 'image') return openaiPart(part, pointer, lose);
  const typed = part.mimeType !== undefined && !('base64' in part.source);
  if (part.detail !== undefined || typed) lose({ what: 'media', how: 'changed', pointer });
  return putBack({ type: 'image_url', image_url: urlOf(part) }, part.extra);
};

const STYLE: ChatStyle = {
  ...OPENAI_STYLE,
  roles: { ...OPENAI_STYLE.roles, developer: 'system' },
  writePart,
};

export const mistralChat: Format = {
  id: 'mistral-chat',
  title: 'Mistral chat: {messages or interactions: [{role, content}], tools?}',
  kinds: ['conversation'],
  keys: ['messages'],
  sources: [
    {
      title: 'Mistral, dataset formats of its platform documentation',
      url: 'https://github.com/mistralai/platform-docs-public',
      read: '2026-11-22',
    },
    {
      title: 'mistral-finetune, finetune/data/tokenize.py',
      url: 'https://github.com/mistralai/mistral-finetune',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const key = firstPresent(value, LISTS);
    const messages = key === undefined ? undefined : member(value, key);
    if (!Array.isArray(messages) || messages.length === 0 || !messages.every(isMessage)) return undefined;
    if (key === 'interactions') return { score: 1, because: 'interactions with role and content' };
    if (Array.isArray(value.available_tools)) return { score: 1, because: 'messages and available_tools' };
    return messages.some((message) => isObject(message) && isMistral(message))
      ? { score: 1, because: 'messages with an image as an address, or a prefix' }
      : undefined;
  },

  parse(value, note): Conversation | undefined {
    const key = firstPresent(value, LISTS);
    if (key === undefined) return undefined;
    const messages = parseMessages(value[key], `/${key}`, note);
    if (messages === undefined) return undefined;
    const said = value.system_prompt;
    const system = typeof said === 'string' ? [systemMessage(said, '/system_prompt')] : [];
    const declared = firstPresent(value, TOOLS);
    const { tools, unread } = parseLooseTools(value, note, declared ?? 'tools');
    const taken = [key, ...(declared === undefined ? [] : [declared])];
    const extra = extraOf(value, new Set(system.length > 0 ? [...taken, 'system_prompt'] : taken));
    return {
      kind: 'conversation',
      messages: [...system, ...messages],
      tools,
      choices: undefined,
      extra: unread === undefined ? extra : { ...extra, ...unread },
    };
  },

  serialize(example, lose) {
    if (example.kind !== 'conversation') return cannotBe(example, 'a conversation');
    // Whoever wrote the trainer's names meets them again.
    const list = example.messages.some(({ base }) => base === '/interactions') ? 'interactions' : 'messages';
    const tools = example.tools.some(({ base }) => base === '/available_tools') ? 'available_tools' : 'tools';
    const record: JsonObject = { [list]: writeMessages(example.messages, lose, STYLE) };
    if (example.tools.length > 0) record[tools] = writeTools(example.tools);
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },

  adopt(example, lose): Example {
    if (example.kind !== 'conversation') return example;
    const messages = oneSystem(withToolIds(example.messages), lose).map((message) =>
      silentCalls(message, lose),
    );
    return { ...example, messages: shortIds(messages, lose), tools: example.tools.map(described) };
  },
};

const isMessage = (value: JsonValue): boolean =>
  isObject(value) && typeof value.role === 'string' && isChatContent(value);

/** Mistral takes one system message: those that follow it are joined to it. */
function oneSystem(messages: readonly Message[], lose: Lose): readonly Message[] {
  const isSystem = ({ role }: Message): boolean => role === 'system' || role === 'developer';
  const [first, ...others] = messages.filter(isSystem);
  if (first === undefined || others.length === 0) return messages;
  for (const message of others) lose({ what: 'system', how: 'changed', pointer: pointerTo(message) });
  const text = [first, ...others].map(({ content }) => (typeof content === 'string' ? content : ''));
  // Contents of parts stay as they are: only texts can be joined.
  if ([first, ...others].some(({ content }) => typeof content !== 'string')) return messages;
  return [{ ...first, content: text.join('\n\n') }, ...messages.filter((message) => !isSystem(message))];
}

/** Text beside calls is refused by the rules that the platform documents. */
function silentCalls(message: Message, lose: Lose): Message {
  if (message.role !== 'assistant' || callsOf(message).length === 0) return message;
  const content = partsOf(message).filter((part) => {
    if (part.type !== 'text') return true;
    if (part.text !== '') lose({ what: 'part', how: 'dropped', pointer: partPointer(message, part) });
    return false;
  });
  return { ...message, content };
}

const SHORT = /^[A-Za-z0-9]{9}$/;
const DIGITS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Every id that is not of nine letters and digits becomes one that is, the same wherever it stands. */
function shortIds(messages: readonly Message[], lose: Lose): Message[] {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const nameOf = (id: string): string => {
    let name = SHORT.test(id) ? id : names.get(id);
    for (let turn = 0; name === undefined; turn += 1) {
      const made = makeId(`${id}:${turn}`);
      if (!taken.has(made)) name = made;
    }
    taken.add(name);
    names.set(id, name);
    return name;
  };
  return messages.map((message) => {
    if (typeof message.content === 'string') return message;
    const content = message.content.map((part): Part => {
      if ((part.type !== 'call' && part.type !== 'result') || part.id === undefined) return part;
      const id = nameOf(part.id);
      if (id === part.id) return part;
      const where = part.type === 'call' ? partPointer(message, part) : pointerTo(message);
      lose({ what: 'tool-id', how: 'changed', pointer: where });
      return { ...part, id };
    });
    return { ...message, content };
  });
}

function makeId(seed: string): string {
  let id = '';
  for (let i = 0; i < 9; i += 1) id += DIGITS[hash32(`${i}:${seed}`) % DIGITS.length];
  return id;
}

/** The trainer wants a description and parameters of every function. */
const described = (tool: Tool): Tool => ({
  ...tool,
  description: tool.description ?? '',
  parameters: tool.parameters ?? { type: 'object', properties: {} },
});
