// A conversation that is the beginning of another one.

import { partsOf } from '../../model/example.ts';
import { finishHash, type Hash64, hashNumber, startHash } from '../../model/hash.ts';
import type { Position } from '../../model/position.ts';
import { defineDatasetRule, type Turn } from '../../model/rule.ts';
import { append, at, type Column, emptyColumn, push } from '../../tally/columns.ts';
import { addPlace, emptyPlaces, relatedPlaces } from '../../tally/places.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

/** Hashes of 53 bits; a record has one end, and a beginning for every answer but its last. */
interface State {
  readonly ends: Column;
  readonly source: Column;
  readonly index: Column;
  readonly line: Column;
  readonly beginnings: Column;
}

const NO_LINE = 0xffffffff;

const talk = (...texts: readonly string[]) => ({
  messages: texts.map((content, i) => ({ role: i % 2 ? 'assistant' : 'user', content })),
});

export const conversationPrefix = defineDatasetRule({
  id: 'duplicates/conversation-prefix',
  title: 'Beginning of another conversation',
  why: 'A conversation that was exported after each turn trains its first answers as often as it has turns.',
  mend: 'Keep the longest of them.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { prefix: '{count#conversation} of {total} are the beginning of a longer one.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'two conversations', records: [talk('Hi', 'Hello!'), talk('Bye', 'Bye!', 'Hi', 'Hello!')] },
      { title: 'another answer', records: [talk('Hi', 'Hello!'), talk('Hi', 'Hey!', 'Bye', 'Bye!')] },
      { title: 'copies', records: [talk('Hi', 'Hello!'), talk('Hi', 'Hello!')] },
    ],
    bad: [
      {
        title: 'exported after each turn',
        records: [
          talk('Hi', 'Hello!'),
          talk('Hi', 'Hello!', 'And?', 'Well.'),
          talk('Hi', 'Hello!', 'And?', 'Well.', 'So?', 'Bye!'),
        ],
        finds: [{ message: 'prefix', pointer: '', data: { count: 2, total: 3 } }],
      },
      {
        title: 'the longer one first',
        records: [talk('Hi', 'Hello!', 'And?', 'Well.'), talk('Hi', 'Hello!')],
        finds: [{ message: 'prefix', pointer: '', data: { count: 1, total: 2 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => ({
    empty: (): State => ({
      ends: emptyColumn(true),
      source: emptyColumn(),
      index: emptyColumn(),
      line: emptyColumn(),
      beginnings: emptyColumn(true),
    }),
    add(state: State, { example, turns, at: place }) {
      if (example.kind !== 'conversation' || turns.length < 2) return;
      // Pictures and calls are not in the hash of a text.
      if (turns.some(({ message }) => partsOf(message).some(({ type }) => type !== 'text'))) return;
      let last = turns.length - 1;
      while (last >= 0 && turns[last]?.role !== 'assistant') last -= 1;
      if (last < 0) return;
      const hash = startHash();
      turns.forEach((turn, i) => {
        addTurn(hash, turn);
        if (i < last && turn.role === 'assistant') push(state.beginnings, keyOf(hash));
      });
      push(state.ends, keyOf(hash));
      push(state.source, place.source);
      push(state.index, place.index);
      push(state.line, place.line ?? NO_LINE);
    },
    merge(into: State, from: State) {
      for (const name of Object.keys(into) as (keyof State)[]) append(into[name], from[name]);
    },
    finish(state: State, report) {
      const { ends, beginnings } = state;
      if (beginnings.length === 0) return;
      const sorted = Float64Array.from({ length: beginnings.length }, (_, i) => at(beginnings, i)).sort();
      const early = emptyPlaces();
      for (let row = 0; row < ends.length; row += 1)
        if (holds(sorted, at(ends, row))) addPlace(early, placeOf(state, row));
      if (early.count === 0) return;
      const data = { count: early.count, total: ends.length };
      report({ message: 'prefix', pointer: '', data, related: relatedPlaces(early, 'here') });
    },
  }),
});

function addTurn(hash: Hash64, turn: Turn): void {
  hashNumber(hash, turn.role.charCodeAt(0));
  hashNumber(hash, turn.raw.low);
  hashNumber(hash, turn.raw.high);
}

/** The running hash as one whole number of 53 bits. */
function keyOf({ high, low }: Hash64): number {
  const done = { high, low };
  finishHash(done);
  return done.high * 2 ** 21 + (done.low >>> 11);
}

function holds(sorted: Float64Array, key: number): boolean {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] as number) < key) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === key;
}

function placeOf({ source, index, line }: State, row: number): Position {
  const known = at(line, row);
  return {
    source: at(source, row),
    index: at(index, row),
    ...(known === NO_LINE ? {} : { line: known }),
  };
}
