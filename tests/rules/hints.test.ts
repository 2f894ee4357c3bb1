// Hints have a bit each as long as there are bits: a shared bit would let one rule's words exempt another's.

import { expect, test } from 'vitest';
import { ALL_RULES } from '../../src/config/names.ts';
import { defaultOptions } from '../../src/model/option.ts';
import type { RuleContext } from '../../src/model/rule.ts';
import { HintBook } from '../../src/text/hint-finder.ts';

test('no two hints of the catalogue share a bit', () => {
  const book = new HintBook();
  const groups = new Map<string, number>();
  for (const rule of ALL_RULES) {
    if (rule.scope === 'shape') continue;
    rule.create({
      options: defaultOptions(rule.options) as RuleContext['options'],
      target: undefined,
      model: undefined,
      goal: 'classification',
      today: '2026-11-24',
      label: undefined,
      labels: undefined,
      outputSchema: undefined,
      evaluation: undefined,
      hint: (words) => {
        const hint = book.add(words);
        groups.set(words.join('\n'), hint.group);
        return hint;
      },
    });
  }
  expect(groups.size).toBeGreaterThan(0);
  expect(new Set(groups.values()).size).toBe(groups.size);
});
