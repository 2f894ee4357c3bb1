// Who stays for whom: one record of each cluster, by a total order that ends in its position.

import { findFormat } from '../formats/index.ts';
import type { Batch } from '../io/batch.ts';
import type { KeepPolicy } from '../model/deduplication.ts';
import type { Settings } from '../model/settings.ts';
import { at } from '../tally/columns.ts';
import { emptyWithheld } from '../tally/withheld.ts';
import { readRecipe } from '../tokens/create.ts';
import { NOTHING_COMPARED } from './comparisons.ts';
import { makeInspect } from './inspect.ts';
import { createKit } from './kit.ts';
import { makeReread } from './reread.ts';
import type { Surveyed } from './run.ts';

/** For every rank the rank that stays for it, itself where it stays. Sources of a rank below `against` always stay. */
export async function chooseKeepers(
  surveyed: Surveyed,
  settings: Settings,
  policy: KeepPolicy,
  against: number,
): Promise<Uint32Array> {
  const { order, comparisons } = surveyed.likeness;
  const keptFor = Uint32Array.from({ length: order.rowOf.length }, (_, rank) => rank);
  const clusters = comparisons.get('whole')?.clusters ?? [];
  const merits = await meritsOf(
    surveyed,
    settings,
    policy,
    clusters.flatMap(({ ranks }) => ranks),
  );
  const sourceOf = (rank: number): number =>
    at(surveyed.summary.identities.source, order.rowOf[rank] as number);
  for (const { ranks } of clusters) {
    let best = ranks[0] as number;
    // A record that is not to be written stays whatever it is like; ranks ascend, so the earliest of equals wins.
    if (sourceOf(best) >= against) {
      for (const rank of ranks) if ((merits.get(rank) ?? 0) > (merits.get(best) ?? 0)) best = rank;
    }
    for (const rank of ranks) if (sourceOf(rank) >= against) keptFor[rank] = best;
  }
  return keptFor;
}

/** More is better. Only records that have to be compared are looked at. */
async function meritsOf(
  surveyed: Surveyed,
  settings: Settings,
  policy: KeepPolicy,
  members: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const merits = new Map<number, number>();
  if (policy === 'first' || members.length === 0) return merits;
  const measure = policy === 'best' ? await countFaults(surveyed, settings) : measureTurns(settings, policy);
  const { identities } = surveyed.summary;
  const waiting = Uint32Array.from(members).sort();
  let next = 0;
  for await (const { batch, format } of surveyed.reread()) {
    for (let record = 0; record < batch.starts.length; record += 1) {
      const rank = waiting[next];
      if (rank === undefined) return merits;
      const row = surveyed.likeness.order.rowOf[rank] as number;
      if (at(identities.source, row) !== batch.source) continue;
      if (at(identities.index, row) !== batch.firstIndex + record) continue;
      merits.set(rank, measure(batch, record, format));
      next += 1;
    }
  }
  return merits;
}

type Measure = (batch: Batch, record: number, format: string | undefined) => number;

function measureTurns(settings: Settings, policy: KeepPolicy): Measure {
  const reread = makeReread(settings);
  return (batch, record, id) => {
    const view = reread(batch, record, id === undefined ? undefined : findFormat(id));
    if (view === undefined) return 0;
    const turns = [...view.turns, ...view.rejected];
    return policy === 'most-turns' ? turns.length : turns.reduce((sum, { text }) => sum + text.length, 0);
  };
}

/** Errors weigh more than any number of warnings, and those more than any number of hints. */
const WEIGHT = { error: 1e8, warning: 1e4, info: 1 } as const;

async function countFaults({ sources }: Surveyed, settings: Settings): Promise<Measure> {
  const names = sources.map(({ name }) => name);
  const recipe = await readRecipe(settings.tokenizer);
  const kit = await createKit(settings, names, recipe, NOTHING_COMPARED, undefined);
  const inspect = makeInspect(kit, () => false, emptyWithheld());
  return (batch, record, id) => {
    const { findings } = inspect(batch, record, id === undefined ? undefined : findFormat(id));
    return -findings.reduce((sum, { severity }) => sum + WEIGHT[severity], 0);
  };
}
