// The JSON value that an answer is, with or without a fence or words around it.

import type { JsonAnswer } from '../model/answer-fields.ts';
import type { JsonValue } from '../model/json.ts';
import { parseJson } from '../model/parse-json.ts';

const FENCE = /^```(?:json)?[ \t]*\n([\s\S]*?)\n```$/;
/** An object or a list that can only be meant as JSON. */
const OPENING = /^(?:\{\s{0,20}"|\[\s{0,20}[{["])/;
/** What may stand before it. */
const MOST_WORDS = 300;

/** Undefined where the answer is not JSON, or nests too deep to be looked at. */
export function jsonIn(answer: string): JsonValue | undefined {
  const text = answer.trim();
  return parseJson(FENCE.exec(text)?.[1] ?? text);
}

/** An answer that is JSON, with how it stands in its text; undefined where there is none. */
export function jsonAnswer(answer: string): JsonAnswer | undefined {
  const text = answer.trim();
  const first = text.charCodeAt(0);
  // `{`, `[` and a backtick; anything else is a single value or prose.
  if (first === 123 || first === 91 || first === 96) {
    const inside = first === 96 ? FENCE.exec(text)?.[1] : undefined;
    const value = parseJson(inside ?? text);
    if (value !== undefined)
      return { value, text: inside ?? text, form: inside === undefined ? 'bare' : 'fence' };
  }
  return amongWords(text);
}

function amongWords(text: string): JsonAnswer | undefined {
  const brace = text.indexOf('{');
  const bracket = text.indexOf('[');
  const start = brace < 0 ? bracket : bracket < 0 ? brace : Math.min(brace, bracket);
  if (start < 0 || start > MOST_WORDS || !OPENING.test(text.slice(start, start + 30))) return undefined;
  const end = text.lastIndexOf(text[start] === '{' ? '}' : ']') + 1;
  const inside = text.slice(start, end);
  if (inside.length * 2 < text.length) return undefined;
  const value = parseJson(inside);
  return value === undefined ? undefined : { value, text: inside, form: 'words' };
}
