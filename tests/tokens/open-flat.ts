// A counter on our own engine, for tests that look at its inside.

import { CharClasses } from '../../src/tokens/char-classes.ts';
import type { EncodedText } from '../../src/tokens/counter.ts';
import { readRecipe } from '../../src/tokens/create.ts';
import { FlatCounter, type FlatRecipe } from '../../src/tokens/flat-counter.ts';

/** Loads what `spec` names and makes sure that it is our engine that will count. */
export async function openFlat(spec: string): Promise<FlatCounter> {
  const recipe = await readRecipe(spec);
  if (recipe.kind !== 'flat') throw new Error(`${spec} is counted by another engine`);
  return flatCounter(recipe);
}

export const flatCounter = (recipe: FlatRecipe): FlatCounter => new FlatCounter(recipe, new CharClasses());

export function countText(counter: FlatCounter, text: string): number {
  const bytes = Buffer.from(text);
  return counter.count(bytes, bytes.length, text);
}

export function encodeText(counter: FlatCounter, text: string): EncodedText {
  const bytes = Buffer.from(text);
  return counter.encode(bytes, bytes.length, text);
}
