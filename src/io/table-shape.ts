// Which columns records need: their types learned from every record, and values made to fit them.

import type { JsonObject, JsonValue } from '../model/json.ts';
import { escapeStep } from '../model/pointer.ts';
import type { LossCounts } from './record-writer.ts';

/** A column, or what stands in a list or below a name. `json`: text, because nothing else holds all that came. */
export type Column =
  | { readonly kind: 'boolean' | 'integer' | 'number' | 'text' | 'json'; readonly place: string }
  | { readonly kind: 'list'; readonly place: string; readonly items: Column }
  | { readonly kind: 'struct'; readonly place: string; readonly members: readonly NamedColumn[] };

export type NamedColumn = readonly [name: string, column: Column];

/** Kinds of values, as bits. */
const BOOLEAN = 1;
const INTEGER = 2;
const NUMBER = 4;
const TEXT = 8;
const LIST = 16;
const OBJECT = 32;

/** Deeper values, wider objects and larger trees than any trainer reads become JSON text instead of columns. */
const DEEPEST = 12;
const WIDEST = 64;
const MOST_NODES = 1 << 14;

interface Node {
  kinds: number;
  /** How many objects stood here, and in how many of its parent's this one. */
  objects: number;
  seen: number;
  items: Node | undefined;
  members: Map<string, Node> | undefined;
  /** Its keys are data, or too many or too deep for columns. */
  free: boolean;
}

const newNode = (): Node => ({
  kinds: 0,
  objects: 0,
  seen: 0,
  items: undefined,
  members: undefined,
  free: false,
});

/** Learns from records one by one; what comes out does not depend on their order but for that of the columns. */
export class TableShape {
  readonly #columns = new Map<string, Node>();
  #nodes = 0;

  /** How many columns there are so far. */
  get width(): number {
    return this.#columns.size;
  }

  observe(record: JsonObject): void {
    for (const key of Object.keys(record)) {
      let node = this.#columns.get(key);
      if (node === undefined) {
        node = newNode();
        this.#columns.set(key, node);
      }
      this.#observe(node, record[key] as JsonValue, 1);
    }
  }

  #observe(node: Node, value: JsonValue, depth: number): void {
    if (value === null) return;
    if (typeof value === 'string') node.kinds |= TEXT;
    else if (typeof value === 'number') node.kinds |= Number.isSafeInteger(value) ? INTEGER : NUMBER;
    else if (typeof value === 'boolean') node.kinds |= BOOLEAN;
    else if (Array.isArray(value)) {
      node.kinds |= LIST;
      if (depth >= DEEPEST) node.free = true;
      if (node.free || value.length === 0) return;
      node.items ??= this.#child();
      for (const item of value) this.#observe(node.items, item, depth + 1);
    } else {
      node.kinds |= OBJECT;
      this.#observeObject(node, value, depth);
    }
  }

  #observeObject(node: Node, value: JsonObject, depth: number): void {
    node.objects += 1;
    if (node.free) return;
    node.members ??= new Map();
    for (const key of Object.keys(value)) {
      let member = node.members.get(key);
      if (member === undefined) {
        // Many readers build a plain object, in which that name sets its prototype and no member.
        const unheard = key === '__proto__' || key === '' || !key.isWellFormed();
        if (unheard || depth >= DEEPEST || node.members.size >= WIDEST || this.#nodes >= MOST_NODES) {
          node.free = true;
          node.members = undefined;
          return;
        }
        member = this.#child();
        node.members.set(key, member);
      }
      member.seen += 1;
      this.#observe(member, value[key] as JsonValue, depth + 1);
    }
  }

  #child(): Node {
    this.#nodes += 1;
    return newNode();
  }

  /** The columns in the order in which records brought them. */
  columns(): readonly NamedColumn[] {
    return [...this.#columns].map(([name, node]) => [name, columnOf(node, `/${escapeStep(name)}`)]);
  }
}

function columnOf(node: Node, place: string): Column {
  const { kinds } = node;
  if (node.free) return { kind: 'json', place };
  // Nothing but null: any type would do, and text is what most readers expect.
  if (kinds === 0 || kinds === TEXT) return { kind: 'text', place };
  if (kinds === BOOLEAN) return { kind: 'boolean', place };
  if (kinds === INTEGER) return { kind: 'integer', place };
  if ((kinds & ~(INTEGER | NUMBER)) === 0) return { kind: 'number', place };
  if (kinds === LIST) {
    return { kind: 'list', place, items: columnOf(node.items ?? newNode(), `${place}/[]`) };
  }
  if (kinds !== OBJECT || !hasCommonKey(node)) return { kind: 'json', place };
  const members = [...(node.members ?? [])].map(
    ([name, member]): NamedColumn => [name, columnOf(member, `${place}/${escapeStep(name)}`)],
  );
  return { kind: 'struct', place, members };
}

/**
 * Objects of one sort share at least one key: `role`, `type`, `name`. Where none is shared, the keys are data, like the
 * arguments of different tools; a struct of all of them would give every tool the arguments of every other, as null.
 */
const hasCommonKey = ({ members, objects }: Node): boolean =>
  members !== undefined && [...members.values()].some(({ seen }) => seen === objects);

/** A value as its column takes it: whole numbers as bigint, structs with every member, absent as null. */
export type Fitted = null | boolean | number | bigint | string | Fitted[] | { [name: string]: Fitted };

/** Makes a value fit its column; what changes on the way is counted. */
export function fitted(value: JsonValue | undefined, column: Column, losses: LossCounts): Fitted {
  if (value === null) return null;
  if (value === undefined) {
    losses.add('absent-as-null', column.place);
    return null;
  }
  switch (column.kind) {
    case 'boolean':
      return value as boolean;
    case 'integer':
      return BigInt(value as number);
    case 'number':
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) losses.add('inexact-number', column.place);
      return value as number;
    case 'text':
      return wellFormed(value as string, column.place, losses);
    case 'list':
      return (value as JsonValue[]).map((item) => fitted(item, column.items, losses));
    case 'struct': {
      // Without a prototype: whoever asks for `constructor` finds only what was given.
      const struct = Object.create(null) as { [name: string]: Fitted };
      for (const [name, member] of column.members) {
        const inner = Object.hasOwn(value as JsonObject, name) ? (value as JsonObject)[name] : undefined;
        struct[name] = fitted(inner, member, losses);
      }
      return struct;
    }
    case 'json':
      // Text stays text: a trainer would learn the quotes around it.
      if (typeof value === 'string') return wellFormed(value, column.place, losses);
      losses.add('json-text', column.place);
      return JSON.stringify(value);
  }
}

function wellFormed(text: string, place: string, losses: LossCounts): string {
  if (!text.isWellFormed()) losses.add('lone-surrogate', place);
  return text;
}
