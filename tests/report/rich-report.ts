// One report written by hand in which everything stands that a reporter has to cope with; the golden files are made of it.

import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import type { RuleMeta } from '../../src/model/rule-meta.ts';
import type { Settings } from '../../src/model/settings.ts';
import { html } from '../../src/report/html.ts';
import { findReporter } from '../../src/report/index.ts';
import { SECRET } from '../support/hostile-lines.ts';

export { SECRET };

/** What no report may hold. Line feeds are ours; everything else that acts, hides or turns would come from the data. */
export const ACTS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\p{Cs}]|[\u{e0000}-\u{e01ef}]/u;

/** Everything that could act, hide, turn or break out, in one line of text. */
export const HOSTILE =
  '\u001b[31mred\u001b]0;title\u0007 \u202egnp.exe\u2066 a\u200bb\u{e0041} <script>alert(1)</script> ]]> --> ::error::x %0A | `x` **b** [l](javascript:x)\r\n=1+1 \ud800 \u0085 \u2028';

const rule = (
  id: string,
  words: Pick<RuleMeta, 'title' | 'why' | 'mend' | 'severity' | 'messages'> & Partial<RuleMeta>,
): RuleMeta => ({
  id,
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  sources: [],
  examples: { good: [], bad: [] },
  ...words,
});

const RULES: readonly RuleMeta[] = [
  rule('structure/invalid-json', {
    title: 'Not JSON',
    why: 'Readers stop here or skip the line, so the example is lost.',
    mend: 'Mend the line; write records with a JSON library.',
    severity: 'error',
    messages: {
      fault: 'Column {column}: {what}.',
      'fault-below': 'Line {line} of the record, column {column}: {what}.',
    },
    sources: [{ title: 'RFC 8259', url: 'https://www.rfc-editor.org/rfc/rfc8259', read: '2026-11-22' }],
  }),
  rule('residue/special-token', {
    title: 'Control token in the text',
    why: 'Chat templates turn such text into real control tokens: the model learns forged turns, or to stop early.',
    mend: 'Remove the token from the text; the trainer adds its own.',
    severity: 'error',
    messages: { token: 'The answer holds {token}.' },
  }),
  rule('labels/unknown-label', {
    title: 'Label that is not on the list',
    why: 'One more class that nobody meant.',
    mend: 'Write one of the labels on the list.',
    severity: 'error',
    messages: { unknown: 'The label {label} is not one of {count#class}.' },
  }),
  rule('duplicates/exact', {
    title: 'Exact duplicate',
    why: 'A repeated example weighs as much as it is often.',
    mend: 'Keep one of them.',
    severity: 'warning',
    fix: 'drop',
    messages: { again: 'The record says the same as {count#earlier one}.' },
  }),
  rule('structure/unknown-key', {
    title: 'Unknown key',
    why: 'Some providers refuse records with keys they do not know.',
    mend: 'Remove the key, or rename it.',
    severity: 'warning',
    messages: { key: 'The key {key} is not known in a record.' },
  }),
  rule('size/below-goal', {
    title: 'Too few examples for the goal',
    why: 'Below this size the model rarely learns what the set is for.',
    mend: 'Add examples, different from those that are there.',
    severity: 'warning',
    messages: { few: '{count#effective record}; {goal} takes at least {low}.' },
  }),
  rule('structure/blank-line', {
    title: 'Blank lines',
    why: 'Some readers stop at a blank line, others skip it.',
    mend: 'Remove blank lines.',
    severity: 'info',
    messages: { blank: '{count#blank line}, the first at line {line}.' },
  }),
];

