// Sketches → clusters: candidates are found by their keys, read again, and measured exactly.

import { type Cluster, compareRuns, mostAlikeOpposed, type RankPair } from '../dedupe/clusters.ts';
import { Profiler } from '../dedupe/profile.ts';
import { Profiles } from '../dedupe/profiles.ts';
import { type BandRuns, findRuns, type Order } from '../dedupe/runs.ts';
import type { SketchColumns, WordStore } from '../dedupe/sketch-columns.ts';
import { findFormat } from '../formats/index.ts';
import { indexOf } from '../io/batch.ts';
import type { ComparedBy } from '../model/rule.ts';
import type { Settings } from '../model/settings.ts';
import { at } from '../tally/columns.ts';
import { eachGroup, type RankOrder, rankRows } from '../tally/identity-columns.ts';
import type { Summary } from '../tally/summary.ts';
import type { ComparisonPlan, NearPlan } from './comparisons.ts';
import { makeReread, type Reread } from './reread.ts';
import type { Parcel } from './survey.ts';

/** The clusters of one comparison. Members are ranks: the numbers of understood records in the order of their positions. */
export interface Clustered {
  readonly by: ComparedBy;
  readonly clusters: readonly ClusterWithLabels[];
  readonly compared: number;
  readonly capped: number;
}

export interface ClusterWithLabels extends Cluster {
  /** Of prompts that are alike and not equal, the two most alike whose labels differ. */
  readonly opposed: (RankPair & { readonly labels: readonly [string, string] }) | undefined;
}

/** Everything known about who is like whom. */
export interface Likeness {
  readonly order: RankOrder;
  readonly comparisons: ReadonlyMap<ComparedBy, Clustered>;
}

export const NO_LIKENESS: Likeness = {
  order: { rankOf: new Uint32Array(0), rowOf: new Uint32Array(0) },
  comparisons: new Map(),
};

/** `reread` gives the same parcels once more; it is only called where there are candidates. */
export async function findClusters(
  summary: Summary,
  settings: Settings,
  near: NearPlan,
  store: WordStore | undefined,
  reread: () => AsyncIterable<Parcel>,
): Promise<Likeness> {
  const order = rankRows(summary.identities);
  const equal = near.comparisons.length === 0 ? new Uint32Array(0) : standIns(summary, order);
  const searches = near.comparisons.map((plan) =>
    openSearch(plan, summary, { rankOf: order.rankOf, standIn: equal }, near, store),
  );
  if (searches.some(({ candidates }) => candidates.length > 0)) {
    await readCandidates(reread(), searches, summary, order, makeReread(settings));
  }
  return {
    order,
    comparisons: new Map(searches.map((search) => [search.plan.by, finish(search, summary, order)])),
  };
}

interface Search {
  readonly plan: ComparisonPlan;
  readonly order: Order;
  readonly runs: readonly BandRuns[];
  /** Ranks in ascending order. */
  readonly candidates: Uint32Array;
  readonly profiler: Profiler;
  readonly profiles: Profiles;
  readonly labels: Map<number, string>;
}

function openSearch(
  plan: ComparisonPlan,
  summary: Summary,
  order: Order,
  near: NearPlan,
  store: WordStore | undefined,
): Search {
  const columns = summary.sketches.get(plan.by) as SketchColumns;
  const runs = findRuns(columns, order, store);
  const isCandidate = new Uint8Array(order.standIn.length);
  for (const { ranks } of runs) for (const rank of ranks) isCandidate[rank] = 1;
  const candidates = Uint32Array.from(isCandidate.keys()).filter((rank) => isCandidate[rank] === 1);
  return {
    plan,
    order,
    runs,
    candidates,
    profiler: new Profiler(plan.part, near.frame),
    profiles: new Profiles(order.standIn.length, store),
    labels: new Map(),
  };
}

/** For every rank the first one that is equal but for white space, case and invisible code points. */
function standIns({ identities }: Summary, { rankOf }: RankOrder): Uint32Array {
  const first = Uint32Array.from({ length: rankOf.length }, (_, rank) => rank);
  eachGroup(identities, 'normal', (rows) => {
    const earliest = rankOf[rows[0] as number] as number;
    for (const row of rows) first[rankOf[row] as number] = earliest;
  });
  return first;
}

/** Candidates are sorted and records come in the order of their positions, so each search waits for its next one. */
async function readCandidates(
  parcels: AsyncIterable<Parcel>,
  searches: readonly Search[],
  { identities }: Summary,
  { rowOf }: RankOrder,
  reread: Reread,
): Promise<void> {
  const waiting = searches.map((search) => ({ search, next: 0 }));
  const isAt = (rank: number | undefined, source: number, index: number): boolean => {
    const row = rank === undefined ? undefined : rowOf[rank];
    return row !== undefined && at(identities.source, row) === source && at(identities.index, row) === index;
  };
  for await (const { batch, format: id } of parcels) {
    const format = id === undefined ? undefined : findFormat(id);
    for (let record = 0; record < batch.starts.length; record += 1) {
      const index = indexOf(batch, record);
      for (const wait of waiting) {
        const { search } = wait;
        const rank = search.candidates[wait.next];
        if (rank === undefined || !isAt(rank, batch.source, index)) continue;
        wait.next += 1;
        const view = reread(batch, record, format);
        if (view === undefined) continue;
        search.profiles.add(rank, search.profiler.make(view));
        if (view.label !== undefined) search.labels.set(rank, view.label);
      }
    }
  }
}

function finish(search: Search, { identities }: Summary, { rowOf }: RankOrder): Clustered {
  const { plan, order, runs, profiles, labels } = search;
  const { clusters, compared, capped } = compareRuns(runs, order, profiles, {
    least: plan.likeness,
    exhaustive: plan.exhaustive,
  });
  const samePrompt = (a: number, b: number): boolean => {
    const [first, second] = [rowOf[a] as number, rowOf[b] as number];
    const { promptHigh: high, promptLow: low } = identities;
    return at(high, first) === at(high, second) && at(low, first) === at(low, second);
  };
  const opposedIn = (cluster: Cluster): ClusterWithLabels['opposed'] => {
    if (plan.by !== 'prompt') return undefined;
    const pair = mostAlikeOpposed(
      cluster,
      profiles,
      plan.likeness,
      (a, b) => labels.get(a) !== labels.get(b) && !samePrompt(a, b),
    );
    return pair === undefined
      ? undefined
      : { ...pair, labels: [labels.get(pair.first) ?? '', labels.get(pair.second) ?? ''] };
  };
  return {
    by: plan.by,
    clusters: clusters.map((cluster) => ({ ...cluster, opposed: opposedIn(cluster) })),
    compared,
    capped,
  };
}
