// Candidates and clusters: the same as by comparing everything, from any segments, in memory or on disk.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { compareRuns } from '../../src/dedupe/clusters.ts';
import { countPlace, HEAD } from '../../src/dedupe/profile.ts';
import { Profiles } from '../../src/dedupe/profiles.ts';
import { findRuns } from '../../src/dedupe/runs.ts';
import { BANDS } from '../../src/dedupe/sketch.ts';
import { addRow, emptySketches, mergeSketches, type SketchColumns } from '../../src/dedupe/sketch-columns.ts';
import { WordFile } from '../../src/io/word-file.ts';

const seed = 51_442;
const folder = mkdtempSync(join(tmpdir(), 'tuneset-clusters-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Keys that often agree: one small number per band. */
const keys = fc.array(fc.nat({ max: 40 }), { minLength: BANDS, maxLength: BANDS });

function naiveRuns(all: readonly (readonly number[])[]): number[][][] {
  return Array.from({ length: BANDS }, (_, band) => {
    const runs = new Map<number, number[]>();
    all.forEach((row, rank) => {
      const key = row[band] as number;
      runs.set(key, [...(runs.get(key) ?? []), rank]);
    });
    return [...runs].sort(([a], [b]) => a - b).flatMap(([, ranks]) => (ranks.length > 1 ? [ranks] : []));
  });
}

function runsOf(columns: SketchColumns, rankOf: Uint32Array, store?: WordFile): number[][][] {
  const standIn = Uint32Array.from(rankOf.keys());
  return findRuns(columns, { rankOf, standIn }, store).map(({ ranks, ends }) => {
    let start = 0;
    return [...ends].map((end) => {
      const run = [...ranks.subarray(start, end)];
      start = end;
      return run;
    });
  });
}

test('runs are the rows whose keys agree, however they were cut into segments and in which order those came', () => {
  fc.assert(
    fc.property(
      fc.array(keys, { maxLength: 60 }),
      fc.nat({ max: 60 }),
      fc.boolean(),
      (rows, cut, swapped) => {
        const parts = [rows.slice(0, cut), rows.slice(cut)].map((part) => {
          const columns = emptySketches();
          part.forEach((row, record) => {
            addRow(columns, record, Uint32Array.from(row));
          });
          return { columns, count: part.length };
        });
        if (swapped) parts.reverse();
        const all = emptySketches();
        let count = 0;
        for (const part of parts) {
          mergeSketches(all, part.columns, count);
          count += part.count;
        }
        const first = Math.min(cut, rows.length);
        const rankOf = Uint32Array.from(rows, (_, record) =>
          swapped ? (record + first) % Math.max(1, rows.length) : record,
        );
        expect(runsOf(structuredClone(all), rankOf)).toEqual(naiveRuns(rows));
      },
    ),
    { seed, numRuns: 200 },
  );
});

test('many rows, sorted by digits, and spilled to disk: nothing changes', () => {
  const rows = 20_000;
  const store = new WordFile(folder, 'keys', 300_000);
  const [held, spilled] = [emptySketches(), emptySketches()];
  const all: number[][] = [];
  let state = seed;
  for (let record = 0; record < rows; record += 1) {
    const row = Uint32Array.from({ length: BANDS }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> (record % 3 === 0 ? 14 : 4);
    });
    all.push([...row]);
    addRow(held, record, row);
    addRow(spilled, record, row, store);
  }
  expect(spilled.held).toBeLessThanOrEqual(300_000);
  const ranks = Uint32Array.from({ length: rows }, (_, record) => record);
  const expected = naiveRuns(all);
  expect(expected.flat().length).toBeGreaterThan(1000);
  expect(runsOf(held, ranks)).toEqual(expected);
  expect(runsOf(structuredClone(spilled), ranks, store)).toEqual(expected);
  store.close();
});

/** A profile that only has character shingles of what is asked. */
function profileOf(shingles: readonly number[]): Uint32Array {
  const head = new Uint32Array(HEAD);
  head[0] = 500;
  head[countPlace(0, 'characters')] = shingles.length;
  return Uint32Array.from([...head, ...shingles]);
}

test('clusters are the components of all pairs that are alike, and name their least similar pair', () => {
  const sets = fc.array(fc.uniqueArray(fc.nat({ max: 14 }), { minLength: 1, maxLength: 10 }), {
    maxLength: 25,
  });
  fc.assert(
    fc.property(sets, (all) => {
      const sorted = all.map((set) => set.toSorted((a, b) => a - b));
      const jaccard = (a: number, b: number): number => {
        const [x, y] = [new Set(sorted[a]), new Set(sorted[b])];
        const shared = [...x].filter((one) => y.has(one)).length;
        return shared / (x.size + y.size - shared);
      };
      // Everything is a candidate.
      const ranks = Uint32Array.from(sorted.keys());
      const runs = [{ ranks, ends: Uint32Array.of(ranks.length) }];
      const profiles = new Profiles(sorted.length, undefined);
      sorted.forEach((set, rank) => {
        profiles.add(rank, profileOf(set));
      });
      const order = { rankOf: ranks, standIn: ranks };
      const { clusters } = compareRuns(runs, order, profiles, { least: 0.6, exhaustive: true });

      const component = [...ranks];
      for (let changed = true; changed; ) {
        changed = false;
        for (const a of ranks) {
          for (const b of ranks) {
            const [one, two] = [component[a] as number, component[b] as number];
            if (one === two || jaccard(a, b) < 0.6 - 1e-12) continue;
            component[a] = component[b] = Math.min(one, two);
            changed = true;
          }
        }
      }
      const expected = [...new Set(component)]
        .map((root) => [...ranks].filter((rank) => component[rank] === root))
        .filter((members) => members.length > 1);
      expect(clusters.map(({ ranks: members }) => members)).toEqual(expected);
      for (const { ranks: members, least } of clusters) {
        const pairs = members.flatMap((a, i) => members.slice(i + 1).map((b) => jaccard(a, b)));
        expect(least.likeness).toBeCloseTo(Math.min(...pairs), 12);
        expect(jaccard(least.first, least.second)).toBeCloseTo(least.likeness, 12);
      }
    }),
    { seed, numRuns: 300 },
  );
});
