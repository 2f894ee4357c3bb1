// The frame of rules that look for secrets and personal data in every turn: one finding for each, and nothing of it shown.

import { textPointer } from '../model/example.ts';
import type { RecordView, Report, Turn } from '../model/rule.ts';

export interface FoundValue {
  /** Code units from the beginning of the text. */
  readonly at: number;
  /** Its kind, as people call it: an OpenAI key. */
  readonly what: string;
  /** Enough to find it again, too little to use it. */
  readonly shown: string;
}

/** Their words; every such rule has both. */
export const VALUE_MESSAGES = {
  found: 'The {role} turn holds {what}: {shown}.',
  several: 'The {role} turn holds {count} of these, the first {what}: {shown}.',
} as const;

/** The first characters of a secret, and how long it is. */
export const partly = (secret: string, shown = 4): string =>
  `${secret.slice(0, shown)}***(${secret.length - shown})`;

/** Looks at every turn, rejected answers too. `find` says no cheaply where it can. */
export function reportValues(
  view: RecordView,
  report: Report<keyof typeof VALUE_MESSAGES>,
  find: (turn: Turn) => readonly FoundValue[],
): void {
  for (const turns of [view.turns, view.rejected]) {
    for (const turn of turns) {
      const values = find(turn);
      const [first] = values;
      if (first === undefined) continue;
      const { what, shown } = first;
      report({
        message: values.length === 1 ? 'found' : 'several',
        pointer: textPointer(turn.message),
        data: { role: turn.role, what, shown, ...(values.length === 1 ? {} : { count: values.length }) },
        near: first.at,
        confidential: true,
      });
    }
  }
}

export const NONE: readonly FoundValue[] = [];
