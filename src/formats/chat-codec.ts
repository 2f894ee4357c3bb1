// Messages with a role and content, as the OpenAI-like family of formats shares them; a format hands over a dialect.

import type { Message, Part, Role } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import { isObject, type JsonObject, type JsonValue, kindOf, member } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';
import { type ReadPart, readPart } from './content-parts.ts';
import { extraOf, noteMissing, noteNull, noteType, pointerAt } from './members.ts';
import { CHAT_ROLES, ROLE_WORDS } from './roles.ts';
import { parseCalls } from './tool-codec.ts';

/** What differs between the formats that write messages this way. */
export interface ChatDialect {
  /** The role words it speaks. */
  readonly roles: ReadonlySet<string>;
  readonly readPart: ReadPart;
  /** The member of a message that says whether it is learned. */
  readonly weight: string;
}

export const OPENAI: ChatDialect = { roles: CHAT_ROLES, readPart, weight: 'weight' };

const NO_PARTS: readonly Part[] = [];

/** Reads a list of messages that stands at `base`; undefined when it is no list. */
export function parseMessages(
  list: JsonValue | undefined,
  base: Pointer,
  note: Note,
  dialect = OPENAI,
): Message[] | undefined {
  if (!Array.isArray(list)) {
    noteType(note, base, 'a list', list);
    return undefined;
  }
  if (list.length === 0) note({ rule: 'structure/empty-messages', message: 'empty', pointer: base });
  const messages: Message[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const message = parseMessage(list[index] as JsonValue, base, index, note, dialect);
    if (message !== undefined) messages.push(message);
  }
  return messages;
}

/** Reads one message: item `index` of the list at `base`, or with −1 the object that stands there itself. */
export function parseMessage(
  value: JsonValue,
  base: Pointer,
  index: number,
  note: Note,
  dialect = OPENAI,
): Message | undefined {
  if (!isObject(value)) {
    noteType(note, pointerAt(base, index), 'an object with role and content', value);
    return undefined;
  }
  const role = parseRole(value, base, index, note, dialect);
  if (role === undefined) return undefined;
  const { name } = value;
  return {
    role,
    content: isPlain(value, role)
      ? (value.content as string)
      : parseContent(value, role, pointerAt(base, index), note, dialect),
    base,
    index,
    inside: '/content',
    name: typeof name === 'string' ? name : undefined,
    weight: parseWeight(value, role, base, index, note, dialect),
    extra: extraOfMessage(value, role, dialect),
  };
}

/** The case of nearly every message of nearly every set: one string, and beside it nothing or null. */
const isPlain = (value: JsonObject, role: Role): boolean =>
  typeof value.content === 'string' &&
  isAbsent(value.tool_calls) &&
  isAbsent(value.function_call) &&
  isAbsent(value.refusal) &&
  isAbsent(value.reasoning_content) &&
  isAbsent(value.reasoning) &&
  role !== 'tool';

const isAbsent = (value: JsonValue | undefined): boolean => value === undefined || value === null;

function parseRole(
  value: JsonObject,
  base: Pointer,
  index: number,
  note: Note,
  dialect: ChatDialect,
): Role | undefined {
  const word = member(value, 'role');
  if (typeof word === 'string') {
    const meant = ROLE_WORDS.get(word) ?? ROLE_WORDS.get(word.toLowerCase());
    if (dialect.roles.has(word)) return meant;
    const data = { role: word, meant: meant ?? 'one of system, user, assistant, tool' };
    const message = meant === undefined ? 'unknown' : 'alias';
    note({ rule: 'roles/unknown-role', message, pointer: `${pointerAt(base, index)}/role`, data });
    return meant ?? 'user';
  }
  if (word === undefined) noteMissing(note, pointerAt(base, index), 'role');
  else noteType(note, `${pointerAt(base, index)}/role`, 'text', word);
  return undefined;
}

