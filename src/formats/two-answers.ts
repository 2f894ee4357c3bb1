// Two answers of several, for the formats that hold a pair: the best against the worst.

import type { Answer, Preference } from '../model/example.ts';
import type { Lose } from '../model/format.ts';
import type { Pointer } from '../model/pointer.ts';

/** Best and worst; undefined where there is only one. Answers between them and scores have no place in a pair. */
export function pairOf({ answers }: Preference, lose: Lose): readonly [Answer, Answer] | undefined {
  const [best] = answers;
  const worst = answers.at(-1);
  if (best === undefined || worst === undefined || answers.length < 2) return undefined;
  for (const { pointer } of answers.slice(1, -1)) lose({ what: 'answer', how: 'dropped', pointer });
  for (const { score, pointer } of [best, worst]) {
    if (score !== undefined) lose({ what: 'score', how: 'dropped', pointer: besideAnswer(pointer) });
  }
  return [best, worst];
}

/** Where the score of an answer stands: beside it. */
export const besideAnswer = (pointer: Pointer): Pointer => pointer.slice(0, pointer.lastIndexOf('/'));
