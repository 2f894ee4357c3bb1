// Text in segments, each learned or only shown: Axolotl's `input_output`.

import type { Message, Passage } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { extraOf, noteMissing, noteNull, noteType, putBack } from './members.ts';
import { cannotBe } from './refusals.ts';
import { writeText } from './text-writer.ts';

const RECORD: ReadonlySet<string> = new Set(['segments']);
const SEGMENT: ReadonlySet<string> = new Set(['label', 'text']);

export const segments: Format = {
  id: 'segments',
  title: 'Segments: {segments: [{label: true or false, text}]}',
  kinds: ['passage'],
  keys: ['segments'],
  sources: [
    {
      title: 'Axolotl, template-free formats',
      url: 'https://docs.axolotl.ai/docs/dataset-formats/template_free.html',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const list = member(value, 'segments');
    if (!Array.isArray(list) || list.length === 0 || !list.every(isSegment)) return undefined;
    return { score: 1, because: 'segments with label and text' };
  },

  parse(value, note): Passage | undefined {
    const list = member(value, 'segments');
    if (list === undefined) return undefined;
    if (!Array.isArray(list)) {
      noteType(note, '/segments', 'a list', list);
      return undefined;
    }
    if (list.length === 0) note({ rule: 'structure/empty-messages', message: 'empty', pointer: '/segments' });
    const read: Message[] = [];
    list.forEach((item, index) => {
      const at = `/segments/${index}`;
      const segment = readSegment(item, at, note);
      if (segment !== undefined) read.push(segment);
    });
    const extra = extraOf(value, RECORD);
    return { kind: 'passage', segments: read, tools: [], choices: undefined, extra };
  },

  serialize(example, lose) {
    if (example.kind !== 'passage') return cannotBe(example, 'plain text in segments');
    const list = example.segments.map((segment) => {
      const learned = segment.weight !== 0;
      return putBack(
        { label: learned, text: writeText({ ...segment, weight: undefined }, lose) },
        segment.extra,
      );
    });
    return { record: putBack({ segments: list }, example.extra) };
  },
};

const isSegment = (value: JsonValue): boolean =>
  isObject(value) && typeof value.text === 'string' && typeof value.label === 'boolean';

function readSegment(item: JsonValue, at: string, note: Note): Message | undefined {
  if (!isObject(item)) return noteType(note, at, 'an object with label and text', item);
  const said = member(item, 'text');
  if (said === undefined) return noteMissing(note, at, 'text');
  if (said === null) return noteNull(note, `${at}/text`, 'text');
  if (typeof said !== 'string') return noteType(note, `${at}/text`, 'text', said);
  if (item.label === undefined) noteMissing(note, at, 'label');
  else if (typeof item.label !== 'boolean') noteType(note, `${at}/label`, 'true or false', item.label);
  return segmentMessage(item, said, at);
}

/** A place of its own instead of an item in a list: no chat format stands around a segment. */
const segmentMessage = (item: JsonObject, content: string, at: string): Message => ({
  role: 'assistant',
  content,
  base: `${at}/text`,
  index: -1,
  inside: '',
  name: undefined,
  weight: item.label === true ? undefined : 0,
  extra: extraOf(item, SEGMENT),
});
