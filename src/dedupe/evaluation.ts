// Evaluation items brought alive: every turn of a record is held against all of them, once.

import type { Evaluation, EvaluationItems, EvaluationMatch } from '../model/evaluation.ts';
import type { RecordView } from '../model/rule.ts';
import { RareWords } from './rare-words.ts';
import { WordRuns } from './word-runs.ts';
import { WordCutter } from './words.ts';

const KINDS = ['rephrased', 'overlap', 'exact'] as const;

export interface EvaluationOptions {
  /** N2 of a text: rooms of one storey do not know each other. */
  readonly fold: (text: string) => string;
}

export function openEvaluation(set: EvaluationItems, { fold }: EvaluationOptions): Evaluation {
  const cutter = new WordCutter();
  const worded = set.items.map(({ text }) => {
    cutter.cut(fold(text));
    return { words: cutter.hashes.slice(0, cutter.length), numbers: new Set(cutter.numbers) };
  });
  const runs = new WordRuns(worded.map(({ words }) => words));
  const rare = new RareWords(worded);
  let last: RecordView | undefined;
  let at: RecordView['at'] | undefined;
  let matches: readonly EvaluationMatch[] = [];

  const look = (view: RecordView): EvaluationMatch[] => {
    const best = new Map<number, EvaluationMatch>();
    const take = (match: EvaluationMatch): void => {
      const before = best.get(match.item);
      if (before === undefined || isStronger(match, before)) best.set(match.item, match);
    };
    for (const turn of view.turns) {
      if (turn.role === 'system' || turn.role === 'developer' || turn.text === '') continue;
      cutter.cut(turn.folded);
      for (const match of runs.find(cutter.hashes, cutter.length)) take(match);
      // An answer that takes up its question's rare words is no question rephrased.
      if (turn.learned) continue;
      for (const { item, score } of rare.find({
        words: cutter.hashes.subarray(0, cutter.length),
        numbers: cutter.numbers,
      })) {
        take({ item, kind: 'rephrased', score, from: 0, words: worded[item]?.words.length ?? 0 });
      }
    }
    return [...best.values()].sort((a, b) => a.item - b.item);
  };

  return {
    ...set,
    matchesOf(view) {
      if (view !== last || view.at !== at) {
        matches = look(view);
        last = view;
        at = view.at;
      }
      return matches;
    },
    stretch(item, from, count) {
      const text = fold(set.items[item]?.text ?? '');
      cutter.cut(text);
      const end = Math.min(cutter.length, from + count) - 1;
      return text.slice(cutter.starts[from] ?? 0, cutter.ends[end] ?? text.length);
    },
  };
}

/** Of one item: more of its words in a row, then a higher score. */
export const isStronger = (a: EvaluationMatch, b: EvaluationMatch): boolean => {
  const rank = KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
  return rank > 0 || (rank === 0 && a.score > b.score);
};
