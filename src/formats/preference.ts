// Chosen and rejected answers, as Hugging Face's trainers, Axolotl, Oumi and the old transcripts write them.

import type { Message, Preference } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { beginsWith, commonStart } from './common-start.ts';
import { isDialogue, isSide, readSide, sideExtra } from './dialogue.ts';
import { fieldMessage, systemMessage } from './field-codec.ts';
import { extraOf, firstPresent, isPresent, noteMissing, putBack } from './members.ts';
import { cannotBe, loseChoices } from './refusals.ts';
import { writeSides } from './side-writer.ts';
import { parseLooseTools } from './tool-codec.ts';
import { withToolIds } from './tool-ids.ts';
import { writeTools } from './tool-writer.ts';
import { isTranscript, parseTranscript } from './transcript.ts';
import { pairOf } from './two-answers.ts';

const CHOSEN = ['chosen', 'chosen_response'];
const REJECTED = ['rejected', 'rejected_response'];
/** Where the prompt may stand; the first that is there counts, the others stay beside the record. */
const PROMPTS = ['prompt', 'messages', 'instruction', 'question', 'query', 'input'];
/** Members that say it is another shape with these answers. */
const FOREIGN: readonly string[] = ['conversations', 'contents', 'preferred_output'];

export const preference: Format = {
  id: 'preference',
  title: 'Preference: {prompt?, chosen, rejected}, as texts or as messages',
  kinds: ['preference'],
  keys: ['chosen', 'rejected'],
  sources: [
    {
      title: 'Hugging Face TRL, dataset formats',
      url: 'https://huggingface.co/docs/trl/dataset_formats',
      read: '2026-11-22',
    },
    { title: 'Anthropic, hh-rlhf', url: 'https://github.com/anthropics/hh-rlhf', read: '2026-11-22' },
  ],

  recognize(value) {
    const chosen = firstPresent(value, CHOSEN);
    const rejected = firstPresent(value, REJECTED);
    if (chosen === undefined || rejected === undefined) return undefined;
    if (FOREIGN.some((key) => isPresent(value, key)) || isChatPreference(value)) return undefined;
    if (!isSide(value[chosen]) || !isSide(value[rejected])) return undefined;
    const words = typeof value[chosen] === 'string' ? 'as text' : 'as messages';
    const prompt = firstPresent(value, PROMPTS);
    if (prompt !== undefined && !isSide(value[prompt])) return undefined;
    return {
      score: 1,
      because: `${prompt === undefined ? '' : `${prompt}, `}${chosen} and ${rejected} ${words}`,
    };
  },

  parse(value, note): Preference | undefined {
    const chosenKey = firstPresent(value, CHOSEN);
    const rejectedKey = firstPresent(value, REJECTED);
    if (chosenKey === undefined) {
      // Without the better answer nothing says what is to be learned.
      if (rejectedKey !== undefined) noteMissing(note, '', 'chosen');
      return undefined;
    }
    const chosen = readAnswer(value, chosenKey, note);
    if (chosen === undefined) return undefined;
    if (rejectedKey === undefined) noteMissing(note, '', 'rejected');
    const rejected = rejectedKey === undefined ? undefined : readAnswer(value, rejectedKey, note);
    const said = readPrompt(value, chosen, note);
    const { prompt, skip } = said;
    const shared = skip ?? (prompt.length > 0 || rejected === undefined ? 0 : commonStart(chosen, rejected));
    const { tools, unread } = parseLooseTools(value, note);
    const keys = rejectedKey === undefined ? [chosenKey] : [chosenKey, rejectedKey];
    const extra = { ...extraOf(value, new Set([...keys, 'tools', ...said.taken])), ...unread };
    return {
      kind: 'preference',
      prompt: [...said.system, ...prompt, ...(prompt.length > 0 ? [] : chosen.slice(0, shared))],
      answers: [
        {
          messages: chosen.slice(shared),
          score: undefined,
          pointer: `/${chosenKey}`,
          extra: sideExtra(value, chosenKey),
        },
        ...(rejected === undefined || rejectedKey === undefined
          ? []
          : [
              {
                messages: rejected.slice(beginsLike(rejected, chosen, shared) ? shared : 0),
                score: undefined,
                pointer: `/${rejectedKey}`,
                extra: sideExtra(value, rejectedKey),
              },
            ]),
      ],
      tools,
      choices: undefined,
      extra: Object.keys(extra).length === 0 ? undefined : extra,
    };
  },

  serialize(example, lose) {
    if (example.kind !== 'preference') return cannotBe(example, 'a prompt with two answers');
    const pair = pairOf(example, lose);
    if (pair === undefined) return { refused: 'there is no second answer to prefer the first one to' };
    const [prompt, chosen, rejected] = writeSides(
      [
        { messages: withToolIds(example.prompt), role: 'user' },
        { messages: pair[0].messages, role: 'assistant' },
        { messages: pair[1].messages, role: 'assistant' },
      ],
      lose,
    );
    const record: JsonObject = example.prompt.length === 0 ? {} : { prompt: prompt ?? '' };
    record.chosen = withBeside(chosen ?? '', pair[0].extra);
    record.rejected = withBeside(rejected ?? '', pair[1].extra);
    if (example.tools.length > 0) record.tools = writeTools(example.tools);
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },
};

