// A span whose start and end do not lead to its text.

import { textPointer } from '../../model/example.ts';
import { isObject, type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const STARTS = ['start', 'start_offset', 'startIndex', 'start_index', 'start_char', 'begin', 'answer_start'];
const ENDS = ['end', 'end_offset', 'endIndex', 'end_index', 'end_char'];
const TEXTS = ['text', 'value', 'span', 'entity', 'word', 'surface'];
const SHOWN = 5;
const MOST_SPANS = 100;
const LONGEST_TEXT = 200_000;

interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number | undefined;
}

const ASK = 'Find the cities: She moved from Bonn to Ulm.';
const span = (text: string, start: number, end: number) => JSON.stringify([{ text, start, end }]);

export const offsetMismatch = defineRecordRule({
  id: 'extraction/offset-mismatch',
  title: 'Span at another place',
  why: 'The model learns numbers that lead nowhere; whoever cuts the text by them gets something else.',
  mend: 'Count the place again, in characters of the text that the model is shown.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    place: '“{text}” does not stand at {start} of what was asked.',
    length: '“{text}” is not as long as from {start} to {end}.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'in the whole question', record: pair(ASK, span('Bonn', 32, 36)) },
      { title: 'in the sentence after the instruction', record: pair(ASK, span('Bonn', 15, 19)) },
      {
        title: 'counted in code points, as Python does',
        record: pair('🙂🙂 She moved to Ulm.', span('Ulm', 16, 19)),
      },
      {
        title: 'a text that was put in other words',
        record: pair(ASK, '{"text": "two cities", "start": 0, "end": 2}'),
      },
    ],
    bad: [
      {
        title: 'beyond the place',
        record: pair('Bonn is old.', span('Bonn', 40, 44)),
        finds: [{ message: 'place', pointer: '/completion', data: { text: 'Bonn', start: 40 } }],
      },
      {
        title: 'too short an end',
        record: pair(ASK, span('Bonn', 32, 34)),
        finds: [{ message: 'length', pointer: '/completion', data: { text: 'Bonn', start: 32, end: 34 } }],
      },
      {
        title: 'two spans that no shift explains',
        record: pair(
          ASK,
          JSON.stringify([
            { text: 'Bonn', start: 32, end: 36 },
            { text: 'Ulm', start: 20, end: 23 },
          ]),
        ),
        finds: [{ message: 'place', pointer: '/completion', data: { text: 'Ulm', start: 20 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (!turn.learned || (turn.bits & TextBits.brace) === 0 || (turn.bits & TextBits.digit) === 0) continue;
      if (!turn.text.includes('tart') && !turn.text.includes('begin')) continue;
      const spans = spansIn(turn.json?.value);
      if (spans.length === 0) continue;
      const pointer = textPointer(turn.message);
      let told = 0;
      const placed: Span[] = [];
      for (const one of spans) {
        const { text, start, end } = one;
        if (end === undefined || fitsLength(text, end - start)) placed.push(one);
        else if (told < SHOWN && isIn(text, view.turns)) {
          told += 1;
          report({ message: 'length', pointer, data: { text, start, end } });
        }
      }
      for (const { text, start } of misplaced(placed, view.turns).slice(0, SHOWN - told)) {
        report({ message: 'place', pointer, data: { text, start } });
      }
    }
  },
});

function spansIn(value: JsonValue | undefined, spans: Span[] = []): Span[] {
  if (spans.length >= MOST_SPANS || typeof value !== 'object' || value === null) return spans;
  if (isObject(value)) {
    const start = firstOf(value, STARTS);
    const text = firstOf(value, TEXTS);
    const end = firstOf(value, ENDS);
    if (typeof start === 'number' && typeof text === 'string' && text !== '') {
      spans.push({ text, start, end: typeof end === 'number' ? end : undefined });
    }
  }
  for (const inner of Object.values(value)) spansIn(inner, spans);
  return spans;
}

function firstOf(
  value: Readonly<Record<string, JsonValue>>,
  names: readonly string[],
): JsonValue | undefined {
  for (const name of names) {
    const found = member(value, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** In code units, code points or bytes; the end may be the last character or the one after it. */
function fitsLength(text: string, length: number): boolean {
  const lengths = [text.length, [...text].length, Buffer.byteLength(text)];
  return lengths.some((n) => length === n || length === n - 1);
}

const asked = (turns: readonly Turn[]): readonly string[] =>
  turns.filter(({ learned, text }) => !learned && text.length <= LONGEST_TEXT).map(({ text }) => text);

const isIn = (text: string, turns: readonly Turn[]): boolean =>
  asked(turns).some((other) => other.includes(text));

/**
 * The spans that no reading explains: places are counted in code units, code points or bytes of one text, from its
 * beginning or from where an instruction before it ends. What does not occur at all is another matter.
 */
function misplaced(spans: readonly Span[], turns: readonly Turn[]): readonly Span[] {
  let least: readonly Span[] | undefined;
  for (const text of asked(turns)) {
    const known = spans.filter((span) => text.includes(span.text));
    if (known.length < spans.length && spans.length > 0) continue;
    const places = known.map((span) => occurrences(text, span.text));
    for (const measure of measures(text)) {
      const shifts = new Map<number, number>();
      known.forEach(({ start }, i) => {
        for (const shift of new Set(places[i]?.map((place) => measure(place) - start))) {
          if (shift >= 0) shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
        }
      });
      const [best] = [...shifts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      const wrong = known.filter(
        ({ start }, i) =>
          best === undefined || places[i]?.every((place) => measure(place) - start !== best[0]),
      );
      if (least === undefined || wrong.length < least.length) least = wrong;
    }
  }
  return least ?? [];
}

/** From a place in code units to the same place counted in code points or in bytes. */
function measures(text: string): readonly ((place: number) => number)[] {
  const units = (place: number): number => place;
  if (!/[^\x00-\x7f]/.test(text)) return [units];
  const points = new Uint32Array(text.length + 1);
  const bytes = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const isSecond = unit >= 0xdc00 && unit < 0xe000;
    points[i + 1] = (points[i] as number) + (isSecond ? 0 : 1);
    // Each half of a pair stands for two of its four bytes.
    const isHalf = unit >= 0xd800 && unit < 0xe000;
    bytes[i + 1] = (bytes[i] as number) + (unit < 0x80 ? 1 : unit < 0x800 || isHalf ? 2 : 3);
  }
  return [units, (place) => points[place] as number, (place) => bytes[place] as number];
}

const MOST_PLACES = 20;

function occurrences(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(part, at + 1)) {
    places.push(at);
  }
  return places;
}