const FINDINGS: readonly Finding[] = [
  {
    rule: 'size/below-goal',
    severity: 'warning',
    message: 'few',
    pointer: '',
    data: { count: 1187, goal: 'classification', low: 500 },
  },
  {
    rule: 'structure/unknown-key',
    severity: 'warning',
    message: 'key',
    pointer: '',
    data: { key: 'annotator' },
    times: 1180,
    related: [
      { at: { source: 0, index: 4, line: 6, offset: 900 }, pointer: '/annotator', label: 'as here' },
      { at: { source: 1, index: 5 }, pointer: '/annotator', label: 'as here' },
    ],
  },
  {
    rule: 'structure/blank-line',
    severity: 'info',
    message: 'blank',
    pointer: '',
    data: { count: 1, line: 2 },
    at: { source: 0, index: 0 },
  },
  {
    rule: 'structure/invalid-json',
    severity: 'error',
    message: 'fault',
    pointer: '',
    data: { column: 17, what: 'a comma stands before the closing bracket', offset: 16 },
    at: { source: 0, index: 2, line: 4, offset: 512 },
    excerpt: `…"${SECRET}",}`,
  },
  {
    rule: 'structure/invalid-json',
    severity: 'error',
    message: 'fault-below',
    pointer: '',
    data: { line: 3, column: 9, what: `a ${HOSTILE} stands where a value was expected` },
    at: { source: 0, index: 3, line: 5, offset: 700 },
  },
  {
    rule: 'residue/special-token',
    severity: 'error',
    message: 'token',
    pointer: '/messages/1/content',
    data: { token: '<|im_end|>' },
    at: { source: 0, index: 6, line: 12, offset: 1400 },
    excerpt: HOSTILE,
  },
  {
    rule: 'residue/special-token',
    severity: 'error',
    message: 'token',
    pointer: '/messages/3/content',
    data: { token: '</s>' },
    at: { source: 0, index: 7, line: 13, offset: 1700 },
    excerpt: '日本語の答えです。とても長い文章なので、端末の幅を超えてしまうかもしれません。🙂🙂🙂</s>',
  },
  {
    rule: 'residue/special-token',
    severity: 'warning',
    message: 'token',
    pointer: `/${'k'.repeat(90)}/\u001b[2J`,
    data: { token: 'y'.repeat(1_000_000) },
    at: { source: 1, index: 1024 },
    excerpt: 'z'.repeat(1_000_000),
  },
  {
    rule: 'labels/unknown-label',
    severity: 'error',
    message: 'unknown',
    pointer: '/label',
    data: { label: '__proto__', count: 3 },
    at: { source: 1, index: 2047 },
    excerpt: '__proto__',
  },
  {
    rule: 'duplicates/exact',
    severity: 'warning',
    message: 'again',
    pointer: '',
    data: { count: 1 },
    at: { source: 2, index: 11, line: 12, offset: 9000 },
    related: [
      { at: { source: 0, index: 7, line: 13, offset: 1700 }, pointer: '/messages', label: 'first here' },
    ],
  },
];

const many = (count: number, upTo: number) => ({ upTo, records: count });

