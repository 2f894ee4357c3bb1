// What rules of the set lean on: shares with a bound, first places, and what many records have in common.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash32 } from '../../src/model/hash.ts';
import { addHeavy, emptyHeavy, type Heavy, heaviest, mergeHeavy } from '../../src/tally/heavy.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places } from '../../src/tally/places.ts';
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
