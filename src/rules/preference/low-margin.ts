// Scores that hardly tell the two answers apart.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { append, at, type Column, emptyColumn, push } from '../../tally/columns.ts';
import {
  byPlace,
  emptyPlaceColumns,
  type PlaceColumns,
  positionAt,
  pushPlace,
} from '../../tally/place-columns.ts';
import { scoresOf } from '../pairs.ts';
import { many } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

/** In fewer, the scores that occur do not show the scale. */
const LEAST = 20;
const SHOWN = 5;

interface State extends PlaceColumns {
  lowest: number;
  highest: number;
  readonly margin: Column;
}

const scored = (n: number, better: number, worse: number) => ({
  prompt: `${n} plus ${n}?`,
  chosen: `${2 * n}`,
  rejected: `${n}`,
  score_chosen: better,
  score_rejected: worse,
});

export const lowMargin = defineDatasetRule({
  id: 'preference/low-margin',
  title: 'Scores nearly equal',
  why: 'Where the scores hardly differ, the choice is noise; most recipes leave ties out.',
  mend: 'Leave out pairs whose scores are equal or nearly so.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  kinds: ['preference'],
  options: { share: share(0.1, 'The part of the scale by which the scores have to differ.') },
  messages: {
    near: 'In {count} of {total#scored pair} the scores differ by less than {least}; all lie between {lowest} and {highest}.',
    tied: 'In {count} of {total#scored pair} both answers have the same score.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'far apart', records: many(30, (n) => scored(n, 9, n % 5)) },
      {
        title: 'no scores',
        records: many(30, (n) => ({ prompt: `${n}?`, chosen: `${n}`, rejected: 'No.' })),
      },
    ],
    bad: [
      {
        title: 'some are nearly equal',
        records: many(40, (n) => scored(n, 9, n % 2 ? 1 : 8.5)),
        finds: [
          {
            message: 'near',
            pointer: '',
            data: { count: 20, total: 40, least: '0.80', lowest: '1', highest: '9' },
          },
        ],
      },
      {
        title: 'ties in a small set',
        records: [scored(1, 5, 5), scored(2, 5, 3)],
        finds: [{ message: 'tied', pointer: '', data: { count: 1, total: 2 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): State => ({
      lowest: Number.POSITIVE_INFINITY,
      highest: Number.NEGATIVE_INFINITY,
      margin: emptyColumn(true),
      ...emptyPlaceColumns(),
    }),
    add(state: State, view) {
      const scores = scoresOf(view);
      // The wrong way round is another matter.
      if (scores === undefined || scores[0] < scores[1]) return;
      state.lowest = Math.min(state.lowest, scores[1]);
      state.highest = Math.max(state.highest, scores[0]);
      push(state.margin, scores[0] - scores[1]);
      pushPlace(state, view.at);
    },
    merge(into: State, from: State) {
      into.lowest = Math.min(into.lowest, from.lowest);
      into.highest = Math.max(into.highest, from.highest);
      for (const name of ['margin', 'source', 'index', 'line', 'offset'] as const)
        append(into[name], from[name]);
    },
    finish(state: State, report) {
      const { lowest, highest, margin } = state;
      const total = margin.length;
      const knowsScale = total >= LEAST && highest > lowest;
      const least = knowsScale ? options.share * (highest - lowest) : 0;
      const rows: number[] = [];
      for (let row = 0; row < total; row += 1) {
        if (at(margin, row) < least || at(margin, row) === 0) rows.push(row);
      }
      if (rows.length === 0) return;
      const places = rows
        .sort(byPlace(state))
        .slice(0, SHOWN)
        .map((row) => positionAt(state, row));
      const related = places.map((place) => ({ at: place, label: 'as here' }));
      const data = { count: rows.length, total };
      if (!knowsScale) report({ message: 'tied', pointer: '', data, related });
      else {
        const scale = { least: least.toPrecision(2), lowest: String(lowest), highest: String(highest) };
        report({ message: 'near', pointer: '', data: { ...data, ...scale }, related });
      }
    },
  }),
});
