// Says yes to values that fit the plain schemas most tools declare, and compiles nothing; it never has to say no.

import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';

/** Keywords that forbid nothing. */
const SILENT: ReadonlySet<string> = new Set([
  '$schema',
  'title',
  'description',
  'default',
  'examples',
  '$comment',
]);

/**
 * Whether the value certainly fits the schema. False means that somebody else has to look: the value does not fit, or
 * the schema says more than types, properties, items and choices.
 */
export function surelyFits(schema: JsonValue, value: JsonValue, depth = 0): boolean {
  if (!isObject(schema) || depth > DEEPEST) return false;
  for (const keyword of Object.keys(schema)) {
    if (SILENT.has(keyword)) continue;
    const wanted = schema[keyword] as JsonValue;
    switch (keyword) {
      case 'type':
        if (!hasType(wanted, value)) return false;
        break;
      case 'enum':
        // Equal objects and lists are equal by what they hold, and that is another's to say.
        if (!Array.isArray(wanted) || typeof value === 'object' || !wanted.includes(value)) return false;
        break;
      case 'required':
        if (!isObject(value) || !Array.isArray(wanted)) return false;
        if (!wanted.every((name) => typeof name === 'string' && Object.hasOwn(value, name))) return false;
        break;
      case 'properties':
        if (!isObject(value) || !isObject(wanted) || !membersFit(wanted, value, depth)) return false;
        break;
      case 'additionalProperties':
        if (!isObject(value) || !othersFit(schema, wanted, value, depth)) return false;
        break;
      case 'items':
        if (!Array.isArray(value) || !value.every((item) => surelyFits(wanted, item, depth + 1)))
          return false;
        break;
      default:
        return false;
    }
  }
  return true;
}

/** Deeper schemas are left to others. */
const DEEPEST = 32;

function membersFit(properties: JsonObject, value: JsonObject, depth: number): boolean {
  return Object.keys(value).every(
    (name) =>
      !Object.hasOwn(properties, name) ||
      surelyFits(properties[name] as JsonValue, value[name] as JsonValue, depth + 1),
  );
}

/** What a schema says of the members that it does not name. */
function othersFit(schema: JsonObject, wanted: JsonValue, value: JsonObject, depth: number): boolean {
  if (wanted === true) return true;
  const named = isObject(schema.properties) ? schema.properties : {};
  return Object.keys(value).every(
    (name) => Object.hasOwn(named, name) || surelyFits(wanted, value[name] as JsonValue, depth + 1),
  );
}

const hasType = (wanted: JsonValue, value: JsonValue): boolean =>
  Array.isArray(wanted) ? wanted.some((type) => isOfType(type, value)) : isOfType(wanted, value);

function isOfType(type: JsonValue, value: JsonValue): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'number':
      return typeof value === type;
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return false;
  }
}
