// Who belongs together: candidates that are alike are joined, and the earliest of those joined speaks for all.

import { differInContent, likeness } from './likeness.ts';
import type { Profiles } from './profiles.ts';
import type { BandRuns, Order } from './runs.ts';

/** Records that are alike, in the order of their positions; at least two. */
export interface Cluster {
  readonly ranks: readonly number[];
  /** Those of them that are not equal to an earlier one. */
  readonly different: readonly number[];
  /** The two that are least alike, of all pairs in small clusters. */
  readonly least: RankPair;
}

export interface RankPair {
  readonly first: number;
  readonly second: number;
  readonly likeness: number;
}

export interface Comparison {
  readonly clusters: readonly Cluster[];
  /** Pairs that were compared. */
  readonly compared: number;
  /** Records of runs so long that not every pair of them was compared. */
  readonly capped: number;
}

export interface ComparisonOptions {
  /** From 0 to 1: pairs less alike are no near-duplicates. */
  readonly least: number;
  /** Compare every pair of candidates, however many there are. */
  readonly exhaustive: boolean;
}

/** In longer runs each record is compared with its neighbours only: what is alike so often is a template. */
const LONGEST_RUN = 500;
const NEIGHBOURS = 64;
/** Clusters of more different records are measured along their chain and from their first. */
const MOST_FOR_ALL_PAIRS = 64;

/** Records that are joined, each pointing towards the earliest of its set. */
class Joined {
  readonly #parents: Uint32Array;

  constructor(standIn: Uint32Array) {
    this.#parents = standIn.slice();
  }

  find(rank: number): number {
    const parents = this.#parents;
    let root = rank;
    while (parents[root] !== root) root = parents[root] as number;
    let at = rank;
    while (parents[at] !== root) {
      const next = parents[at] as number;
      parents[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA < rootB) this.#parents[rootB] = rootA;
    else this.#parents[rootA] = rootB;
  }
}

export function compareRuns(
  bands: readonly BandRuns[],
  order: Order,
  profiles: Profiles,
  { least, exhaustive }: ComparisonOptions,
): Comparison {
  const joined = new Joined(order.standIn);
  let compared = 0;
  let capped = 0;
  for (const { ranks, ends } of bands) {
    let start = 0;
    for (const end of ends) {
      const long = !exhaustive && end - start > LONGEST_RUN;
      if (long) capped += end - start;
      for (let i = start + 1; i < end; i += 1) {
        const rank = ranks[i] as number;
        const profile = profiles.get(rank);
        for (let k = long ? Math.max(start, i - NEIGHBOURS) : start; k < i; k += 1) {
          const other = ranks[k] as number;
          if (joined.find(rank) === joined.find(other)) continue;
          const before = profiles.get(other);
          compared += 1;
          if (likeness(before, profile, least) === 0 || differInContent(before, profile)) continue;
          joined.join(rank, other);
        }
      }
      start = end;
    }
  }
  return { clusters: gather(joined, order, profiles), compared, capped };
}

function gather(joined: Joined, { standIn }: Order, profiles: Profiles): Cluster[] {
  const members = new Map<number, number[]>();
  for (let rank = 0; rank < standIn.length; rank += 1) {
    const root = joined.find(rank);
    if (root === rank) continue;
    const list = members.get(root);
    if (list === undefined) members.set(root, [root, rank]);
    else list.push(rank);
  }
  return [...members.values()]
    .sort((a, b) => (a[0] as number) - (b[0] as number))
    .map((ranks) => {
      const different = ranks.filter((rank) => standIn[rank] === rank);
      return { ranks, different, least: leastAlike(ranks, different, profiles) };
    });
}

function leastAlike(ranks: readonly number[], different: readonly number[], profiles: Profiles): RankPair {
  let found = { first: ranks[0] as number, second: ranks[1] as number, likeness: 1 };
  const all = different.length <= MOST_FOR_ALL_PAIRS;
  for (let i = 0; i < different.length; i += 1) {
    const first = different[i] as number;
    const end = all || i === 0 ? different.length : Math.min(i + 2, different.length);
    for (let k = i + 1; k < end; k += 1) {
      const second = different[k] as number;
      const pair = likeness(profiles.get(first), profiles.get(second), 0);
      if (pair < found.likeness) found = { first, second, likeness: pair };
    }
  }
  return found;
}

/**
 * The two members that are most alike of those that `opposes` each other, and at least `least`; undefined where there
 * are none. In large clusters only pairs that stand near each other are looked at.
 */
export function mostAlikeOpposed(
  { different }: Cluster,
  profiles: Profiles,
  least: number,
  opposes: (first: number, second: number) => boolean,
): RankPair | undefined {
  let found: RankPair | undefined;
  for (let i = 0; i < different.length; i += 1) {
    const first = different[i] as number;
    for (const second of different.slice(i + 1, i + 1 + MOST_FOR_ALL_PAIRS)) {
      if (!opposes(first, second)) continue;
      const [a, b] = [profiles.get(first), profiles.get(second)];
      const pair = likeness(a, b, found?.likeness ?? least);
      if (pair < least || pair <= (found?.likeness ?? 0) || differInContent(a, b)) continue;
      found = { first, second, likeness: pair };
    }
  }
  return found;
}
