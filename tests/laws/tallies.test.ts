// The four laws of tallies, for every tally: unit and associativity, any split, any order, and structuredClone.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message, Role } from '../../src/model/example.ts';
import type { Finding } from '../../src/model/finding.ts';
import { fingerprintValue } from '../../src/model/fingerprint.ts';
import type { DatasetJudge, RecordView, Turn } from '../../src/model/rule.ts';
import type { Tally } from '../../src/model/tally.ts';
import {
  type CappedCounter,
  countKey,
  emptyCounter,
  mergeCounter,
  readCounter,
} from '../../src/tally/capped-counter.ts';
import {
  count,
  distributionOf,
  doublingBuckets,
  emptyHistogram,
  type Histogram,
  mergeHistogram,
} from '../../src/tally/histogram.ts';
import {
  addIdentity,
  eachGroup,
  emptyIdentities,
  type IdentityColumns,
  mergeIdentities,
} from '../../src/tally/identity-columns.ts';
import { emptyLedger, enter, keptFindings, type Ledger, mergeLedger } from '../../src/tally/ledger.ts';
import { type NameColumns, nameFinder } from '../../src/tally/name-columns.ts';
import {
  addPair,
  emptyPairs,
  mergePairs,
  type PairColumns,
  pairsByPrompt,
} from '../../src/tally/pair-columns.ts';
import { positionAt } from '../../src/tally/place-columns.ts';
import { type Summary, summaryTally } from '../../src/tally/summary.ts';
import { emptyWithheld, mergeWithheld, type Withheld } from '../../src/tally/withheld.ts';

const seed = 33_907;

/** A tally with inputs to feed it and the answer that people read from it. */
interface Member<State, Input> extends Tally<State, Input> {
  readonly name: string;
  readonly input: fc.Arbitrary<Input>;
  answer(state: State): unknown;
}

// The list holds tallies of different states; each test uses one member's own functions only.
// biome-ignore lint/suspicious/noExplicitAny: see above.
type AnyMember = Member<any, any>;

const histogram: Member<Histogram, number> = {
  name: 'Histogram',
  input: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 60_000, max: 5_000_000 })),
  empty: emptyHistogram,
  add: count,
  merge: mergeHistogram,
  answer: (state) => [distributionOf(state), doublingBuckets(state)],
};

const counter: Member<CappedCounter, string> = {
  name: 'CappedCounter',
  input: fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'constructor'), fc.string({ maxLength: 3 })),
  empty: () => emptyCounter(8),
  add: (state, key) => countKey(state, key),
  merge: mergeCounter,
  answer: (state) => {
    const { counts, other } = readCounter(state);
    return [counts, other, state.total];
  },
};

const small = fc.integer({ min: 0, max: 3 });
interface Row {
  readonly whole: number;
  readonly prompt: number;
  readonly answer: number;
  readonly index: number;
}
const identities: Member<IdentityColumns, Row> = {
  name: 'IdentityColumns',
  input: fc.record({ whole: small, prompt: small, answer: small, index: fc.nat() }),
  empty: emptyIdentities,
  add: (state, { whole, prompt, answer, index }) =>
    addIdentity(
      state,
      // High bits set, so that unsigned columns are put to the test.
      {
        wholeHigh: whole * 0x4fff_ffff,
        wholeLow: whole,
        normalHigh: prompt * 0x4fff_ffff,
        normalLow: answer,
        promptHigh: prompt,
        promptLow: prompt * 0x3fff_ffff,
        answerHigh: answer,
        answerLow: answer,
        rejectedHigh: 0,
        rejectedLow: 0,
      },
      { source: index % 2, index, line: index + 1, offset: index * 10_000_000_000 },
    ),
  merge: mergeIdentities,
  answer: (state) => {
    const groups: unknown[] = [];
    for (const by of ['whole', 'normal', 'prompt'] as const) {
      eachGroup(state, by, (rows) => groups.push(rows.map((row) => positionAt(state, row))));
    }
    return groups;
  },
};

const pairs: Member<PairColumns, Row> = {
  name: 'PairColumns',
  input: fc.record({ whole: small, prompt: small, answer: small, index: fc.nat() }),
  empty: emptyPairs,
  add: (state, { whole, prompt, answer, index }) =>
    addPair(
      state,
      {
        wholeHigh: whole,
        wholeLow: whole,
        normalHigh: whole,
        normalLow: whole,
        promptHigh: prompt * 0x4fff_ffff,
        promptLow: prompt,
        answerHigh: answer,
        answerLow: answer,
        rejectedHigh: whole,
        rejectedLow: answer,
      },
      { source: index % 2, index, offset: index * 10_000_000_000 },
    ),
  merge: mergePairs,
  answer: pairsByPrompt,
};

