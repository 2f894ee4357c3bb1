// Likeness by rare words: the cosine of two texts' words, each weighed by how few items have it. It survives rephrasing.

/** Words that more items have find no candidates; they still count once a candidate is measured. */
const COMMON = 0.1;
/** Texts with fewer different words, numbers aside, say too little; up to so many they have to be more alike. */
const FEWEST = 8;
const SHORT = 14;
const MORE_IF_SHORT = 150;

export interface Likest {
  readonly item: number;
  /** In thousandths. */
  readonly score: number;
}

/** In thousandths: how alike texts have to be, by whether the numbers of the item stand in the text as well. */
const LEAST = { sameNumbers: 430, noNumbers: 620, otherNumbers: 750 } as const;
/** Numbers that an item needs before they say anything, and the shares of them that speak for and against. */
const FEW_NUMBERS = 2;
const MOST_SHARED = 0.6;
const LEAST_SHARED = 0.34;

/** The words of a text, and the numbers among them. */
export interface Worded {
  readonly words: Uint32Array;
  readonly numbers: ReadonlySet<number>;
}

/** An inverted index over the items. */
export class RareWords {
  readonly #items: readonly ReadonlyMap<number, number>[];
  readonly #norms: Float64Array;
  readonly #weights = new Map<number, number>();
  readonly #postings = new Map<number, number[]>();
  readonly #unknown: number;

  readonly #numbers: readonly ReadonlySet<number>[];

  constructor(items: readonly Worded[]) {
    this.#numbers = items.map(({ numbers }) => numbers);
    this.#items = items.map(countsOf);
    const frequency = new Map<number, number>();
    for (const counts of this.#items) {
      for (const word of counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
    const total = items.length + 1;
    this.#unknown = Math.log(total);
    for (const [word, n] of frequency) this.#weights.set(word, Math.log(total / n));
    this.#norms = Float64Array.from(this.#items, (counts) => this.#norm(counts));
    const common = Math.max(2, items.length * COMMON);
    for (const [item, counts] of this.#items.entries()) {
      if (counts.size < FEWEST) continue;
      for (const word of counts.keys()) {
        if ((frequency.get(word) ?? 0) > common) continue;
        const list = this.#postings.get(word);
        if (list === undefined) this.#postings.set(word, [item]);
        else list.push(item);
      }
    }
  }

  /** Every item that the text may be another wording of, in the order of the items. */
  find(text: Worded): Likest[] {
    const counts = countsOf(text);
    if (counts.size < FEWEST) return [];
    const norm = this.#norm(counts);
    const parts = new Map<number, number>();
    for (const [word, n] of counts) {
      const list = this.#postings.get(word);
      if (list === undefined) continue;
      const weight = this.#weightOf(word) ** 2 * dampened(n);
      for (const item of list) {
        const own = dampened(this.#items[item]?.get(word) ?? 0);
        parts.set(item, (parts.get(item) ?? 0) + weight * own);
      }
    }
    const found: Likest[] = [];
    for (const [item, rare] of parts) {
      const norms = norm * (this.#norms[item] as number);
      // Common words add little; who has not half of it by rare ones will not get there.
      const short = Math.min(counts.size, this.#items[item]?.size ?? 0) < SHORT ? MORE_IF_SHORT : 0;
      const least = this.#leastFor(item, text.numbers) + short;
      if (norms === 0 || rare * 2000 < norms * least) continue;
      const score = Math.floor(
        (this.#dot(counts, this.#items[item] as ReadonlyMap<number, number>) * 1000) / norms,
      );
      if (score >= least) found.push({ item, score });
    }
    return found.sort((a, b) => a.item - b.item);
  }

  /** Rephrasers keep the numbers of a question; another question of its kind has numbers of its own. */
  #leastFor(item: number, numbers: ReadonlySet<number>): number {
    const own = this.#numbers[item] as ReadonlySet<number>;
    if (own.size < FEW_NUMBERS) return LEAST.noNumbers;
    let shared = 0;
    for (const number of own) if (numbers.has(number)) shared += 1;
    const share = shared / own.size;
    return share >= MOST_SHARED
      ? LEAST.sameNumbers
      : share < LEAST_SHARED
        ? LEAST.otherNumbers
        : LEAST.noNumbers;
  }

  #weightOf(word: number): number {
    return this.#weights.get(word) ?? this.#unknown;
  }

  #norm(counts: ReadonlyMap<number, number>): number {
    let sum = 0;
    for (const [word, n] of counts) sum += (this.#weightOf(word) * dampened(n)) ** 2;
    return Math.sqrt(sum);
  }

  #dot(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
    const [few, many] = a.size < b.size ? [a, b] : [b, a];
    let sum = 0;
    for (const [word, n] of few) {
      const other = many.get(word);
      if (other !== undefined) sum += this.#weightOf(word) ** 2 * dampened(n) * dampened(other);
    }
    return sum;
  }
}

/** The second mention of a word says less than the first. */
const dampened = (count: number): number => (count === 0 ? 0 : 1 + Math.log(count));

/** Numbers aside, in the order of first mention, so that sums are the same wherever they are made. */
function countsOf({ words, numbers }: Worded): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) if (!numbers.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
