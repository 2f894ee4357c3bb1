// The door to @huggingface/tokenizers: what a tokenizer.json can say and our own engine does not do.
import { toUSVString } from 'node:util';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import type { TokenCounter } from './counter.ts';
import { UNICODE_VERSION } from './unicode-data.ts';

/** A whole tokenizer.json for the other engine. */
export interface HuggingfaceRecipe {
  readonly kind: 'huggingface';
  readonly id: string;
  readonly sha256: string;
  /** Why our own engine does not serve it. */
  readonly because: string;
  /** The file, in shared memory. */
  readonly file: Uint8Array;
}

const MODELS: ReadonlySet<JsonValue | undefined> = new Set(['BPE', 'WordPiece', 'Unigram']);
const BEHAVIORS: ReadonlySet<JsonValue | undefined> = new Set(['Isolated', 'Removed']);
/** What JavaScript's expressions cannot say: possessive quantifiers, atomic groups, the end of the last match. */
const OTHER_REGEX = /[+*?]\+|\(\?>|\\G/;
const SET = /\[(?:\\.|[^\]\\])*\]/g;
const ESCAPED = /\\[^G]/g;

const saysMore = (regex: string): boolean => OTHER_REGEX.test(regex.replace(SET, 's').replace(ESCAPED, 'e'));

/** What the other engine only approximates in this file; undefined where its counts are exact. */
export function inexactPart(file: JsonObject): string | undefined {
  const model = member(file, 'model');
  if (!isObject(model) || !MODELS.has(member(model, 'type')))
    return 'its model is none of BPE, WordPiece, Unigram';
  if ((member(model, 'dropout') ?? null) !== null) return 'it drops merges at random';
  const added = member(file, 'added_tokens');
  for (const token of Array.isArray(added) ? added : []) {
    if (isObject(token) && member(token, 'single_word') === true)
      return 'it has added tokens that match whole words only';
  }
  return (
    inexactStep(member(file, 'normalizer'), 'normalizers', false) ??
    inexactStep(member(file, 'pre_tokenizer'), 'pretokenizers', replacesSpaces(member(file, 'normalizer')))
  );
}

function inexactStep(
  step: JsonValue | undefined,
  inner: 'normalizers' | 'pretokenizers',
  spacesGone: boolean,
): string | undefined {
  if (!isObject(step)) return undefined;
  const type = member(step, 'type');
  if (type === 'Precompiled') return 'its normalizer is a precompiled table';
  const pattern = member(step, 'pattern');
  if (isObject(pattern)) {
    const regex = member(pattern, 'Regex');
    if (typeof regex === 'string' && saysMore(regex)) return 'its expressions cannot be said in JavaScript';
    // Gemma's file splits at spaces after it has replaced them all: a step without effect.
    const idle = spacesGone && member(pattern, 'String') === ' ';
    if (type === 'Split' && !idle && !BEHAVIORS.has(member(step, 'behavior'))) {
      return `it splits by ${String(member(step, 'behavior'))}`;
    }
  }
  const steps = member(step, inner);
  for (const one of Array.isArray(steps) ? steps : []) {
    const part = inexactStep(one, inner, spacesGone);
    if (part !== undefined) return part;
  }
  return undefined;
}

function replacesSpaces(normalizer: JsonValue | undefined): boolean {
  if (!isObject(normalizer)) return false;
  const steps = member(normalizer, 'normalizers');
  if (Array.isArray(steps)) return steps.some(replacesSpaces);
  const pattern = member(normalizer, 'pattern');
  const content = member(normalizer, 'content');
  if (member(normalizer, 'type') !== 'Replace' || !isObject(pattern)) return false;
  return member(pattern, 'String') === ' ' && typeof content === 'string' && !content.includes(' ');
}

/** Steps that read characters as they stand. */
const BLIND: ReadonlySet<JsonValue | undefined> = new Set(['Metaspace', 'Prepend']);
/** What asks for the class or the case of a character. */
const ASKS_UNICODE = /\\[pPwWdDsSbBhX]|\[:|\(\?[a-z]*i/;

/** Whether a step asks what Unicode says of a character: the package takes that from the Node it runs in. */
function asksUnicode(step: JsonValue | undefined): boolean {
  if (!isObject(step)) return false;
  const type = member(step, 'type');
  if (type === 'Sequence') {
    const steps = member(step, 'normalizers') ?? member(step, 'pretokenizers');
    return Array.isArray(steps) && steps.some(asksUnicode);
  }
  if (type === 'ByteLevel') return member(step, 'use_regex') !== false;
  const pattern = member(step, 'pattern');
  if ((type === 'Replace' || type === 'Split') && isObject(pattern)) {
    const regex = member(pattern, 'Regex');
    return typeof regex === 'string' && ASKS_UNICODE.test(regex);
  }
  return !BLIND.has(type);
}

/**
 * The Unicode version that stands between this file's counts and the reference's; undefined where they are the same.
 * Only characters that one version knows and the other does not can count differently.
 */
export function otherUnicode(file: JsonObject, ours: string): string | undefined {
  const [major] = UNICODE_VERSION.split('.');
  if (ours.split('.')[0] === major) return undefined;
  return asksUnicode(member(file, 'normalizer')) || asksUnicode(member(file, 'pre_tokenizer'))
    ? ours
    : undefined;
}

/** Makes the counter; throws what the package throws at a file that it does not understand. */
export async function createHuggingfaceCounter(recipe: HuggingfaceRecipe): Promise<TokenCounter> {
  const { Tokenizer } = await import('@huggingface/tokenizers');
  const file = JSON.parse(Buffer.from(recipe.file).toString('utf8')) as JsonObject;
  const tokenizer = new Tokenizer(file, {});
  const other = otherUnicode(file, process.versions.unicode ?? 'unknown');
  return {
    id: recipe.id,
    engine: `@huggingface/tokenizers${other === undefined ? '' : ` with Unicode ${other} of this Node`}`,
    exact: other === undefined,
    sha256: recipe.sha256,
    specials: 'control',
    count: (_bytes, _length, text) =>
      text === '' ? 0 : tokenizer.encode(toUSVString(text), { add_special_tokens: false }).ids.length,
  };
}
