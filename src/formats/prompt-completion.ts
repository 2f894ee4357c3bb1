// Pairs of `prompt` and `completion`, as texts or as messages: completion models, several services, Hugging Face's trainers.

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

/** The two names of a pair; the first pair that is there is taken. */
interface Pair {
  readonly prompt: string;
  readonly completion: string;
  readonly score: number;
  readonly known: ReadonlySet<string>;
}

const pair = (prompt: string, completion: string, score: number): Pair => ({
  prompt,
  completion,
  score,
  known: new Set([prompt, completion, 'tools']),
});

const PLAIN = pair('prompt', 'completion', 1);
/** Databricks says response; NeMo, torchtune and watsonx say input and output. */
const PAIRS: readonly Pair[] = [PLAIN, pair('prompt', 'response', 0.9), pair('input', 'output', 0.7)];

export const promptCompletion: Format = {
  id: 'prompt-completion',
  title: 'Prompt and completion: {prompt, completion}, as texts or as messages',
  kinds: ['conversation'],
  keys: ['prompt', 'completion'],
  sources: [
    {
      title: 'OpenAI API description, FineTuneCompletionRequestInput',
      url: 'https://github.com/openai/openai-openapi',
      read: '2026-11-22',
    },
    {
      title: 'Hugging Face TRL, dataset formats',
      url: 'https://huggingface.co/docs/trl/dataset_formats',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const found = pairOf(value);
    if (found === undefined || typeof value.label === 'boolean' || typeof value.kto_tag === 'boolean') {
      return undefined;
    }
    const { prompt, completion, score } = found;
    if (!isText(value[prompt]) || !isText(value[completion])) return undefined;
    const words = typeof value[completion] === 'string' ? 'as text' : 'as messages';
    return { score, because: `${prompt} and ${completion} ${words}` };
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
    const record: JsonObject = { prompt: prompt ?? '', completion: answer ?? '' };
    if (example.tools.length > 0) record.tools = writeTools(example.tools);
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },
};

/** Where the turns begin that are learned: after the last that is only shown. */
const startOfCompletion = (messages: readonly Message[]): number => {
  const shownLast = messages.findLastIndex(({ role, weight }) => role !== 'assistant' || weight === 0);
  return shownLast + 1;
};

const pairOf = (value: JsonObject): Pair | undefined =>
  PAIRS.find(
    ({ prompt, completion }) =>
      Object.hasOwn(value, prompt) &&
      Object.hasOwn(value, completion) &&
      // An instruction beside the input makes it Alpaca.
      (prompt === 'prompt' || !Object.hasOwn(value, 'instruction')),
  );

/** One of the two is missing: only the names that say which shape it is are believed. */
const halfPairOf = (value: JsonObject): Pair | undefined =>
  Object.hasOwn(value, 'prompt') || Object.hasOwn(value, 'completion') ? PLAIN : undefined;

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