const finding = fc.record({
  rule: fc.constantFrom('a/x', 'a/y', 'b/x'),
  source: fc.nat({ max: 1 }),
  index: fc.nat(),
});
const ledger: Member<Ledger, { rule: string; source: number; index: number }> = {
  name: 'Ledger',
  input: finding,
  empty: () => emptyLedger(5),
  add: (state, { rule, source, index }) =>
    enter(state, {
      rule,
      severity: 'error',
      message: 'm',
      pointer: '',
      at: { source, index },
    } satisfies Finding),
  merge: mergeLedger,
  answer: (state) => [
    keptFindings(state),
    [...state.counts].toSorted(),
    [...state.severities].map(([severity, rules]) => [severity, [...rules].toSorted()]).toSorted(),
  ],
};

const withheld: Member<Withheld, { suppression: number; entry: number; rule: string }> = {
  name: 'Withheld',
  input: fc.record({ suppression: fc.nat(3), entry: fc.nat(9), rule: fc.constantFrom('a/x', '__proto__') }),
  empty: emptyWithheld,
  add({ suppressed, met, known }, { suppression, entry, rule }) {
    suppressed[suppression] = (suppressed[suppression] ?? 0) + 1;
    met[entry] = (met[entry] ?? 0) + 1;
    known.set(rule, (known.get(rule) ?? 0) + 1);
  },
  merge: mergeWithheld,
  answer: ({ suppressed, met, known }) => [
    [0, 1, 2, 3].map((i) => suppressed[i] ?? 0),
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => met[i] ?? 0),
    [...known].toSorted(),
  ],
};

/** The name at every place of two sources. */
function namesAt(names: NameColumns, records: readonly number[]): unknown {
  const find = nameFinder(
    names,
    [0, 1].map((source) => (records[source] ?? 0) * 64),
  );
  return [0, 1].map((source) => Array.from({ length: 40 }, (_, index) => find({ source, index })));
}

/** A record as the summary sees it; `index` is its place. */
interface Seen {
  readonly index: number;
  readonly outcome: 'understood' | 'broken' | 'unrecognized';
  readonly forTarget: boolean;
  readonly tokens: number;
  readonly whole: number;
  readonly roles: readonly Role[];
  readonly label: string | undefined;
  readonly severities: readonly Finding['severity'][];
}

const turnOf = (role: Role, tokens: number): Turn => {
  const message: Message = {
    role,
    content: '',
    base: '/messages',
    index: 0,
    inside: '/content',
    name: undefined,
    weight: undefined,
    extra: undefined,
  };
  const learned = role === 'assistant';
  const rest = {
    bits: 0,
    raw: { high: 0, low: 0 },
    folded: '',
    json: undefined,
    has: () => false,
    sameAs: () => false,
  };
  return { message, role, number: 1, learned, text: '', tokens, ...rest };
};

const viewOf = ({ index, tokens, whole, roles }: Seen): RecordView => ({
  at: { source: index % 2, index },
  value: {},
  label: undefined,
  example: { kind: 'conversation', messages: [], tools: [], choices: undefined, extra: undefined },
  turns: roles.map((role) => turnOf(role, tokens)),
  rejected: [],
  promptHas: () => false,
  identity: {
    wholeHigh: whole,
    wholeLow: whole,
    normalHigh: tokens,
    normalLow: whole,
    promptHigh: whole,
    promptLow: 7,
    answerHigh: tokens,
    answerLow: tokens,
    rejectedHigh: 0,
    rejectedLow: 0,
  },
  tokens: tokens * roles.length,
  framing: 3,
  unsizedImages: 1,
});

/** A rule of the set with a state of its own, as the summary carries them. */
const longest: DatasetJudge = {
  empty: () => new Map<string, number>(),
  add(state, view) {
    const most = state as Map<string, number>;
    for (const { role, tokens } of view.turns) most.set(role, Math.max(most.get(role) ?? 0, tokens));
  },
  merge(into, from) {
    const most = into as Map<string, number>;
    for (const [role, tokens] of from as Map<string, number>) {
      most.set(role, Math.max(most.get(role) ?? 0, tokens));
    }
  },
  finish() {},
};

