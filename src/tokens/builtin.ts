// The encodings that work out of the box: two from prebuilt tables, the older ones from the tiktoken package.
import type { FlatRecipe } from './flat-counter.ts';
import type { SplitSpec } from './make-splitter.ts';
import type { TiktokenEncoding } from './tiktoken-data.ts';
import type { Vocabulary } from './vocabulary.ts';
import { readVocabularyFile } from './vocabulary-file.ts';

interface Builtin {
  readonly ranks: TiktokenEncoding;
  readonly split: SplitSpec;
}

const O200K: SplitSpec = { family: 'o200k', contractions: true, digits: 3 };
const CL100K: SplitSpec = { family: 'cl100k', digits: 3 };
const GPT2: SplitSpec = { family: 'gpt2', loneDigits: false };

// o200k_harmony differs from o200k_base in its control tokens alone, and those count as plain text.
const BUILTINS: Readonly<Record<string, Builtin>> = {
  o200k_base: { ranks: 'o200k_base', split: O200K },
  o200k_harmony: { ranks: 'o200k_base', split: O200K },
  cl100k_base: { ranks: 'cl100k_base', split: CL100K },
  p50k_base: { ranks: 'p50k_base', split: GPT2 },
  p50k_edit: { ranks: 'p50k_edit', split: GPT2 },
  r50k_base: { ranks: 'r50k_base', split: GPT2 },
  gpt2: { ranks: 'gpt2', split: GPT2 },
};

/** The names of the encodings that need no file. */
export const ENCODINGS: readonly string[] = Object.keys(BUILTINS);

/** What makes a counter for one of `ENCODINGS`; undefined for other names. */
export async function readBuiltin(name: string): Promise<FlatRecipe | undefined> {
  const builtin = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
  if (builtin === undefined) return undefined;
  const { ranks, split } = builtin;
  // The same address from src/tokens and from dist/tokens.
  const file = new URL(`../../dist/vocabularies/${ranks}.bin`, import.meta.url);
  const vocabulary = readVocabularyFile(file) ?? (await buildFromRanks(ranks));
  return { kind: 'flat', id: name, vocabulary, split, nfc: false };
}

async function buildFromRanks(ranks: TiktokenEncoding): Promise<Vocabulary> {
  const { readTiktokenData } = await import('./tiktoken-data.ts');
  const { vocabularyFromRanks } = await import('./build-vocabulary.ts');
  const { tokens, ids } = readTiktokenData(ranks);
  return vocabularyFromRanks(tokens, ids);
}
