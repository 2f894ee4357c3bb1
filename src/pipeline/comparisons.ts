// What is compared with what in a run, decided before it, so that every thread sketches alike.

import { type Frame, FrameLearner, NO_FRAME } from '../dedupe/frame.ts';
import { RecordSketcher } from '../dedupe/record-sketcher.ts';
import { type ComparedPart, RecordTexts, type Side } from '../dedupe/record-texts.ts';
import { Shingler } from '../dedupe/shingles.ts';
import {
  emptySketches,
  mergeSketches,
  type SketchColumns,
  type WordStore,
} from '../dedupe/sketch-columns.ts';
import { findFormat } from '../formats/index.ts';
import type { ClusterRule, ComparedBy } from '../model/rule.ts';
import type { Settings } from '../model/settings.ts';
import { RULES } from '../rules/index.ts';
import type { RowTally } from '../tally/summary.ts';
import { labelWish } from './label.ts';
import { makeReread } from './reread.ts';
import type { Parcel } from './survey.ts';

/** Plain data: it travels to threads. */
export interface ComparisonPlan {
  readonly by: ComparedBy;
  readonly part: ComparedPart;
  /** From here on, of 1, two records are alike. */
  readonly likeness: number;
  /** Compare all candidates, even where so many are alike that they are a template. */
  readonly exhaustive: boolean;
}

export interface NearPlan {
  readonly comparisons: readonly ComparisonPlan[];
  readonly frame: Frame;
  /** Where sketches go that memory has no room for, and the bytes of them that each thread may keep. */
  readonly spill: { readonly folder: string; readonly budget: number } | undefined;
}

export const NOTHING_COMPARED: NearPlan = { comparisons: [], frame: NO_FRAME, spill: undefined };

/** What the rules that are on ask for: the mildest likeness of those that compare the same. */
export function comparisonsFor(settings: Settings): ComparisonPlan[] {
  const wanted = new Map<ComparedBy, number>();
  for (const rule of RULES) {
    const setting = settings.rules[rule.id];
    if (rule.scope !== 'cluster' || setting === undefined) continue;
    const likeness = likenessOf(rule, settings);
    wanted.set(rule.by, Math.min(wanted.get(rule.by) ?? 1, likeness));
  }
  // Without labels nothing can be said of prompts that are alike.
  const wish = labelWish(settings);
  if (wish.pointer === undefined && !wish.infer) wanted.delete('prompt');
  return [...wanted].map(([by, likeness]) => ({ by, part: by, likeness, exhaustive: false }));
}

export const likenessOf = (rule: ClusterRule, settings: Settings): number =>
  Number(settings.rules[rule.id]?.options.likeness ?? rule.options.likeness.default);

/** What the prompts at the heads of the sources have in common. */
export async function learnFrame(heads: AsyncIterable<Parcel>, settings: Settings): Promise<Frame> {
  const reread = makeReread(settings);
  const texts = new RecordTexts();
  const shingler = new Shingler();
  const learner = new FrameLearner();
  const seen = new Set<string>();
  let source: number | undefined;
  for await (const { batch, format: id } of heads) {
    if (source !== undefined && source !== batch.source) {
      learner.endSource();
      seen.clear();
    }
    source = batch.source;
    const format = id === undefined ? undefined : findFormat(id);
    for (let record = 0; record < batch.starts.length; record += 1) {
      const view = reread(batch, record, format);
      if (view === undefined) continue;
      texts.read(view, 'prompt');
      const asked = texts.sides[0] as Side;
      const key = asked.texts.map(({ text }) => text).join('\u0000');
      // Prompts that are equal are repeats, and say nothing of what different ones share.
      if (seen.has(key)) continue;
      seen.add(key);
      const characters = shingler.bare(asked.texts, false);
      const words = shingler.bare(asked.texts, true);
      learner.add([characters, words]);
    }
  }
  learner.endSource();
  return learner.frame();
}

/** Sketches the records of a run; only understood ones, and of prompts only those that carry a label. */
export function sketchTally(plan: ComparisonPlan, frame: Frame, store: WordStore | undefined): RowTally {
  const sketcher = new RecordSketcher(plan.part, frame, store);
  return {
    empty: emptySketches,
    add(state, view, row) {
      if (plan.by === 'prompt' && view.label === undefined) return;
      sketcher.add(state as SketchColumns, view, row);
    },
    merge: (into, from, rows) => mergeSketches(into as SketchColumns, from as SketchColumns, rows),
  };
}
