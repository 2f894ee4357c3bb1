// ShareGPT: `conversations` of turns with `from` and `value`, and the dialects of it that are in use.

import type { Answer, Conversation, Message, Preference } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import type { Evidence, Format } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { type ChatDialect, parseMessages } from './chat-codec.ts';
import { readPart } from './content-parts.ts';
import { isSide, readSide, sideExtra } from './dialogue.ts';
import { systemMessage } from './field-codec.ts';
import { extraOf, firstPresent, isPresent, putBack } from './members.ts';
import { cannotBe, loseChoices } from './refusals.ts';
import { parseLooseTools } from './tool-codec.ts';
import { writeToolsText } from './tool-writer.ts';
import { looksLikeTurn, parseTurns } from './turn-codec.ts';
import { writeTurn, writeTurns } from './turn-writer.ts';
import { pairOf } from './two-answers.ts';

/** Where the turns may stand. Under `messages` they are of this format only when written with `from`. */
const LISTS = ['conversations', 'conversation', 'messages', 'dialogue', 'dialog'];
/** Messages under another key than `messages` are written by people who come from ShareGPT, with its words. */
const HYBRID: ChatDialect = {
  roles: new Set(['system', 'user', 'assistant', 'tool', 'function', 'human', 'gpt', 'observation']),
  readPart,
  weight: 'weight',
};

export const sharegpt: Format = {
  id: 'sharegpt',
  title: 'ShareGPT: {conversations: [{from, value}], system?, tools?, chosen?, rejected?}',
  kinds: ['conversation', 'preference'],
  keys: ['conversations'],
  sources: [
    { title: 'FastChat, training data', url: 'https://github.com/lm-sys/FastChat', read: '2026-11-22' },
    {
      title: 'LLaMA-Factory, data',
      url: 'https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const key = firstPresent(value, LISTS);
    const list = key === undefined ? undefined : value[key];
    if (key === undefined || !Array.isArray(list)) return undefined;
    if (typeof value.label === 'boolean' || typeof value.kto_tag === 'boolean') return undefined;
    const ranked = isRanked(value);
    if (ranked && !(isSide(value.chosen) && isSide(value.rejected))) return undefined;
    if (list.length === 0) {
      return key === 'messages' ? undefined : { score: 0.5, because: `an empty list of ${key}` };
    }
    return evidenceOf(list, key, ranked ? ', chosen and rejected' : '');
  },

  parse(value, note): Conversation | Preference | undefined {
    const key = firstPresent(value, LISTS);
    if (key === undefined || (key === 'messages' && !hasTurns(value.messages))) return undefined;
    const list = value[key];
    const turns =
      Array.isArray(list) && !looksLikeTurn(list[0]) && list.some(isMessage)
        ? parseMessages(list, `/${key}`, note, HYBRID)
        : parseTurns(list, `/${key}`, note);
    if (turns === undefined) return undefined;
    const { tools, unread } = parseLooseTools(value, note);
    const system = typeof value.system === 'string' && value.system !== '' ? value.system : undefined;
    const messages = system === undefined ? turns : [systemMessage(system, '/system'), ...turns];
    const taken = [key, 'tools'];
    if (system !== undefined) taken.push('system');
    if (!isRanked(value)) {
      const extra = joined(extraOf(value, new Set(taken)), unread);
      return { kind: 'conversation', messages, tools, choices: undefined, extra };
    }
    const answers = [readAnswer(value, 'chosen', note), readAnswer(value, 'rejected', note)];
    const extra = joined(extraOf(value, new Set([...taken, 'chosen', 'rejected'])), unread);
    return { kind: 'preference', prompt: messages, answers, tools, choices: undefined, extra };
  },

  serialize(example, lose) {
    if (example.kind !== 'conversation' && example.kind !== 'preference') {
      return cannotBe(example, 'a conversation, or one with two answers');
    }
    const said = example.kind === 'conversation' ? example.messages : example.prompt;
    const record: JsonObject = { conversations: writeTurns(said, lose) };
    if (example.kind === 'preference') {
      const pair = pairOf(example, lose);
      if (pair === undefined) return { refused: 'there is no second answer to prefer the first one to' };
      const [chosen, rejected] = pair.map(({ messages }) =>
        messages.flatMap((turn) => writeTurn(turn, lose)),
      );
      if (chosen?.length !== 1 || rejected?.length !== 1) return { refused: 'an answer is not one turn' };
      record.chosen = chosen[0] as JsonObject;
      record.rejected = rejected[0] as JsonObject;
      putBack(record.chosen, pair[0].extra);
      putBack(record.rejected, pair[1].extra);
    }
    if (example.tools.length > 0) record.tools = writeToolsText(example.tools);
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },
};

const isRanked = (value: JsonObject): boolean => isPresent(value, 'chosen') && isPresent(value, 'rejected');

const hasTurns = (list: JsonValue | undefined): boolean => Array.isArray(list) && list.some(looksLikeTurn);

function evidenceOf(list: readonly JsonValue[], key: string, ranked: string): Evidence | undefined {
  if (list.every(looksLikeTurn)) return { score: 1, because: `${key} with from and value${ranked}` };
  if (key === 'messages' || !list.every(isMessage)) return undefined;
  return { score: 0.8, because: `${key} with role and content${ranked}` };
}

const isMessage = (value: JsonValue): boolean =>
  isObject(value) && typeof value.role === 'string' && member(value, 'content') !== undefined;

const joined = (extra: JsonObject | undefined, unread: JsonObject | undefined): JsonObject | undefined =>
  unread === undefined ? extra : { ...extra, ...unread };

function readAnswer(value: JsonObject, field: string, note: Note): Answer {
  const messages: readonly Message[] = readSide(value, field, 'assistant', note) ?? [];
  return { messages, score: undefined, pointer: `/${field}`, extra: sideExtra(value, field) };
}
