// The validators that the build made of a target's schema, in the form the pipeline asks.

import { type JsonObject, kindOf } from '../model/json.ts';
import { resolvePointer } from '../model/pointer.ts';
import type { SchemaCheck, SchemaFault } from '../model/target.ts';

/** A validator as ajv writes it: a function that leaves its faults on itself. */
interface StandaloneValidator {
  (value: unknown): boolean;
  errors?: readonly StandaloneError[] | null;
}

interface StandaloneError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** `fast` stops at the first fault, `full` finds them all. */
export function schemaCheck(fast: unknown, full: unknown): SchemaCheck {
  // The generated modules carry no types: they are written by ajv, not by us.
  const accepts = fast as StandaloneValidator;
  const explain = full as StandaloneValidator;
  return {
    accepts: (value: JsonObject) => accepts(value),
    faults(value: JsonObject): SchemaFault[] {
      if (explain(value)) return [];
      return (explain.errors ?? []).map(({ instancePath, keyword, params, message }) => ({
        pointer: instancePath,
        keyword,
        // Said here, where the value is at hand: "expected text, found an object".
        params:
          keyword === 'type' ? { ...params, found: kindOf(resolvePointer(value, instancePath)) } : params,
        message: message ?? '',
      }));
    },
  };
}
