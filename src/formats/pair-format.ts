// Pairs of a question and its answer in two members, as texts or as messages; the formats differ in the names of the two.

import type { Conversation, Message } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { isDialogue, readSide } from './dialogue.ts';
import { extraOf, putBack } from './members.ts';
import { cannotBe, loseChoices } from './refusals.ts';
import { writeSides } from './side-writer.ts';
import { parseLooseTools } from './tool-codec.ts';
import { withToolIds } from './tool-ids.ts';
import { writeTools } from './tool-writer.ts';

/** The names of the two members. */
interface Pair {
  readonly prompt: string;
  readonly completion: string;
  readonly score: number;
  readonly known: ReadonlySet<string>;
}

export const pair = (prompt: string, completion: string, score: number): Pair => ({
  prompt,
  completion,
  score,
  known: new Set([prompt, completion, 'tools']),
});

/** A format of pairs: the first of its names that is there is read, the first of all is written. */
export function pairFormat(
  words: Pick<Format, 'id' | 'title' | 'sources'>,
  own: Pair,
  ...others: readonly Pair[]
): Format {
  const pairs = [own, ...others];
  /** Both names are there. An instruction beside an input makes it Alpaca. */
  const pairOf = (value: JsonObject): Pair | undefined =>
    pairs.find(
      ({ prompt, completion }) =>
        Object.hasOwn(value, prompt) &&
        Object.hasOwn(value, completion) &&
        (prompt === 'prompt' || !Object.hasOwn(value, 'instruction')),
    );
  /** One of the two is missing: only the names that say which shape it is are believed. */
  const halfPairOf = (value: JsonObject): Pair | undefined =>
    Object.hasOwn(value, own.prompt) || Object.hasOwn(value, own.completion) ? own : undefined;

  return {
    ...words,
    kinds: ['conversation'],
    keys: [own.prompt, own.completion],

    recognize(value) {
      const found = pairOf(value);
      if (found === undefined || typeof value.label === 'boolean' || typeof value.kto_tag === 'boolean') {
        return undefined;
      }
      const { prompt, completion, score } = found;
      if (!isText(value[prompt]) || !isText(value[completion])) return undefined;
      const how = typeof value[completion] === 'string' ? 'as text' : 'as messages';
      return { score, because: `${prompt} and ${completion} ${how}` };
    },

    parse(value, note): Conversation | undefined {
      const found = pairOf(value) ?? halfPairOf(value);
      if (found === undefined) return undefined;
      const prompt = readSide(value, found.prompt, 'user', note);
      const completion = readSide(value, found.completion, 'assistant', note);
      if (prompt === undefined && completion === undefined) return undefined;
      const { tools, unread } = parseLooseTools(value, note);
      const extra = extraOf(value, found.known);
      return {
        kind: 'conversation',
        messages: [...(prompt ?? []).map(shown), ...(completion ?? [])],
        tools,
        choices: undefined,
        extra: unread === undefined ? extra : { ...extra, ...unread },
      };
    },

    serialize(example, lose) {
      if (example.kind !== 'conversation') return cannotBe(example, 'a prompt and its completion');
      const messages = withToolIds(example.messages);
      const completion = startOfCompletion(messages);
      if (completion === messages.length) return { refused: 'it does not end with an answer' };
      const [prompt, answer] = writeSides(
        [
          { messages: messages.slice(0, completion).map(plainlyShown), role: 'user' },
          { messages: messages.slice(completion), role: 'assistant' },
        ],
        lose,
      );
      const record: JsonObject = { [own.prompt]: prompt ?? '', [own.completion]: answer ?? '' };
      if (example.tools.length > 0) record.tools = writeTools(example.tools);
      loseChoices(example, lose);
      return { record: putBack(record, example.extra) };
    },
  };
}

/** Where the turns begin that are learned: after the last that is only shown. */
const startOfCompletion = (messages: readonly Message[]): number => {
  const shownLast = messages.findLastIndex(({ role, weight }) => role !== 'assistant' || weight === 0);
  return shownLast + 1;
};

const isText = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' || isDialogue(value) || isParts(value);

const isParts = (value: JsonValue | undefined): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((part) => typeof (part as JsonObject | null)?.type === 'string');

/** That an answer in the prompt is only shown needs no words here. */
const plainlyShown = (message: Message): Message =>
  message.weight === 0 ? { ...message, weight: undefined } : message;

/** Only the completion is learned: an answer inside the prompt is shown. */
const shown = (message: Message): Message =>
  message.role === 'assistant' && message.weight === undefined ? { ...message, weight: 0 } : message;
