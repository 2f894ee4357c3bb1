// The pieces of a message's content, on the way out: the other half of content-parts.ts.

import type { MediaSource, Part } from '../model/example.ts';
import type { Lose } from '../model/format.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';
import { putBack } from './members.ts';
import { callText, splitExtra } from './tool-writer.ts';

/** Writes one piece; undefined after telling that there is no place for it. `pointer` is where it stood. */
export type WritePart = (part: Part, pointer: Pointer, lose: Lose) => JsonValue | undefined;

/** OpenAI's parts: a type, and a member of that name. */
export const openaiPart: WritePart = (part, pointer, lose) => {
  switch (part.type) {
    case 'text':
      return putBack({ type: 'text', text: part.text }, part.extra);
    case 'refusal':
      return putBack({ type: 'refusal', refusal: part.text }, part.extra);
    case 'unknown':
      return part.value;
    case 'media':
      loseType(part, pointer, lose);
      if (part.media === 'image') return openaiImage(part);
      if (part.media === 'audio' && 'base64' in part.source) return openaiAudio(part);
      lose({ what: 'media', how: 'dropped', pointer });
      return undefined;
    default:
      lose({ what: part.type, how: 'dropped', pointer });
      return undefined;
  }
};

type MediaPart = Extract<Part, { type: 'media' }>;

/** A type that is written beside an address has no place; bytes carry theirs. */
function loseType({ source, mimeType }: MediaPart, pointer: Pointer, lose: Lose): void {
  if (mimeType !== undefined && !('base64' in source)) lose({ what: 'media', how: 'changed', pointer });
}

function openaiImage(part: MediaPart): JsonObject {
  const { inner, outer } = splitExtra(part.extra, 'image_url');
  const detail = part.detail === undefined ? {} : { detail: part.detail };
  return putBack({ type: 'image_url', image_url: putBack({ url: urlOf(part), ...detail }, inner) }, outer);
}

function openaiAudio(part: MediaPart): JsonObject {
  const { inner, outer } = splitExtra(part.extra, 'input_audio');
  const format = part.mimeType?.split('/')[1];
  const audio = {
    data: 'base64' in part.source ? part.source.base64 : '',
    ...(format === undefined ? {} : { format }),
  };
  return putBack({ type: 'input_audio', input_audio: putBack(audio, inner) }, outer);
}

/** Where a medium is to be found, as one text; bytes become a data URL. */
export function urlOf({ source, mimeType }: { source: MediaSource; mimeType?: string }): string {
  if ('url' in source) return source.url;
  if ('path' in source) return source.path;
  if ('id' in source) return source.id;
  return `data:${mimeType ?? 'application/octet-stream'};base64,${source.base64}`;
}

const DATA_URL = /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w=.+-]+)*;base64,/;

/** The bytes of a medium that carries them, in base64; undefined where it only says where they are. */
export function bytesOf(
  part: MediaPart,
): { readonly base64: string; readonly mimeType: string | undefined } | undefined {
  if ('base64' in part.source) return { base64: part.source.base64, mimeType: part.mimeType };
  if (!('url' in part.source)) return undefined;
  const head = DATA_URL.exec(part.source.url.slice(0, 200));
  if (head === null) return undefined;
  return { base64: part.source.url.slice(head[0].length), mimeType: head[1] ?? part.mimeType };
}

/** Parts that say everything in one member: `value` in LLaMA-Factory's v1 records, `content` in Oumi's. */
export const plainPart =
  (member: 'value' | 'content'): WritePart =>
  (part, pointer, lose) => {
    switch (part.type) {
      case 'text':
      case 'reasoning': {
        if (part.type === 'reasoning' && (part.signature !== undefined || part.hidden !== undefined)) {
          lose({ what: 'reasoning', how: 'changed', pointer });
        }
        return putBack({ type: part.type, [member]: part.text }, part.extra);
      }
      case 'unknown':
        return part.value;
      case 'call': {
        if (part.id !== undefined) lose({ what: 'tool-id', how: 'dropped', pointer });
        const { inner, outer } = splitExtra(part.extra, member);
        const { extra: _, ...bare } = part;
        return putBack(
          { type: 'tool_call', [member]: callText(inner === undefined ? bare : { ...bare, extra: inner }) },
          outer,
        );
      }
      case 'media': {
        if (part.media === 'document') break;
        const type = 'path' in part.source && part.media === 'image' ? 'image_path' : `${part.media}_url`;
        if (part.detail !== undefined) lose({ what: 'media', how: 'changed', pointer });
        else loseType(part, pointer, lose);
        return putBack({ type, [member]: urlOf(part) }, part.extra);
      }
      case 'refusal':
        lose({ what: 'refusal', how: 'changed', pointer });
        return { type: 'text', [member]: part.text };
      case 'result':
        lose({ what: 'result', how: 'dropped', pointer });
        return undefined;
    }
    lose({ what: 'media', how: 'dropped', pointer });
    return undefined;
  };
