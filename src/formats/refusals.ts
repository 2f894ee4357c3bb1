// Why an example cannot be said in a format at all, and what several formats lose in the same words.

import type { Example, ExampleKind, Message } from '../model/example.ts';
import type { Lose, Serialized } from '../model/format.ts';
import { pointerTo } from '../model/pointer.ts';

const KIND_WORDS: Readonly<Record<ExampleKind, string>> = {
  conversation: 'a conversation',
  preference: 'a prompt with answers in order of preference',
  rating: 'a prompt with one rated answer',
  steps: 'a prompt with judged steps',
  task: 'a prompt to be graded, without an answer',
  passage: 'plain text without turns',
};

/** `wanted`: what the format is made for, "a conversation". */
export const cannotBe = (example: Example, wanted: string): Serialized => ({
  refused: `it is ${KIND_WORDS[example.kind]}, and this format holds ${wanted}`,
});

/** Formats without a place for tools. */
export function loseTools(example: Example, lose: Lose): void {
  for (const tool of example.tools) lose({ what: 'tool', how: 'dropped', pointer: pointerTo(tool) });
  loseChoices(example, lose);
}

/** Formats that know tools, but not how they are chosen. */
export function loseChoices(example: Example, lose: Lose): void {
  // They stand beside the tools.
  const at = example.tools[0]?.base.replace(/\/[^/]*$/, '') ?? '';
  for (const key of Object.keys(example.choices ?? {})) {
    lose({ what: 'tool-choice', how: 'dropped', pointer: `${at}/${key}` });
  }
}

export interface Parted {
  readonly system: readonly Message[];
  readonly rest: readonly Message[];
}

/** The system prompts that a conversation begins with, and what follows: for formats that keep the two apart. */
export function partSystem(messages: readonly Message[]): Parted {
  const end = messages.findIndex(({ role }) => role !== 'system' && role !== 'developer');
  const turns = end < 0 ? messages.length : end;
  return { system: messages.slice(0, turns), rest: messages.slice(turns) };
}
