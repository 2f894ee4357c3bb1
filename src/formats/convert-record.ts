// One record's example in another format: made plain, adapted, serialized.

import type { Example, ExampleKind } from '../model/example.ts';
import type { Format, Lose } from '../model/format.ts';
import { canonicalJson, type JsonObject, member } from '../model/json.ts';
import { escapeStep } from '../model/pointer.ts';
import { adapt, type Wishes } from './adapt.ts';
import { plainExample } from './plain-example.ts';

export interface Destination {
  readonly format: Format;
  /** What may be written, of all that the format can say. */
  readonly kinds: readonly ExampleKind[];
  /** A conversation has to be one text and its answer. */
  readonly texts: boolean;
  /** A list of tools has to be JSON text. */
  readonly toolsAsText: boolean;
  /** What becomes of fields that nobody has a word for: they go along where nobody minds, never, or always. */
  readonly fields: 'own' | 'drop' | 'keep';
  readonly wishes: Wishes;
}

/** `same`: the record says already, in this very shape, what would be written. */
export type Converted =
  | { readonly records: readonly JsonObject[]; readonly same: boolean }
  | { readonly refused: string };

export function convertRecord(
  value: JsonObject,
  example: Example,
  from: Format,
  to: Destination,
  lose: Lose,
): Converted {
  const own = from.id === to.format.id && (to.fields !== 'drop' || !hasExtras(example));
  const beside = !own && to.fields === 'keep' ? example.extra : undefined;
  const bare = beside === undefined ? example : { ...example, extra: undefined };
  const adapted = adapt(
    own ? example : plainExample(bare, lose),
    { kinds: to.kinds, texts: to.texts },
    to.wishes,
    lose,
  );
  if (!('length' in adapted)) return adapted;
  const records: JsonObject[] = [];
  for (const one of adapted) {
    const written = to.format.serialize(own ? one : (to.format.adopt?.(one, lose) ?? one), lose);
    if ('refused' in written) return written;
    const record = withBeside(written.record, beside, lose);
    if (to.toolsAsText && Array.isArray(record.tools)) record.tools = JSON.stringify(record.tools);
    records.push(record);
  }
  const same =
    own && records.length === 1 && canonicalJson(records[0] as JsonObject) === canonicalJson(value);
  return { records, same };
}

const hasExtras = (example: Example): boolean => {
  let losses = 0;
  plainExample(example, ({ what }) => {
    if (what === 'field' || what === 'part') losses += 1;
  });
  return losses > 0;
};

/** A name that the format uses itself stays the format's. */
function withBeside(record: JsonObject, beside: JsonObject | undefined, lose: Lose): JsonObject {
  if (beside === undefined) return record;
  for (const [key, value] of Object.entries(beside)) {
    if (member(record, key) !== undefined) {
      lose({ what: 'field', how: 'dropped', pointer: `/${escapeStep(key)}` });
    } else
      Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return record;
}
