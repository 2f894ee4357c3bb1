// Pairs that contradict one another: A over B here, B over A there, or round in a circle.

import { compareText } from '../../model/finding.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import {
  addPair,
  emptyPairs,
  mergePairs,
  type Pair,
  type PairColumns,
  pairsByPrompt,
} from '../../tally/pair-columns.ts';
import { isPlain } from '../pairs.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SHOWN = 5;
const pair = (chosen: string, rejected: string) => ({ prompt: 'Capital of Peru?', chosen, rejected });

export const contradictory = defineDatasetRule({
  id: 'preference/contradictory',
  title: 'Pairs contradict one another',
  why: 'Of two answers to one prompt, each is preferred to the other: one of the records is wrong, and together they teach nothing.',
  mend: 'Decide which answer is better, and remove the other record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['preference'],
  options: {},
  messages: {
    swapped: '{count#record} give one prompt the same two answers, now the one and now the other preferred.',
    circle: '{count#record} rank {answers#answer} of one prompt in a circle.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'an order',
        records: [pair('Lima', 'Quito'), pair('Lima', 'Bogotá'), pair('Quito', 'Bogotá')],
      },
      {
        title: 'two prompts',
        records: [pair('Yes', 'No'), { ...pair('No', 'Yes'), prompt: 'Is Quito in Peru?' }],
      },
    ],
    bad: [
      {
        title: 'the other way round',
        records: [pair('Lima', 'Quito'), pair('quito', 'lima ')],
        finds: [{ message: 'swapped', pointer: '', index: 0, data: { count: 2 } }],
      },
      {
        title: 'a circle of three',
        records: [pair('Lima', 'Cusco'), pair('Cusco', 'Quito'), pair('Quito', 'Lima')],
        finds: [{ message: 'circle', pointer: '', index: 0, data: { count: 3, answers: 3 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => ({
    empty: emptyPairs,
    add(state: PairColumns, view) {
      if (isPlain(view)) addPair(state, view.identity, view.at);
    },
    merge: mergePairs,
    finish(state: PairColumns, report) {
      for (const pairs of pairsByPrompt(state)) {
        for (const { members, answers } of circlesAmong(pairs)) {
          const [first, ...others] = members;
          if (first === undefined) continue;
          const related = others.slice(0, SHOWN).map(({ place }) => ({ at: place, label: 'and here' }));
          const count = members.length;
          if (answers === 2)
            report({ message: 'swapped', pointer: '', data: { count }, related }, first.place);
          else report({ message: 'circle', pointer: '', data: { count, answers }, related }, first.place);
        }
      }
    },
  }),
});

interface Circle {
  /** In the order of their places. */
  readonly members: readonly Pair[];
  readonly answers: number;
}

/** The pairs that lie on a circle of preferences, by the group of answers that lead to one another. */
function circlesAmong(pairs: readonly Pair[]): Circle[] {
  const reached = new Map<string, ReadonlySet<string>>();
  const worseOf = new Map<string, string[]>();
  for (const { better, worse } of pairs) {
    if (better === worse) continue;
    const list = worseOf.get(better);
    if (list === undefined) worseOf.set(better, [worse]);
    else list.push(worse);
  }
  // Only an answer that is better here and worse there can lie on a circle.
  const both = new Set(pairs.filter(({ worse }) => worseOf.has(worse)).map(({ worse }) => worse));
  if (both.size < 2 || both.size > MOST_ANSWERS) return [];
  for (const answer of both) reached.set(answer, reachableFrom(answer, worseOf));
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    if (pair.better === pair.worse || reached.get(pair.worse)?.has(pair.better) !== true) continue;
    // Answers that lead to one another share the smallest of their names.
    const group = [...both]
      .filter(
        (answer) =>
          reached.get(answer)?.has(pair.better) === true && reached.get(pair.better)?.has(answer) === true,
      )
      .toSorted(compareText)[0];
    if (group === undefined) continue;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [pair]);
    else members.push(pair);
  }
  return [...groups.values()].map((members) => ({
    members,
    answers: new Set(members.flatMap(({ better, worse }) => [better, worse])).size,
  }));
}

/** More answers to one prompt than anybody ranks. */
const MOST_ANSWERS = 200;

function reachableFrom(start: string, worseOf: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let answer = open.pop(); answer !== undefined; answer = open.pop()) {
    for (const worse of worseOf.get(answer) ?? []) {
      if (reached.has(worse)) continue;
      reached.add(worse);
      open.push(worse);
    }
  }
  return reached;
}
