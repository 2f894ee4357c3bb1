// Enough for what? Verdicts at the bounds, classes, reasons, advice, and what a run would cost.

import { describe, expect, test } from 'vitest';
import { assessGoal, assessGoals, type BareFigures } from '../../src/goals/assess.ts';
import { estimateCosts } from '../../src/goals/cost.ts';
import { GOALS } from '../../src/goals/goals.ts';
import { percent } from '../../src/goals/numbers.ts';
import { amount } from '../../src/model/amount.ts';
import { openaiSft } from '../../src/targets/openai-sft.ts';

const NONE = { min: 0, p5: 0, p50: 0, p95: 0, max: 0, mean: 0 };

function figures(
  effective: number,
  more: Partial<BareFigures> & { lost?: Partial<BareFigures['records']> } = {},
): BareFigures {
  const { lost = {}, ...rest } = more;
  const taken = (lost.broken ?? 0) + (lost.unrecognized ?? 0) + (lost.exactDuplicates ?? 0);
  return {
    sources: [],
    records: {
      read: effective + taken,
      broken: 0,
      unrecognized: 0,
      exactDuplicates: 0,
      nearDuplicates: 0,
      effective,
      ...lost,
    },
    flagged: 0,
    tokens: {
      tokenizer: 'o200k_base',
      engine: 'tuneset',
      exact: true,
      total: 0,
      learned: 0,
      framing: 0,
      chatFormat: 'openai',
      unsizedImages: 0,
      perRecord: NONE,
      histogram: [],
    },
    turns: NONE,
    roles: {},
    labels: [],
    otherLabels: 0,
    ...rest,
  };
}

test.each([
  ['style', 49, 'too-few'],
  ['style', 50, 'enough'],
  ['style', 500, 'enough'],
  ['style', 501, 'ample'],
  ['classification', 499, 'too-few'],
  ['classification', 2000, 'enough'],
  ['extraction', 999, 'too-few'],
  ['extraction', 10_001, 'ample'],
  ['behaviour', 9_999, 'too-few'],
  ['behaviour', 1_000_000, 'enough'],
])('%s with %i effective records: %s', (goal, effective, verdict) => {
  expect(assessGoal(goal, figures(effective))?.verdict).toBe(verdict);
  expect(assessGoals(figures(effective)).find(({ id }) => id === goal)?.verdict).toBe(verdict);
});

test('every goal names its evidence', () => {
  for (const { sources } of GOALS) {
    expect(sources.length).toBeGreaterThan(0);
    for (const { url, read } of sources)
      expect([url, read]).toEqual([expect.stringMatching(/^https/), expect.stringMatching(/^\d{4}-/)]);
  }
  expect(assessGoal('world peace', figures(1))).toBeUndefined();
});

describe('classification', () => {
  const labels = (counts: Record<string, number>) =>
    Object.entries(counts).map(([label, records]) => ({ label, records }));

  test('a class that is hardly there makes a large set too small', () => {
    const assessed = assessGoal(
      'classification',
      figures(1510, { labels: labels({ bug: 800, wish: 700, praise: 10 }) }),
    );
    expect(assessed).toMatchObject({
      verdict: 'too-few',
      perClass: [
        { label: 'bug', verdict: 'enough' },
        { label: 'wish', verdict: 'enough' },
        { label: 'praise', verdict: 'too-few' },
      ],
    });
    expect(assessed?.why.join(' ')).toContain('1 of 3 classes have fewer than 100 examples, praise with 10.');
    expect(assessed?.why.join(' ')).toContain('bug has 80 times as many records as praise');
    expect(assessed?.next[0]).toBe('Add 90 examples to the class that has fewer than 100.');
  });

  test('balanced classes are enough', () => {
    expect(
      assessGoal('classification', figures(600, { labels: labels({ a: 200, b: 200, c: 200 }) })),
    ).toMatchObject({ verdict: 'enough', next: [] });
  });

  test('without labels it says how to name them', () => {
    expect(assessGoal('classification', figures(600))?.next).toEqual([
      'Say where the label stands with --label, and each class is counted.',
    ]);
  });
});

test.each([
  [1, '1 record counts; this goal takes 50 to 500.'],
  [2, '2 records count; this goal takes 50 to 500.'],
])('%i is counted in good grammar', (n, sentence) => {
  expect(assessGoal('style', figures(n))?.why[0]).toBe(sentence);
});

test('what is lost and noisy is said, and advised on in the order of its effect', () => {
  const assessed = assessGoal(
    'style',
    figures(30, { flagged: 20, lost: { broken: 5, exactDuplicates: 15 } }),
  );
  expect(assessed?.why).toEqual([
    '30 records count; this goal takes 50 to 500.',
    '20 of 50 do not count: 5 broken, 15 said before.',
    '44 % of the records have a warning or an error; 500 careful examples often beat 5,000 noisy ones.',
  ]);
  expect(assessed?.next).toEqual([
    'Mend the 5 records that cannot be read.',
    'Replace the 15 repeated records by new ones.',
    'Add 20 examples that differ from those you have.',
    'Look at the records with findings before you add more.',
  ]);
});

test('a set far above its range is told that less may do', () => {
  expect(assessGoal('style', figures(1200))?.why).toContain(
    'Less may do: train on a part first and see whether more helps.',
  );
  expect(assessGoal('style', figures(600))?.why.join(' ')).not.toContain('Less may do');
});

describe('cost', () => {
  const tokens = (total: number, framing: number): Pick<BareFigures, 'tokens'> => ({
    tokens: { ...figures(0).tokens, total, framing },
  });

  test('tokens times epochs times price, to the cent', () => {
    const costs = estimateCosts(openaiSft, tokens(900_000, 100_000), 'gpt-4.1-mini-2025-04-14');
    expect(costs).toEqual([
      {
        target: 'openai-sft',
        model: 'gpt-4.1-mini',
        billableTokens: 1_000_000,
        epochs: 3,
        usd: 15,
        priceDate: '2025-12',
        note: '3 epochs assumed; list price',
      },
    ]);
    expect(estimateCosts(openaiSft, tokens(77_591, 5_388), 'gpt-4.1')[0]?.usd).toBe(6.22);
  });

  test('every priced model where none is named, none where it has no price', () => {
    expect(estimateCosts(openaiSft, tokens(1, 1), undefined).map(({ model }) => model)).toEqual(
      openaiSft.prices.map(({ model }) => model),
    );
    expect(estimateCosts(openaiSft, tokens(1, 1), 'gpt-6')).toEqual([]);
    expect(estimateCosts(openaiSft, tokens(1, 1), 'ft:gpt-4o-2024-08-06:org::id')[0]?.model).toBe('gpt-4o');
  });
});

test('numbers read the same everywhere', () => {
  expect([0, 999, 1000, 1_234_567].map(amount)).toEqual(['0', '999', '1,000', '1,234,567']);
  expect(percent(999, 1000)).toBe('99 %');
  expect(percent(1000, 1000)).toBe('100 %');
});
