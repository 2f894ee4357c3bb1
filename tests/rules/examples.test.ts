// Every good and bad example of every rule, each rule alone, through the real pipeline.

import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/config/names.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { BadExample, ExpectedProblem, GoodExample } from '../../src/model/rule-meta.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';

async function findingsOf(rule: Rule, example: GoodExample): Promise<readonly Finding[]> {
  const content =
    'lines' in example ? example.lines : linesOf('records' in example ? example.records : [example.record]);
  const { format, target, model, goal, label, labels, outputSchema, suppress, today, options } = example;
  // A target's checks can only be named where the target is.
  const request = {
    only: [rule.id],
    ...(format === undefined ? {} : { format }),
    ...(target === undefined ? {} : { target }),
    ...(model === undefined ? {} : { model }),
    ...(goal === undefined ? {} : { goal }),
    ...(label === undefined ? {} : { label }),
    ...(labels === undefined ? {} : { labels }),
    ...(outputSchema === undefined ? {} : { outputSchema }),
    ...(suppress === undefined ? {} : { suppress }),
    ...(today === undefined ? {} : { today }),
    ...(options === undefined ? {} : { rules: { [rule.id]: { options } } }),
  };
  const file = 'lines' in example ? example.file : undefined;
  const report = await checkContent(content, request, file, example.against);
  return report.findings;
}

const shown = (finding: Finding, expected: ExpectedProblem): ExpectedProblem => ({
  message: finding.message,
  pointer: finding.pointer,
  ...(expected.index === undefined ? {} : { index: finding.at?.index ?? -1 }),
  ...(expected.data === undefined ? {} : { data: finding.data ?? {} }),
});

describe.each(ALL_RULES.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  const { good, bad } = rule.examples;
  if (good.length > 0) {
    test.each(good)('right: $title', async (example: GoodExample) => {
      expect(await findingsOf(rule, example)).toEqual([]);
    });
  }
  if (bad.length > 0) {
    test.each(bad)('wrong: $title', async (example: BadExample) => {
      const findings = await findingsOf(rule, example);
      const actual = findings.map((finding, i) =>
        shown(finding, example.finds[i] ?? { message: '', pointer: '' }),
      );
      expect(actual).toEqual(example.finds);
    });
  }
  test('has the examples it promises', () => {
    expect(
      rule.scope === 'shape' || good.length + bad.length === 0 || (good.length > 1 && bad.length > 1),
    ).toBe(true);
  });
});
