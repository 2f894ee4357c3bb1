// Reads `*.tiktoken` and `tekken.json`: tokens by rank, and what can be known of how their texts are split.
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { vocabularyFromRanks } from './build-vocabulary.ts';
import { splitForPattern } from './known-splits.ts';
import type { SplitSpec } from './make-splitter.ts';
import { MAX_TOKENS, type Vocabulary } from './vocabulary.ts';

/** A ranked vocabulary and its split. */
export interface RankedTokenizer {
  readonly vocabulary: Vocabulary;
  readonly split: SplitSpec;
}

const O200K: SplitSpec = { family: 'o200k', contractions: true, digits: 3 };
const CL100K: SplitSpec = { family: 'cl100k', digits: 3 };
const GPT2: SplitSpec = { family: 'gpt2', loneDigits: false };

/** A .tiktoken file holds no split; its name says which encoding it is. */
const SPLITS_BY_NAME: readonly (readonly [name: string, split: SplitSpec])[] = [
  ['o200k', O200K],
  ['cl100k', CL100K],
  ['p50k', GPT2],
  ['r50k', GPT2],
  ['gpt2', GPT2],
];

/** Reads lines of "token in base64, rank"; the reason if that cannot be done exactly. */
export function readTiktokenFile(name: string, bytes: Uint8Array): RankedTokenizer | string {
  const split = SPLITS_BY_NAME.find(([part]) => name.includes(part))?.[1];
  if (split === undefined) {
    return 'a .tiktoken file does not say how texts are split, and its name is none of o200k_base, cl100k_base, p50k_base, r50k_base';
  }
  const tokens: Uint8Array[] = [];
  const ids: number[] = [];
  for (const line of Buffer.from(bytes).toString('latin1').split('\n')) {
    if (line === '' || line === '\r') continue;
    const space = line.indexOf(' ');
    const rank = Number(line.slice(space + 1));
    if (space < 1 || !Number.isInteger(rank) || rank < 0)
      return `line ${ids.length + 1} is not a token and its rank`;
    tokens.push(Buffer.from(line.slice(0, space), 'base64'));
    ids.push(rank);
  }
  return ranked(tokens, ids, split);
}

/** Reads Mistral's tekken.json; the reason if that cannot be done exactly. */
export function readTekken(file: JsonObject): RankedTokenizer | string {
  const config = member(file, 'config');
  const vocab = member(file, 'vocab');
  if (!isObject(config) || !Array.isArray(vocab)) return 'it has no config or no vocabulary';
  const pattern = member(config, 'pattern');
  const split = typeof pattern === 'string' ? splitForPattern(pattern) : undefined;
  if (split === undefined) return 'its pattern is not a known split';
  const specials = member(config, 'default_num_special_tokens');
  const size = member(config, 'default_vocab_size');
  if (typeof specials !== 'number' || typeof size !== 'number') return 'its config does not say its sizes';
  const tokens: Uint8Array[] = [];
  const ids: number[] = [];
  // The file holds more tokens than the model has: those from the model's size on do not exist.
  for (const entry of vocab.slice(0, size - specials)) {
    const token = readTekkenToken(entry);
    if (token === undefined) return `token ${ids.length} of its vocabulary has no rank or no bytes`;
    tokens.push(token.bytes);
    ids.push(token.rank + specials);
  }
  return ranked(tokens, ids, split);
}

function readTekkenToken(entry: JsonValue): { bytes: Uint8Array; rank: number } | undefined {
  if (!isObject(entry)) return undefined;
  const encoded = member(entry, 'token_bytes');
  const rank = member(entry, 'rank');
  if (typeof encoded !== 'string' || typeof rank !== 'number') return undefined;
  return { bytes: Buffer.from(encoded, 'base64'), rank };
}

function ranked(tokens: Uint8Array[], ids: number[], split: SplitSpec): RankedTokenizer | string {
  if (tokens.length > MAX_TOKENS - 1) return `it has more than ${MAX_TOKENS - 1} tokens`;
  const bytes = new Set<number>();
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Uint8Array;
    if (token.length === 0) return `token ${i} is empty`;
    if (token.length === 1) bytes.add(token[0] as number);
    if (i > 0 && (ids[i] as number) <= (ids[i - 1] as number))
      return 'its ranks do not rise from token to token';
  }
  if (bytes.size !== 256) return 'it lacks some of the 256 bytes';
  return { vocabulary: vocabularyFromRanks(tokens, ids), split };
}
