// The regular expressions by which vocabularies say how to cut a text, and the hand-written splits that equal them.
import type { SplitSpec } from './make-splitter.ts';

const CONTRACTIONS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
const UPPER = '\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}';
const LOWER = '\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}';
const PREFIX = '[^\\r\\n\\p{L}\\p{N}]?';
const BLANKS = '\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+';

const cl100k = (number: string): string =>
  `${CONTRACTIONS}|${PREFIX}\\p{L}+|${number}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|${BLANKS}`;

const o200k = (number: string, contractions: string): string =>
  `${PREFIX}[${UPPER}]*[${LOWER}]+${contractions}|${PREFIX}[${UPPER}]+[${LOWER}]*${contractions}` +
  `|${number}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|${BLANKS}`;

const GPT2 = "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

/** Every character matches in these, so that "keep the matches" and "cut around the matches" come to the same. */
const SPLITS = new Map<string, SplitSpec>([
  [cl100k('\\p{N}{1,3}'), { family: 'cl100k', digits: 3 }],
  [cl100k('\\p{N}'), { family: 'cl100k', digits: 1 }],
  [o200k('\\p{N}{1,3}', `${CONTRACTIONS}?`), { family: 'o200k', contractions: true, digits: 3 }],
  [o200k('\\p{N}{1,3}', ''), { family: 'o200k', contractions: false, digits: 3 }],
  [o200k('\\p{N}', `${CONTRACTIONS}?`), { family: 'o200k', contractions: true, digits: 1 }],
  [o200k('\\p{N}', ''), { family: 'o200k', contractions: false, digits: 1 }],
  [GPT2, { family: 'gpt2', loneDigits: false }],
]);

const DEEPSEEK: readonly string[] = [
  '\\p{N}{1,3}',
  '[一-龥\u3040-ゟ゠-ヿ]+',
  '[!"#$%&\'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\r\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+| ?[\\p{P}\\p{S}]+[\r\n]*|\\s*[\r\n]+|\\s+(?!\\S)|\\s+',
];

/** The split that one regular expression asks for, if it is a known one. */
export const splitForPattern = (pattern: string): SplitSpec | undefined => SPLITS.get(pattern);

/** The split that several in sequence ask for, each cutting what the one before left whole. */
export function splitForPatterns(patterns: readonly string[]): SplitSpec | undefined {
  if (patterns.length === 1) return splitForPattern(patterns[0] as string);
  const same = patterns.length === DEEPSEEK.length && patterns.every((pattern, i) => pattern === DEEPSEEK[i]);
  return same ? { family: 'deepseek' } : undefined;
}
