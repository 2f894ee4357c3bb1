// OpenAI's preference records: an `input` with messages, and one answer that is preferred to another.

import type { Answer, Message, Preference } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { parseMessages } from './chat-codec.ts';
import { writeMessages } from './chat-writer.ts';
import { extraOf, firstPresent, isPresent, noteMissing, noteType, putBack } from './members.ts';
import { choicesOf, writeRequest } from './openai-chat.ts';
import { cannotBe } from './refusals.ts';
import { parseTools } from './tool-codec.ts';
import { withToolIds } from './tool-ids.ts';
import { pairOf } from './two-answers.ts';

const INPUT: ReadonlySet<string> = new Set([
  'messages',
  'tools',
  'functions',
  'parallel_tool_calls',
  'tool_choice',
]);
/** The second spelling is that of an interim version of OpenAI's description. */
const PREFERRED = ['preferred_output', 'preferred_completion'];
const REFUSED = ['non_preferred_output', 'non_preferred_completion'];

export const openaiPreference: Format = {
  id: 'openai-preference',
  title: 'OpenAI preference: {input: {messages, tools?}, preferred_output, non_preferred_output}',
  kinds: ['preference'],
  keys: ['input', 'preferred_output', 'non_preferred_output'],
  sources: [
    {
      title: 'OpenAI API description, FineTunePreferenceRequestInput',
      url: 'https://github.com/openai/openai-openapi',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const input = member(value, 'input');
    if (!isObject(input) || !isMessages(input.messages)) return undefined;
    const better = firstPresent(value, PREFERRED);
    const worse = firstPresent(value, REFUSED);
    if (better === undefined || worse === undefined) return undefined;
    if (!isMessages(value[better]) || !isMessages(value[worse])) return undefined;
    return { score: 1, because: 'input with messages, a preferred and a non-preferred output' };
  },

  parse(value, note): Preference | undefined {
    const better = firstPresent(value, PREFERRED);
    const worse = firstPresent(value, REFUSED);
    if (better === undefined && worse === undefined) return undefined;
    const { input } = value;
    if (!isObject(input)) {
      if (input === undefined) noteMissing(note, '', 'input');
      else noteType(note, '/input', 'an object with messages', input);
      return undefined;
    }
    if (better === undefined) {
      // Without the better answer nothing says what is to be learned.
      noteMissing(note, '', 'preferred_output');
      return undefined;
    }
    if (worse === undefined) noteMissing(note, '', 'non_preferred_output');
    const prompt = isPresent(input, 'messages')
      ? parseMessages(input.messages, '/input/messages', note)
      : noteMissing(note, '/input', 'messages');
    const answers = [better, ...(worse === undefined ? [] : [worse])].map((key) =>
      readAnswer(value, key, note),
    );
    const { tools, unread } = parseTools(input, note, '/input');
    const beside = extraOf(input, INPUT);
    const extra = extraOf(value, new Set(['input', better, worse ?? better]));
    const inside = beside === undefined && unread === undefined ? {} : { input: { ...beside, ...unread } };
    return {
      kind: 'preference',
      prompt: prompt ?? [],
      answers,
      tools,
      choices: choicesOf(input),
      extra: extra === undefined && Object.keys(inside).length === 0 ? undefined : { ...extra, ...inside },
    };
  },

  serialize(example, lose) {
    if (example.kind !== 'preference') return cannotBe(example, 'a prompt with two answers');
    const pair = pairOf(example, lose);
    if (pair === undefined) return { refused: 'there is no second answer to prefer the first one to' };
    const input: JsonObject = { messages: writeMessages(withToolIds(example.prompt), lose) };
    writeRequest(input, example);
    const record: JsonObject = {
      input,
      preferred_output: writeMessages(pair[0].messages, lose),
      non_preferred_output: writeMessages(pair[1].messages, lose),
    };
    return { record: putBack(record, example.extra) };
  },
};

const isMessages = (list: JsonValue | undefined): boolean =>
  Array.isArray(list) && list.every((message) => isObject(message) && typeof message.role === 'string');

function readAnswer(value: JsonObject, key: string, note: Note): Answer {
  const pointer = `/${key}`;
  const messages: readonly Message[] = parseMessages(value[key], pointer, note) ?? [];
  return { messages, score: undefined, pointer, extra: undefined };
}
