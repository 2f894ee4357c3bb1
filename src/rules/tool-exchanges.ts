// Calls of tools with what came back: the turn that calls, and the results that follow it.

import { type CallPart, callsOf, type Message, type Part, partPointer, partsOf } from '../model/example.ts';
import { canonicalJson, type JsonValue } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Turn } from '../model/rule.ts';

type ResultPart = Extract<Part, { readonly type: 'result' }>;

export interface ToolResult {
  readonly id: string | undefined;
  readonly content: JsonValue;
  readonly pointer: Pointer;
}

/** One turn that calls, and the results up to the next turn that is none. */
export interface Exchange {
  readonly message: Message;
  readonly calls: readonly CallPart[];
  readonly results: readonly ToolResult[];
  /** The turn after the results, from 0; there may be none. */
  readonly next: number;
}

const NONE: readonly Exchange[] = [];

/** Every turn that calls tools. Records without one cost a look at each turn. */
export function exchangesOf(turns: readonly Turn[]): readonly Exchange[] {
  let exchanges: Exchange[] | undefined;
  for (let i = 0; i < turns.length; i += 1) {
    const { message } = turns[i] as Turn;
    if (typeof message.content === 'string') continue;
    const calls = callsOf(message);
    if (calls.length === 0) continue;
    const results: ToolResult[] = [];
    let next = i + 1;
    for (; turns[next]?.role === 'tool'; next += 1) results.push(...resultsOf((turns[next] as Turn).message));
    exchanges ??= [];
    exchanges.push({ message, calls, results, next });
  }
  return exchanges ?? NONE;
}

const resultsOf = (message: Message): ToolResult[] =>
  partsOf(message)
    .filter((part): part is ResultPart => part.type === 'result')
    .map((part) => ({ id: part.id, content: part.content, pointer: partPointer(message, part) }));

/** Equal for calls of one tool with the same arguments. */
export const callKey = ({ name, arguments: args, raw }: CallPart): string =>
  `${name} ${args === undefined ? (raw ?? '') : canonicalJson(args)}`;

/** The result of a call: that of its id, or where there are no ids that of its place. */
export const resultOf = ({ calls, results }: Exchange, place: number): ToolResult | undefined => {
  const id = calls[place]?.id;
  const named = id === undefined ? undefined : results.find((result) => result.id === id);
  return named ?? (results.length === calls.length ? results[place] : undefined);
};

/** What a result says, as text. */
export const resultText = ({ content }: ToolResult): string =>
  typeof content === 'string' ? content : canonicalJson(content);
