// The pieces of a message's content, as each family types them.

import type { Part } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { parseJson } from '../model/parse-json.ts';
import type { Pointer } from '../model/pointer.ts';
import { keepBoth, keepRest, noteMissing, noteType } from './members.ts';
import { readCall } from './tool-codec.ts';

/** Reads one piece; `pointer` is where it stands. */
export type ReadPart = (value: JsonValue, index: number, pointer: Pointer, note: Note) => Part;

const BASE = '/content';

/** OpenAI's parts: a type, and a member of that name. */
export const readPart: ReadPart = (value, index, pointer, note) => {
  const anchor = { base: BASE, index };
  if (!isObject(value)) {
    noteType(note, pointer, 'an object with a type', value);
    return { type: 'unknown', value, ...anchor };
  }
  if (value.type === 'text' && typeof value.text === 'string')
    return { type: 'text', text: value.text, ...keepRest(value, 'type', 'text'), ...anchor };
  if (value.type === 'refusal' && typeof value.refusal === 'string')
    return { type: 'refusal', text: value.refusal, ...keepRest(value, 'type', 'refusal'), ...anchor };
  const media = readImage(value, anchor) ?? readAudio(value, anchor);
  if (media !== undefined) return media;
  noteUnread(value, pointer, note);
  return { type: 'unknown', value, ...anchor };
};

/** A part of a known type that does not hold what its type says. Unknown types are the target's business. */
function noteUnread(value: JsonObject, pointer: Pointer, note: Note): void {
  const { type } = value;
  if (typeof type !== 'string' || !READ.has(type)) return;
  if (value[type] === undefined) noteMissing(note, pointer, type);
  else noteType(note, `${pointer}/${type}`, READ.get(type) ?? 'text', value[type]);
}

const READ: ReadonlyMap<string, string> = new Map([
  ['text', 'text'],
  ['refusal', 'text'],
  ['image_url', 'an object with a url'],
  ['input_audio', 'an object with data'],
]);

type At = { readonly base: string; readonly index: number };

function readImage(value: JsonObject, anchor: At): Part | undefined {
  if (value.type !== 'image_url') return undefined;
  const image = value.image_url;
  const outer = keepRest(value, 'type', 'image_url');
  if (typeof image === 'string')
    return { type: 'media', media: 'image', source: { url: image }, ...outer, ...anchor };
  if (!isObject(image) || typeof image.url !== 'string') return undefined;
  const { url, detail } = image;
  const hasDetail = typeof detail === 'string';
  return {
    type: 'media',
    media: 'image',
    source: { url },
    ...(hasDetail ? { detail } : {}),
    ...keepBoth(outer, 'image_url', keepRest(image, 'url', hasDetail && 'detail').extra),
    ...anchor,
  };
}

function readAudio(value: JsonObject, anchor: At): Part | undefined {
  const audio = value.input_audio;
  if (value.type !== 'input_audio' || !isObject(audio) || typeof audio.data !== 'string') return undefined;
  const { data, format } = audio;
  const hasFormat = typeof format === 'string';
  return {
    type: 'media',
    media: 'audio',
    source: { base64: data },
    ...(hasFormat ? { mimeType: `audio/${format}` } : {}),
    ...keepBoth(
      keepRest(value, 'type', 'input_audio'),
      'input_audio',
      keepRest(audio, 'data', hasFormat && 'format').extra,
    ),
    ...anchor,
  };
}

const MEDIA_WORDS: Readonly<Record<string, 'image' | 'audio' | 'video'>> = {
  image: 'image',
  image_url: 'image',
  image_path: 'image',
  audio: 'audio',
  audio_url: 'audio',
  video: 'video',
  video_url: 'video',
};

/** Parts that say everything in one member: `value` in LLaMA-Factory’s v1 records, `content` in Oumi’s. */
export const readPlainPart =
  (member: 'value' | 'content'): ReadPart =>
  (value, index, pointer, note) => {
    const anchor = { base: BASE, index };
    if (!isObject(value)) {
      noteType(note, pointer, 'an object with a type', value);
      return { type: 'unknown', value, ...anchor };
    }
    const { type } = value;
    const said = value[member];
    if (typeof type !== 'string' || typeof said !== 'string') return { type: 'unknown', value, ...anchor };
    const rest = keepRest(value, 'type', member);
    if (type === 'text') return { type: 'text', text: said, ...rest, ...anchor };
    if (type === 'reasoning') return { type: 'reasoning', text: said, ...rest, ...anchor };
    if (type === 'tool_call') {
      const call = parseJson(said);
      const made = isObject(call) ? readCall(call, `${pointer}/${member}`, note) : undefined;
      if (made === undefined) {
        if (!isObject(call))
          noteType(note, `${pointer}/${member}`, 'a call as JSON: name and arguments', said);
        return { type: 'unknown', value, ...anchor };
      }
      const { extra, ...fields } = made;
      const inside = `/${member}`;
      return {
        type: 'call',
        ...fields,
        ...keepBoth(rest, member, extra),
        argumentsInside: inside,
        nameInside: inside,
        ...anchor,
      };
    }
    const media = Object.hasOwn(MEDIA_WORDS, type) ? MEDIA_WORDS[type] : undefined;
    if (media === undefined) return { type: 'unknown', value, ...anchor };
    const source = type.endsWith('_path') ? { path: said } : { url: said };
    return { type: 'media', media, source, ...rest, ...anchor };
  };
