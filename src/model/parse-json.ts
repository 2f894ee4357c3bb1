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
  if (nestsTooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
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