function parseContent(
  value: JsonObject,
  role: Role,
  pointer: Pointer,
  note: Note,
  dialect: ChatDialect,
): readonly Part[] {
  const content = value.content;
  const parts: Part[] = [];
  const thought = typeof value.reasoning_content === 'string' ? 'reasoning_content' : 'reasoning';
  const reasoning = value[thought];
  if (typeof reasoning === 'string') {
    parts.push({ type: 'reasoning', text: reasoning, base: `/${thought}`, index: -1 });
  }
  const here = { base: '/content', index: -1 };
  if (role === 'tool') parts.push(readResult(value, pointer, note, dialect));
  else if (typeof content === 'string') parts.push({ type: 'text', text: content, ...here });
  else if (Array.isArray(content)) {
    content.forEach((part, i) => {
      parts.push(dialect.readPart(part, i, `${pointer}/content/${i}`, note));
    });
  } else if (content !== null && content !== undefined) {
    noteType(note, `${pointer}/content`, 'text or a list of parts', content);
    parts.push({ type: 'unknown', value: content, ...here });
  }
  if (typeof value.refusal === 'string') {
    parts.push({ type: 'refusal', text: value.refusal, base: '/refusal', index: -1 });
  }
  parseCalls(value, pointer, note, parts);
  if (content === undefined || content === null) noteNothingSaid(content, role, parts, pointer, note);
  return parts.length === 0 ? NO_PARTS : parts;
}

/** What a tool said. One text in a list of one is that text. */
function readResult(value: JsonObject, pointer: Pointer, note: Note, dialect: ChatDialect): Part {
  const { content, tool_call_id: id, name } = value;
  const said = {
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof name === 'string' ? { name } : {}),
  };
  if (Array.isArray(content) && content.length === 1) {
    const part = dialect.readPart(content[0] as JsonValue, 0, `${pointer}/content/0`, note);
    if (part.type === 'text' && part.extra === undefined) {
      return { type: 'result', ...said, content: part.text, base: '/content', index: 0 };
    }
  }
  // Where nothing is written, the place is the message itself.
  const base = content === undefined ? '' : '/content';
  return { type: 'result', ...said, content: content ?? '', base, index: -1 };
}

function noteNothingSaid(
  content: null | undefined,
  role: Role,
  parts: readonly Part[],
  pointer: Pointer,
  note: Note,
) {
  if (role === 'assistant' && parts.some((part) => part.type === 'call' || part.type === 'refusal')) return;
  if (content === undefined) noteMissing(note, pointer, 'content');
  else noteNull(note, `${pointer}/content`, role);
}

function parseWeight(
  value: JsonObject,
  role: Role,
  base: Pointer,
  index: number,
  note: Note,
  dialect: ChatDialect,
): number | undefined {
  const weight = value[dialect.weight];
  if (weight === undefined || weight === null) return undefined;
  // Other families weigh any turn by any number; OpenAI's knows 0 and 1, on answers.
  if (dialect.weight !== 'weight') return weight === 0 || weight === 1 ? weight : undefined;
  const pointer = `${pointerAt(base, index)}/weight`;
  if (weight !== 0 && weight !== 1) {
    const data = { found: typeof weight === 'number' ? String(weight) : kindOf(weight) };
    note({ rule: 'roles/invalid-weight', message: 'value', pointer, data });
    return undefined;
  }
  if (role !== 'assistant') note({ rule: 'roles/invalid-weight', message: 'role', pointer, data: { role } });
  return weight;
}

function extraOfMessage(value: JsonObject, role: Role, dialect: ChatDialect): JsonObject | undefined {
  let taken: Set<string> | undefined;
  for (const key in value) {
    if (key === 'content' || isTaken(key, value, role, dialect)) continue;
    taken ??= new Set(Object.keys(value));
    taken.delete(key);
  }
  return taken === undefined ? undefined : extraOf(value, taken);
}

/** Whether a member's whole meaning went into the message; a known member of a strange kind stays beside it. */
function isTaken(key: string, value: JsonObject, role: Role, dialect: ChatDialect): boolean {
  const written = value[key];
  const isText = typeof written === 'string';
  switch (key) {
    case 'role':
      return isText && dialect.roles.has(written);
    case 'content':
    case 'tool_calls':
    case 'function_call':
      return true;
    case 'name':
    case 'refusal':
    case 'reasoning_content':
      return isText || written === null;
    case 'tool_call_id':
      return (isText && role === 'tool') || written === null;
    case 'reasoning':
      return (isText && typeof value.reasoning_content !== 'string') || written === null;
    default:
      return key === dialect.weight && (written === 0 || written === 1 || written === null);
  }
}
