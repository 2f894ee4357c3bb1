// Alpaca: an instruction, an optional input beside it, and an output; with the names that its relatives use.

import type { Conversation, Message, Role } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { fieldMessage, readText } from './field-codec.ts';
import { extraOf, isPresent, noteType, putBack } from './members.ts';
import { cannotBe, loseTools, partSystem } from './refusals.ts';
import { writeText } from './text-writer.ts';

/** The names under which one family writes the four texts. */
interface Dialect {
  readonly instruction: string;
  readonly input?: string;
  readonly output: string;
  readonly system: string;
  readonly score: number;
}

/** The first that fits a record is taken. */
const DIALECTS: readonly Dialect[] = [
  { /* Alpaca */ instruction: 'instruction', input: 'input', output: 'output', system: 'system', score: 1 },
  {
    /* Dolly */ instruction: 'instruction',
    input: 'context',
    output: 'response',
    system: 'system',
    score: 1,
  },
  {
    /* GPTeacher */ instruction: 'instruction',
    input: 'input',
    output: 'response',
    system: 'system',
    score: 1,
  },
  { instruction: 'instruction', input: 'input', output: 'completion', system: 'system', score: 0.9 },
  { /* OpenOrca */ instruction: 'question', output: 'response', system: 'system_prompt', score: 0.9 },
  { instruction: 'question', output: 'answer', system: 'system', score: 0.8 },
  { /* ms-swift */ instruction: 'query', output: 'response', system: 'system', score: 0.8 },
];
/** Members that say these texts belong to another shape. */
const FOREIGN: readonly string[] = ['chosen', 'rejected', 'rejected_response', 'messages', 'conversations'];

export const alpaca: Format = {
  id: 'alpaca',
  title: 'Alpaca: {instruction, input?, output, system?, history?}',
  kinds: ['conversation'],
  keys: ['instruction', 'output'],
  sources: [
    { title: 'Stanford Alpaca', url: 'https://github.com/tatsu-lab/stanford_alpaca', read: '2026-11-22' },
    {
      title: 'LLaMA-Factory, data',
      url: 'https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md',
      read: '2026-11-22',
    },
    {
      title: 'Axolotl, instruction formats',
      url: 'https://docs.axolotl.ai/docs/dataset-formats/inst_tune.html',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    if (FOREIGN.some((key) => isPresent(value, key)) || typeof value.label === 'boolean') return undefined;
    const dialect = dialectOf(value);
    if (dialect === undefined) return undefined;
    const { instruction, output, score } = dialect;
    if (typeof value[instruction] !== 'string' || typeof value[output] !== 'string') return undefined;
    return { score, because: `${instruction} and ${output} as text` };
  },

  parse(value, note): Conversation | undefined {
    const dialect = dialectOf(value) ?? halfDialectOf(value);
    if (dialect === undefined) return undefined;
    const instruction = readText(value, dialect.instruction, note);
    const output = readText(value, dialect.output, note);
    if (instruction === undefined && output === undefined) return undefined;
    const messages: Message[] = [];
    const taken = [dialect.instruction, dialect.output];
    const system = readOptional(value, dialect.system, taken, note);
    if (system !== undefined) messages.push(fieldMessage('system', system, dialect.system));
    readHistory(value, messages, taken, note);
    if (instruction !== undefined) messages.push(fieldMessage('user', instruction, dialect.instruction));
    // The input is a second user text: trainers join the two with a line break or a heading of their own.
    const { input: field } = dialect;
    const input = field === undefined ? undefined : readOptional(value, field, taken, note);
    if (field !== undefined && input !== undefined) messages.push(fieldMessage('user', input, field));
    if (output !== undefined) messages.push(fieldMessage('assistant', output, dialect.output));
    const extra = extraOf(value, new Set(taken));
    return { kind: 'conversation', messages, tools: [], choices: undefined, extra };
  },

  serialize(example, lose) {
    if (example.kind !== 'conversation') return cannotBe(example, 'an instruction and its output');
    const { system, rest } = partSystem(example.messages);
    const answer = rest.at(-1);
    const said = answer?.role === 'assistant' ? rest.slice(0, -1) : rest;
    // A second question without an answer between is the input beside the instruction.
    const input = said.at(-2)?.role === 'user' && said.at(-1)?.role === 'user' ? said.at(-1) : undefined;
    const asked = input === undefined ? said.at(-1) : said.at(-2);
    const earlier = said.slice(0, input === undefined ? -1 : -2);
    if (asked?.role !== 'user' || !isAlternating(earlier)) {
      return { refused: 'its turns are no pairs of a question and an answer' };
    }
    loseTools(example, lose);
    const text = (message: Message): string => writeText(message, lose);
    const record: JsonObject = { instruction: text(asked), input: input === undefined ? '' : text(input) };
    if (answer?.role === 'assistant') record.output = text(answer);
    if (system.length > 0) record.system = system.map(text).join('\n');
    if (earlier.length > 0) record.history = roundsOf(earlier.map(text));
    return { record: putBack(record, example.extra) };
  },
};

const TURNS: readonly Role[] = ['user', 'assistant'];

const isAlternating = (messages: readonly Message[]): boolean =>
  messages.length % 2 === 0 && messages.every(({ role }, i) => role === TURNS[i % 2]);

const roundsOf = (texts: readonly string[]): JsonValue[] =>
  texts.flatMap((text, i) => (i % 2 === 0 ? [[text, texts[i + 1] as string]] : []));

const dialectOf = (value: JsonObject): Dialect | undefined =>
  DIALECTS.find(
    ({ instruction, output }) => Object.hasOwn(value, instruction) && Object.hasOwn(value, output),
  );

/** One of the two texts is missing: only the names that say which family it is are believed. */
const halfDialectOf = (value: JsonObject): Dialect | undefined =>
  Object.hasOwn(value, 'instruction') || Object.hasOwn(value, 'output') ? DIALECTS[0] : undefined;

/** The text of a field that may be absent, null or empty, all three alike. */
function readOptional(value: JsonObject, field: string, taken: string[], note: Note): string | undefined {
  const text = member(value, field);
  if (text === undefined) return undefined;
  if (text === null || text === '') {
    taken.push(field);
    return undefined;
  }
  if (typeof text === 'string') {
    taken.push(field);
    return text;
  }
  noteType(note, `/${field}`, 'text', text);
  return undefined;
}

/** Earlier rounds: pairs of a question and its answer. */
function readHistory(value: JsonObject, into: Message[], taken: string[], note: Note): void {
  const history = member(value, 'history');
  if (history === undefined) return;
  if (history === null) {
    taken.push('history');
    return;
  }
  if (!Array.isArray(history) || !history.every(isRound)) {
    noteType(note, '/history', 'a list of pairs of texts', history);
    return;
  }
  taken.push('history');
  history.forEach((round, index) => {
    (round as string[]).forEach((text, side) => {
      const role = side === 0 ? 'user' : 'assistant';
      into.push({ ...fieldMessage(role, text, 'history'), base: `/history/${index}`, index: side });
    });
  });
}

const isRound = (round: JsonValue): boolean =>
  Array.isArray(round) &&
  round.length === 2 &&
  round.every((text) => typeof text === 'string') &&
  !isObject(round);
