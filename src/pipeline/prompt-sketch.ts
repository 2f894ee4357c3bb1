// A small picture of a prompt: the smallest hashes of its pieces, enough to see how much two prompts have in common.

import { mix } from '../model/hash.ts';

/** Hashes kept; two prompts share about as large a part of these as of all their pieces. */
const KEPT = 48;
/** Code units of a piece. */
const PIECE = 5;
/** Code units of a prompt that are looked at. */
const LOOK = 20_000;

/** Of folded texts; sorted, without repeats. */
export function sketchOf(texts: readonly string[]): Uint32Array {
  const text = texts.join('\n').slice(0, LOOK);
  const hashes = new Set<number>();
  for (let i = 0; i + PIECE <= text.length; i += 1) {
    let hash = 0x2545f491;
    for (let k = 0; k < PIECE; k += 1) hash = Math.imul(hash ^ text.charCodeAt(i + k), 0x01000193);
    hashes.add(mix(hash));
  }
  if (hashes.size === 0 && text !== '') hashes.add(mix(text.charCodeAt(0)));
  return Uint32Array.from(hashes).sort().slice(0, KEPT);
}

/** Share of pieces that two prompts have in common, in hundredths: of the smallest hashes of both together. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  const most = Math.min(KEPT, a.length + b.length);
  let i = 0;
  let k = 0;
  let seen = 0;
  let shared = 0;
  while (seen < most && (i < a.length || k < b.length)) {
    const x = i < a.length ? (a[i] as number) : Number.POSITIVE_INFINITY;
    const y = k < b.length ? (b[k] as number) : Number.POSITIVE_INFINITY;
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) k += 1;
    seen += 1;
  }
  return seen === 0 ? 0 : Math.round((shared * 100) / seen);
}
