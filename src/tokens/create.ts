// From what the user names (an encoding, a model, a tokenizer file) to a counter, on this thread or another.
import { UserError } from '../model/error.ts';
import { ENCODINGS, readBuiltin } from './builtin.ts';
import { CharClasses } from './char-classes.ts';
import type { TokenCounter } from './counter.ts';
import { FlatCounter, type FlatRecipe } from './flat-counter.ts';

/** What makes a counter. Plain data: `postMessage` it to a worker and its tables stay shared. */
export type CounterRecipe = FlatRecipe;

/**
 * Finds out what `spec` names and loads its tables.
 * Throws a UserError for names that mean nothing and for files that cannot be served exactly.
 */
export async function readRecipe(spec: string): Promise<CounterRecipe> {
  const builtin = await readBuiltin(spec);
  if (builtin !== undefined) return builtin;
  throw new UserError('bad-tokenizer', `no tokenizer named ${spec}`, {
    hint: `known: ${ENCODINGS.join(', ')}`,
  });
}

/** Makes a counter from a recipe, which may have come from another thread. One counter serves one thread. */
export async function counterFromRecipe(recipe: CounterRecipe): Promise<TokenCounter> {
  return new FlatCounter(recipe, new CharClasses());
}

/** The counter for an encoding, a model or a tokenizer file; throws as `readRecipe` does. */
export async function createCounter(spec: string): Promise<TokenCounter> {
  return counterFromRecipe(await readRecipe(spec));
}
