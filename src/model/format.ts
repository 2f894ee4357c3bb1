// Format: one record shape: is it this, what does it say, and how would this shape say it.

import type { Citation } from './citation.ts';
import type { Example, ExampleKind } from './example.ts';
import type { Note } from './finding.ts';
import type { JsonObject } from './json.ts';
import type { Pointer } from './pointer.ts';

export interface Format {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly ExampleKind[];
  /** The keys people look for: told when a record is not of this format. */
  readonly keys: readonly string[];
  readonly sources: readonly Citation[];
  /** Looks at keys and types only. */
  recognize(value: JsonObject): Evidence | undefined;
  /** Understands a record. It may return an example and note problems: one bad part must not hide five other findings. */
  parse(value: JsonObject, note: Note): Example | undefined;
  /**
   * Says an example in this shape; whatever the shape has no place for is told to `lose`. Members that nobody has a word
   * for go back to where they stood: `parse` of what comes out gives the same example, up to the places of its parts.
   */
  serialize(example: Example, lose: Lose): Serialized;
  /** What has to change in an example that comes from another shape, beyond what serializing changes by itself. */
  adopt?(example: Example, lose: Lose): Example;
}

/** A record, or why this shape cannot say the example at all. */
export type Serialized = { readonly record: JsonObject } | { readonly refused: string };

/** Something that an example says and the record made of it does not, or not in the same way. */
export interface Loss {
  readonly what: LossKind;
  readonly how: 'dropped' | 'changed';
  /** Where it stands in the record that was read. */
  readonly pointer: Pointer;
}
export type Lose = (loss: Loss) => void;

export type LossKind =
  | 'answer'
  | 'call'
  | 'field'
  | 'media'
  | 'name'
  | 'part'
  | 'reasoning'
  | 'refusal'
  | 'result'
  | 'role'
  | 'score'
  | 'system'
  | 'tool'
  | 'tool-choice'
  | 'tool-id'
  | 'turn'
  | 'weight'
  /** What a container cannot hold, told when it is closed. */
  | 'absent-as-null'
  | 'inexact-number'
  | 'json-text'
  | 'left-out'
  | 'lone-surrogate'
  | 'null-as-empty'
  | 'number-text';

export interface Evidence {
  /** 0…1 */
  readonly score: number;
  /** "messages with role and content" */
  readonly because: string;
}
