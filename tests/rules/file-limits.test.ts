// Limits that no example can reach: the rule alone, on figures of a set that nobody wants in a repository.

import { expect, test } from 'vitest';
import type { TargetFacts } from '../../src/model/limits.ts';
import { defaultOptions } from '../../src/model/option.ts';
import type { Figures } from '../../src/model/report.ts';
import type { RecordView, Rule, RuleContext } from '../../src/model/rule.ts';
import { fileLimits } from '../../src/rules/structure/file-limits.ts';
import { largeUpload } from '../../src/rules/target/large-upload.ts';
import { mediaRecords } from '../../src/rules/target/media-records.ts';
import { recordsByEpochs } from '../../src/rules/target/records-by-epochs.ts';
import { tokensByEpochs } from '../../src/rules/target/tokens-by-epochs.ts';
import { validationSize } from '../../src/rules/target/validation-size.ts';

const citation = { title: 'a test' };
const target: TargetFacts = {
  id: 'small-sft',
  title: 'Small',
  formats: ['openai-chat'],
  status: { open: true, note: '', read: '2026-11-24' },
  limits: {
    maxBytes: { value: 1000, citation },
    maxRecords: { value: 10, citation },
    carefulBytes: [
      { value: 300, note: 'not by hand', citation },
      { value: 500, note: 'not at once', citation },
    ],
    recordEpochs: { value: 12, epochs: 3, citation },
    tokenEpochs: { value: 100, citation },
    maxMediaRecords: { value: 2, citation },
    validation: {
      maxBytes: { value: 100, citation },
      maxPercent: { value: 30, above: 5, citation },
    },
  },
};
const source = {
  name: 'a.jsonl',
  container: 'jsonl',
  format: 'openai-chat',
  because: '',
  records: 1,
  sha256: '',
};

function told(rule: Rule, sources: readonly object[], read: number, options: RuleContext['options'] = {}) {
  const findings: unknown[] = [];
  const figures = {
    sources: sources.map((more) => ({ ...source, ...more })),
    records: { read, broken: 0, unrecognized: 0 },
    tokens: { total: read * 5, framing: read * 2 },
  } as unknown as Figures;
  const context = {
    options: { ...(defaultOptions(rule.options) as RuleContext['options']), ...options },
    target,
    model: undefined,
    goal: undefined,
    today: '2026-11-24',
    label: undefined,
    labels: undefined,
  };
  if (rule.scope !== 'figures') throw new Error(`${rule.id} is no rule of figures`);
  const judge = rule.create({
    ...context,
    outputSchema: undefined,
    evaluation: undefined,
    hint: () => ({ group: 0 }),
  });
  judge(figures, ({ message, data }) => findings.push([message, data]));
  return findings;
}

test('at the limit is within it', () => {
  expect(told(fileLimits, [{ bytes: 1000 }], 10)).toEqual([]);
  expect(told(largeUpload, [{ bytes: 300 }], 1)).toEqual([]);
  expect(told(recordsByEpochs, [], 4)).toEqual([]);
  expect(told(validationSize, [{ name: 'val.jsonl', bytes: 100 }], 1)).toEqual([]);
});

test('a byte and a record more are told', () => {
  expect(told(fileLimits, [{ bytes: 1001 }], 11)).toEqual([
    ['bytes', { source: 'a.jsonl', bytes: 1001, target: 'small-sft', limit: 1000 }],
    ['records', { count: 11, target: 'small-sft', limit: 10 }],
  ]);
  expect(told(validationSize, [{ name: 'val.jsonl', bytes: 101 }], 1)).toEqual([
    ['bytes', { source: 'val.jsonl', bytes: 101, target: 'small-sft', limit: 100 }],
  ]);
});

test('a validation file is held against the size of the others', () => {
  const files = (training: number, validation: number) => [
    { records: training, bytes: 1 },
    { name: 'valid.jsonl', records: validation, bytes: 1 },
  ];
  expect(told(validationSize, files(20, 6), 26)).toEqual([]);
  expect(told(validationSize, files(10, 5), 15)).toEqual([]);
  expect(told(validationSize, files(0, 9), 9)).toEqual([]);
  expect(told(validationSize, files(20, 7), 27)).toEqual([
    ['share', { source: 'valid.jsonl', count: 7, target: 'small-sft', training: 20, limit: 30 }],
  ]);
});

test('a file that only some ways take is told once for each of them, and not where none takes it', () => {
  const data = (bytes: number, limit: number, note: string) => ({ source: 'a.jsonl', bytes, limit, note });
  expect(told(largeUpload, [{ bytes: 301 }], 1)).toEqual([['large', data(301, 300, 'not by hand')]]);
  expect(told(largeUpload, [{ bytes: 501 }], 1)).toEqual([
    ['large', data(501, 300, 'not by hand')],
    ['large', data(501, 500, 'not at once')],
  ]);
  expect(told(largeUpload, [{ bytes: 1001 }], 1)).toEqual([]);
});

test('records are held against the epochs of the service, or those of the option', () => {
  expect(told(recordsByEpochs, [], 5)).toEqual([
    ['many', { count: 5, epochs: 3, target: 'small-sft', limit: 12, most: 4 }],
  ]);
  expect(told(recordsByEpochs, [], 5, { epochs: 2 })).toEqual([]);
  expect(told(recordsByEpochs, [], 7, { epochs: 2 })).toHaveLength(1);
});

test('tokens are held against the epochs', () => {
  expect(told(tokensByEpochs, [], 14)).toEqual([]);
  expect(told(tokensByEpochs, [], 15)).toEqual([
    ['many', { tokens: 105, epochs: 1, target: 'small-sft', limit: 100 }],
  ]);
  expect(told(tokensByEpochs, [], 14, { epochs: 2 })).toHaveLength(1);
});

test('records with media are counted in any cutting', () => {
  const rule = mediaRecords.scope === 'dataset' ? mediaRecords : undefined;
  const judge = rule?.create({
    options: {},
    target,
    model: undefined,
    goal: undefined,
    today: '2026-11-24',
    label: undefined,
    labels: undefined,
    outputSchema: undefined,
    evaluation: undefined,
    hint: () => ({ group: 0 }),
  });
  const view = (types: readonly string[]) =>
    ({ turns: [{ message: { content: types.map((type) => ({ type })) } }] }) as unknown as RecordView;
  const finished = (counts: readonly number[]): unknown[] => {
    const findings: unknown[] = [];
    const all = judge?.empty();
    for (const count of counts) {
      const part = judge?.empty();
      for (let i = 0; i < count; i += 1) judge?.add(part, view(['text', 'media', 'media']));
      judge?.add(part, view(['text']));
      judge?.merge(all, part);
    }
    judge?.finish(all, ({ message, data }) => findings.push([message, data]), { read: 9, understood: 9 });
    return findings;
  };
  expect(finished([1, 1])).toEqual([]);
  expect(finished([1, 2])).toEqual([['many', { count: 3, target: 'small-sft', limit: 2 }]]);
});
