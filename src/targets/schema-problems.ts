// What a target's schema found wrong, as problems of the rules that word them, without what was said already.

import type { NotedProblem } from '../model/finding.ts';
import { escapeStep, isWithin, type Pointer } from '../model/pointer.ts';
import type { SchemaFault } from '../model/target.ts';

/** Rules whose problem at a place explains every fault of the schema at and inside that place. */
const ROOT_CAUSES: ReadonlySet<string> = new Set([
  'roles/unknown-role',
  'roles/invalid-weight',
  'structure/missing-field',
  'structure/wrong-type',
  'structure/null-content',
  'structure/empty-messages',
]);

/** Keywords that only say that something below them failed. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'oneOf',
  'anyOf',
  'allOf',
  'if',
  'not',
  'unevaluatedProperties',
]);

/**
 * Maps faults to problems, in the order of the faults.
 * @param noted what the format has said of the record already: its words are better, and a cause hides its effects
 */
export function schemaProblems(
  faults: readonly SchemaFault[],
  noted: readonly NotedProblem[],
): NotedProblem[] {
  const causes = noted.filter(({ rule }) => ROOT_CAUSES.has(rule));
  const problems: NotedProblem[] = [];
  for (const fault of faults) {
    if (WRAPPERS.has(fault.keyword)) continue;
    const problem = problemOf(fault);
    if (causes.some((cause) => explains(cause, fault, problem))) continue;
    if (problems.some((other) => sameProblem(other, problem))) continue;
    problems.push(problem);
  }
  return problems;
}

/**
 * A bad role leaves its message without a branch of the schema; a missing or mistyped field is told by its format.
 * An unknown key beside the cause stays a problem of its own.
 */
function explains(cause: NotedProblem, fault: SchemaFault, problem: NotedProblem): boolean {
  if (cause.rule === 'structure/missing-field') {
    return (
      fault.pointer === cause.pointer &&
      (fault.keyword === 'required' || fault.keyword === 'discriminator') &&
      (fault.params.missingProperty ?? fault.params.tag) === cause.data?.field
    );
  }
  return isWithin(problem.pointer, cause.pointer);
}

const sameProblem = (a: NotedProblem, b: NotedProblem): boolean =>
  a.rule === b.rule &&
  a.pointer === b.pointer &&
  a.data?.what === b.data?.what &&
  a.data?.field === b.data?.field;

function problemOf(fault: SchemaFault): NotedProblem {
  const { pointer, keyword, params } = fault;
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const data = { key, where: placeName(pointer) };
      return {
        rule: 'structure/unknown-key',
        message: 'key',
        pointer: `${pointer}/${escapeStep(key)}`,
        data,
      };
    }
    case 'required': {
      const data = { field: String(params.missingProperty) };
      return { rule: 'structure/missing-field', message: 'missing', pointer, data };
    }
    case 'discriminator': {
      const tag = String(params.tag);
      const what = `the ${tag} has to be one that is allowed here`;
      return violation(`${pointer}/${escapeStep(tag)}`, what);
    }
    case 'type': {
      const data = { expected: typeName(params.type), found: String(params.found) };
      return { rule: 'structure/wrong-type', message: 'type', pointer, data };
    }
    case 'enum':
      return violation(pointer, `it has to be one of ${listed(params.allowedValues)}`);
    case 'const':
      return violation(pointer, `it has to be ${JSON.stringify(params.allowedValue)}`);
    case 'false schema':
      return violation(pointer, 'it may not stand here');
    case 'minimum':
      return violation(pointer, `it has to be ${String(params.limit)} at least`);
    case 'minItems':
      return violation(pointer, `it has to have ${amount(params.limit, 'item')} at least`);
    case 'maxItems':
      return violation(pointer, `it may have ${amount(params.limit, 'item')} at most`);
    case 'minLength':
      return violation(pointer, `it has to have ${amount(params.limit, 'character')} at least`);
    case 'maxLength':
      return violation(pointer, `it may have ${amount(params.limit, 'character')} at most`);
    case 'pattern':
      return violation(pointer, patternWords(pointer, String(params.pattern)));
    default:
      return violation(pointer, `it ${fault.message.replace(/^must/, 'has to')}`);
  }
}

const violation = (pointer: Pointer, what: string): NotedProblem => ({
  rule: 'structure/schema-violation',
  message: 'violation',
  pointer,
  data: { what: what.charAt(0).toUpperCase() + what.slice(1) },
});

/** Where an unknown key stands, in words: "in a message". */
function placeName(pointer: Pointer): string {
  if (pointer === '') return 'in a record';
  if (/^\/messages\/\d+$/.test(pointer)) return 'in a message';
  if (/\/content\/\d+$/.test(pointer)) return 'in a content part';
  if (/\/tool_calls\/\d+/.test(pointer)) return 'in a tool call';
  if (/^\/(?:tools|functions)\/\d+/.test(pointer)) return 'in the declaration of a tool';
  return 'here';
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'an object',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

function typeName(type: unknown): string {
  const names = (Array.isArray(type) ? type : String(type).split(',')).map(
    (name) => TYPE_NAMES[String(name)] ?? String(name),
  );
  return names.join(' or ');
}

const listed = (values: unknown): string =>
  Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : String(values);

const amount = (limit: unknown, noun: string): string => `${String(limit)} ${noun}${limit === 1 ? '' : 's'}`;

function patternWords(pointer: Pointer, pattern: string): string {
  if (pointer.endsWith('/url')) {
    return `it has to be ${pattern.includes('http') ? 'an http(s) address or ' : ''}a data: URI of an image`;
  }
  if (pointer.endsWith('/uri')) return 'it has to be an s3:// address of letters, digits, _, -, . and /';
  if (pointer.endsWith('/schemaVersion')) return 'it has to be "bedrock-conversation-2024"';
  if (pointer.endsWith('/name')) return 'a name may have letters, digits, _ and -, 64 at most';
  return `it has to match ${pattern}`;
}
