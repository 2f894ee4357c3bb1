// Steps of a solution, each judged right or wrong: what process reward models learn from.

import type { Message, Step, Steps } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import { type JsonObject, type JsonValue, member } from '../model/json.ts';
import { fieldMessage, readText } from './field-codec.ts';
import { extraOf, noteMissing, noteType, putBack } from './members.ts';
import { cannotBe, loseTools } from './refusals.ts';
import { writeText } from './text-writer.ts';

const KNOWN: ReadonlySet<string> = new Set(['prompt', 'completions', 'labels']);

export const stepwise: Format = {
  id: 'stepwise',
  title: 'Stepwise: {prompt, completions: [text], labels: [true or false]}',
  kinds: ['steps'],
  keys: ['prompt', 'completions', 'labels'],
  sources: [
    {
      title: 'Hugging Face TRL, dataset formats',
      url: 'https://huggingface.co/docs/trl/dataset_formats',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const completions = member(value, 'completions');
    const labels = member(value, 'labels');
    if (typeof member(value, 'prompt') !== 'string' || !isList(completions, 'string')) return undefined;
    if (!isList(labels, 'boolean') || labels.length !== completions.length) return undefined;
    return { score: 1, because: 'prompt, completions and a label for each' };
  },

  parse(value, note): Steps | undefined {
    if (!Object.hasOwn(value, 'completions') || !Object.hasOwn(value, 'labels')) return undefined;
    const prompt = readText(value, 'prompt', note);
    const steps = readSteps(value, note);
    if (prompt === undefined || steps === undefined) return undefined;
    return {
      kind: 'steps',
      prompt: [fieldMessage('user', prompt, 'prompt')],
      steps,
      tools: [],
      choices: undefined,
      extra: extraOf(value, KNOWN),
    };
  },

  serialize(example, lose) {
    if (example.kind !== 'steps') return cannotBe(example, 'a prompt and judged steps');
    loseTools(example, lose);
    const text = (message: Message): string => writeText(message, lose);
    const record: JsonObject = {
      prompt: example.prompt.map(text).join('\n'),
      completions: example.steps.map(({ message }) => text(message)),
      labels: example.steps.map(({ good }) => good),
    };
    return { record: putBack(record, example.extra) };
  },
};

const isList = (value: JsonValue | undefined, type: 'string' | 'boolean'): value is JsonValue[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === type);

/** TRL refuses lists of different lengths; what has no judgement is no step. */
function readSteps(value: JsonObject, note: Note): Step[] | undefined {
  const { completions, labels } = value;
  if (!Array.isArray(completions)) return noteType(note, '/completions', 'a list of texts', completions);
  if (!Array.isArray(labels)) return noteType(note, '/labels', 'a list of true and false', labels);
  if (labels.length > completions.length) noteType(note, '/labels', 'as many labels as completions', labels);
  return completions.flatMap((text, index): Step[] => {
    const good = labels[index];
    if (typeof text !== 'string') noteType(note, `/completions/${index}`, 'text', text);
    else if (good === undefined) noteMissing(note, '/labels', String(index));
    else if (typeof good !== 'boolean') noteType(note, `/labels/${index}`, 'true or false', good);
    else return [{ message: stepMessage(text, index), good }];
    return [];
  });
}

const stepMessage = (text: string, index: number): Message => ({
  ...fieldMessage('assistant', text, 'completions'),
  base: `/completions/${index}`,
});
