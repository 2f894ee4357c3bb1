// The frame of the two rules that tell answers far shorter or far longer than the rest.

import type { RecordView, ReportAt } from '../model/rule.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../tally/places.ts';

/** Steps per doubling of the length. */
const STEPS = 8;
const FEWEST = 50;
/** Robust deviations from the median. */
const FAR = 4;
/** More than that are a kind of their own, not outliers. */
const MOST_SHARE = 0.01;
/** A quarter of a doubling: lengths that are all alike would make a word more an outlier. */
const LEAST_SPREAD = STEPS / 4;

const LONGEST_WHOLE = 12;
/** However short, an answer: a number, a letter, yes, no, true, false. */
const WHOLE = /^\W*(?:\d[\d.,:/%$€£ -]*|[a-z]|yes|no|true|false|none)\W*$/i;

interface State {
  total: number;
  /** Answers by the logarithm of their length, in steps. */
  readonly places: Map<number, Places>;
}

const stepOf = (length: number): number => Math.round(Math.log2(length) * STEPS);
const lengthOf = (step: number): number => Math.round(2 ** (step / STEPS));

/** All of a dataset rule but its words. */
export const lengthOutliers = (side: 'short' | 'long') => ({
  empty: (): State => ({ total: 0, places: new Map() }),
  add(state: State, { turns, at }: RecordView): void {
    for (let i = turns.length - 1; i >= 0; i -= 1) {
      const turn = turns[i];
      if (turn?.learned !== true) continue;
      if (turn.text.length === 0 || (turn.text.length <= LONGEST_WHOLE && WHOLE.test(turn.text))) return;
      const step = stepOf(turn.text.length);
      let places = state.places.get(step);
      if (places === undefined) {
        places = emptyPlaces();
        state.places.set(step, places);
      }
      state.total += 1;
      addPlace(places, at);
      return;
    }
  },
  merge(into: State, from: State): void {
    into.total += from.total;
    for (const [step, places] of from.places) {
      const own = into.places.get(step);
      if (own === undefined) into.places.set(step, places);
      else mergePlaces(own, places);
    }
  },
  finish({ total, places }: State, report: ReportAt<'far'>): void {
    if (total < FEWEST) return;
    const steps = [...places].map(([step, { count }]) => ({ step, count })).sort((a, b) => a.step - b.step);
    const median = middle(steps, total);
    const spread = middle(
      steps
        .map(({ step, count }) => ({ step: Math.abs(step - median), count }))
        .sort((a, b) => a.step - b.step),
      total,
    );
    const bound = (FAR * Math.max(spread, LEAST_SPREAD)) / 0.6745;
    const far = emptyPlaces();
    for (const [step, of] of places) {
      const isFar = side === 'short' ? step < median - bound : step > median + bound;
      if (!isFar || isUsual(side, lengthOf(step), lengthOf(median))) continue;
      mergePlaces(far, of);
    }
    if (far.count === 0 || far.count > Math.max(1, MOST_SHARE * total)) return;
    const data = { count: far.count, total, median: lengthOf(median) };
    report({ message: 'far', pointer: '', data, related: relatedPlaces(far, 'here') });
  },
});

/** A tenth of the median or a handful of letters, sixteen times the median: what is nearer is nothing to remark. */
const isUsual = (side: 'short' | 'long', length: number, median: number): boolean =>
  side === 'short' ? length > Math.max(10, median / 10) : length < 16 * median;

/** The median of steps in ascending order. */
function middle(steps: readonly { readonly step: number; readonly count: number }[], total: number): number {
  let seen = 0;
  for (const { step, count } of steps) {
    seen += count;
    if (seen * 2 >= total) return step;
  }
  return 0;
}
