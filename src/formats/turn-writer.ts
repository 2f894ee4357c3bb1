// Turns with `from` and `value`, on the way out: the other half of turn-codec.ts.

import { type Message, type Part, partPointer, partsOf, type Role } from '../model/example.ts';
import type { Lose } from '../model/format.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { pointerTo } from '../model/pointer.ts';
import { putBack } from './members.ts';
import { callText } from './tool-writer.ts';

/** The words that most trainers of this family know. */
const WORDS: Readonly<Record<Role, string>> = {
  system: 'system',
  developer: 'system',
  user: 'human',
  assistant: 'gpt',
  tool: 'observation',
};
const CALL = 'function_call';

export const writeTurns = (messages: readonly Message[], lose: Lose): JsonObject[] =>
  messages.flatMap((message) => writeTurn(message, lose));

/** One turn; more where calls, results and words stand in one message, each of which is a turn of its own here. */
export function writeTurn(message: Message, lose: Lose): JsonObject[] {
  if (message.role === 'developer') lose({ what: 'role', how: 'changed', pointer: pointerTo(message) });
  if (message.name !== undefined)
    lose({ what: 'name', how: 'dropped', pointer: `${pointerTo(message)}/name` });
  const turns = valuesOf(message, lose).map(({ from, value }): JsonObject => ({ from, ...value }));
  if (turns.length > 1) lose({ what: 'turn', how: 'changed', pointer: pointerTo(message) });
  const last = turns.at(-1);
  if (last !== undefined) {
    // Only Axolotl and a few others read it; a turn without it is learned as its role says.
    if (message.weight !== undefined) last.weight = message.weight;
    putBack(last, message.extra);
  }
  return turns;
}

interface Turn {
  readonly from: string;
  readonly value: { readonly value?: JsonValue };
}

function valuesOf(message: Message, lose: Lose): Turn[] {
  const from = WORDS[message.role];
  if (typeof message.content === 'string') return [{ from, value: { value: message.content } }];
  const parts = partsOf(message);
  const turns: Turn[] = [];
  const [only] = parts;
  // A value of a kind that nobody knows stays what it was.
  if (only?.type === 'unknown' && parts.length === 1) return [{ from, value: { value: only.value } }];
  for (const part of parts) {
    if (part.type !== 'result') continue;
    loseId(part, message, lose);
    turns.push({ from: WORDS.tool, value: part.base === '' ? {} : { value: part.content } });
  }
  const calls = parts.filter((part) => part.type === 'call');
  const thoughts = parts.flatMap((part) =>
    part.type === 'reasoning' ? [thoughtOf(part, message, lose)] : [],
  );
  const said = textsOf(parts, message, lose);
  const thought = thoughts.length === 0 ? '' : `<think>${thoughts.join('\n')}</think>`;
  if (calls.length === 0) {
    if (said !== undefined || thought !== '') {
      if (thought !== '') lose({ what: 'reasoning', how: 'changed', pointer: pointerTo(message) });
      turns.push({ from, value: { value: `${thought}${said ?? ''}` } });
    } else if (turns.length === 0) turns.push({ from, value: {} });
    return turns;
  }
  // An empty text beside calls says nothing, and a turn of it would break the order that trainers read by.
  if (said !== undefined && said !== '') turns.push({ from, value: { value: said } });
  const texts = calls.map((call) => {
    loseId(call, message, lose);
    return callText(call);
  });
  const list = texts.length === 1 ? (texts[0] as string) : `[${texts.join(',')}]`;
  turns.push({ from: CALL, value: { value: thought + list } });
  return turns;
}

function thoughtOf(part: Extract<Part, { type: 'reasoning' }>, message: Message, lose: Lose): string {
  if (part.signature !== undefined || part.hidden !== undefined) {
    lose({ what: 'reasoning', how: 'changed', pointer: partPointer(message, part) });
  }
  return part.text;
}

function loseId(part: Part, message: Message, lose: Lose): void {
  if ('id' in part && part.id !== undefined) {
    // Chat formats write the id of a result beside it.
    const pointer = part.type === 'result' ? pointerTo(message) : partPointer(message, part);
    lose({ what: 'tool-id', how: 'dropped', pointer });
  }
  if (part.type === 'result' && part.name !== undefined) {
    lose({ what: 'name', how: 'dropped', pointer: pointerTo(message) });
  }
}

/** The words of a message that is made of parts, in one text. */
function textsOf(parts: readonly Part[], message: Message, lose: Lose): string | undefined {
  const texts: string[] = [];
  for (const part of parts) {
    const pointer = partPointer(message, part);
    if (part.type === 'text') texts.push(part.text);
    else if (part.type === 'refusal') {
      texts.push(part.text);
      lose({ what: 'refusal', how: 'changed', pointer });
    } else if (part.type === 'media' || part.type === 'unknown') {
      lose({ what: part.type === 'media' ? 'media' : 'part', how: 'dropped', pointer });
    }
  }
  if (texts.length > 1) lose({ what: 'part', how: 'changed', pointer: pointerTo(message) });
  return texts.length === 0 ? undefined : texts.join('\n');
}
