// Limits that no example can reach: the rule alone, on figures of a set that nobody wants in a repository.

import { expect, test } from 'vitest';
import type { TargetFacts } from '../../src/model/limits.ts';
import type { Figures } from '../../src/model/report.ts';
import { fileLimits } from '../../src/rules/structure/file-limits.ts';

const citation = { title: 'a test' };
const target: TargetFacts = {
  id: 'small-sft',
  title: 'Small',
  formats: ['openai-chat'],
  status: { open: true, note: '', read: '2026-11-24' },
  limits: { maxBytes: { value: 1000, citation }, maxRecords: { value: 10, citation } },
};
const source = {
  name: 'a.jsonl',
  container: 'jsonl',
  format: 'openai-chat',
  because: '',
  records: 1,
  sha256: '',
};

function told(bytes: number, read: number): unknown[] {
  const findings: unknown[] = [];
  const figures = { sources: [{ ...source, bytes }], records: { read } } as unknown as Figures;
  const context = {
    options: {},
    target,
    model: undefined,
    goal: undefined,
    label: undefined,
    labels: undefined,
  };
  const judge = fileLimits.create({
    ...context,
    outputSchema: undefined,
    evaluation: undefined,
    hint: () => ({ group: 0 }),
  });
  judge(figures, ({ message, data }) => findings.push([message, data]));
  return findings;
}

test('at the limit is within it', () => {
  expect(told(1000, 10)).toEqual([]);
});

test('a byte and a record more are told', () => {
  expect(told(1001, 11)).toEqual([
    ['bytes', { source: 'a.jsonl', bytes: 1001, target: 'small-sft', limit: 1000 }],
    ['records', { count: 11, target: 'small-sft', limit: 10 }],
  ]);
});
