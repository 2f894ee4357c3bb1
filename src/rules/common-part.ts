// The frame of the rules that tell what a large share of a set has in common; the rule itself says what it counts.

import type { ReportAt } from '../model/rule.ts';
import { emptyHeavy, type Heavy, heaviest, mergeHeavy } from '../tally/heavy.ts';
import { wilsonLow } from '../tally/share.ts';

/** In fewer, a large share is chance. */
const LEAST = 50;

/**
 * All of a dataset rule but its `add`, which calls `addHeavy`. Reports `shared` where surely more than `share` of
 * what was added is the same, and more than `variety` different things were added.
 */
export const commonPart = (share: number, variety = 0) => ({
  empty: emptyHeavy,
  merge: mergeHeavy,
  finish(state: Heavy, report: ReportAt<'shared'>): void {
    const top = heaviest(state);
    if (top === undefined || top.total < LEAST || top.buckets <= variety) return;
    const { count, total, text, at } = top;
    if (wilsonLow(count, total) <= share) return;
    report({
      message: 'shared',
      pointer: '',
      data: { count, total, text },
      related: [{ at, label: 'first here' }],
    });
  },
});
