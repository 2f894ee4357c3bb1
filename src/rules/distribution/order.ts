// Records that stand sorted by their length.

import { defineDatasetRule } from '../../model/rule.ts';
import { chat, many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

interface Block {
  records: number;
  tokens: number;
}
interface State {
  /** By source, then by number of the block within it. */
  readonly blocks: Map<number, Map<number, Block>>;
  records: number;
  tokens: number;
  /** Sum of squares, of lengths up to a bound, so that it stays a whole number. */
  squares: number;
}

const BLOCK = 64;
const LONGEST = 20_000;
const FEWEST_BLOCKS = 8;
/** How alike the order of the blocks and that of their mean lengths are, from −1 to 1. */
const SORTED = 0.9;
/** The share of what lengths differ by that lies between the blocks and not within them. */
const BETWEEN = 0.5;
/** How many times as long one end is as the other. */
const TIMES = 1.5;
const words = (n: number) => `Say ${'word '.repeat(n)}`;

export const order = defineDatasetRule({
  id: 'distribution/order',
  title: 'Sorted by length',
  why: 'A trainer that does not shuffle sees short examples first and long ones last; a split at the end takes one kind.',
  mend: 'Shuffle the records with a fixed seed, and split only then, unless the order is a curriculum.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    rising:
      'The {count#record} grow longer from the first to the last: {first} tokens in the mean, then {last}.',
    falling:
      'The {count#record} grow shorter from the first to the last: {first} tokens in the mean, then {last}.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'mixed', records: many(640, (n) => chat(words((n * 37) % 100), 'Yes.')) },
      {
        title: 'a growing number in each',
        records: many(1200, (n) => chat(`Say the number ${n * n * n}`, 'Yes.')),
      },
      { title: 'a small set', records: many(60, (n) => chat(words(n), 'Yes.')) },
    ],
    bad: [
      {
        title: 'from short to long',
        records: many(640, (n) => chat(words(Math.floor(n / 4)), 'Yes.')),
        finds: [{ message: 'rising', pointer: '' }],
      },
      {
        title: 'from long to short',
        records: many(640, (n) => pair(words(160 - Math.floor(n / 4)), 'Yes.')),
        finds: [{ message: 'falling', pointer: '' }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => ({
    empty: (): State => ({ blocks: new Map(), records: 0, tokens: 0, squares: 0 }),
    add(state: State, { at, tokens: all }) {
      const tokens = Math.min(all, LONGEST);
      state.records += 1;
      state.tokens += tokens;
      state.squares += tokens * tokens;
      addBlock(state, at.source, Math.floor(at.index / BLOCK), 1, tokens);
    },
    merge(into: State, from: State) {
      into.records += from.records;
      into.tokens += from.tokens;
      into.squares += from.squares;
      for (const [source, blocks] of from.blocks)
        for (const [number, block] of blocks) addBlock(into, source, number, block.records, block.tokens);
    },
    finish(state: State, report) {
      // Several sources are each in an order of their own.
      const [only, second] = [...state.blocks.values()];
      if (only === undefined || second !== undefined) return;
      const blocks = [...only].sort(([a], [b]) => a - b).map(([, block]) => block);
      if (blocks.length < FEWEST_BLOCKS) return;
      const means = blocks.map(({ tokens, records }) => tokens / records);
      const mean = state.tokens / state.records;
      const spread = state.squares - state.tokens * mean;
      const between = blocks.reduce(
        (sum, { records }, i) => sum + records * ((means[i] ?? 0) - mean) ** 2,
        0,
      );
      const likeness = rankCorrelation(means);
      if (Math.abs(likeness) < SORTED || between < BETWEEN * spread) return;
      const first = Math.round(means[0] ?? 0);
      const last = Math.round(means.at(-1) ?? 0);
      // A number that counts the records makes them grow, too.
      if (Math.max(first, last) < TIMES * Math.min(first, last)) return;
      const data = { count: state.records, first, last };
      report({ message: likeness > 0 ? 'rising' : 'falling', pointer: '', data });
    },
  }),
});

function addBlock({ blocks }: State, source: number, number: number, records: number, tokens: number): void {
  let own = blocks.get(source);
  if (own === undefined) {
    own = new Map();
    blocks.set(source, own);
  }
  const block = own.get(number);
  if (block === undefined) own.set(number, { records, tokens });
  else {
    block.records += records;
    block.tokens += tokens;
  }
}

/** Spearman's, of values against their order; equal values stand in the order they came in. */
function rankCorrelation(values: readonly number[]): number {
  const n = values.length;
  const ranked = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value || a.i - b.i);
  const squares = ranked.reduce((sum, { i }, rank) => sum + (i - rank) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
