// JSON Schemas that come from data (a tool's parameters): compiled on first use, kept in a bounded cache. Ajv's door.

import { createRequire } from 'node:module';
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
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

const NO_FAULTS: readonly DataFault[] = [];

/** Checks schemas and compiles them; one per thread. The same text of a schema is looked at once. */
export class SchemaCache {
  readonly #schemas = new Map<string, DataSchema>();
  #class: typeof Ajv2020 | undefined;
  #shared: Ajv2020 | undefined;

  get(schema: JsonObject): DataSchema {
    const text = JSON.stringify(schema);
    let known = this.#schemas.get(text);
    if (known === undefined) {
      // Emptied at once instead of one by one: a set that has this many schemas repeats none of them soon.
      if (this.#schemas.size >= MOST_SCHEMAS) this.#schemas.clear();
      known = this.#look(schema, text);
      this.#schemas.set(text, known);
    }
    return known;
  }

  #look(schema: JsonObject, text: string): DataSchema {
    // Names that a schema gives to its parts would stay with the instance and meet those of the next record's.
    const ajv = /"\$(?:id|anchor|dynamicAnchor)"/.test(text) ? this.#make() : this.#instance();
    let validate: ValidateFunction | undefined;
    const compile = (): ValidateFunction => {
      validate ??= ajv.compile(schema);
      // The instance would remember every schema it ever saw.
      ajv.removeSchema(schema);
      return validate;
    };
    const error = attempt(() => {
      if (ajv.validateSchema(schema) !== true) return firstFault(ajv.errors);
      // Compiling costs milliseconds; without references nothing can go wrong in it that was not seen by now.
      if (text.includes('"$ref"') || text.includes('"pattern')) compile();
      return undefined;
    });
    if (error !== undefined) return { error: error.slice(0, 200), check: () => NO_FAULTS };
    return {
      error: undefined,
      check(value) {
        let faults = NO_FAULTS;
        // A schema that refers to itself without end has no answer.
        attempt(() => {
          const check = compile();
          if (!check(value)) faults = (check.errors ?? []).slice(0, MOST_FAULTS).map(faultOf);
          return undefined;
        });
        return faults;
      },
    };
  }

  #instance(): Ajv2020 {
    this.#shared ??= this.#make();
    return this.#shared;
  }

  #make(): Ajv2020 {
    // Loaded only when a record declares a tool: most sets have none.
    this.#class ??= (
      createRequire(import.meta.url)('ajv/dist/2020.js') as { Ajv2020: typeof Ajv2020 }
    ).Ajv2020;
    return new this.#class({
      strict: false,
      allErrors: true,
      validateFormats: false,
      logger: false,
      addUsedSchema: false,
      code: { regExp: cautiousRegExp },
    });
  }
}

/** The first fault is the cause; the rest say that no other branch fits either. */
function firstFault(errors: Ajv2020['errors']): string {
  const [first] = errors ?? [];
  if (first === undefined) return 'it is not understood';
  return `${first.instancePath === '' ? 'it' : first.instancePath} ${first.message ?? first.keyword}`;
}

/** What went wrong, in words. */
function attempt(run: () => string | undefined): string | undefined {
  try {
    return run();
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

const faultOf = ({ instancePath, keyword, params, message }: ErrorObject): DataFault => ({
  pointer: instancePath,
  what: wordsOf(keyword, params, message),
});

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
