// A pair that is there already, up to case and white space.

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

const SHOWN = 5;
const pair = (chosen: string, rejected: string) => ({ prompt: 'Capital of Peru?', chosen, rejected });

export const duplicatePair = defineDatasetRule({
  id: 'preference/duplicate-pair',
  title: 'Pair given twice',
  why: 'The pair counts twice in training; the model is pushed further than the others push it.',
  mend: 'Keep one of them.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  kinds: ['preference'],
  options: {},
  messages: { twice: '{count#record} are the same pair, up to case and white space.' },
  sources: [
    {
      title: 'Lee et al., Deduplicating training data makes language models better',
      url: 'https://arxiv.org/abs/2107.06499',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'another answer', records: [pair('Lima', 'Quito'), pair('Lima', 'Bogotá')] },
      {
        title: 'equal in every letter: duplicates/exact tells',
        records: [pair('Lima', 'Quito'), pair('Lima', 'Quito')],
      },
    ],
    bad: [
      {
        title: 'another case',
        records: [pair('Lima', 'Quito'), pair('lima', 'Quito ')],
        finds: [{ message: 'twice', pointer: '', index: 0, data: { count: 2 } }],
      },
      {
        title: 'three of them, two equal in every letter',
        records: [pair('Lima', 'Quito'), pair('LIMA', 'Quito'), pair('LIMA', 'Quito')],
        finds: [{ message: 'twice', pointer: '', index: 0, data: { count: 2 } }],
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
        const groups = new Map<string, Map<string, Pair>>();
        for (const one of pairs) {
          const key = `${one.better} ${one.worse}`;
          const group = groups.get(key) ?? new Map<string, Pair>();
          groups.set(key, group);
          if (!group.has(one.whole)) group.set(one.whole, one);
        }
        for (const group of groups.values()) {
          const [first, ...others] = group.values();
          if (first === undefined || others.length === 0) continue;
          const related = others.slice(0, SHOWN).map(({ place }) => ({ at: place, label: 'and here' }));
          report({ message: 'twice', pointer: '', data: { count: group.size }, related }, first.place);
        }
      }
    },
  }),
});
