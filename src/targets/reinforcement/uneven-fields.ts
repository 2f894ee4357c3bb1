// Fields beside the prompt that some records have and others do not, or that are now of this type, now of that.

import { type JsonObject, kindOf } from '../../model/json.ts';
import type { Position } from '../../model/position.ts';
import { comparePositions } from '../../model/position.ts';
import { defineDatasetRule } from '../../model/rule.ts';

const record = (n: number, more: JsonObject): JsonObject => ({
  messages: [{ role: 'user', content: `How much is ${n} and 2?` }],
  ...more,
});
const KNOWN: ReadonlySet<string> = new Set(['messages', 'tools']);
/** Names followed, the first of the alphabet: whatever the cutting, a name among them was never dropped. */
const MOST = 64;

interface Field {
  count: number;
  /** The first record with each type. */
  readonly kinds: Map<string, Position>;
}
interface State {
  total: number;
  readonly fields: Map<string, Field>;
}

export const unevenFields = defineDatasetRule({
  id: 'target/uneven-grader-fields',
  title: 'Field for the grader that is not alike in all records',
  why: 'A grader reads its fields from every record: where one is missing or of another type, its template fails or compares a number with a text.',
  mend: 'Give every record the field, always in the same type; null counts as a type of its own.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    some: '{count} of {total#record} have the field {field}.',
    kinds: 'The field {field} is {first} in some records and {second} in others.',
  },
  sources: [
    {
      title: 'OpenAI API description, graders',
      url: 'https://github.com/openai/openai-openapi',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'the same in all',
        target: 'openai-rft',
        records: [record(1, { answer: '3' }), record(2, { answer: '4' })],
      },
      { title: 'none at all', target: 'openai-rft', records: [record(1, {}), record(2, {})] },
    ],
    bad: [
      {
        title: 'missing in one',
        target: 'openai-rft',
        records: [record(1, { answer: '3', unit: 'm' }), record(2, { answer: '4' })],
        finds: [{ message: 'some', pointer: '', data: { field: 'unit', count: 1, total: 2 } }],
      },
      {
        title: 'a number and a text',
        target: 'openai-rft',
        records: [record(1, { answer: '3' }), record(2, { answer: 4 })],
        finds: [
          { message: 'kinds', pointer: '', data: { field: 'answer', first: 'text', second: 'a number' } },
        ],
      },
    ],
  },
  create: () => ({
    empty: (): State => ({ total: 0, fields: new Map() }),
    add(state: State, { value, at }) {
      state.total += 1;
      for (const key in value) {
        if (KNOWN.has(key)) continue;
        const field = fieldOf(state, key);
        field.count += 1;
        notice(field, kindOf(value[key]), at);
      }
      if (state.fields.size > MOST * 2) trim(state);
    },
    merge(into: State, from: State) {
      into.total += from.total;
      for (const [key, { count, kinds }] of from.fields) {
        const field = fieldOf(into, key);
        field.count += count;
        for (const [kind, at] of kinds) notice(field, kind, at);
      }
      trim(into);
    },
    finish(state: State, report) {
      trim(state);
      const { total, fields } = state;
      for (const [field, { count, kinds }] of [...fields].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const order = [...kinds].sort(([, a], [, b]) => comparePositions(a, b));
        const related = order.slice(0, 3).map(([kind, at]) => ({ at, label: `first as ${kind}` }));
        if (count < total) report({ message: 'some', pointer: '', data: { field, count, total }, related });
        const [first, second] = order;
        if (first === undefined || second === undefined) continue;
        report({
          message: 'kinds',
          pointer: '',
          data: { field, first: first[0], second: second[0] },
          related,
        });
      }
    },
  }),
});

function fieldOf({ fields }: State, key: string): Field {
  let field = fields.get(key);
  if (field === undefined) {
    field = { count: 0, kinds: new Map() };
    fields.set(key, field);
  }
  return field;
}

function trim({ fields }: State): void {
  if (fields.size <= MOST) return;
  for (const key of [...fields.keys()].sort().slice(MOST)) fields.delete(key);
}

function notice({ kinds }: Field, kind: string, at: Position): void {
  const known = kinds.get(kind);
  if (known === undefined || comparePositions(at, known) < 0) kinds.set(kind, at);
}
