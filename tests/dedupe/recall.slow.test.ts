// How many near-duplicates of three real sets the sketches find, against comparing every pair by its shingles as text.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NO_FRAME } from '../../src/dedupe/frame.ts';
import { Shingler } from '../../src/dedupe/shingles.ts';
import { distinct, Sketcher } from '../../src/dedupe/sketch.ts';
import { foldText } from '../../src/text/normal-forms.ts';
import { describeShared, sharedPath } from '../support/shared-data.ts';

const LEAST = 0.8;
const BANDS = [
  [0.6, 0.7],
  [0.7, 0.8],
  [0.8, 0.85],
  [0.85, 0.9],
  [0.9, 1.01],
] as const;

const json = (path: string): unknown => JSON.parse(readFileSync(sharedPath(path), 'utf8'));

const SETS: Readonly<Record<string, () => string[]>> = {
  'clinc-oos, train': () =>
    (json('clinc-oos/data_full.json') as { train: [string, string][] }).train.map(([text]) => text),
  'mlx-lora, train': () =>
    readFileSync(sharedPath('mlx-lora/train.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { text: string }).text),
  'fastchat, identity': () =>
    (json('fastchat/dummy_conversation.json') as { conversations: { value: string }[] }[]).map(
      ({ conversations }) => conversations.map(({ value }) => value).join('\n'),
    ),
};

/** The shingles of a short text as they are defined, made of strings; the numbers of the text belong to each. */
function shinglesAsText(text: string): Set<string> {
  const folded = foldText(text);
  const numbers = (folded.match(/\d+/g) ?? []).sort().join(' ');
  const shingles = new Set<string>();
  for (let i = 0; i + 5 <= folded.length; i += 1) shingles.add(`${numbers}|${folded.slice(i, i + 5)}`);
  return shingles;
}

/** Of sorted hashes; what must be below 0.55 is 0. */
function likeness(a: Uint32Array, b: Uint32Array): number {
  if (Math.min(a.length, b.length) < 0.55 * Math.max(a.length, b.length)) return 0;
  const most = 0.62 * Math.min(a.length, b.length);
  let shared = 0;
  let alone = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length && alone < most + Math.abs(a.length - b.length); ) {
    const [one, two] = [a[i] as number, b[k] as number];
    if (one === two) shared += 1;
    else alone += 1;
    if (one <= two) i += 1;
    if (two <= one) k += 1;
  }
  return shared / (a.length + b.length - shared);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (Math.min(a.size, b.size) < 0.6 * Math.max(a.size, b.size)) return 0;
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return shared / (a.size + b.size - shared);
}

describeShared('recall of the sketches and truth of the measure', () => {
  test.each(Object.keys(SETS))('%s', (name) => {
    const texts = [...new Set((SETS[name] as () => string[])())].filter(
      (text) => text.length >= 24 && text.length < 1200,
    );
    const sets = texts.map(shinglesAsText);
    const shingler = new Shingler();
    const sketcher = new Sketcher();
    const hashed = texts.map((text) => {
      shingler.clear();
      shingler.characters([{ text, folded: foldText(text) }], 1, NO_FRAME);
      return distinct(shingler.hashes.slice(0, shingler.length));
    });
    const keys = hashed.map((hashes) => {
      sketcher.sketch(hashes, 0, hashes.length);
      return [...sketcher.keys];
    });
    const all = BANDS.map(() => 0);
    const met = BANDS.map(() => 0);
    let wrong = 0;
    for (let a = 0; a < texts.length; a += 1) {
      for (let b = a + 1; b < texts.length; b += 1) {
        const measured = likeness(hashed[a] as Uint32Array, hashed[b] as Uint32Array);
        if (measured < 0.55) continue;
        const truth = jaccard(sets[a] as Set<string>, sets[b] as Set<string>);
        const band = BANDS.findIndex(([from, to]) => truth >= from && truth < to);
        const [one, two] = [keys[a] as number[], keys[b] as number[]];
        if (band >= 0) all[band] = (all[band] ?? 0) + 1;
        if (band >= 0 && one.some((key, k) => key === two[k])) met[band] = (met[band] ?? 0) + 1;
        if (measured >= LEAST !== truth >= LEAST) wrong += 1;
      }
    }
    console.log(
      `${name}: ${texts.length} texts; found of all pairs by similarity: ${BANDS.map(([from, to], i) => `${from}–${Math.min(1, to)} ${met[i]}/${all[i]}`).join(', ')}`,
    );
    expect(wrong).toBe(0);
    const above = (all[3] as number) + (all[4] as number);
    expect((met[3] as number) + (met[4] as number)).toBeGreaterThanOrEqual(0.95 * above);
    expect(above).toBeGreaterThan(5);
  });
});
