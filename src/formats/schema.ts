// JSON Schemas that come from data (a tool's parameters): compiled on first use, kept in a bounded cache. Ajv's door.

import { createRequire } from 'node:module';
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { validate as isDraft07 } from './meta-schemas/draft-07.ts';
import { validate as isDraft2020 } from './meta-schemas/draft-2020-12.ts';
import { surelyFits } from './plain-schema.ts';

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

/** A version of JSON Schema: what says whether a value is a schema of it, and the module of ajv that compiles it. */
interface Draft {
  readonly isSchema: MetaValidator;
  readonly load: () => typeof Ajv2020;
}

/** As ajv writes it: a function that leaves its faults on itself. */
interface MetaValidator {
  (value: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

const load = createRequire(import.meta.url);

// Ajv is loaded only when a value may not fit, or a schema says more than most do.
const DRAFT_07: Draft = {
  isSchema: isDraft07 as MetaValidator,
  load: () => (load('ajv/dist/ajv.js') as { Ajv: typeof Ajv2020 }).Ajv,
};
const DRAFT_2020_12: Draft = {
  isSchema: isDraft2020 as MetaValidator,
  load: () => (load('ajv/dist/2020.js') as { Ajv2020: typeof Ajv2020 }).Ajv2020,
};

/** What many generators of schemas still write. A schema that says nothing is read as the newest kind. */
const OLD = /^https?:\/\/json-schema\.org\/draft-0[3467]\//;

const draftOf = ({ $schema }: JsonObject): Draft =>
  typeof $schema === 'string' && OLD.test($schema) ? DRAFT_07 : DRAFT_2020_12;

/** Checks schemas and compiles them; one per thread. The same text of a schema is looked at once. */
export class SchemaCache {
  readonly #schemas = new Map<string, DataSchema>();
  readonly #shared = new Map<Draft, Ajv2020>();

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
    const draft = draftOf(schema);
    let validate: ValidateFunction | undefined;
    const compile = (): ValidateFunction => {
      if (validate === undefined) {
        // Names that a schema gives to its parts would stay with the instance and meet those of the next record's.
        const ajv = /"\$(?:id|anchor|dynamicAnchor)"/.test(text) ? make(draft) : this.#instance(draft);
        validate = ajv.compile(schema);
        // The instance would remember every schema it ever saw.
        ajv.removeSchema(schema);
      }
      return validate;
    };
    const error = attempt(() => {
      if (!draft.isSchema(schema)) return firstFault(draft.isSchema.errors);
      // Compiling costs milliseconds; without references nothing can go wrong in it that was not seen by now.
      if (text.includes('"$ref"') || text.includes('"pattern')) compile();
      return undefined;
    });
    if (error !== undefined) return { error: error.slice(0, 200), check: () => NO_FAULTS };
    return {
      error: undefined,
      check(value) {
        if (surelyFits(schema, value)) return NO_FAULTS;
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

  #instance(draft: Draft): Ajv2020 {
    const ajv = this.#shared.get(draft) ?? make(draft);
    this.#shared.set(draft, ajv);
    return ajv;
  }
}

function make(draft: Draft): Ajv2020 {
  return new (draft.load())({
    strict: false,
    allErrors: true,
    // Done before, by a validator that need not be compiled first.
    validateSchema: false,
    validateFormats: false,
    // `constructor` is a name like any other.
    ownProperties: true,
    logger: false,
    addUsedSchema: false,
    code: { regExp: cautiousRegExp },
  });
}

/** The first fault is the cause; the rest say that no other branch fits either. */
function firstFault(errors: MetaValidator['errors']): string {
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
