// A config file and flags as one request: what a flag says wins, rule by rule.

import type { Request } from './request.ts';

export function mergeRequests(file: Request, flags: Request): Request {
  const rules = { ...file.rules };
  for (const [id, wish] of Object.entries(flags.rules ?? {})) {
    const before = rules[id];
    // A flag sets the severity; options of the file stay.
    const options =
      typeof before === 'object' && before.options !== undefined ? { options: before.options } : {};
    rules[id] = typeof wish === 'string' ? { severity: wish, ...options } : wish;
  }
  return { ...file, ...flags, ...(Object.keys(rules).length === 0 ? {} : { rules }) };
}
