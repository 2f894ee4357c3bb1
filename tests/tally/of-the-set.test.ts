// What rules of the set lean on: shares with a bound, first places, and what many records have in common.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash32 } from '../../src/model/hash.ts';
import {
  addClassWord,
  type ClassWords,
  emptyClassWords,
  mergeClassWords,
  readClassWords,
} from '../../src/tally/class-words.ts';
import { addHeavy, emptyHeavy, type Heavy, heaviest, mergeHeavy } from '../../src/tally/heavy.ts';
import { addKeyed, emptyKeyed, type Keyed, mergeKeyed, readKeyed } from '../../src/tally/keyed.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places } from '../../src/tally/places.ts';
import { addToRuns, countRuns, emptyRuns, mergeRuns, type Runs } from '../../src/tally/runs.ts';
import { draw, emptySample, mergeSample, readSample, type Sample } from '../../src/tally/sample.ts';
import { isMixed, wilsonLow } from '../../src/tally/share.ts';

describe('a share', () => {
  test.each([
    [0, 0, 0],
    [0, 50, 0],
    [50, 100, 0.4038],
    [10, 10, 0.7225],
  ])('of %i among %i is at least %f', (count, total, low) => {
    expect(wilsonLow(count, total)).toBeCloseTo(low, 4);
  });

  test('is never above what was seen', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const [count, total] = a < b ? [a, b] : [b, a];
        expect(wilsonLow(count, total)).toBeLessThanOrEqual(total === 0 ? 0 : count / total);
      }),
      { seed: 20261124 },
    );
  });

  test('is mixed only when both sides are more than strays', () => {
    expect([isMixed(50, 100), isMixed(1, 100), isMixed(99, 100), isMixed(2, 4)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

interface Family<S> {
  empty(): S;
  add(state: S, index: number): void;
  merge(into: S, from: S): void;
  read(state: S): unknown;
}

const places: Family<Places> = {
  empty: emptyPlaces,
  add: (state, index) => addPlace(state, { source: index % 3, index }),
  merge: mergePlaces,
  read: (state) => state,
};
const WORDS = ['sure', 'of course', 'no', 'well'];
const heavy: Family<Heavy> = {
  empty: emptyHeavy,
  add(state, index) {
    const word = WORDS[(index * index) % 4] ?? '';
    addHeavy(state, hash32(word), { source: 0, index }, word);
  },
  merge: mergeHeavy,
  read: heaviest,
};

const sample: Family<Sample> = {
  empty: () => emptySample(6),
  // Several places have the same text, hence the same hash.
  add: (state, index) => draw(state, hash32(`${index % 50}`), { source: 0, index }, `${index % 50}`),
  merge: mergeSample,
  read: readSample,
};
const classWords: Family<ClassWords> = {
  empty: () => emptyClassWords(6),
  add: (state, index) => addClassWord(state, `w${index % 11}`, `c${index % 13}`, { source: 0, index }),
  merge: mergeClassWords,
  read: (state) =>
    [...readClassWords(state)]
      .map(([word, use]) => [word, use.total, use.spread, use.first, [...use.classes].sort()])
      .sort(),
};

const keyed: Family<Keyed> = {
  empty: () => emptyKeyed(5),
  add: (state, index) => addKeyed(state, `key ${(index * index) % 17}`, { source: 0, index }),
  merge: mergeKeyed,
  read: readKeyed,
};

function holdsLaws<S>({ empty, add, merge, read }: Family<S>): void {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(500), { maxLength: 30 }), { maxLength: 5 }), (parts) => {
      const whole = empty();
      for (const index of parts.flat()) add(whole, index);
      const states = parts.map((part) => {
        const state = empty();
        for (const index of part) add(state, index);
        return structuredClone(state);
      });
      const forwards = empty();
      for (const state of states) merge(forwards, structuredClone(state));
      const backwards = empty();
      for (const state of states.toReversed()) merge(backwards, state);
      expect(read(forwards)).toEqual(read(whole));
      expect(read(backwards)).toEqual(read(whole));
    }),
    { seed: 20261124 },
  );
}

test('places add up in any cutting and order', () => holdsLaws(places));
test('what is heavy adds up in any cutting and order', () => holdsLaws(heavy));
test('what is drawn adds up in any cutting and order', () => holdsLaws(sample));
test('words of classes add up in any cutting and order', () => holdsLaws(classWords));

test('a sample holds the smallest hashes, each once and from its first place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 200 }), (numbers) => {
      const state = emptySample(6);
      numbers.forEach((n, index) => {
        draw(state, hash32(`${n}`), { source: 0, index }, `${n}`);
      });
      const hashes = [...new Set(numbers.map((n) => hash32(`${n}`)))].sort((a, b) => a - b).slice(0, 6);
      const drawn = readSample(state);
      expect(drawn.map(({ hash }) => hash)).toEqual(hashes);
      for (const { text, at } of drawn) expect(at.index).toBe(numbers.indexOf(Number(text)));
    }),
    { seed: 20261125 },
  );
});

test('runs are those of the whole, whoever saw which record', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 60 }), (records) => {
      const parts: Runs[] = [emptyRuns(), emptyRuns(), emptyRuns(), emptyRuns()];
      records.forEach(([value, part], index) => {
        addToRuns(parts[part] as Runs, { source: 0, index }, `${value}`);
      });
      const values = records.map(([value]) => value);
      const runs = values.filter((value, i) => i === 0 || value !== values[i - 1]).length;
      for (const order of [parts, parts.toReversed()]) {
        const total = emptyRuns();
        for (const part of order) mergeRuns(total, structuredClone(part));
        expect(countRuns(total)).toBe(runs);
      }
    }),
    { seed: 20261125 },
  );
});

test('a source, and a record without a value, ends a run', () => {
  const runs = emptyRuns();
  addToRuns(runs, { source: 0, index: 0 }, 'a');
  addToRuns(runs, { source: 0, index: 2 }, 'a');
  addToRuns(runs, { source: 1, index: 3 }, 'a');
  expect(countRuns(runs)).toBe(3);
});
test('what is counted by key adds up in any cutting and order, over its bound too', () => holdsLaws(keyed));
