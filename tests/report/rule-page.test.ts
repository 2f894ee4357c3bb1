// What a rule says of itself: the page of explain, and its row in the README.

import { describe, expect, test } from 'vitest';
import { flag, integer, share, words } from '../../src/model/option.ts';
import type { RuleMeta } from '../../src/model/rule-meta.ts';
import { rulePage, ruleTable } from '../../src/report/rule-page.ts';
import { columnsOf } from '../../src/report/width.ts';
import { ACTS, HOSTILE, SECRET } from './rich-report.ts';

const RULE: RuleMeta = {
  id: 'content/odd-answer',
  title: 'Answer is odd',
  why: 'The model learns to be odd, and odd answers are what users remember longest and complain about first.',
  mend: 'Write an even answer.',
  severity: 'warning',
  severityFor: { classification: 'error', style: 'info' },
  stage: 'preview',
  optIn: true,
  since: '0.1.0',
  fix: 'suggest',
  options: {
    strict: flag(false, 'Whether half an oddity counts.'),
    least: integer(3, 'How many oddities it takes.'),
    portion: share(0.5, 'The share of odd words.'),
    allowed: words(['odd', 'strange'], 'Words that may stand there.'),
  },
  messages: { odd: 'The answer is odd.' },
  sources: [
    { title: 'On oddity', url: 'https://example.org/oddity', read: '2026-11-22' },
    { title: 'Practice' },
  ],
  examples: {
    good: [
      { title: 'even', record: { prompt: '1+1?', completion: '2' } },
      { title: 'wide', record: { prompt: `日本語${SECRET}`, completion: '日本語'.repeat(100) } },
    ],
    bad: [
      {
        title: 'hostile',
        target: 'openai-sft',
        goal: 'style',
        record: { prompt: HOSTILE, completion: SECRET },
        finds: [],
      },
      { title: 'four records', records: [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }], finds: [] },
      { title: 'lines', lines: '{"a":\n\n1}\n', finds: [] },
    ],
  },
  measured: { records: 12_345, flagged: 67, inspected: 50, wrong: 2, on: '2026-11-23' },
};

describe('the page of a rule', () => {
  test('as it is shown', async () => {
    const page = rulePage(RULE, { width: 80, color: false, examples: 3 });
    await expect(page).toMatchFileSnapshot('golden/rule-page.txt');
  });

  test('keeps to its width, acts on nothing, and masks', () => {
    for (const width of [50, 80, 120]) {
      const page = rulePage(RULE, { width, color: false, examples: 3 });
      expect(page).not.toMatch(ACTS);
      expect(page).not.toContain(SECRET.slice(8));
      for (const line of page.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
    }
  });

  test('is in colour what it is without', () => {
    const colored = rulePage(RULE, { width: 80, color: true, examples: 3 });
    expect(colored.replace(/\u001b\[[0-9;]*m/g, '')).toBe(
      rulePage(RULE, { width: 80, color: false, examples: 3 }),
    );
  });
});

test('the table of rules is Markdown, with a bar in a title made harmless', () => {
  expect(ruleTable([RULE, { ...RULE, id: 'a/b', title: 'Either | or', optIn: false }])).toBe(
    [
      '| rule | severity | what is wrong |',
      '| --- | --- | --- |',
      '| `content/odd-answer` | off | Answer is odd |',
      '| `a/b` | warning | Either \\| or |',
    ].join('\n'),
  );
});
