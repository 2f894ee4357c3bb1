// What answers that are JSON have in common: the words of what is added up over a set, field by field.

import type { JsonValue } from './json.ts';
import type { Position } from './position.ts';

/** An answer that is JSON, and how it stands in its text: alone, in a fence, or with words around it. */
export interface JsonAnswer {
  readonly value: JsonValue;
  readonly text: string;
  readonly form: 'bare' | 'fence' | 'words';
}

/** How many records, and the first few of them. */
export interface Seen {
  readonly count: number;
  readonly first: readonly Position[];
}

/** One of many, with its first record. */
export interface Counted {
  readonly key: string;
  readonly count: number;
  readonly first: Position;
}

/** What was counted by key, largest first; where it is not whole, there were too many keys. */
export interface Keys {
  readonly list: readonly Counted[];
  readonly whole: boolean;
  readonly total: number;
}

/** The values at one path of the answers; items of lists share the step `*`. */
export interface AnswerField {
  readonly path: string;
  /** Its name, the last step that is none of a list. */
  readonly name: string;
  /** Objects in which it could stand. */
  readonly parents: number;
  readonly types: Readonly<Record<FieldType, Seen>>;
  /** Ways to say that there is nothing, such as null or "N/A". */
  readonly absent: readonly (Counted & { readonly seen: Seen })[];
  /** Texts of up to sixty characters. */
  readonly texts: Keys;
  /** Longer texts. */
  readonly longTexts: number;
  /** The shapes of short texts with digits: 9999-9-9, 9 A. */
  readonly masks: Keys;
  /** Texts that occur in what was asked, and those that do not, with the first of these. */
  readonly quoted: number;
  readonly unquoted: Seen;
  readonly unquotedText: string;
  /** Lists with equal items. */
  readonly repeats: Seen;
  /** Of objects: the names of their members in the order in which they stand, joined by line feeds. */
  readonly orders: Keys;
}

export const FIELD_TYPES = ['null', 'boolean', 'number', 'string', 'object', 'array'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface AnswerFields {
  /** Answers that say something. */
  readonly answers: number;
  /** Those that are an object or a list, by how they stand in their text. */
  readonly forms: Readonly<Record<JsonAnswer['form'], Seen>>;
  readonly objects: Seen;
  readonly lists: Seen;
  /** Over several lines, or on one. */
  readonly pretty: Seen;
  readonly compact: Seen;
  /** With letters of other scripts as escapes, or as they are. */
  readonly escaped: Seen;
  readonly raw: Seen;
  /** With a line break at the end, or without. */
  readonly ended: Seen;
  readonly unended: Seen;
  /** In which nothing was found: every value in them is empty. */
  readonly empty: Seen;
  /** By path, in code-unit order. */
  readonly fields: readonly AnswerField[];
}