const whole = summaryTally(
  new Map([
    ['distribution/longest', longest],
    ['target/longest', longest],
  ]),
  4,
  new Set(['target/longest']),
);
const summary: Member<Summary, Seen> = {
  name: 'Summary',
  input: fc.record({
    index: fc.nat(),
    outcome: fc.constantFrom('understood', 'understood', 'broken', 'unrecognized'),
    forTarget: fc.boolean(),
    tokens: fc.nat({ max: 90 }),
    whole: small,
    roles: fc.array(fc.constantFrom<Role>('system', 'user', 'assistant', 'tool'), { maxLength: 4 }),
    label: fc.option(fc.constantFrom('yes', 'no', '__proto__'), { nil: undefined }),
    severities: fc.array(fc.constantFrom('error', 'warning', 'info'), { maxLength: 3 }),
  }),
  empty: whole.empty,
  add(state, seen) {
    const at = { source: seen.index % 2, index: seen.index };
    whole.add(state, {
      at,
      outcome: seen.outcome,
      forTarget: seen.forTarget,
      view: seen.outcome === 'understood' ? viewOf(seen) : undefined,
      label: seen.label,
      findings: seen.severities.map((severity, i) => ({
        rule: `a/${i}`,
        severity,
        message: 'm',
        pointer: '',
        at,
      })),
      flagged: seen.severities.length > 0,
      name: fingerprintValue(seen.index),
    });
  },
  merge: whole.merge,
  answer: ({
    records,
    tokens,
    turns,
    roles,
    labels,
    identities: rows,
    ledger: kept,
    withheld: held,
    names,
    rules,
    ...numbers
  }) => [
    numbers,
    withheld.answer(held),
    namesAt(names, records),
    // A source of which nothing was read yet may be a hole or not be there at all.
    [...records]
      .map((n) => n ?? 0)
      .join()
      .replace(/(,0)+$/, ''),
    histogram.answer(tokens),
    histogram.answer(turns),
    [...roles].toSorted(),
    counter.answer(labels),
    identities.answer(rows),
    ledger.answer(kept),
    [...rules].map(([id, state]) => [id, [...(state as Map<string, number>)].toSorted()]),
  ],
};

const MEMBERS: readonly AnyMember[] = [histogram, counter, identities, pairs, ledger, withheld, summary];

/** Inputs with positions of their own: no two records stand at one place. */
const distinct = (inputs: readonly unknown[]): unknown[] =>
  inputs.map((input, i) => (typeof input === 'object' ? { ...input, index: i } : input));

describe.each(MEMBERS)('$name', (member: AnyMember) => {
  const inputs = fc.array(member.input, { maxLength: 60 }).map(distinct);
  const fold = (items: readonly unknown[]): unknown => {
    const state = member.empty();
    for (const item of items) member.add(state, item);
    return state;
  };
  const check = (property: fc.IProperty<[unknown[]]>): void => fc.assert(property, { seed, numRuns: 200 });

  test('merging with an empty one changes nothing, on either side', () => {
    check(
      fc.property(inputs, (items) => {
        const into = member.empty();
        member.merge(into, fold(items));
        const plain = fold(items);
        member.merge(plain, member.empty());
        expect(member.answer(into)).toEqual(member.answer(fold(items)));
        expect(member.answer(plain)).toEqual(member.answer(fold(items)));
      }),
    );
  });

  test('any split, merged in any order, gives what one pass gives', () => {
    fc.assert(
      fc.property(
        inputs,
        fc.array(fc.nat({ max: 4 }), { minLength: 1 }),
        fc.boolean(),
        (items, choices, reverse) => {
          // Each part keeps the order of its records, as a thread does.
          const parts: unknown[][] = [[], [], [], [], []];
          items.forEach((item, i) => {
            parts[choices[i % choices.length] ?? 0]?.push(item);
          });
          const states = parts.map(fold);
          const total = member.empty();
          for (const state of reverse ? states.reverse() : states)
            member.merge(total, structuredClone(state));
          expect(member.answer(total)).toEqual(member.answer(fold(items)));
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  test('merge is associative', () => {
    fc.assert(
      fc.property(inputs, inputs, inputs, (a, b, c) => {
        const label = (items: unknown[], k: number): unknown[] =>
          items.map((item, i) => (typeof item === 'object' ? { ...item, index: i * 3 + k } : item));
        const [x, y, z] = [label(a, 0), label(b, 1), label(c, 2)];
        const left = fold(x);
        member.merge(left, fold(y));
        member.merge(left, fold(z));
        const right = fold(y);
        member.merge(right, fold(z));
        const total = fold(x);
        member.merge(total, right);
        expect(member.answer(left)).toEqual(member.answer(total));
      }),
      { seed, numRuns: 200 },
    );
  });
});

test('quantiles of small values are exact', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 200 }), (values) => {
      const state = emptyHistogram();
      for (const value of values) count(state, value);
      const sorted = values.toSorted((a, b) => a - b);
      const rank = (share: number) => sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1];
      expect(distributionOf(state)).toMatchObject({
        min: sorted[0],
        p5: rank(0.05),
        p50: rank(0.5),
        p95: rank(0.95),
        max: sorted.at(-1),
      });
    }),
    { seed, numRuns: 300 },
  );
});
