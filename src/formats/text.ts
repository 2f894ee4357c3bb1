// Plain text to go on from: one document a record.

import type { Passage } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { fieldMessage, readText } from './field-codec.ts';
import { extraOf, isPresent, putBack } from './members.ts';
import { cannotBe } from './refusals.ts';
import { writeText } from './text-writer.ts';

/** The second is what mistral-finetune and several public sets say. */
const FIELDS = ['text', 'content'] as const;
const KNOWN = { text: new Set(['text']), content: new Set(['content']) };
/** Members that make the text one half of something else: a class to learn, a dialogue, a pair. */
const FOREIGN: readonly string[] = [
  'label',
  'labels',
  'category',
  'class',
  'intent',
  'target',
  'role',
  'messages',
  'conversations',
  'prompt',
  'completion',
  'instruction',
  'output',
  'response',
  'question',
  'answer',
  'summary',
  'chosen',
  'rejected',
];

export const text: Format = {
  id: 'text',
  title: 'Plain text: {text}',
  kinds: ['passage'],
  keys: ['text'],
  sources: [
    {
      title: 'Hugging Face TRL, dataset formats',
      url: 'https://huggingface.co/docs/trl/dataset_formats',
      read: '2026-11-22',
    },
    {
      title: 'mistral-finetune, README',
      url: 'https://github.com/mistralai/mistral-finetune',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const field = FIELDS.find((key) => isPresent(value, key));
    if (field === undefined || typeof value[field] !== 'string') return undefined;
    if (FOREIGN.some((key) => isPresent(value, key))) return undefined;
    return { score: field === 'text' ? 0.9 : 0.5, because: `${field} alone` };
  },

  parse(value, note): Passage | undefined {
    const field =
      FIELDS.find((key) => isPresent(value, key)) ?? FIELDS.find((key) => Object.hasOwn(value, key));
    if (field === undefined) return undefined;
    const said = readText(value, field, note);
    if (said === undefined) return undefined;
    const extra = extraOf(value, KNOWN[field]);
    // What is learned is the assistant's in the middle form; here it is all of it.
    const segments = [fieldMessage('assistant', said, field)];
    return { kind: 'passage', segments, tools: [], choices: undefined, extra };
  },

  serialize(example, lose) {
    if (example.kind !== 'passage') return cannotBe(example, 'plain text');
    const said = example.segments.map((segment) => writeText(segment, lose)).join('');
    return { record: putBack({ text: said }, example.extra) };
  },
};
