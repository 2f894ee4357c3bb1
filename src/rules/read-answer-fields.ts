// The fields of answers in JSON as they were added up, in the words of the rules that judge them.

import {
  type AnswerField,
  type AnswerFields,
  FIELD_TYPES,
  type FieldType,
  type Keys,
  type Seen,
} from '../model/answer-fields.ts';
import { stepsOf } from '../model/pointer.ts';
import { readKeyed } from '../tally/keyed.ts';
import { type Field, type FieldState, trimFields } from './answer-fields.ts';

/** What was added up, in the words of the rules that judge it. */
export function readAnswerFields(state: FieldState): AnswerFields {
  trimFields(state);
  const { bare, fence, words, ...kinds } = state.kinds;
  const paths = [...state.fields.keys()].sort();
  return {
    answers: state.answers,
    forms: { bare, fence, words },
    ...kinds,
    fields: paths.map((path) => readField(path, state)),
  };
}

const NOTHING: Seen = { count: 0, first: [] };
const NO_KEYS: Keys = { list: [], whole: true, total: 0 };

function readField(path: string, state: FieldState): AnswerField {
  const field = state.fields.get(path) as Field;
  const parent = state.fields.get(path.slice(0, path.lastIndexOf('/')));
  return {
    path,
    name: stepsOf(path).findLast((step) => step !== '*') ?? '',
    parents: parent?.types.object?.count ?? 0,
    types: Object.fromEntries(FIELD_TYPES.map((type) => [type, field.types[type] ?? NOTHING])) as Record<
      FieldType,
      Seen
    >,
    absent: [...field.absent]
      .flatMap(([key, seen]) => {
        const [first] = seen.first;
        return first === undefined ? [] : [{ key, count: seen.count, first, seen }];
      })
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
    texts: field.texts === undefined ? NO_KEYS : readKeyed(field.texts),
    longTexts: field.longTexts,
    masks: field.masks === undefined ? NO_KEYS : readKeyed(field.masks),
    quoted: field.quoted,
    unquoted: field.unquoted,
    unquotedText: field.unquotedText,
    repeats: field.repeats,
    orders: field.orders === undefined ? NO_KEYS : readKeyed(field.orders),
  };
}
