// One answer with a thumb up or down, as KTO takes it: prompt and completion, or a dialogue that ends with the answer.

import type { Message, Rating } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import { type JsonObject, member } from '../model/json.ts';
import { isDialogue, isSide, parseDialogue, readSide } from './dialogue.ts';
import { systemMessage } from './field-codec.ts';
import { extraOf, firstPresent, noteMissing, noteType, putBack } from './members.ts';
import { cannotBe, loseChoices } from './refusals.ts';
import { writeSides } from './side-writer.ts';
import { parseLooseTools } from './tool-codec.ts';
import { withToolIds } from './tool-ids.ts';
import { writeTools } from './tool-writer.ts';

const LABELS = ['label', 'kto_tag'];
const PROMPTS = ['prompt', 'question', 'instruction'];
const DIALOGUES = ['messages', 'conversations'];

export const unpairedPreference: Format = {
  id: 'unpaired-preference',
  title: 'Unpaired preference: {prompt, completion, label: true or false}',
  kinds: ['rating'],
  keys: ['prompt', 'completion', 'label'],
  sources: [
    {
      title: 'Hugging Face TRL, dataset formats',
      url: 'https://huggingface.co/docs/trl/dataset_formats',
      read: '2026-11-22',
    },
    {
      title: 'LLaMA-Factory, data',
      url: 'https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const label = firstPresent(value, LABELS);
    if (label === undefined || typeof value[label] !== 'boolean') return undefined;
    const dialogue = dialogueOf(value);
    if (dialogue !== undefined && isDialogue(value[dialogue])) {
      return { score: 1, because: `${dialogue} and a ${label} of true or false` };
    }
    const prompt = firstPresent(value, PROMPTS);
    if (prompt === undefined || !isSide(value[prompt]) || !isSide(member(value, 'completion')))
      return undefined;
    return { score: 1, because: `${prompt}, completion and a ${label} of true or false` };
  },

  parse(value, note): Rating | undefined {
    const label = firstPresent(value, LABELS);
    const dialogue = dialogueOf(value);
    if (label === undefined && dialogue === undefined && !Object.hasOwn(value, 'completion'))
      return undefined;
    const good = readLabel(value, label, note);
    const said = dialogue === undefined ? readPair(value, note) : readDialogue(value, dialogue, note);
    if (good === undefined || said === undefined) return undefined;
    const { tools, unread } = parseLooseTools(value, note);
    const system = typeof value.system === 'string' ? [systemMessage(value.system, '/system')] : [];
    const taken = [...said.taken, 'tools'];
    if (label !== undefined) taken.push(label);
    if (system.length > 0) taken.push('system');
    const extra = extraOf(value, new Set(taken));
    return {
      kind: 'rating',
      prompt: [...system, ...said.prompt],
      answer: { messages: said.answer, score: undefined, pointer: said.pointer, extra: undefined },
      good,
      tools,
      choices: undefined,
      extra: unread === undefined ? extra : { ...extra, ...unread },
    };
  },

  serialize(example, lose) {
    if (example.kind !== 'rating') return cannotBe(example, 'a prompt with one rated answer');
    const { prompt: asked, answer, good } = example;
    if (answer.messages.length === 0) return { refused: 'there is no answer that could be rated' };
    if (answer.score !== undefined) lose({ what: 'score', how: 'dropped', pointer: answer.pointer });
    const [prompt, completion] = writeSides(
      [
        { messages: withToolIds(asked), role: 'user' },
        { messages: answer.messages, role: 'assistant' },
      ],
      lose,
    );
    const record: JsonObject = { prompt: prompt ?? '', completion: completion ?? '', label: good };
    if (example.tools.length > 0) record.tools = writeTools(example.tools);
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },
};

/** The member with the dialogue, where the answer does not stand in a member of its own. */
const dialogueOf = (value: JsonObject): string | undefined =>
  Object.hasOwn(value, 'completion') ? undefined : firstPresent(value, DIALOGUES);

function readLabel(value: JsonObject, key: string | undefined, note: Note): boolean | undefined {
  if (key === undefined) {
    noteMissing(note, '', 'label');
    return undefined;
  }
  const label = value[key];
  if (typeof label === 'boolean') return label;
  noteType(note, `/${key}`, 'true or false', label);
  // A number that can only mean one of the two is understood all the same; trainers refuse it.
  return label === 1 ? true : label === 0 ? false : undefined;
}

interface Said {
  readonly prompt: readonly Message[];
  readonly answer: readonly Message[];
  readonly pointer: string;
  readonly taken: readonly string[];
}

function readPair(value: JsonObject, note: Note): Said | undefined {
  const field = firstPresent(value, PROMPTS) ?? 'prompt';
  const prompt = readSide(value, field, 'user', note);
  const answer = readSide(value, 'completion', 'assistant', note);
  if (prompt === undefined && answer === undefined) return undefined;
  return {
    prompt: prompt ?? [],
    answer: answer ?? [],
    pointer: '/completion',
    taken: [field, 'completion'],
  };
}

/** What comes after the last question is the answer. */
function readDialogue(value: JsonObject, field: string, note: Note): Said | undefined {
  const messages = parseDialogue(value[field], `/${field}`, note);
  if (messages === undefined) return undefined;
  const question = messages.findLastIndex(({ role }) => role === 'user') + 1;
  const answer = messages.slice(question);
  const first = answer[0];
  const pointer = first === undefined ? `/${field}` : `/${field}/${first.index}`;
  return { prompt: messages.slice(0, question), answer, pointer, taken: [field] };
}
