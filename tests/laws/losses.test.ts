// Nothing vanishes silently: from any format to any other, every leaf of the record is in what is written, or in the losses.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adapt, USUAL_WISHES } from '../../src/formats/adapt.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { plainExample } from '../../src/formats/plain-example.ts';
import type { Format, Loss } from '../../src/model/format.ts';
import { isObject, type JsonObject, type JsonValue } from '../../src/model/json.ts';
import { escapeStep, isWithin, type Pointer } from '../../src/model/pointer.ts';
import { FORMAT_RECORDS } from '../support/format-records.ts';
import { variedRecord } from '../support/varied-records.ts';

const seed = 40_921;

/** What a thing is in the words of its own format, and what says no more than its absence would. */
const SHAPE_KEYS = new Set([
  'role',
  'from',
  'type',
  'schemaVersion',
  'weight',
  'loss_weight',
  'label',
  'thought',
]);

interface Leaf {
  readonly pointer: Pointer;
  readonly value: string | number | boolean;
}

function leavesOf(value: JsonValue, pointer: Pointer = '', key = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => leavesOf(item, `${pointer}/${i}`, key));
  if (isObject(value)) {
    return Object.entries(value).flatMap(([name, inner]) =>
      leavesOf(inner, `${pointer}/${escapeStep(name)}`, name),
    );
  }
  // Nothing said is nothing lost.
  if (value === null || value === '' || SHAPE_KEYS.has(key)) return [];
  return [{ pointer, value }];
}

/** Everything that is said anywhere in a record, texts that hold JSON opened. */
function* saidIn(value: JsonValue): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* saidIn(item);
  else if (isObject(value)) for (const item of Object.values(value)) yield* saidIn(item);
  else yield String(value);
  if (typeof value !== 'string') return;
  const opened = opening(value);
  if (opened !== undefined) yield* saidIn(opened);
}

function opening(text: string): JsonValue | undefined {
  const start = text.search(/[[{]/);
  if (start < 0) return undefined;
  try {
    const value = JSON.parse(text.slice(start)) as JsonValue;
    return typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSaid({ value }: Leaf, said: readonly string[]): boolean {
  if (said.some((text) => text.includes(String(value)))) return true;
  // A media type may be told by its second half.
  if (/^\w+\/\w+$/.test(String(value)) && said.includes(String(value).split('/')[1] ?? '')) return true;
  const turns = typeof value === 'string' ? value.split(/\n\n(?:Human|Assistant): ?/) : [];
  if (turns.length > 1) return turns.every((turn) => said.some((text) => text.includes(turn)));
  const opened = typeof value === 'string' ? opening(value) : undefined;
  return opened !== undefined && leavesOf(opened).every((leaf) => isSaid(leaf, said));
}

const ALL = FORMATS.flatMap((from) => FORMATS.map((to) => ({ from, to, name: `${from.id} → ${to.id}` })));

describe.each(ALL)('$name', ({ from, to }: { from: Format; to: Format }) => {
  test('every leaf arrives or is told of', () => {
    let written = 0;
    const convert = (value: JsonObject): void => {
      let complaints = 0;
      const example = from.parse(value, () => {
        complaints += 1;
      });
      if (example === undefined || complaints > 0) return;
      const losses: Loss[] = [];
      const lose = (loss: Loss) => losses.push(loss);
      const plain = from.id === to.id ? example : plainExample(example, lose);
      const adapted = adapt(plain, { kinds: to.kinds, texts: false }, USUAL_WISHES, lose);
      if (!('length' in adapted)) return;
      const said: string[] = [];
      for (const one of adapted) {
        const fit = from.id === to.id ? one : (to.adopt?.(one, lose) ?? one);
        const record = to.serialize(fit, lose);
        if ('refused' in record) return;
        written += 1;
        said.push(...saidIn(JSON.parse(JSON.stringify(record.record)) as JsonValue));
      }
      const vanished = leavesOf(value).filter(
        (leaf) => !losses.some(({ pointer }) => isWithin(leaf.pointer, pointer)) && !isSaid(leaf, said),
      );
      expect(vanished.map(({ pointer, value: leaf }) => `${pointer}: ${leaf}`).join(' | ')).toBe('');
    };
    const templates = FORMAT_RECORDS[from.id] ?? [];
    for (const template of templates) convert(template);
    fc.assert(fc.property(variedRecord(templates, true), convert), { seed, numRuns: 60 });
    if (from.id === to.id) expect(written).toBeGreaterThan(10);
  });
});
