// Two answers of one prompt as rules of preference see them, and what records say beside them.

import { type JsonObject, type JsonValue, member } from '../model/json.ts';
import type { RecordView, Turn } from '../model/rule.ts';

export interface Sides {
  readonly better: Turn;
  readonly worse: Turn;
}

/** The two answers, where there are two and each is one turn. */
export function sidesOf({ example, turns, rejected }: RecordView): Sides | undefined {
  if (example.kind !== 'preference' || example.answers.length !== 2) return undefined;
  const [better, worse] = example.answers;
  if (better?.messages.length !== 1 || worse?.messages.length !== 1) return undefined;
  const last = turns.at(-1);
  const other = rejected[0];
  return last === undefined || other === undefined ? undefined : { better: last, worse: other };
}

/** Whether it is a pair of two single turns, which can be compared with other pairs. */
export const isPlain = (view: RecordView): boolean => sidesOf(view) !== undefined;

type Names = readonly (readonly [better: string, worse: string])[];

/** Where public sets keep the scores of the two answers. */
export const SCORES: Names = [
  ['score_chosen', 'score_rejected'],
  ['chosen_score', 'rejected_score'],
  ['chosen_rating', 'rejected_rating'],
  ['chosen-rating', 'rejected-rating'],
];

/** Where they keep the names of the models that wrote them. */
export const WRITERS: Names = [
  ['chosen_model', 'rejected_model'],
  ['chosen-model', 'rejected-model'],
  ['model_chosen', 'model_rejected'],
];

/** What the first of the pairs of members that is whole says of the better and the worse answer. */
export function beside<T extends JsonValue>(
  record: JsonObject,
  names: Names,
  is: (value: JsonValue | undefined) => value is T,
): readonly [better: T, worse: T] | undefined {
  for (const [first, second] of names) {
    const better = member(record, first);
    const worse = member(record, second);
    if (is(better) && is(worse)) return [better, worse];
  }
  return undefined;
}

export const isNumber = (value: JsonValue | undefined): value is number => typeof value === 'number';
export const isText = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && value !== '';

/** The scores of the two answers, where the record has them. */
export function scoresOf({ example, value }: RecordView): readonly [number, number] | undefined {
  if (example.kind !== 'preference') return undefined;
  const [better, worse] = example.answers;
  if (isNumber(better?.score) && isNumber(worse?.score)) return [better.score, worse.score];
  return beside(value, SCORES, isNumber);
}
