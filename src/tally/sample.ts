// A few texts out of many, the same in any cutting and order: those whose hashes are smallest.

import { comparePositions, type Position } from '../model/position.ts';

export interface Drawn {
  readonly hash: number;
  readonly at: Position;
  readonly text: string;
}

/** Plain data; see model/tally.ts for the laws. Texts with equal hashes are drawn once, at the first place. */
export interface Sample {
  readonly most: number;
  readonly drawn: Map<number, Drawn>;
  /** Hashes from here on are not drawn: more than enough smaller ones were seen. */
  bound: number;
}

export const emptySample = (most: number): Sample => ({ most, drawn: new Map(), bound: Infinity });

/** Whether a text of that hash may be drawn: ask before making the text. */
export const isWanted = (sample: Sample, hash: number): boolean => hash < sample.bound;

/** @param hash 32 bits, of whatever makes two texts the same */
export function draw(sample: Sample, hash: number, at: Position, text: string): void {
  if (hash >= sample.bound) return;
  const before = sample.drawn.get(hash);
  if (before !== undefined && comparePositions(before.at, at) <= 0) return;
  sample.drawn.set(hash, { hash, at, text });
  if (sample.drawn.size >= sample.most * 2) trim(sample);
}

export function mergeSample(into: Sample, from: Sample): void {
  for (const { hash, at, text } of from.drawn.values()) draw(into, hash, at, text);
  into.bound = Math.min(into.bound, from.bound);
  trim(into);
}

function trim(sample: Sample): void {
  const sorted = [...sample.drawn.keys()].sort((a, b) => a - b);
  // What lies beyond the bound of another part was not drawn there, so it must not be drawn here.
  for (const hash of sorted) if (hash >= sample.bound) sample.drawn.delete(hash);
  if (sorted.length <= sample.most) return;
  sample.bound = Math.min(sample.bound, sorted[sample.most] as number);
  for (const hash of sorted.slice(sample.most)) sample.drawn.delete(hash);
}

/** What was drawn, by hash. */
export function readSample(sample: Sample): readonly Drawn[] {
  trim(sample);
  return [...sample.drawn.values()].sort((a, b) => a.hash - b.hash);
}
