// Losses counted by kind and place, with the first of each.

import type { LossCount, Rejections } from '../model/conversion.ts';
import type { Loss } from '../model/format.ts';
import type { Position } from '../model/position.ts';

/** Places that are kept apart; records may have any number of fields. */
const MOST = 2000;

interface Counted<T> {
  readonly value: T;
  count: number;
  readonly first: Position | undefined;
}

/** Losses and rejections of one run, entered in the order of the records. */
export class LossTally {
  readonly #losses = new Map<string, Counted<Pick<LossCount, 'what' | 'how' | 'place'>>>();
  readonly #rejections = new Map<string, Counted<string>>();
  #other = 0;

  lose({ what, how, pointer }: Loss, first: Position | undefined, count = 1): void {
    const place = pointer.replace(/\/\d+(?=\/|$)/g, '/[]');
    const key = `${what} ${how} ${place}`;
    const found = this.#losses.get(key);
    if (found !== undefined) found.count += count;
    else if (this.#losses.size < MOST) this.#losses.set(key, { value: { what, how, place }, count, first });
    else this.#other += count;
  }

  reject(reason: string, first: Position): void {
    const found = this.#rejections.get(reason);
    if (found !== undefined) found.count += 1;
    else this.#rejections.set(reason, { value: reason, count: 1, first });
  }

  get total(): number {
    let total = this.#other;
    for (const { count } of this.#losses.values()) total += count;
    return total;
  }

  get other(): number {
    return this.#other;
  }

  /** Largest first, then by key. */
  losses(): LossCount[] {
    return sorted(this.#losses).map(({ value, count, first }) => ({ ...value, count, first }));
  }

  rejections(): Rejections[] {
    return sorted(this.#rejections).map(({ value, count, first }) => ({
      reason: value,
      count,
      first: first as Position,
    }));
  }
}

const sorted = <T>(counts: ReadonlyMap<string, Counted<T>>): Counted<T>[] =>
  [...counts].sort(([a, m], [b, n]) => n.count - m.count || (a < b ? -1 : 1)).map(([, counted]) => counted);
