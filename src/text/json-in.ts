// The JSON value that an answer is, with or without a fence around it.

import type { JsonValue } from '../model/json.ts';
import { parseJson } from '../model/parse-json.ts';

const FENCE = /^```(?:json)?[ \t]*\n([\s\S]*?)\n```$/;

/** Undefined where the answer is not JSON, or nests too deep to be looked at. */
export function jsonIn(answer: string): JsonValue | undefined {
  const text = answer.trim();
  return parseJson(FENCE.exec(text)?.[1] ?? text);
}
