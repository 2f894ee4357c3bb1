// Counts by key with the first record of each, for a bounded number of keys: those with the smallest hashes.

import { hash32 } from '../model/hash.ts';
import { comparePositions, type Position } from '../model/position.ts';

interface Entry {
  count: number;
  first: Position;
}

/** Plain data; see model/tally.ts for the laws, and capped-counter.ts for why smallest hashes are kept. */
export interface Keyed {
  readonly entries: Map<string, Entry>;
  readonly limit: number;
  total: number;
  capped: boolean;
}

export const emptyKeyed = (limit: number): Keyed => ({ entries: new Map(), limit, total: 0, capped: false });

export function addKeyed(keyed: Keyed, key: string, at: Position): void {
  keyed.total += 1;
  enter(keyed, key, 1, at);
  if (keyed.entries.size >= keyed.limit * 2) trim(keyed);
}

function enter(keyed: Keyed, key: string, count: number, at: Position): void {
  const entry = keyed.entries.get(key);
  if (entry === undefined) keyed.entries.set(key, { count, first: at });
  else {
    entry.count += count;
    if (comparePositions(at, entry.first) < 0) entry.first = at;
  }
}

export function mergeKeyed(into: Keyed, from: Keyed): void {
  for (const [key, { count, first }] of from.entries) enter(into, key, count, first);
  into.total += from.total;
  into.capped ||= from.capped;
  trim(into);
}

function trim(keyed: Keyed): void {
  if (keyed.entries.size <= keyed.limit) return;
  keyed.capped = true;
  for (const key of beyond(keyed.entries.keys(), keyed.limit)) keyed.entries.delete(key);
}

/** The keys that a bounded map has to give up: all but those with the smallest hashes. */
export const beyond = (keys: Iterable<string>, limit: number): string[] =>
  [...keys]
    .map((key) => ({ key, hash: hash32(key) }))
    .sort((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1))
    .slice(limit)
    .map(({ key }) => key);

/** The keys that were kept, largest count first, then by key. */
export function readKeyed(keyed: Keyed): {
  readonly list: readonly { readonly key: string; readonly count: number; readonly first: Position }[];
  readonly whole: boolean;
  readonly total: number;
} {
  trim(keyed);
  const list = [...keyed.entries]
    .map(([key, { count, first }]) => ({ key, count, first }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  return { list, whole: !keyed.capped, total: keyed.total };
}
