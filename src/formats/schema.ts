// JSON Schemas that come from data (a tool's parameters): compiled on first use, kept in a bounded cache. Ajv's door.

import { createRequire } from 'node:module';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonObject, JsonValue } from '../model/json.ts';

/** A value's fault against a schema. */
export interface DataFault {
  /** JSON Pointer into the value that was checked. */
  readonly pointer: string;
  /** "must be number" */
  readonly what: string;
}

export interface DataSchema {
  /** Why nothing can be checked with it: it is no JSON Schema, or refers to what is not there. */
  readonly error: string | undefined;
  /** At most twenty faults; none where the schema itself is at fault. */
  check(value: JsonValue): readonly DataFault[];
}

const MOST_FAULTS = 20;
const MOST_SCHEMAS = 500;
/** Longer texts are not held against a pattern that could take exponential time. */
const LONGEST_FOR_PATTERN = 256;

/** Compiles schemas; one per thread. The same text of a schema is compiled once. */
export class SchemaCache {
  readonly #schemas = new Map<string, DataSchema>();
  #ajv: typeof Ajv2020 | undefined;

  get(schema: JsonObject): DataSchema {
    const text = JSON.stringify(schema);
    let compiled = this.#schemas.get(text);
    if (compiled === undefined) {
      // Emptied at once instead of one by one: a set that has this many schemas repeats none of them soon.
      if (this.#schemas.size >= MOST_SCHEMAS) this.#schemas.clear();
      compiled = this.#compile(schema);
      this.#schemas.set(text, compiled);
    }
    return compiled;
  }

  #compile(schema: JsonObject): DataSchema {
    // Loaded only when a record calls a tool: most sets have none.
    this.#ajv ??= (createRequire(import.meta.url)('ajv/dist/2020.js') as { Ajv2020: typeof Ajv2020 }).Ajv2020;
    try {
      // An instance of its own, so that no `$id` of one record's schema meets that of another.
      const ajv = new this.#ajv({
        strict: false,
        allErrors: true,
        validateFormats: false,
        logger: false,
        addUsedSchema: false,
        code: { regExp: cautiousRegExp },
      });
      const validate = ajv.compile(schema);
      return {
        error: undefined,
        check(value) {
          try {
            if (validate(value)) return [];
          } catch {
            // A schema that refers to itself without end has no answer.
            return [];
          }
          return (validate.errors ?? []).slice(0, MOST_FAULTS).map((error) => ({
            pointer: error.instancePath,
            what: wordsOf(error.keyword, error.params, error.message),
          }));
        },
      };
    } catch (cause) {
      const error = cause instanceof Error ? cause.message : String(cause);
      return { error: error.slice(0, 200), check: () => [] };
    }
  }
}

function wordsOf(keyword: string, params: Record<string, unknown>, message: string | undefined): string {
  if (keyword === 'required') return `${String(params.missingProperty)} is missing`;
  if (keyword === 'additionalProperties') return `${String(params.additionalProperty)} is not declared`;
  if (keyword === 'enum' && Array.isArray(params.allowedValues)) {
    return `must be one of ${params.allowedValues.map((value) => JSON.stringify(value)).join(', ')}`;
  }
  return message ?? `fails ${keyword}`;
}

/** A group with a repetition inside that is itself repeated: the shape that backtracks without end. */
const NESTED_REPETITION = /\([^()]*[+*}][^()]*\)[+*{]/;

const cautiousRegExp = Object.assign(
  (pattern: string, flags: string) => {
    const regExp = new RegExp(pattern, flags);
    const nested = NESTED_REPETITION.test(pattern);
    return {
      test: (text: string) => (nested || text.length > LONGEST_FOR_PATTERN ? true : regExp.test(text)),
    };
  },
  // Ajv's own field for standalone code, which is not made here.
  { code: 'new RegExp' },
) as unknown as NonNullable<NonNullable<ConstructorParameters<typeof Ajv2020>[0]>['code']>['regExp'] & object;
