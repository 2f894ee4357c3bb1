// Format: one record shape, as the pair of questions "is it this?" and "what does it say?".

import type { Citation } from './citation.ts';
import type { Example, ExampleKind } from './example.ts';
import type { Note } from './finding.ts';
import type { JsonObject } from './json.ts';

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
}

export interface Evidence {
  /** 0…1 */
  readonly score: number;
  /** "messages with role and content" */
  readonly because: string;
}
