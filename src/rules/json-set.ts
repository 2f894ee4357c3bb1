// When the rules of extraction speak: the user says so, or nearly every answer is JSON.

import type { AnswerFields, Seen } from '../model/answer-fields.ts';
import type { Related } from '../model/finding.ts';
import type { RuleContext } from '../model/rule.ts';

/** Fewer answers show no habit. */
const LEAST = 20;
const SHARE = 0.8;

/** How many answers are an object or a list. */
export const jsonAnswers = ({ objects, lists }: AnswerFields): number => objects.count + lists.count;

/** Whether the set is meant to answer in JSON, and large enough to be judged. */
export function isJsonSet(
  fields: AnswerFields,
  { outputSchema }: Pick<RuleContext, 'outputSchema'>,
): boolean {
  const json = jsonAnswers(fields);
  return json >= LEAST && (outputSchema !== undefined || json >= SHARE * fields.answers);
}

export const placesOf = (seen: Seen, label: string): Related[] => seen.first.map((at) => ({ at, label }));

/** A path as people read it: the answer itself, or what stands in it. */
export const placeName = (path: string): string => (path === '' ? 'the answer' : path);
