// The JSON value that an answer is, with or without a fence around it.

import type { JsonValue } from '../model/json.ts';

const FENCE = /^```(?:json)?[ \t]*\n([\s\S]*?)\n```$/;

/** Undefined where the answer is not JSON. */
export function jsonIn(answer: string): JsonValue | undefined {
  const text = answer.trim();
  try {
    return JSON.parse(FENCE.exec(text)?.[1] ?? text) as JsonValue;
  } catch {
    return undefined;
  }
}
