// From what the user names (an encoding, an estimate, a model, a tokenizer file) to a counter, on this thread or another.
import { UserError } from '../model/error.ts';
import { ENCODINGS, readBuiltin } from './builtin.ts';
import { CharClasses } from './char-classes.ts';
import type { TokenCounter } from './counter.ts';
import { EstimateCounter, type EstimateRecipe, estimateNamed } from './estimate.ts';
import { FlatCounter, type FlatRecipe } from './flat-counter.ts';
import type { HuggingfaceRecipe } from './huggingface.ts';

/** What makes a counter. Plain data: `postMessage` it to a worker and its tables stay shared. */
export type CounterRecipe = FlatRecipe | HuggingfaceRecipe | EstimateRecipe;

/**
 * Finds out what `spec` names and loads its tables.
 * Throws a UserError for names that mean nothing and for files that cannot be served exactly.
 */
export async function readRecipe(spec: string): Promise<CounterRecipe> {
  return (
    (await readBuiltin(spec)) ??
    (await readEstimate(spec)) ??
    (await readFile(spec)) ??
    (await readForModel(spec)) ??
    unknown(spec)
  );
}

/** Makes a counter from a recipe, which may have come from another thread. One counter serves one thread. */
export async function counterFromRecipe(recipe: CounterRecipe): Promise<TokenCounter> {
  switch (recipe.kind) {
    case 'flat':
      return new FlatCounter(recipe, new CharClasses());
    case 'estimate':
      return new EstimateCounter(await counterFromRecipe(recipe.base), recipe.estimate);
    case 'huggingface': {
      const { createHuggingfaceCounter } = await import('./huggingface.ts');
      return createHuggingfaceCounter(recipe);
    }
  }
}

/** The counter for an encoding, a model or a tokenizer file; throws as `readRecipe` does. */
export async function createCounter(spec: string): Promise<TokenCounter> {
  return counterFromRecipe(await readRecipe(spec));
}

async function readEstimate(spec: string): Promise<EstimateRecipe | undefined> {
  const estimate = estimateNamed(spec);
  const base = estimate === undefined ? undefined : await readBuiltin(estimate.base);
  return estimate === undefined || base === undefined ? undefined : { kind: 'estimate', estimate, base };
}

async function readFile(spec: string): Promise<CounterRecipe | undefined> {
  const { readTokenizerFile } = await import('./tokenizer-file.ts');
  return readTokenizerFile(spec);
}

async function readForModel(spec: string): Promise<CounterRecipe | undefined> {
  const { findModel } = await import('./find-model.ts');
  const facts = findModel(spec);
  if (facts === undefined) return undefined;
  if (facts.encoding === 'file') {
    throw new UserError('bad-tokenizer', `the vocabulary of ${facts.name} does not come with tuneset`, {
      hint: 'name its tokenizer.json instead',
    });
  }
  return (await readBuiltin(facts.encoding)) ?? (await readEstimate(facts.encoding));
}

async function unknown(spec: string): Promise<never> {
  const { nearestNames } = await import('../model/edit-distance.ts');
  const [near] = nearestNames(spec, ENCODINGS, 1);
  const known = `known encodings: ${ENCODINGS.join(', ')}; or name a tokenizer.json, a tekken.json or a .tiktoken file`;
  throw new UserError('bad-tokenizer', `no tokenizer and no file is named ${spec}`, {
    hint: near === undefined ? known : `did you mean ${near}? ${known}`,
  });
}