export const RICH: Report = {
  tool: { name: 'tuneset', version: '0.1.0' },
  verdict: 'fail',
  reasons: [
    '1,204 errors',
    '1,212 warnings, more than the 10 allowed',
    '40 of residue/refusal, more than the 32 allowed',
  ],
  settings: {
    format: 'auto',
    target: 'openai-sft',
    model: 'gpt-4.1-mini-2025-04-14',
    goal: 'classification',
    columns: { question: 'prompt' },
    preset: 'recommended',
    tokenizer: 'o200k_base',
    rules: Object.fromEntries([
      ...RULES.map(({ id, severity }) => [id, { severity, options: {} }] as const),
      ['size/effective', { severity: 'warning', options: { least: 0.7, from: 20, words: ['a'] } }],
      ['residue/refusal', { severity: 'warning', options: {}, maxRate: 0.01 }],
    ]),
    overrides: [{ files: 'eval/**', rules: { 'residue/special-token': 'warning' } }],
    label: '/label',
    labels: ['billing', '返品', '__proto__'],
    outputSchema: { type: 'object', properties: { answer: { type: 'string', pattern: '^\u202e<b>$' } } },
    maxLineBytes: 67_108_864,
    maxDepth: 512,
    keep: 1000,
    failOn: 'error',
    sample: { records: 5000, seed: 7, mayPass: true },
    maxWarnings: 10,
    suppressions: [
      {
        rule: 'residue/refusal',
        record: 'd'.repeat(32),
        reason: `looked at; ${HOSTILE}`,
        until: '2027-01-31',
      },
      { files: 'eval/**', pointer: '/messages/*/content', reason: 'meant so' },
    ],
    against: ['../eval.jsonl'],
    evaluation: {
      sources: [`eval-${HOSTILE}.jsonl`],
      items: [{ text: HOSTILE, source: 0, index: 0, line: 1 }],
    },
    baseline: { sha256: 'e'.repeat(64), read: 3000, counts: {}, findings: {} },
    today: '2026-11-24',
    // A new setting has to stand here too, and so in the report's schema.
  } satisfies Required<Settings>,
  figures: {
    sources: [
      {
        name: 'data/train.jsonl',
        container: 'jsonl',
        format: 'openai-chat',
        because: '1,200 of the first 1,204 records have messages with role and content; no other format fits',
        bytes: 1_234_567,
        records: 1204,
        sha256: 'a'.repeat(64),
      },
      {
        name: 'data/more.parquet',
        container: 'parquet',
        format: 'prompt-completion',
        because: 'all records have prompt and completion; alpaca came second',
        bytes: 5_400_000_000,
        records: 2048,
        sha256: 'b'.repeat(64),
      },
      {
        name: `eval/\u001b[2J%:,<img src=x>\n${SECRET}.jsonl`,
        container: 'jsonl',
        format: 'unknown',
        because: 'its keys are "\u202ekey" and <b>',
        bytes: 12,
        records: 12,
        sha256: 'c'.repeat(64),
      },
    ],
    records: {
      read: 3264,
      broken: 2,
      unrecognized: 12,
      exactDuplicates: 31,
      nearDuplicates: 2032,
      effective: 1187,
    },
    flagged: 1198,
    tokens: {
      tokenizer: 'o200k_base',
      engine: 'tuneset',
      exact: true,
      controlTokens: 'plain',
      total: 1_234_567,
      learned: 345_678,
      framing: 26_112,
      limit: 65_536,
      chatFormat: 'openai',
      unsizedImages: 12,
      perRecord: { min: 3, p5: 20, p50: 240, p95: 1900, max: 125_000, mean: 378.24 },
      histogram: [
        many(12, 16),
        many(90, 32),
        many(300, 64),
        many(700, 128),
        many(1400, 256),
        many(600, 512),
        many(100, 1024),
        many(49, 2048),
        many(0, 4096),
        many(0, 8192),
        many(0, 16_384),
        many(0, 32_768),
        many(0, 65_536),
        many(1, 131_072),
      ],
    },
    turns: { min: 2, p5: 2, p50: 3, p95: 7, max: 40, mean: 3.21 },
    roles: { assistant: 4000, system: 1200, tool: 31, user: 4012 },
    labels: [
      { label: 'billing', records: 1100 },
      { label: '返品・返金', records: 80 },
      { label: '__proto__', records: 6 },
      { label: HOSTILE, records: 1 },
    ],
    otherLabels: 9,
    goals: [
      { id: 'style', verdict: 'ample', low: 50 },
      { id: 'classification', verdict: 'enough', low: 500 },
      { id: 'extraction', verdict: 'enough', low: 1000 },
      { id: 'behaviour', verdict: 'too-few', low: 10_000 },
    ],
  },
  findings: FINDINGS,
  counts: {
    'duplicates/exact': 31,
    'labels/unknown-label': 1,
    'residue/special-token': 1201,
    'size/below-goal': 1,
    'structure/blank-line': 1,
    'structure/invalid-json': 2,
    'structure/unknown-key': 1180,
  },
  totals: { error: 1204, warning: 1212, info: 1 },
  goal: {
    id: 'classification',
    title: 'Classification',
    verdict: 'too-few',
    effective: 1187,
    low: 500,
    high: 2000,
    perClass: [
      { label: 'billing', records: 1100, verdict: 'ample' },
      { label: '返品・返金', records: 80, verdict: 'too-few' },
      { label: '__proto__', records: 6, verdict: 'too-few' },
      { label: HOSTILE, records: 1, verdict: 'too-few' },
    ],
    why: ['1,187 records count; this goal takes 500 to 2,000.', `3 classes are thin: ${HOSTILE}.`],
    next: [
      'Mend the 14 records that cannot be read.',
      'Add 213 examples to the 3 classes that have fewer than 100.',
    ],
    sources: [{ title: 'A published lesson', url: 'https://example.org/lesson', read: '2026-11-22' }],
  },
  target: {
    id: 'openai-sft',
    title: 'OpenAI supervised fine-tuning',
    status: { open: false, note: 'Closing.', instead: 'Use another.', read: '2026-11-22' },
  },
  cost: [
    {
      target: 'openai-sft',
      model: 'gpt-4.1-mini',
      billableTokens: 3_703_701,
      epochs: 3,
      usd: 18.52,
      priceDate: '2025-12',
      note: '3 epochs assumed; list price',
    },
    {
      target: 'openai-sft',
      model: 'gpt-4.1-nano',
      billableTokens: 3,
      epochs: 3,
      usd: 0.001,
      priceDate: '2025-12',
      note: '3 epochs assumed; list price',
    },
  ],
  withheld: { suppressed: 3, known: 1042, gone: 1 },
  gates: [
    { rule: 'duplicates/exact', found: 31, allowed: { findings: 29, of: 3000 }, by: 'baseline', open: false },
    { rule: 'residue/refusal', found: 40, allowed: { findings: 32, of: 3264 }, by: 'rate', open: true },
  ],
  rules: Object.fromEntries(RULES.map((words) => [words.id, words])),
};

