// A prompt alone, with whatever a reward function reads beside it: what GRPO and its relatives train on.

import type { Task } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { type JsonObject, member } from '../model/json.ts';
import { isSide, readSide } from './dialogue.ts';
import { extraOf, isPresent, putBack } from './members.ts';
import { cannotBe, loseChoices } from './refusals.ts';
import { writeSides } from './side-writer.ts';
import { parseLooseTools } from './tool-codec.ts';
import { withToolIds } from './tool-ids.ts';
import { writeTools } from './tool-writer.ts';

const KNOWN: ReadonlySet<string> = new Set(['prompt', 'tools']);
/** Members that hold an answer, or say that it is another shape. */
const FOREIGN: readonly string[] = [
  'completion',
  'completions',
  'response',
  'responses',
  'output',
  'chosen',
  'rejected',
  'chosen_response',
  'rejected_response',
  'messages',
  'conversations',
  'instruction',
  'label',
  'text',
];

export const promptOnly: Format = {
  id: 'prompt-only',
  title: 'Prompt only: {prompt, fields for the reward}',
  kinds: ['task'],
  keys: ['prompt'],
  sources: [
    {
      title: 'Hugging Face TRL, dataset formats',
      url: 'https://huggingface.co/docs/trl/dataset_formats',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    if (FOREIGN.some((key) => isPresent(value, key)) || !isSide(member(value, 'prompt'))) return undefined;
    const words = typeof value.prompt === 'string' ? 'as text' : 'as messages';
    return { score: 0.6, because: `prompt ${words}, and no answer` };
  },

  parse(value, note): Task | undefined {
    // A record that only lost its answer belongs to the format that wants one.
    if (!Object.hasOwn(value, 'prompt') || FOREIGN.some((key) => isPresent(value, key))) return undefined;
    const prompt = readSide(value, 'prompt', 'user', note);
    if (prompt === undefined) return undefined;
    const { tools, unread } = parseLooseTools(value, note);
    const reference = extraOf(value, KNOWN) ?? {};
    return { kind: 'task', prompt, reference, tools, choices: undefined, extra: unread };
  },

  serialize(example, lose) {
    if (example.kind !== 'task') return cannotBe(example, 'a prompt without an answer');
    const [prompt] = writeSides([{ messages: withToolIds(example.prompt), role: 'user' }], lose);
    const record: JsonObject = { prompt: prompt ?? '' };
    if (example.tools.length > 0) record.tools = writeTools(example.tools);
    loseChoices(example, lose);
    return { record: putBack(putBack(record, example.reference), example.extra) };
  },
};
