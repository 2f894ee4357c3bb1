// Where two dialogues part: what both begin with is the prompt, by whole turns and never by letters.

import type { Message } from '../model/example.ts';
import { canonicalJson, type JsonValue } from '../model/json.ts';

/** How many turns both begin with; each keeps at least its last turn, which is the answer. */
export function commonStart(a: readonly Message[], b: readonly Message[]): number {
  const most = Math.min(a.length, b.length) - 1;
  let turns = 0;
  while (turns < most && saysTheSame(a[turns], b[turns])) turns += 1;
  return Math.max(0, turns);
}

/** Whether a dialogue begins with all of another's turns and goes on. */
export const beginsWith = (dialogue: readonly Message[], start: readonly Message[]): boolean =>
  start.length > 0 &&
  dialogue.length > start.length &&
  start.every((message, i) => saysTheSame(message, dialogue[i]));

function saysTheSame(a: Message | undefined, b: Message | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.role !== b.role || a.name !== b.name) return false;
  return same(a.content, b.content) && same(a.extra, b.extra);
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && textOf(a) === textOf(b));

// Contents and extras are JSON: no member of them is ever undefined.
const textOf = (value: unknown): string => canonicalJson(value as JsonValue);
