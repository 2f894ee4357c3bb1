// An example without what only its own format has words for: what is left when it goes over to another one.

import type { Answer, Example, Message, Part, Tool } from '../model/example.ts';
import { partPointer, partsOf } from '../model/example.ts';
import type { Lose } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { escapeStep, type Pointer, pointerTo } from '../model/pointer.ts';

/** `record` is told apart: its own members may be kept beside what another format writes. */
export function plainExample(example: Example, lose: Lose): Example {
  loseMembers(example.extra, '', lose);
  const plain = { extra: undefined, tools: example.tools.map((tool) => plainTool(tool, lose)) };
  const messages = (list: readonly Message[]): Message[] =>
    joinFields(
      list.map((message) => plainMessage(message, lose)),
      lose,
    );
  const answer = (one: Answer): Answer => {
    loseMembers(one.extra, one.pointer, lose);
    return { ...one, messages: messages(one.messages), extra: undefined };
  };
  switch (example.kind) {
    case 'conversation':
      return { ...example, ...plain, messages: messages(example.messages) };
    case 'preference':
      return { ...example, ...plain, prompt: messages(example.prompt), answers: example.answers.map(answer) };
    case 'rating':
      return { ...example, ...plain, prompt: messages(example.prompt), answer: answer(example.answer) };
    case 'steps': {
      const steps = example.steps.map((step) => ({ ...step, message: plainMessage(step.message, lose) }));
      return { ...example, ...plain, prompt: messages(example.prompt), steps };
    }
    case 'task':
      return { ...example, ...plain, prompt: messages(example.prompt) };
    case 'passage':
      return { ...example, ...plain, segments: messages(example.segments) };
  }
}

/** A question that is told in two fields, as an instruction and its input, is one turn elsewhere. */
function joinFields(messages: readonly Message[], lose: Lose): Message[] {
  const joined: Message[] = [];
  for (const message of messages) {
    const before = joined.at(-1);
    if (before === undefined || !isField(before) || !isField(message) || before.base === message.base) {
      joined.push(message);
      continue;
    }
    joined[joined.length - 1] = { ...before, content: `${before.content}\n\n${message.content}` };
    lose({ what: 'part', how: 'changed', pointer: message.base });
  }
  return joined;
}

const isField = ({ role, content, index, inside }: Message): boolean =>
  role === 'user' && typeof content === 'string' && index < 0 && inside === '';

const DEEPEST = 3;

/** Every leaf by its own name, so that counts can be told by field. */
function loseMembers(extra: JsonObject | undefined, at: Pointer, lose: Lose, depth = 1): void {
  if (extra === undefined) return;
  for (const [key, value] of Object.entries(extra)) {
    const pointer = `${at}/${escapeStep(key)}`;
    if (isObject(value) && depth < DEEPEST && Object.keys(value).length > 0) {
      loseMembers(value, pointer, lose, depth + 1);
    } else if (value !== null) lose({ what: 'field', how: 'dropped', pointer });
  }
}

function plainMessage(message: Message, lose: Lose): Message {
  loseMembers(message.extra, holderOf(message), lose);
  if (typeof message.content === 'string')
    return message.extra === undefined ? message : { ...message, extra: undefined };
  const parts: Part[] = [];
  for (const part of partsOf(message)) {
    const pointer = partPointer(message, part);
    if (part.type === 'unknown') {
      lose({ what: 'part', how: 'dropped', pointer });
      continue;
    }
    const { extra, ...rest } = part;
    loseMembers(extra, pointer, lose);
    parts.push(
      rest.type === 'result' ? { ...rest, content: plainResult(rest.content, pointer, lose) } : rest,
    );
  }
  return { ...message, content: oneText(parts) ?? parts, extra: undefined };
}

/** The object that holds a message: one that is a field, or stands in a field of its own, is held by what is around. */
function holderOf({ base, index, inside }: Message): Pointer {
  if (base === '') return `/${inside.split('/')[1] ?? ''}`;
  if (index < 0 && inside === '') return base.slice(0, base.lastIndexOf('/'));
  return pointerTo({ base, index });
}

/** A single text is a text, whatever list its own format wanted around it. */
function oneText(parts: readonly Part[]): string | undefined {
  const [only] = parts;
  return parts.length === 1 && only?.type === 'text' ? only.text : undefined;
}

/** What a tool said, as text: the one form that every format of chat can hold. */
function plainResult(content: JsonValue, pointer: Pointer, lose: Lose): JsonValue {
  if (typeof content === 'string') return content;
  lose({ what: 'result', how: 'changed', pointer });
  const texts = Array.isArray(content) ? content.map(textOfBlock) : [undefined];
  return texts.length > 0 && texts.every((text) => text !== undefined)
    ? texts.join('\n')
    : JSON.stringify(content);
}

const textOfBlock = (block: JsonValue): string | undefined =>
  isObject(block) && typeof block.text === 'string' ? block.text : undefined;

function plainTool(tool: Tool, lose: Lose): Tool {
  const { extra, ...rest } = tool;
  loseMembers(extra, pointerTo(tool), lose);
  return rest;
}