const { withheld: _, ...OTHERS } = RICH;
const { baseline: __, ...SETTINGS } = RICH.settings;

/** A set in which nothing was found. */
export const CLEAN: Report = {
  ...OTHERS,
  settings: { ...SETTINGS, suppressions: [] },
  gates: [],
  verdict: 'pass',
  reasons: [],
  findings: [],
  counts: {},
  totals: { error: 0, warning: 0, info: 0 },
  rules: {},
  cost: [],
  figures: {
    ...RICH.figures,
    sources: RICH.figures.sources.slice(0, 1),
    records: {
      read: 60,
      broken: 0,
      unrecognized: 0,
      exactDuplicates: 0,
      nearDuplicates: 0,
      effective: 60,
    },
    flagged: 0,
    tokens: {
      tokenizer: 'o200k_base',
      engine: 'tuneset',
      exact: true,
      total: 840,
      learned: 300,
      framing: 480,
      chatFormat: 'openai',
      unsizedImages: 0,
      perRecord: { min: 14, p5: 14, p50: 14, p95: 14, max: 14, mean: 14 },
      histogram: [many(60, 16)],
    },
    labels: [],
    otherLabels: 0,
    turns: { min: 2, p5: 2, p50: 2, p95: 2, max: 2, mean: 2 },
    roles: { assistant: 60, user: 60 },
  },
  goal: {
    id: 'style',
    title: 'Style or format',
    verdict: 'enough',
    effective: 60,
    low: 50,
    high: 500,
    perClass: [],
    why: ['60 records count; this goal takes 50 to 500.'],
    next: [],
    sources: [],
  },
};

export function show(kind: string, report: Report = RICH, width = 100, color = false): string {
  const reporter = kind === 'html' ? html : findReporter(kind);
  if (reporter === undefined) throw new Error(`no report named ${kind}`);
  return reporter.render(report, { width, color, examples: 4 });
}
