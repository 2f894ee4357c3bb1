// Amazon Bedrock's Converse records (Nova, Llama, distillation): content blocks named by their kind, without a type.

import type { Conversation, Media, MediaSource, Message, Part, Role } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';
import { writeBlocks, writeTurns } from './blocks-writer.ts';
import { systemMessage } from './field-codec.ts';
import { extraOf, keepBoth, keepRest, noteMissing, noteNull, noteType, putBack } from './members.ts';
import { cannotBe, loseTools, partSystem } from './refusals.ts';
import { withToolIds } from './tool-ids.ts';

const KNOWN: ReadonlySet<string> = new Set(['schemaVersion', 'system', 'messages']);
const WITHOUT_VERSION: ReadonlySet<string> = new Set(['system', 'messages']);
/** The only one there is. */
const VERSION = 'bedrock-conversation-2024';
const MESSAGE: ReadonlySet<string> = new Set(['role', 'content']);
const CONTENT: ReadonlySet<string> = new Set(['content']);
const FOREIGN_ROLES: ReadonlySet<string> = new Set(['system', 'tool']);
const BLOCKS = ['text', 'image', 'video', 'document', 'reasoningContent', 'toolUse', 'toolResult'];

export const bedrockConverse: Format = {
  id: 'bedrock-converse',
  title: 'Bedrock Converse: {schemaVersion?, system?: [{text}], messages: [{role, content: [{text}]}]}',
  kinds: ['conversation'],
  keys: ['schemaVersion', 'messages'],
  sources: [
    {
      title: 'Amazon Nova, preparing data for fine-tuning',
      url: 'https://docs.aws.amazon.com/nova/latest/userguide/fine-tune-prepare-data-understanding.html',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const messages = member(value, 'messages');
    if (!Array.isArray(messages) || !messages.every(isMessage)) return undefined;
    // Without a version, turns by the system and by tools are those of another family.
    const foreign = messages.some(
      (message) => isObject(message) && FOREIGN_ROLES.has(message.role as string),
    );
    if (foreign && typeof value.schemaVersion !== 'string') return undefined;
    const { system } = value;
    if (system !== undefined && system !== null && !Array.isArray(system)) return undefined;
    if (messages.length === 0) {
      return typeof value.schemaVersion === 'string'
        ? { score: 0.6, because: 'schemaVersion and an empty list of messages' }
        : undefined;
    }
    return { score: 1, because: 'messages whose content is made of blocks without a type' };
  },

  parse(value, note): Conversation | undefined {
    const list = member(value, 'messages');
    if (list === undefined) return undefined;
    if (!Array.isArray(list)) {
      noteType(note, '/messages', 'a list', list);
      return undefined;
    }
    if (list.length === 0) note({ rule: 'structure/empty-messages', message: 'empty', pointer: '/messages' });
    const messages = readSystem(value, note);
    list.forEach((item, index) => {
      const message = readMessage(item, index, note);
      if (message !== undefined) messages.push(message);
    });
    const extra = extraOf(value, value.schemaVersion === VERSION ? KNOWN : WITHOUT_VERSION);
    return { kind: 'conversation', messages, tools: [], choices: undefined, extra };
  },

  serialize(example, lose) {
    if (example.kind !== 'conversation') return cannotBe(example, 'a conversation');
    loseTools(example, lose);
    const { system, rest } = partSystem(example.messages);
    const record: JsonObject = { schemaVersion: VERSION };
    if (system.length > 0) record.system = system.flatMap((message) => writeBlocks(message, lose));
    record.messages = writeTurns(withToolIds(rest), lose);
    return { record: putBack(record, example.extra) };
  },
};

const isBlock = (value: JsonValue): boolean =>
  isObject(value) &&
  !Object.hasOwn(value, 'type') &&
  typeof value.image !== 'string' &&
  typeof value.video !== 'string' &&
  !Array.isArray(value.video) &&
  BLOCKS.some((key) => Object.hasOwn(value, key));

const isMessage = (value: JsonValue): boolean =>
  isObject(value) &&
  typeof value.role === 'string' &&
  Array.isArray(value.content) &&
  value.content.length > 0 &&
  value.content.every(isBlock);

function readSystem(value: JsonObject, note: Note): Message[] {
  const { system } = value;
  if (system === undefined || system === null) return [];
  if (!Array.isArray(system)) {
    noteType(note, '/system', 'a list of texts', system);
    return [systemMessage([{ type: 'unknown', value: system, base: '', index: -1 }], '/system')];
  }
  return [systemMessage(...readBlocks(system, '/system', '/system', note))];
}

function readMessage(value: JsonValue, index: number, note: Note): Message | undefined {
  const pointer = `/messages/${index}`;
  if (!isObject(value)) {
    noteType(note, pointer, 'an object with role and content', value);
    return undefined;
  }
  const word = member(value, 'role');
  if (typeof word !== 'string') {
    if (word === undefined) noteMissing(note, pointer, 'role');
    else noteType(note, `${pointer}/role`, 'text', word);
    return undefined;
  }
  const known = word === 'user' || word === 'assistant';
  if (!known) {
    const data = { role: word, meant: 'user or assistant' };
    note({ rule: 'roles/unknown-role', message: 'unknown', pointer: `${pointer}/role`, data });
  }
  const written = member(value, 'content');
  const [content, inside] = readContent(written, pointer, note);
  const role: Role = known ? word : 'user';
  const extra = extraOf(value, known ? MESSAGE : CONTENT);
  return { role, content, base: '/messages', index, inside, name: undefined, weight: undefined, extra };
}

type Content = [content: string | readonly Part[], inside: string];

function readContent(written: JsonValue | undefined, pointer: Pointer, note: Note): Content {
  if (Array.isArray(written)) return readBlocks(written, '/content', `${pointer}/content`, note);
  if (written === undefined) noteMissing(note, pointer, 'content');
  else if (written === null) noteNull(note, `${pointer}/content`, 'content');
  else {
    noteType(note, `${pointer}/content`, 'a list of blocks', written);
    if (typeof written === 'string') return [written, '/content'];
    return [[{ type: 'unknown', value: written, base: '/content', index: -1 }], '/content'];
  }
  return [[], '/content'];
}

/** One block of text is one string; anything else stays in blocks. */
function readBlocks(list: readonly JsonValue[], inside: string, pointer: Pointer, note: Note): Content {
  const [only] = list;
  if (
    list.length === 1 &&
    isObject(only) &&
    typeof only.text === 'string' &&
    Object.keys(only).length === 1
  ) {
    return [only.text, `${inside}/0/text`];
  }
  return [list.map((block, index) => readBlock(block, { base: inside, index }, pointer, note)), inside];
}

type At = { readonly base: string; readonly index: number };

function readBlock(value: JsonValue, anchor: At, pointer: Pointer, note: Note): Part {
  if (!isObject(value)) {
    noteType(note, `${pointer}/${anchor.index}`, 'an object', value);
    return { type: 'unknown', value, ...anchor };
  }
  if (typeof value.text === 'string') {
    return { type: 'text', text: value.text, ...keepRest(value, 'text'), ...anchor };
  }
  return (
    readReasoning(value, anchor) ??
    readTool(value, anchor) ??
    readMedia(value, anchor) ?? { type: 'unknown', value, ...anchor }
  );
}

function readReasoning(value: JsonObject, anchor: At): Part | undefined {
  const thought = value.reasoningContent;
  const inner = isObject(thought) ? thought.reasoningText : undefined;
  if (!isObject(thought) || !isObject(inner) || typeof inner.text !== 'string') return undefined;
  const { text, signature } = inner;
  const signed = typeof signature === 'string';
  const left = keepRest(inner, 'text', signed && 'signature').extra;
  const beside = keepBoth(keepRest(thought, 'reasoningText'), 'reasoningText', left).extra;
  return {
    type: 'reasoning',
    text,
    ...(signed ? { signature } : {}),
    ...keepBoth(keepRest(value, 'reasoningContent'), 'reasoningContent', beside),
    ...anchor,
  };
}

function readTool(value: JsonObject, anchor: At): Part | undefined {
  const { toolUse, toolResult } = value;
  if (isObject(toolUse) && typeof toolUse.name === 'string') {
    const { name, toolUseId: id, input } = toolUse;
    const hasId = typeof id === 'string';
    return {
      type: 'call',
      ...(hasId ? { id } : {}),
      name,
      ...(input === undefined ? {} : { arguments: input }),
      ...keepBoth(
        keepRest(value, 'toolUse'),
        'toolUse',
        keepRest(toolUse, 'name', 'input', hasId && 'toolUseId').extra,
      ),
      argumentsInside: '/toolUse/input',
      nameInside: '/toolUse/name',
      ...anchor,
    };
  }
  if (!isObject(toolResult)) return undefined;
  const { toolUseId: id, content } = toolResult;
  const hasId = typeof id === 'string';
  return {
    type: 'result',
    ...(hasId ? { id } : {}),
    content: content ?? '',
    ...keepBoth(
      keepRest(value, 'toolResult'),
      'toolResult',
      keepRest(toolResult, 'content', hasId && 'toolUseId').extra,
    ),
    ...anchor,
  };
}

const SUBTYPE = /^[\w.+-]{1,40}$/;
const MEDIA: readonly Media[] = ['image', 'video', 'document'];

function readMedia(value: JsonObject, anchor: At): Part | undefined {
  const media = MEDIA.find((kind) => isObject(value[kind]));
  const inner = media === undefined ? undefined : value[media];
  if (media === undefined || !isObject(inner) || !isObject(inner.source)) return undefined;
  const read = readSource(inner.source);
  if (read === undefined) return undefined;
  const { format } = inner;
  // Documents are named by the ending of their file, which is no media type.
  const typed = typeof format === 'string' && SUBTYPE.test(format) && media !== 'document';
  const beside = keepBoth(keepRest(inner, 'source', typed && 'format'), 'source', read.extra).extra;
  return {
    type: 'media',
    media,
    source: read.source,
    ...(typed ? { mimeType: `${media}/${format}` } : {}),
    ...keepBoth(keepRest(value, media), media, beside),
    ...anchor,
  };
}

function readSource(
  source: JsonObject,
): { readonly source: MediaSource; readonly extra: JsonObject | undefined } | undefined {
  const { s3Location, bytes } = source;
  if (isObject(s3Location) && typeof s3Location.uri === 'string') {
    const left = keepRest(s3Location, 'uri').extra;
    return {
      source: { url: s3Location.uri },
      extra: keepBoth(keepRest(source, 's3Location'), 's3Location', left).extra,
    };
  }
  if (typeof bytes !== 'string') return undefined;
  return { source: { base64: bytes }, extra: keepRest(source, 'bytes').extra };
}
