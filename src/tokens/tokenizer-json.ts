// Reads Hugging Face's tokenizer.json: what our own engine can do exactly, it does; else why it cannot.
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import type { AddedToken } from './added-tokens.ts';
import { ByteAlphabet } from './byte-alphabet.ts';
import { splitForPattern, splitForPatterns } from './known-splits.ts';
import type { SplitSpec } from './make-splitter.ts';
import { vocabularyFromMerges } from './merge-list.ts';
import { MAX_TOKENS, type Vocabulary } from './vocabulary.ts';

/** What our engine needs from a tokenizer.json. */
export interface FlatTokenizer {
  readonly vocabulary: Vocabulary;
  readonly split: SplitSpec;
  readonly added: readonly AddedToken[];
  readonly nfc: boolean;
}

/** The parts for our own engine, or the reason why another one has to serve this file. */
export function readFlatTokenizer(file: JsonObject): FlatTokenizer | string {
  const nfc = readNormalizer(member(file, 'normalizer'));
  if (nfc === undefined) return 'its normalizer is not NFC';
  const split = readSplit(member(file, 'pre_tokenizer'));
  if (split === undefined) return 'its pre-tokenizer is not a known byte-level split';
  const added = readAdded(member(file, 'added_tokens'), nfc);
  const model = member(file, 'model');
  if (!isObject(model)) return 'it has no model';
  const vocabulary = readModel(model);
  return typeof vocabulary === 'string' ? vocabulary : { vocabulary, split, added, nfc };
}

/** Whether the normalizer composes (NFC); undefined if it does something else. */
function readNormalizer(value: JsonValue | undefined): boolean | undefined {
  if (value === undefined || value === null) return false;
  if (!isObject(value)) return undefined;
  if (member(value, 'type') === 'NFC') return true;
  const inner = member(value, 'normalizers');
  if (member(value, 'type') !== 'Sequence' || !Array.isArray(inner)) return undefined;
  let nfc = false;
  for (const step of inner) {
    const composes = readNormalizer(step);
    if (composes === undefined) return undefined;
    nfc ||= composes;
  }
  return nfc;
}

function readSplit(value: JsonValue | undefined): SplitSpec | undefined {
  if (!isObject(value)) return undefined;
  const inner = member(value, 'pretokenizers');
  const steps = member(value, 'type') === 'Sequence' && Array.isArray(inner) ? inner : [value];
  const last = steps.at(-1);
  // Without ByteLevel at the end, texts are not made of bytes; with a prefix space, pieces are not the text's own.
  if (!isObject(last) || member(last, 'type') !== 'ByteLevel') return undefined;
  if (member(last, 'add_prefix_space') !== false) return undefined;
  const byRegex = member(last, 'use_regex') !== false;
  const before = steps.slice(0, -1);
  if (before.length === 0) return byRegex ? { family: 'gpt2', loneDigits: false } : undefined;
  const [first] = before;
  if (isObject(first) && member(first, 'type') === 'Digits') {
    const lone = member(first, 'individual_digits') === true;
    return lone && byRegex && before.length === 1 ? { family: 'gpt2', loneDigits: true } : undefined;
  }
  if (byRegex) return undefined;
  const patterns: string[] = [];
  for (const step of before) {
    const pattern = isObject(step) ? isolatedPattern(step, before.length === 1) : undefined;
    if (pattern === undefined) return undefined;
    patterns.push(pattern);
  }
  return splitForPatterns(patterns);
}

/** The expression of a step that keeps everything and cuts around its matches. */
function isolatedPattern(step: JsonObject, alone: boolean): string | undefined {
  const pattern = member(step, 'pattern');
  const regex = isObject(pattern) ? member(pattern, 'Regex') : undefined;
  if (member(step, 'type') !== 'Split' || typeof regex !== 'string') return undefined;
  const invert = member(step, 'invert') === true;
  const behavior = member(step, 'behavior');
  if (behavior === 'Isolated' && !invert) return regex;
  // "Remove what does not match" removes nothing where every character matches.
  if (behavior === 'Removed' && invert && alone && splitForPattern(regex) !== undefined) return regex;
  return undefined;
}

function readAdded(value: JsonValue | undefined, nfc: boolean): AddedToken[] {
  const added: AddedToken[] = [];
  for (const entry of Array.isArray(value) ? value : []) {
    if (!isObject(entry)) continue;
    const text = member(entry, 'content');
    const id = member(entry, 'id');
    if (typeof text !== 'string' || typeof id !== 'number') continue;
    const normalized = member(entry, 'normalized') === true;
    added.push({
      text: normalized && nfc ? text.normalize('NFC') : text,
      id,
      normalized,
      stripsLeft: member(entry, 'lstrip') === true,
      stripsRight: member(entry, 'rstrip') === true,
    });
  }
  return added;
}

function readModel(model: JsonObject): Vocabulary | string {
  const vocab = member(model, 'vocab');
  const merges = member(model, 'merges');
  if (member(model, 'type') !== 'BPE' || !isObject(vocab) || !Array.isArray(merges)) return 'it is not BPE';
  for (const key of ['continuing_subword_prefix', 'end_of_word_suffix']) {
    const mark = member(model, key);
    if (typeof mark === 'string' && mark !== '') return `it uses ${key}`;
  }
  const alphabet = new ByteAlphabet();
  const tokens: Uint8Array[] = [];
  const ids: number[] = [];
  const indexes = new Map<string, number>();
  for (const [text, id] of Object.entries(vocab)) {
    const bytes = alphabet.decode(text);
    if (bytes === undefined || typeof id !== 'number') continue;
    indexes.set(text, tokens.length);
    tokens.push(bytes);
    ids.push(id);
  }
  if (tokens.length > MAX_TOKENS - 1) return `it has more than ${MAX_TOKENS - 1} tokens`;
  const triples = readMerges(merges, indexes);
  if (triples === undefined) return 'its merges name tokens that its vocabulary lacks';
  const wholePieces = member(model, 'ignore_merges') === true;
  const vocabulary = vocabularyFromMerges({ tokens, ids, merges: triples, wholePieces });
  return vocabulary ?? 'its vocabulary lacks some of the 256 bytes';
}

/** Merges as triples of indexes; written as "left right" or as a list of two. */
function readMerges(
  merges: readonly JsonValue[],
  indexes: ReadonlyMap<string, number>,
): Int32Array | undefined {
  const triples = new Int32Array(merges.length * 3);
  for (let i = 0; i < merges.length; i += 1) {
    const merge = merges[i] as JsonValue;
    const [left, right] = typeof merge === 'string' ? merge.split(' ') : Array.isArray(merge) ? merge : [];
    if (typeof left !== 'string' || typeof right !== 'string') return undefined;
    const l = indexes.get(left);
    const r = indexes.get(right);
    const result = indexes.get(left + right);
    if (l === undefined || r === undefined || result === undefined) return undefined;
    triples[i * 3] = l;
    triples[i * 3 + 1] = r;
    triples[i * 3 + 2] = result;
  }
  return triples;
}
