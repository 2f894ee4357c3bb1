// Records of one file that do not have the same shape, which the loader of most trainers cannot keep apart.

import { compareText } from '../../model/finding.ts';
import { isObject, type JsonValue, member } from '../../model/json.ts';
import { comparePositions, type Position } from '../../model/position.ts';
import { defineDatasetRule } from '../../model/rule.ts';

/** The loader takes the columns from a first batch of so many bytes. */
const FIRST_BATCH = 10 * 1024 * 1024;
/** The first so many columns are known; which those are does not depend on the cutting. */
const MOST_COLUMNS = 1000;

const record = (content: JsonValue) => ({
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content },
  ],
});
const parts = [{ type: 'text', text: 'Hello!' }];

interface SourceShapes {
  asText: Position | undefined;
  asList: Position | undefined;
  /** Where each column stands first. */
  readonly columns: Map<string, Position>;
}
type State = Map<number, SourceShapes>;

export const mixedShapes = defineDatasetRule({
  id: 'target/hf-mixed-shapes',
  title: 'Shapes that the loader mixes up',
  why: 'The datasets library under most trainers gives a column one type. Where contents are texts here and lists there, older versions end the load, and newer ones turn a text such as 42, true or {"a":1} into a number, a boolean or an object; a column that first appears after the first 10 MB ends the load.',
  mend: 'Write every content as text, or every one as a list, and the same columns on every record, null where there is nothing.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    content: 'Here the content of a turn is a list of parts, elsewhere in the file it is a text.',
    column: 'The column {column} appears here for the first time, {bytes} bytes into the file.',
  },
  sources: [
    {
      title: 'datasets, packaged_modules/json/json.py and utils/json.py at b7cb10b',
      url: 'https://github.com/huggingface/datasets',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'texts', target: 'trl-sft', records: [record('Hello!'), record('Hey!')] },
      { title: 'a content of null is no text', target: 'trl-sft', records: [record('Hello!'), record(null)] },
    ],
    bad: [
      {
        title: 'a text here, parts there',
        target: 'trl-sft',
        records: [record('Hello!'), record(parts)],
        finds: [{ message: 'content', pointer: '', index: 1 }],
      },
      {
        title: 'both in one record',
        target: 'trl-sft',
        records: [record(parts), record('Hello!')],
        finds: [{ message: 'content', pointer: '', index: 0 }],
      },
    ],
  },
  create: () => ({
    empty: (): State => new Map(),
    add(state: State, { value, at }) {
      const shapes = shapesOf(state, at.source);
      const messages = member(value, 'messages');
      if (Array.isArray(messages)) noteContents(shapes, messages, at);
      for (const column of Object.keys(value)) addColumn(shapes.columns, column, at);
    },
    merge(into: State, from: State) {
      for (const [source, { asText, asList, columns }] of from) {
        const shapes = shapesOf(into, source);
        shapes.asText = earlier(shapes.asText, asText);
        shapes.asList = earlier(shapes.asList, asList);
        for (const [column, at] of columns) addColumn(shapes.columns, column, at);
      }
    },
    finish(state: State, report) {
      for (const [, { asText, asList, columns }] of [...state].sort(([a], [b]) => a - b)) {
        if (asText !== undefined && asList !== undefined) report({ message: 'content', pointer: '' }, asList);
        for (const [column, at] of [...columns].sort(byPlace).slice(0, MOST_COLUMNS)) {
          const bytes = at.offset ?? 0;
          if (bytes > FIRST_BATCH) report({ message: 'column', pointer: '', data: { column, bytes } }, at);
        }
      }
    },
  }),
});

function shapesOf(state: State, source: number): SourceShapes {
  const known = state.get(source);
  if (known !== undefined) return known;
  const made: SourceShapes = { asText: undefined, asList: undefined, columns: new Map() };
  state.set(source, made);
  return made;
}

function noteContents(shapes: SourceShapes, messages: readonly JsonValue[], at: Position): void {
  for (const message of messages) {
    const content = isObject(message) ? message.content : undefined;
    if (typeof content === 'string') shapes.asText = earlier(shapes.asText, at);
    else if (Array.isArray(content)) shapes.asList = earlier(shapes.asList, at);
  }
}

const earlier = (a: Position | undefined, b: Position | undefined): Position | undefined =>
  a === undefined || (b !== undefined && comparePositions(b, a) < 0) ? b : a;

function addColumn(columns: Map<string, Position>, column: string, at: Position): void {
  const before = columns.get(column);
  if (before !== undefined && comparePositions(at, before) >= 0) return;
  columns.set(column, at);
  if (columns.size <= 2 * MOST_COLUMNS) return;
  for (const [late] of [...columns].sort(byPlace).slice(MOST_COLUMNS)) columns.delete(late);
}

const byPlace = ([a, at]: [string, Position], [b, bt]: [string, Position]): number =>
  comparePositions(at, bt) || compareText(a, b);
