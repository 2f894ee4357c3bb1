// Example, the one middle form: able to hold whatever any provider can say, so that conversion loses only aloud.

import type { JsonObject, JsonValue } from './json.ts';
import { type Anchor, type Pointer, pointerTo } from './pointer.ts';

export type Example = Conversation | Preference | Rating | Steps | Task | Passage;
export type ExampleKind = Example['kind'];

interface Common {
  readonly tools: readonly Tool[];
  /** What the record says about how tools are chosen, kept as written. */
  readonly choices: JsonObject | undefined;
  /** What we have no word for; kept for the way back. */
  readonly extra: JsonObject | undefined;
}

/** Turns to imitate. */
export interface Conversation extends Common {
  readonly kind: 'conversation';
  readonly messages: readonly Message[];
}

/** One prompt, several answers, best first. */
export interface Preference extends Common {
  readonly kind: 'preference';
  readonly prompt: readonly Message[];
  readonly answers: readonly Answer[];
}

/** One prompt, one answer, thumbs up or down. */
export interface Rating extends Common {
  readonly kind: 'rating';
  readonly prompt: readonly Message[];
  readonly answer: Answer;
  readonly good: boolean;
}

/** One prompt, and the steps of a solution, each right or wrong. */
export interface Steps extends Common {
  readonly kind: 'steps';
  readonly prompt: readonly Message[];
  readonly steps: readonly Step[];
}

export interface Step {
  readonly message: Message;
  readonly good: boolean;
}

/** A prompt that is graded against a reference, not imitated. */
export interface Task extends Common {
  readonly kind: 'task';
  readonly prompt: readonly Message[];
  readonly reference: JsonObject;
}

/** Plain text, with or without masked segments. */
export interface Passage extends Common {
  readonly kind: 'passage';
  readonly segments: readonly Message[];
}

export interface Answer {
  readonly messages: readonly Message[];
  readonly score: number | undefined;
  readonly pointer: Pointer;
  /** What stands beside its messages and has no word here. */
  readonly extra: JsonObject | undefined;
}

export type Role = 'system' | 'developer' | 'user' | 'assistant' | 'tool';

/** One turn. Its fields are always all there, in this order, so that every message has one shape in memory. */
export interface Message extends Anchor {
  readonly role: Role;
  /** One string where the record holds one string (nearly always); else the parts. */
  readonly content: string | readonly Part[];
  readonly base: string;
  readonly index: number;
  /** The steps from the message to its text: `/content`, or '' where the message is one field of the record. */
  readonly inside: string;
  readonly name: string | undefined;
  /** undefined: the target's default; 0: shown, not learned. */
  readonly weight: number | undefined;
  readonly extra: JsonObject | undefined;
}

/** Members that we have no word for. */
interface Kept {
  readonly extra?: JsonObject;
}

/** A piece of a message; `base` and `index` stand below the message: `/content` 2, `/tool_calls` 0. */
export type Part = Anchor &
  Kept &
  (
    | { readonly type: 'text'; readonly text: string }
    | {
        readonly type: 'reasoning';
        readonly text: string;
        readonly signature?: string;
        readonly hidden?: boolean;
      }
    | { readonly type: 'refusal'; readonly text: string }
    | {
        readonly type: 'media';
        readonly media: Media;
        readonly source: MediaSource;
        readonly mimeType?: string;
        readonly detail?: string;
      }
    | CallPart
    | { readonly type: 'result'; readonly id?: string; readonly name?: string; readonly content: JsonValue }
    | { readonly type: 'unknown'; readonly value: JsonValue }
  );

export type Media = 'image' | 'audio' | 'video' | 'document';
export type MediaSource =
  | { readonly url: string }
  | { readonly path: string }
  | { readonly base64: string }
  | { readonly id: string };

/** A tool call: `raw` is the arguments' string as written, if it was one; `arguments` what it says, if it is JSON. */
export interface CallPart extends Anchor, Kept {
  readonly type: 'call';
  readonly id?: string;
  readonly name: string;
  readonly arguments?: JsonValue;
  readonly raw?: string;
  /** The steps from the call to its arguments and to its name. */
  readonly argumentsInside: string;
  readonly nameInside: string;
}

export interface Tool extends Anchor, Kept {
  readonly name: string;
  readonly description?: string;
  readonly parameters?: JsonObject;
  readonly strict?: boolean;
}

const NO_PARTS: readonly Part[] = [];

/** The parts of a message that is made of parts; a message of one string has none to look at. */
export const partsOf = (message: Message): readonly Part[] =>
  typeof message.content === 'string' ? NO_PARTS : message.content;

export function callsOf(message: Message): CallPart[] {
  return partsOf(message).filter((part): part is Part & CallPart => part.type === 'call');
}

/** The text of a message: its string, or its text and refusal parts joined by a line break. */
export function textOf(message: Message): string {
  if (typeof message.content === 'string') return message.content;
  let text: string | undefined;
  for (const part of message.content) {
    let piece: string;
    if (part.type === 'text' || part.type === 'refusal') piece = part.text;
    else if (part.type === 'result')
      piece = typeof part.content === 'string' ? part.content : JSON.stringify(part.content);
    else continue;
    text = text === undefined ? piece : `${text}\n${piece}`;
  }
  return text ?? '';
}

/** Where a message's text stands in the record. */
export const textPointer = (message: Message): Pointer => pointerTo(message) + message.inside;

/** Where a part stands in the record. */
export const partPointer = (message: Message, part: Anchor): Pointer => pointerTo(message) + pointerTo(part);
