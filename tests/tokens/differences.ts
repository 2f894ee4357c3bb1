// Where a counter and its reference part: at most a handful, so that a failure can be read.

import type { FlatCounter } from '../../src/tokens/flat-counter.ts';
import type { ReferenceTokenizer } from '../support/reference-tokenizer.ts';
import { countText, encodeText } from './open-flat.ts';

const SHOWN = 5;

export interface Difference {
  readonly text: string;
  readonly count: number;
  readonly ids: readonly number[];
  readonly expected: readonly number[];
}

/** The first texts on which ids or count are not the reference's. */
export function differences(
  counter: FlatCounter,
  reference: ReferenceTokenizer,
  texts: Iterable<string>,
): Difference[] {
  const found: Difference[] = [];
  for (const text of texts) {
    const expected = reference.encode(text);
    const count = countText(counter, text);
    const { ids } = encodeText(counter, text);
    if (count === expected.length && sameIds(ids, expected)) continue;
    found.push({
      text: text.slice(0, 200),
      count,
      ids: [...ids].slice(0, 50),
      expected: [...expected].slice(0, 50),
    });
    if (found.length === SHOWN) break;
  }
  return found;
}

function sameIds(ids: ArrayLike<number>, expected: ArrayLike<number>): boolean {
  if (ids.length !== expected.length) return false;
  for (let i = 0; i < ids.length; i += 1) if (ids[i] !== expected[i]) return false;
  return true;
}
