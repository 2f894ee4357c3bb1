// The label of a record: where the user says it stands, or for classification what the answer itself looks like.

import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { type Pointer, resolvePointer } from '../model/pointer.ts';
import type { Turn } from '../model/rule.ts';
import type { Settings } from '../model/settings.ts';
import { jsonIn } from '../text/json-in.ts';

/** Fields of a JSON answer that are called like a label. */
const FIELDS: readonly string[] = ['label', 'category', 'class', 'intent', 'sentiment'];
/** A label is a word or a few; a longer answer is prose. */
const LONGEST = 60;
const MOST_WORDS = 6;

/** What is asked for: a place, or to find the label in the answers. */
export interface LabelWish {
  readonly pointer: Pointer | undefined;
  readonly infer: boolean;
}

/** What the settings ask for. */
export const labelWish = ({ label, goal }: Settings): LabelWish => ({
  pointer: label,
  infer: goal === 'classification',
});

/** The label; undefined where there is none. Numbers are labels as they are written. */
export function labelOf(value: JsonObject, turns: readonly Turn[], wish: LabelWish): string | undefined {
  if (wish.pointer !== undefined) return scalar(resolvePointer(value, wish.pointer));
  if (!wish.infer) return undefined;
  const answer = turns.findLast(({ learned }) => learned)?.text.trim();
  if (answer === undefined || answer === '') return undefined;
  if (answer.startsWith('{')) return labelInJson(answer);
  return answer.length <= LONGEST && !answer.includes('\n') && answer.split(/\s+/).length <= MOST_WORDS
    ? answer
    : undefined;
}

/** The field that is called like a label, or the only one there is. */
function labelInJson(answer: string): string | undefined {
  const value = jsonIn(answer);
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  const key =
    FIELDS.find((field) => Object.hasOwn(value, field)) ?? (keys.length === 1 ? keys[0] : undefined);
  return key === undefined ? undefined : scalar(value[key]);
}

const scalar = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
