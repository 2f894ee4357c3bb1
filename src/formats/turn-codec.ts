// Turns with `from` and `value`, the ShareGPT family: calls and results are turns of their own, written as text.

import type { Message, Part, Role } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { parseJson } from '../model/parse-json.ts';
import type { Pointer } from '../model/pointer.ts';
import { extraOf, keepBoth, keepRest, noteMissing, noteNull, noteType, pointerAt } from './members.ts';
import { ROLE_WORDS } from './roles.ts';
import { readCall } from './tool-codec.ts';

/** Who speaks, in the words of the trainers that read this shape. */
const SPOKEN: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['system', 'system'],
  ['human', 'user'],
  ['user', 'user'],
  ['gpt', 'assistant'],
  ['assistant', 'assistant'],
  ['bot', 'assistant'],
  ['chatgpt', 'assistant'],
  ['function_call', 'assistant'],
  ['tool_call', 'assistant'],
  ['observation', 'tool'],
  ['observations', 'tool'],
  ['tool', 'tool'],
  ['function_response', 'tool'],
  ['tool_response', 'tool'],
]);
const CALLS: ReadonlySet<string> = new Set(['function_call', 'tool_call']);
const KNOWN: ReadonlySet<string> = new Set(['from', 'value']);
const KNOWN_WITH_WEIGHT: ReadonlySet<string> = new Set(['from', 'value', 'weight']);
const KNOWN_VALUE: ReadonlySet<string> = new Set(['value']);

/** Whether a value looks like a turn of this family. */
export const looksLikeTurn = (value: JsonValue | undefined): value is JsonObject =>
  isObject(value) && typeof value.from === 'string' && Object.hasOwn(value, 'value');

/** Reads a list of turns that stands at `base`; undefined when it is no list. */
export function parseTurns(list: JsonValue | undefined, base: Pointer, note: Note): Message[] | undefined {
  if (!Array.isArray(list)) {
    noteType(note, base, 'a list', list);
    return undefined;
  }
  if (list.length === 0) note({ rule: 'structure/empty-messages', message: 'empty', pointer: base });
  const messages: Message[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const message = parseTurn(list[index] as JsonValue, base, index, note);
    if (message !== undefined) messages.push(message);
  }
  return messages;
}

/** Reads one turn: item `index` of the list at `base`, or with −1 the object that stands there itself. */
export function parseTurn(value: JsonValue, base: Pointer, index: number, note: Note): Message | undefined {
  if (!isObject(value)) {
    noteType(note, pointerAt(base, index), 'an object with from and value', value);
    return undefined;
  }
  const word = member(value, 'from');
  if (typeof word !== 'string') {
    if (word === undefined) noteMissing(note, pointerAt(base, index), 'from');
    else noteType(note, `${pointerAt(base, index)}/from`, 'text', word);
    return undefined;
  }
  const spoken = SPOKEN.get(word);
  const role = spoken ?? meantBy(word, `${pointerAt(base, index)}/from`, note);
  const { weight } = value;
  const weighed = weight === 0 || weight === 1;
  return {
    role,
    content: parseValue(value, word, role, pointerAt(base, index), note),
    base,
    index,
    inside: '/value',
    name: undefined,
    weight: weighed ? weight : undefined,
    // A word that nobody speaks is kept as it was written.
    extra: extraOf(value, spoken === undefined ? KNOWN_VALUE : weighed ? KNOWN_WITH_WEIGHT : KNOWN),
  };
}

function meantBy(word: string, pointer: Pointer, note: Note): Role {
  const lower = word.toLowerCase();
  const meant = SPOKEN.get(lower) ?? ROLE_WORDS.get(lower);
  // Names of the words this family uses: that is what has to be written.
  const data = {
    role: word,
    meant: meant === undefined ? 'one of human, gpt, system, function_call, observation' : WRITTEN[meant],
  };
  note({ rule: 'roles/unknown-role', message: meant === undefined ? 'unknown' : 'alias', pointer, data });
  return meant ?? 'user';
}

const WRITTEN: Readonly<Record<Role, string>> = {
  system: 'system',
  developer: 'system',
  user: 'human',
  assistant: 'gpt',
  tool: 'observation',
};

const HERE = { base: '/value', index: -1 } as const;
const THOUGHTS = '<think>';
const END_OF_THOUGHTS = '</think>';
const SILENT: Note = () => {};

function parseValue(
  value: JsonObject,
  word: string,
  role: Role,
  pointer: Pointer,
  note: Note,
): string | readonly Part[] {
  const said = member(value, 'value');
  if (role === 'tool') {
    if (said === undefined) noteMissing(note, pointer, 'value');
    else if (said === null) noteNull(note, `${pointer}/value`, role);
    // Where nothing is written, the place is the turn itself.
    return [{ type: 'result', content: said ?? '', ...HERE, base: said === undefined ? '' : '/value' }];
  }
  if (typeof said === 'string') {
    return CALLS.has(word) ? parseCallTurn(said, `${pointer}/value`, note) : said;
  }
  if (said === undefined) noteMissing(note, pointer, 'value');
  else if (said === null) noteNull(note, `${pointer}/value`, role);
  else {
    noteType(note, `${pointer}/value`, 'text', said);
    return [{ type: 'unknown', value: said, ...HERE }];
  }
  return [];
}

/** A turn that calls tools: one call or a list of them as JSON text, with or without thoughts before it. */
function parseCallTurn(said: string, pointer: Pointer, note: Note): readonly Part[] {
  const end = said.startsWith(THOUGHTS) ? said.indexOf(END_OF_THOUGHTS) : -1;
  const thoughts: Part[] =
    end < 0 ? [] : [{ type: 'reasoning', text: said.slice(THOUGHTS.length, end), ...HERE }];
  const written = end < 0 ? said : said.slice(end + END_OF_THOUGHTS.length);
  const parsed = parseJson(written);
  const calls = Array.isArray(parsed) ? parsed.map(readTurnCall) : [readTurnCall(parsed)];
  if (calls.length > 0 && calls.every((call) => call !== undefined)) return [...thoughts, ...calls];
  noteType(note, pointer, 'a call as JSON: name and arguments', written);
  // Kept whole as text: half a list of calls would hide the other half.
  return [...thoughts, { type: 'text', text: written, ...HERE }];
}

/** A call as these trainers write it, bare or in OpenAI's wrapper. */
function readTurnCall(value: JsonValue | undefined): Part | undefined {
  if (!isObject(value)) return undefined;
  const { function: inner } = value;
  const made = readCall(isObject(inner) ? inner : value, '', SILENT);
  if (made === undefined) return undefined;
  const { extra, ...said } = made;
  const kept = isObject(inner)
    ? keepBoth(keepRest(value, 'function', value.type === 'function' && 'type'), 'function', extra)
    : extra === undefined
      ? {}
      : { extra };
  return { type: 'call', ...said, ...kept, argumentsInside: '', nameInside: '', ...HERE };
}
