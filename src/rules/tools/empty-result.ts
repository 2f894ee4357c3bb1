// A tool that gave nothing, or failed, and an answer as if it had worked.

import { textPointer } from '../../model/example.ts';
import { isObject, type JsonValue, member } from '../../model/json.ts';
import { parseJson } from '../../model/parse-json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { assistant, calling, result, tool, user } from '../sample.ts';
import { APIGEN } from '../sources.ts';
import { exchangesOf } from '../tool-exchanges.ts';

const tools = [tool('weather', { city: { type: 'string' } })];
const ask = [user('Weather in Bonn?'), calling(['weather', { city: 'Bonn' }, 'a'])];

/** Longer results hold something beside the fault. */
const LONGEST = 2000;
const NOTHING: ReadonlySet<string> = new Set([
  '',
  'null',
  'none',
  'undefined',
  '{}',
  '[]',
  '""',
  "''",
  'nan',
]);
const FAILED =
  /^\s{0,4}(?:error\b|traceback \(most recent call last\)|exception\b|http(?: error)? [45]\d\d\b)/i;
/** Words with which an answer owns up to it, or asks, in the languages of the sets that were looked at. */
const OWNS_UP =
  /\b(?:sorry|apolog|unfortunate|unable|can(?:no|['’])t|could|would|error|fail|issue|problem|trouble|invalid|wrong|again|empty|nothing|none|no|not|seems?|appears?|however|instead|missing|unavailable|please)\b|n['’]t\b|\?|？|抱歉|对不起|无法|错误|失败|没有|未|不|请/i;

export const emptyResult = defineRecordRule({
  id: 'tools/empty-result',
  title: 'Answer without a result',
  why: 'The tool gave nothing and the answer states facts: the model learns to make them up.',
  mend: 'Bring back the result, or answer that the tool failed.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    nothing: 'The tool gave nothing, and the answer states what it was asked for.',
    failed: 'The tool failed, and the answer does not say so.',
  },
  sources: [APIGEN],
  examples: {
    good: [
      {
        title: 'a result',
        record: { messages: [...ask, result('a', 'Sunny, 21 °C'), assistant('21 °C.')], tools },
      },
      {
        title: 'it says that it failed',
        record: {
          messages: [...ask, result('a', '{"error": "no such city"}'), assistant('I could not find Bonn.')],
          tools,
        },
      },
      {
        title: 'a tool that only does something',
        record: {
          messages: [
            user('Save it.'),
            calling(['save', {}, 'a']),
            result('a', '{}'),
            assistant('It is saved.'),
          ],
          tools: [tool('save')],
        },
      },
    ],
    bad: [
      {
        title: 'an empty list, and a figure',
        record: { messages: [...ask, result('a', '[]'), assistant('It is 21 degrees in Bonn.')], tools },
        finds: [{ message: 'nothing', pointer: '/messages/3/content' }],
      },
      {
        title: 'an error, and a figure',
        record: {
          messages: [...ask, result('a', '{"error": "timeout"}'), assistant('It is 21 degrees in Bonn.')],
          tools,
        },
        finds: [{ message: 'failed', pointer: '/messages/3/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    for (const { results, next } of exchangesOf(view.turns)) {
      const turn = view.turns[next];
      if (results.length === 0 || turn === undefined || !turn.learned || turn.text === '') continue;
      const kinds = results.map(({ content }) => verdictOf(content));
      const [first] = kinds;
      if (first === undefined || kinds.some((kind) => kind === undefined)) continue;
      if (OWNS_UP.test(turn.text)) continue;
      // What was done needs no result; a figure can only come from one.
      if (
        first === 'nothing' &&
        !tellsNewFigure(
          turn.text,
          view.turns.slice(0, next).map(({ text }) => text),
        )
      )
        continue;
      report({ message: first, pointer: textPointer(turn.message) });
    }
  },
});

function verdictOf(content: JsonValue): 'nothing' | 'failed' | undefined {
  const value = typeof content === 'string' ? read(content) : content;
  if (value === null || value === '') return 'nothing';
  if (typeof value === 'string') {
    if (NOTHING.has(value.trim().toLowerCase())) return 'nothing';
    return FAILED.test(value) ? 'failed' : undefined;
  }
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : undefined;
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'nothing';
  const error = member(value, 'error');
  const isError = error !== undefined && error !== null && error !== false && error !== '' && error !== 0;
  return isError && keys.length <= 3 ? 'failed' : undefined;
}

/** JSON as what it says; any other text as it stands. */
const read = (text: string): JsonValue => (text.length > LONGEST ? text : (parseJson(text) ?? text));

const tellsNewFigure = (answer: string, said: readonly string[]): boolean =>
  (answer.match(/\d+(?:[.,]\d+)*/g) ?? [])
    .slice(0, 50)
    .some((figure) => !said.some((text) => text.includes(figure)));
