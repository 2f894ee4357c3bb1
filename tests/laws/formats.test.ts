// What holds for every format: it never throws, it understands what it recognizes, and no text vanishes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import { type Example, type Message, partPointer, partsOf, textPointer } from '../../src/model/example.ts';
import type { NotedProblem } from '../../src/model/finding.ts';
import type { Format } from '../../src/model/format.ts';
import { isObject, type JsonObject, type JsonValue } from '../../src/model/json.ts';
import { resolvePointer } from '../../src/model/pointer.ts';
import { anything, containers, damagedRecord, ODD_KEYS } from '../support/damaged-records.ts';
import { FORMAT_RECORDS } from '../support/format-records.ts';

const seed = 60_331;

/** The record with every text made one that occurs nowhere else; equal texts stay equal, words of the shape stay. */
function marked(record: JsonObject, words: ReadonlySet<string>): { value: JsonObject; marks: string[] } {
  const marks = new Map<string, string>();
  const visit = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') {
      if (words.has(value) || /^[[{]|Human:/.test(value)) return value;
      const mark = marks.get(value) ?? `§${marks.size}§`;
      marks.set(value, mark);
      return mark;
    }
    if (Array.isArray(value)) return value.map(visit);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
  };
  const value = visit(record) as JsonObject;
  return { value, marks: [...marks.values()] };
}

/** Texts that stand under these keys say what a thing is, not what is said. */
const SHAPE_KEYS = new Set(['role', 'from', 'type', 'schemaVersion']);

function shapeWords(record: JsonObject): Set<string> {
  const words = new Set<string>();
  for (const container of containers(record)) {
    for (const [key, value] of Object.entries(container)) {
      if (SHAPE_KEYS.has(key) && typeof value === 'string') words.add(value);
    }
  }
  return words;
}

function messagesOf(example: Example): readonly Message[] {
  switch (example.kind) {
    case 'conversation':
      return example.messages;
    case 'passage':
      return example.segments;
    case 'task':
      return example.prompt;
    case 'steps':
      return [...example.prompt, ...example.steps.map(({ message }) => message)];
    case 'rating':
      return [...example.prompt, ...example.answer.messages];
    default:
      return [...example.prompt, ...example.answers.flatMap(({ messages }) => messages)];
  }
}

describe.each(FORMATS)('$id', (format: Format) => {
  const templates = FORMAT_RECORDS[format.id] ?? [];
  const record = damagedRecord(templates);
  /** Objects with the keys of the format and any values. */
  const nearly = fc.dictionary(fc.constantFrom(...format.keys, ...ODD_KEYS), anything);

  test('understands each of its dialects without a complaint', () => {
    for (const value of templates) {
      const notes: NotedProblem[] = [];
      const example = format.parse(value, (problem) => notes.push(problem));
      expect(notes).toEqual([]);
      expect(format.kinds).toContain(example?.kind);
    }
  });

  test('never throws, whatever it is given', () => {
    const value = fc.oneof(
      record,
      nearly,
      fc.jsonValue({ maxDepth: 5 }).filter(isObject) as fc.Arbitrary<JsonObject>,
    );
    fc.assert(
      fc.property(value, (input) => {
        const before = JSON.stringify(input);
        format.recognize(input);
        format.parse(input, ({ pointer }) => {
          // A complaint stands somewhere in the record, or at what is missing in it.
          expect(resolvePointer(input, pointer)).toBeDefined();
        });
        expect(JSON.stringify(input)).toBe(before);
      }),
      { seed, numRuns: 600 },
    );
  });

  test('understands what it recognizes', () => {
    fc.assert(
      fc.property(fc.oneof(record, nearly), (value) => {
        if (format.recognize(value) !== undefined) expect(format.parse(value, () => {})).toBeDefined();
      }),
      { seed, numRuns: 600 },
    );
  });

  test('no text vanishes', () => {
    let recognized = 0;
    fc.assert(
      fc.property(record, (harmed) => {
        const { value, marks } = marked(harmed, shapeWords(harmed));
        if (format.recognize(value) === undefined) return;
        recognized += 1;
        const kept = JSON.stringify(format.parse(value, () => {}));
        expect(marks.filter((mark) => !kept.includes(mark))).toEqual([]);
      }),
      { seed, numRuns: 1200 },
    );
    expect(recognized).toBeGreaterThan(100);
  });

  test('every message and every part has a place', () => {
    fc.assert(
      fc.property(record, (value) => {
        const example = format.parse(value, () => {});
        for (const message of example === undefined ? [] : messagesOf(example)) {
          if (typeof message.content === 'string') {
            expect(resolvePointer(value, textPointer(message))).toBeTypeOf('string');
          }
          for (const part of partsOf(message)) {
            expect(resolvePointer(value, partPointer(message, part))).toBeDefined();
            if (part.type !== 'call') continue;
            expect(resolvePointer(value, partPointer(message, part) + part.nameInside)).toBeDefined();
          }
        }
        for (const tool of example?.tools ?? []) {
          expect(
            resolvePointer(value, tool.index < 0 ? tool.base : `${tool.base}/${tool.index}`),
          ).toBeDefined();
        }
      }),
      { seed, numRuns: 600 },
    );
  });
});