/** A side with something beside its messages is an object that holds both. */
const withBeside = (side: JsonValue, extra: JsonObject | undefined): JsonValue =>
  extra === undefined ? side : putBack({ messages: side }, extra);

const beginsLike = (rejected: readonly Message[], chosen: readonly Message[], turns: number): boolean =>
  turns === 0 || beginsWith(rejected, chosen.slice(0, turns));

function readAnswer(value: JsonObject, field: string, note: Note): Message[] | undefined {
  const written = member(value, field);
  return typeof written === 'string' && isTranscript(written)
    ? parseTranscript(written, field)
    : readSide(value, field, 'assistant', note);
}

interface Prompt {
  readonly system: readonly Message[];
  readonly prompt: readonly Message[];
  /** Turns at the beginning of the answers that are the prompt once more; undefined: nobody wrote a prompt. */
  readonly skip: number | undefined;
  /** Members of the record that were read. */
  readonly taken: readonly string[];
}

function readPrompt(value: JsonObject, chosen: readonly Message[], note: Note): Prompt {
  const system = typeof value.system === 'string' ? [systemMessage(value.system, '/system')] : [];
  const taken = system.length > 0 ? ['system'] : [];
  const field = firstPresent(value, PROMPTS);
  // Answers that begin with a question hold the whole dialogue: a prompt as text beside them only repeats it.
  const isWhole = chosen.length > 1 && chosen.some(({ role }) => role === 'user');
  if (field === undefined || (isWhole && !isDialogue(value[field]))) {
    return { system, prompt: [], skip: undefined, taken };
  }
  taken.push(field);
  const prompt = readSide(value, field, 'user', note);
  // Alpaca's ranking records have an input beside the instruction.
  const input = field === 'instruction' && typeof value.input === 'string' ? value.input : undefined;
  if (input !== undefined) taken.push('input');
  const second = input === undefined || input === '' ? [] : [fieldMessage('user', input, 'input')];
  return {
    system,
    prompt: [...(prompt ?? []), ...second],
    skip: prompt !== undefined && beginsWith(chosen, prompt) ? prompt.length : 0,
    taken,
  };
}

/** Messages beside one chosen and one rejected message: a shape of its own, which chat-preference.ts writes. */
export function isChatPreference(value: JsonObject): boolean {
  return (
    isDialogue(member(value, 'messages')) &&
    isMessage(member(value, 'chosen')) &&
    isMessage(member(value, 'rejected')) &&
    !isPresent(value, 'conversations') &&
    !isPresent(value, 'prompt')
  );
}

const isMessage = (value: JsonValue | undefined): boolean =>
  isObject(value) && typeof value.role === 'string';
