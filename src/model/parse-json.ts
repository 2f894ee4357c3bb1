// JSON that stands inside a text, read without trusting it: whoever walks the value must not run out of stack.

import type { JsonValue } from './json.ts';

/** Levels of nesting; walking a value would end in a crash far above. */
const DEEPEST = 512;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** The text as JSON, or undefined where it is none or nests too deep. */
export function parseJson(text: string): JsonValue | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
  // Each level takes a bracket at either end.
  return text.length > 2 * DEEPEST && isDeeper(value, DEEPEST) ? undefined : value;
}

function isDeeper(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (isDeeper(item, levels - 1)) return true;
    return false;
  }
  for (const key in value) if (isDeeper(value[key] as JsonValue, levels - 1)) return true;
  return false;
}

/** Whether a JSON text nests deeper than anybody here would follow. */
export function nestsTooDeep(text: string): boolean {
  // Each level takes a bracket.
  if (text.length <= DEEPEST) return false;
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === BACKSLASH) i += 1;
    else if (unit === QUOTE) inText = !inText;
    else if (inText) continue;
    else if (unit === OPEN_LIST || unit === OPEN_OBJECT) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (unit === CLOSE_LIST || unit === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}
