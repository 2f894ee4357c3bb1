// Which row of a new version is which of the old: the same content, else the same prompt, else the prompt most alike.

import { comparePositions } from '../model/position.ts';
import { likeness } from './prompt-sketch.ts';
import type { Row } from './read-set.ts';

export interface Pair {
  readonly before: Row;
  readonly after: Row;
  /** Hundredths; 100 is the same prompt. */
  readonly alike: number;
}

export interface Matching {
  readonly unchanged: number;
  /** In the order of the new version. */
  readonly edited: readonly Pair[];
  readonly added: readonly Row[];
  readonly removed: readonly Row[];
}

/** Prompts less alike than this are two rows, not versions of one. */
const LEAST = 60;
/** A piece that so many rows hold says nothing about one of them. */
const COMMON = 200;

/** Rows are in the order of their positions, and every choice ends there. */
export function matchRows(before: readonly Row[], after: readonly Row[]): Matching {
  const same = pairUp(before, after, ({ name }) => name);
  const asked = pairUp(same.before, same.after, ({ prompt }) => (prompt === '' ? undefined : prompt));
  const near = nearest(asked.before, asked.after);
  const edited = [...asked.pairs.map(([old, now]) => ({ before: old, after: now, alike: 100 })), ...near];
  const taken = new Set(near.flatMap(({ before: old, after: now }) => [old, now]));
  return {
    unchanged: same.pairs.length,
    edited: edited.sort((a, b) => comparePositions(a.after.at, b.after.at)),
    added: asked.after.filter((row) => !taken.has(row)),
    removed: asked.before.filter((row) => !taken.has(row)),
  };
}

interface Leftover {
  readonly pairs: readonly (readonly [Row, Row])[];
  readonly before: readonly Row[];
  readonly after: readonly Row[];
}

/** First with first, second with second, among rows of one key. */
function pairUp(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string | undefined,
): Leftover {
  const waiting = new Map<string, Row[]>();
  for (const row of before) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const rows = waiting.get(key);
    if (rows === undefined) waiting.set(key, [row]);
    else rows.push(row);
  }
  // Taken from the end, so that nothing has to move.
  for (const rows of waiting.values()) rows.reverse();
  const pairs: (readonly [Row, Row])[] = [];
  const paired = new Set<Row>();
  const rest: Row[] = [];
  for (const row of after) {
    const key = keyOf(row);
    const partner = key === undefined ? undefined : waiting.get(key)?.pop();
    if (partner === undefined) rest.push(row);
    else {
      pairs.push([partner, row]);
      paired.add(partner);
    }
  }
  return { pairs, before: before.filter((row) => !paired.has(row)), after: rest };
}

/** The most alike first; each row once. */
function nearest(before: readonly Row[], after: readonly Row[]): Pair[] {
  const holders = new Map<number, Row[]>();
  for (const row of before) {
    for (const piece of row.sketch) {
      const rows = holders.get(piece);
      if (rows === undefined) holders.set(piece, [row]);
      else rows.push(row);
    }
  }
  const candidates: Pair[] = [];
  for (const row of after) {
    const seen = new Set<Row>();
    for (const piece of row.sketch) {
      const rows = holders.get(piece) ?? [];
      if (rows.length > COMMON) continue;
      for (const other of rows) {
        if (seen.has(other)) continue;
        seen.add(other);
        const alike = likeness(other.sketch, row.sketch);
        if (alike >= LEAST) candidates.push({ before: other, after: row, alike });
      }
    }
  }
  candidates.sort(
    (a, b) =>
      b.alike - a.alike ||
      comparePositions(a.after.at, b.after.at) ||
      comparePositions(a.before.at, b.before.at),
  );
  const taken = new Set<Row>();
  return candidates.filter(({ before: old, after: now }) => {
    if (taken.has(old) || taken.has(now)) return false;
    taken.add(old).add(now);
    return true;
  });
}
