// How alike two records are: the exact Jaccard similarity of their shingles, of the side in which they are least alike.

import { comparedBy } from './lengths.ts';
import { countPlace, HEAD, type Profile, SEQUENCE_COUNT, SIDE_COUNT } from './profile.ts';

/** A stretch of so many words or more in the place of another one is new content, unless they share words. */
const SLOT_WORDS = 4;
const SLOT_SHARE = 1 / 2;
/** In a text that is prompt and answer at once a changed question changes its answer too, and the rest is frame. */
const TEXT_SHARE = 3 / 4;

/** From 0 to 1; 0 as soon as it is certain to be below `least`. */
export function likeness(a: Profile, b: Profile, least: number): number {
  let lowest = 1;
  for (let side = 0; side < SIDE_COUNT; side += 1) {
    const by = comparedBy(a[side] as number, b[side] as number);
    if (by === undefined) return 0;
    const place = countPlace(side, by);
    const sizeA = a[place] as number;
    const sizeB = b[place] as number;
    if (sizeA === 0 && sizeB === 0) continue;
    const found = jaccard(a, startOf(a, place), sizeA, b, startOf(b, place), sizeB, least);
    if (found < least) return 0;
    if (found < lowest) lowest = found;
  }
  return lowest;
}

/**
 * Whether two prompts are one frame around different contents: between what they begin and end with in common, each
 * has a stretch of words of its own. A question about a passage is such a stretch, and so is an input under an
 * instruction.
 */
export function differInContent(a: Profile, b: Profile): boolean {
  const countA = a[SEQUENCE_COUNT] as number;
  const countB = b[SEQUENCE_COUNT] as number;
  const startA = a.length - countA;
  const startB = b.length - countB;
  const shorter = Math.min(countA, countB);
  let before = 0;
  while (before < shorter && a[startA + before] === b[startB + before]) before += 1;
  let after = 0;
  while (after < shorter - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after += 1;
  const ownA = countA - before - after;
  const ownB = countB - before - after;
  if (Math.min(ownA, ownB) < SLOT_WORDS) return false;
  const share = a[0] === 0 && b[0] === 0 ? TEXT_SHARE : SLOT_SHARE;
  const contentA = a.slice(startA + before, a.length - after).sort();
  const contentB = b.slice(startB + before, b.length - after).sort();
  return jaccard(contentA, 0, ownA, contentB, 0, ownB, 0) < share;
}

function startOf(profile: Profile, place: number): number {
  let start = HEAD;
  for (let before = SIDE_COUNT; before < place; before += 1) start += profile[before] as number;
  return start;
}

/** Of two sorted stretches; repeated values count as often as they stand there. 0 when it must be below `least`. */
function jaccard(
  a: Uint32Array,
  startA: number,
  sizeA: number,
  b: Uint32Array,
  startB: number,
  sizeB: number,
  least: number,
): number {
  // Of I shared ones the share is I / (sizeA + sizeB - I).
  const needed = Math.ceil((least * (sizeA + sizeB)) / (1 + least) - 1e-9);
  const endA = startA + sizeA;
  const endB = startB + sizeB;
  let i = startA;
  let j = startB;
  let shared = 0;
  while (i < endA && j < endB) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) {
      shared += 1;
      i += 1;
      j += 1;
    } else {
      if (x < y) i += 1;
      else j += 1;
      if (shared + Math.min(endA - i, endB - j) < needed) return 0;
    }
  }
  const union = sizeA + sizeB - shared;
  return union === 0 ? 1 : shared / union;
}
