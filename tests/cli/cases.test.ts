// What a user types and what comes back: each case is a command line with its output and exit code in a golden file.

import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/config/names.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { TARGETS } from '../../src/targets/index.ts';
import { MODELS } from '../../src/tokens/model-table.ts';
import { runCommand } from '../support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Files in the making. */
const hidden = (): string[] => readdirSync(folder).filter((name) => name.startsWith('.'));

const good = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n';
const empty = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":""}]}\n';

beforeAll(() => {
  const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
  cpSync(samples, join(folder, 'samples'), { recursive: true });
  const files = {
    'good.jsonl': good,
    'bad.jsonl': good + empty + empty,
    'empty.jsonl': '',
    'blank.jsonl': '\n\n',
    'other.jsonl': '{"a":1}\n{"b":2}\n',
    'binary.jsonl': Buffer.from([0, 1, 2, 3, 0, 255, 10, 0]),
    'packed.zip': Buffer.from('PK\u0003\u0004 and so on'),
    'secret.jsonl': good,
    'set/train.jsonl': good,
    'set/test.jsonl': empty,
    'set/notes.md': '# Not data',
    'misspelt.yaml': 'targt: openai-sft\n',
    'odd.jsonl': good.replace('Hello', 'Hel\\u200blo\\u00a0d\\u00e9j\\u00e0'),
    'quiet.yaml': 'rules:\n  content/empty-answer: off\n',
    'suppress.yaml':
      'suppress:\n  - { rule: content/empty-answer, files: bad.jsonl, reason: to be written, until: 2026-11-01 }\n  - { pointer: /tools, reason: old }\n',
    'rate.yaml':
      'rules:\n  content/empty-answer: { maxRate: baseline }\n  duplicates/exact: { maxRate: 0.5 }\n',
    'unreasoned.yaml': 'suppress:\n  - { rule: content/empty-answer }\n',
  };
  for (const name of ['set', 'empty-folder']) mkdirSync(join(folder, name));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  chmodSync(join(folder, 'secret.jsonl'), 0o000);
});

/** Root may read everything, and Windows knows no such permission. */
const READS_ALL = process.getuid === undefined || process.getuid() === 0;

interface Case {
  readonly name: string;
  readonly skip?: boolean;
  readonly args: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const TODAY = ['--today', '2026-11-24'];

const CASES: readonly Case[] = [
  { name: 'help', args: ['--help'] },
  { name: 'no command', args: [] },
  { name: 'check help', args: ['check', '--help'] },
  { name: 'report help', args: ['report', '--help'] },
  { name: 'report', args: ['report', 'bad.jsonl', '-o', 'page.html', ...TODAY] },
  { name: 'report over the input', args: ['report', 'bad.jsonl', '-o', 'bad.jsonl'] },
  { name: 'report nowhere', args: ['report', 'bad.jsonl', '-o', 'nowhere/page.html'] },
  { name: 'report on a missing file', args: ['report', 'nowhere.jsonl'] },
  { name: 'dedupe help', args: ['dedupe', '--help'] },
  {
    name: 'dedupe',
    args: ['dedupe', 'samples/openai-chat/clean.jsonl', 'samples/openai-chat/broken.jsonl', '-o', 'u.jsonl'],
  },
  { name: 'dedupe without writing', args: ['dedupe', 'good.jsonl', '--dry-run', '--keep', 'best', ...TODAY] },
  { name: 'dedupe without an output', args: ['dedupe', 'good.jsonl'] },
  { name: 'dedupe over the input', args: ['dedupe', 'good.jsonl', '-o', 'good.jsonl', '--force'] },
  { name: 'dedupe by half a likeness', args: ['dedupe', 'good.jsonl', '--dry-run', '--likeness', '1.5'] },
  { name: 'fix help', args: ['fix', '--help'] },
  { name: 'fix', args: ['fix', 'odd.jsonl', 'good.jsonl', '-o', 'mended.jsonl'] },
  { name: 'fix dry', args: ['fix', 'odd.jsonl', '--dry-run'] },
  { name: 'fix nothing', args: ['fix', 'good.jsonl', '-o', '-'] },
  { name: 'fix nowhere', args: ['fix', 'good.jsonl'] },
  { name: 'fix over the input', args: ['fix', 'good.jsonl', '-o', 'good.jsonl'] },
  { name: 'convert help', args: ['convert', '--help'] },
  { name: 'convert', args: ['convert', 'samples/alpaca/broken.jsonl', '--to', 'sharegpt', '-o', 'a.jsonl'] },
  {
    name: 'convert for a target',
    args: ['convert', 'samples/sharegpt/clean.jsonl', '--to', 'openai-sft', '-o', 'b.jsonl', ...TODAY],
  },
  {
    name: 'convert to what its target refuses',
    args: ['convert', 'bad.jsonl', '--to', 'trl', '-o', 'c.jsonl', ...TODAY],
  },
  {
    name: 'convert strictly',
    args: ['convert', 'samples/preference/clean.jsonl', '--to', 'alpaca', '-o', 'd.jsonl', '--strict'],
  },
  { name: 'convert to standard output', args: ['convert', 'good.jsonl', '--to', 'alpaca', '-o', '-'] },
  { name: 'convert what cannot be', args: ['convert', 'good.jsonl', '--to', 'text', '-o', 'e.jsonl'] },
  { name: 'convert to nothing known', args: ['convert', 'good.jsonl', '--to', 'alpacca', '-o', 'f.jsonl'] },
  { name: 'convert without an output', args: ['convert', 'good.jsonl', '--to', 'alpaca'] },
  { name: 'convert over the input', args: ['convert', 'good.jsonl', '--to', 'alpaca', '-o', 'good.jsonl'] },
  { name: 'convert over a file', args: ['convert', 'good.jsonl', '--to', 'alpaca', '-o', 'bad.jsonl'] },
  { name: 'convert to no container', args: ['convert', 'good.jsonl', '--to', 'alpaca', '-o', 'f.txt'] },
  { name: 'help as a command', args: ['help', 'explain'] },
  { name: 'explain help', args: ['explain', '--help'] },
  { name: 'list help', args: ['list', '--help'] },
  { name: 'diff help', args: ['diff', '--help'] },
  { name: 'diff', args: ['diff', 'good.jsonl', 'bad.jsonl', ...TODAY] },
  { name: 'completion help', args: ['completion', '--help'] },
  { name: 'completion for no shell', args: ['completion', 'cmd'] },
  { name: 'init help', args: ['init', '--help'] },
  { name: 'init for a missing file', args: ['init', 'nowhere.jsonl'] },
  { name: 'unknown command', args: ['chekc', 'good.jsonl'] },
  { name: 'unknown flag', args: ['check', 'good.jsonl', '--traget', 'openai-sft'] },
  { name: 'no path', args: ['check'] },
  { name: 'missing file', args: ['check', 'nowhere.jsonl'] },
  { name: 'empty path', args: ['check', ''] },
  { name: 'empty flag', args: ['check', 'good.jsonl', '--target', ''] },
  { name: 'empty list of rules', args: ['check', 'bad.jsonl', '--only', ','] },
  { name: 'empty list of labels', args: ['check', 'good.jsonl', '--labels', ''] },
  { name: 'empty file', args: ['check', 'empty.jsonl'] },
  { name: 'empty standard input', args: ['check', '-'] },
  { name: 'folder', args: ['check', 'set', '--only', 'content/empty-answer', ...TODAY] },
  { name: 'folder without data', args: ['check', 'empty-folder'] },
  { name: 'archive', args: ['check', 'packed.zip'] },
  { name: 'unreadable file', args: ['check', 'secret.jsonl'], skip: READS_ALL },
  { name: 'binary file', args: ['check', 'binary.jsonl', ...TODAY] },
  { name: 'blank file', args: ['check', 'blank.jsonl', ...TODAY] },
  { name: 'nothing understood', args: ['check', 'other.jsonl', ...TODAY] },
  {
    name: 'nothing understood never passes',
    args: ['check', 'other.jsonl', '--fail-on', 'never', '--quiet'],
  },
  { name: 'unknown target', args: ['check', 'good.jsonl', '--target', 'openai-stf'] },
  { name: 'unknown format', args: ['check', 'good.jsonl', '--format', 'openai'] },
  { name: 'unknown goal', args: ['check', 'good.jsonl', '--goal', 'behavior'] },
  { name: 'unknown model', args: ['check', 'good.jsonl', '--model', 'gpt-4.12'] },
  { name: 'unknown rule', args: ['check', 'good.jsonl', '--rule', 'content/emtpy-answer=off'] },
  { name: 'wrong severity', args: ['check', 'good.jsonl', '--rule', 'content/empty-answer=loud'] },
  { name: 'wrong number', args: ['check', 'good.jsonl', '--max-warnings', 'many'] },
  { name: 'missing value', args: ['check', 'good.jsonl', '--max-warnings'] },
  { name: 'misspelt choice', args: ['check', 'good.jsonl', '--fail-on', 'errors'] },
  { name: 'unknown choice', args: ['check', 'good.jsonl', '--preset', 'strict'] },
  { name: 'too many threads', args: ['check', 'good.jsonl', '--threads', '99999'] },
  { name: 'wrong date', args: ['check', 'good.jsonl', '--today', '24.11.2026'] },
  { name: 'a day that is none', args: ['check', 'good.jsonl', '--today', '2026-02-30'] },
  { name: 'wrong pointer', args: ['check', 'good.jsonl', '--label', 'label'] },
  { name: 'output of no kind', args: ['check', 'good.jsonl', '--output', 'report.xyz'] },
  { name: 'output to a folder', args: ['check', 'good.jsonl', '--output', 'json=empty-folder'] },
  { name: 'output over the input', args: ['check', 'good.jsonl', '--output', 'json=set/../good.jsonl'] },
  { name: 'findings over the input', args: ['check', 'set', '--findings', 'set/train.jsonl'] },
  {
    name: 'two outputs to one path',
    args: ['check', 'good.jsonl', '--output', 'a.json', '--findings', './a.json'],
  },
  {
    name: 'two outputs to standard output',
    args: ['check', 'good.jsonl', '--output', 'json=-', '--findings', '-'],
  },
  { name: 'findings nowhere', args: ['check', 'good.jsonl', '--findings', 'nowhere/all.jsonl'] },
  { name: 'output nowhere', args: ['check', 'good.jsonl', '--output', 'json=nowhere/report.json'] },
  { name: 'misspelt config', args: ['check', 'good.jsonl', '--config', 'misspelt.yaml'] },
  { name: 'config', args: ['check', 'bad.jsonl', '--config', 'quiet.yaml', ...TODAY] },
  { name: 'good', args: ['check', 'good.jsonl', ...TODAY] },
  { name: 'bad', args: ['check', 'bad.jsonl', ...TODAY] },
  { name: 'bad in colour', args: ['check', 'bad.jsonl', ...TODAY], env: { FORCE_COLOR: '1' } },
  {
    name: 'bad without colour',
    args: ['check', 'bad.jsonl', ...TODAY],
    env: { FORCE_COLOR: '1', NO_COLOR: '1' },
  },
  { name: 'narrow', args: ['check', 'bad.jsonl', ...TODAY], env: { COLUMNS: '50' } },
  { name: 'never fails', args: ['check', 'bad.jsonl', '--fail-on', 'never', ...TODAY] },
  {
    name: 'fails on a warning',
    args: ['check', 'bad.jsonl', '--only', 'duplicates/exact', '--fail-on', 'warning', ...TODAY],
  },
  {
    name: 'too many warnings',
    args: ['check', 'bad.jsonl', '--only', 'duplicates/exact', '--max-warnings', '0', ...TODAY],
  },
  { name: 'sample', args: ['check', 'samples/alpaca/clean.jsonl', '--sample', '5', ...TODAY] },
  {
    name: 'sample that may pass',
    args: ['check', 'samples/alpaca/clean.jsonl', '--sample=5', '--seed=3', '--fail-on=warning', ...TODAY],
  },
  { name: 'sample of all', args: ['check', 'good.jsonl', '--sample', '5', ...TODAY] },
  { name: 'sample of none', args: ['check', 'good.jsonl', '--sample', '0'] },
  {
    name: 'baseline of a sample',
    args: ['check', 'good.jsonl', '--sample', '3', '--write-baseline', 'base.json'],
  },
  { name: 'seed without a sample', args: ['check', 'good.jsonl', '--seed', '3'] },
  { name: 'rule off', args: ['check', 'bad.jsonl', '--rule', 'content/empty-answer=off', ...TODAY] },
  { name: 'quiet', args: ['check', 'bad.jsonl', '--quiet'] },
  { name: 'standard input', args: ['check', '-', ...TODAY], input: good + empty },
  {
    name: 'json to standard output',
    args: ['check', 'bad.jsonl', '--only', 'content/empty-answer', '--output', 'json=-', ...TODAY],
  },
  { name: 'findings to standard output', args: ['check', 'bad.jsonl', '--findings', '-', ...TODAY] },
  {
    name: 'write baseline',
    args: ['check', 'bad.jsonl', '--write-baseline', 'baseline.json', '--max-warnings', '0', ...TODAY],
  },
  { name: 'baseline', args: ['check', 'bad.jsonl', '--baseline', 'baseline.json', ...TODAY] },
  { name: 'baseline of another set', args: ['check', 'set', '--baseline', 'baseline.json', ...TODAY] },
  { name: 'missing baseline', args: ['check', 'bad.jsonl', '--baseline', 'nowhere.json'] },
  { name: 'baseline that is none', args: ['check', 'bad.jsonl', '--baseline', 'quiet.yaml'] },
  {
    name: 'baseline over the input',
    args: ['check', 'bad.jsonl', '--write-baseline', 'bad.jsonl', ...TODAY],
  },
  {
    name: 'baseline of nothing understood',
    args: ['check', 'other.jsonl', '--write-baseline', 'never.json', '--quiet'],
  },
  { name: 'suppressed', args: ['check', 'bad.jsonl', '--config', 'suppress.yaml', ...TODAY] },
  { name: 'rate of no baseline', args: ['check', 'bad.jsonl', '--config', 'rate.yaml', ...TODAY] },
  {
    name: 'rate of the baseline',
    args: ['check', 'bad.jsonl', 'set', '--config', 'rate.yaml', '--baseline', 'baseline.json', ...TODAY],
  },
  { name: 'suppressed without a reason', args: ['check', 'bad.jsonl', '--config', 'unreasoned.yaml'] },
  { name: 'two files', args: ['check', 'good.jsonl', 'bad.jsonl', ...TODAY] },
  { name: 'explain', args: ['explain', 'roles/last-not-assistant'] },
  { name: 'explain a check of a target', args: ['explain', 'target/openai-developer-role'] },
  { name: 'explain half a name', args: ['explain', 'empty-answer'] },
  { name: 'explain a misspelt name', args: ['explain', 'roles/last-not-asistant'] },
  { name: 'explain what is not there', args: ['explain', 'shoes'] },
  { name: 'list without a word', args: ['list'] },
  { name: 'list nothing', args: ['list', 'things'] },
  { name: 'list goals', args: ['list', 'goals'] },
];

const fileOf = (name: string): string => `${name.replaceAll(' ', '-')}.txt`;

test('every golden file belongs to a case', () => {
  const files = readdirSync(new URL('golden/', import.meta.url));
  expect(files.toSorted()).toEqual(CASES.map(({ name }) => fileOf(name)).toSorted());
});

test.for(CASES)('$name', async ({ name, skip, args, input, env }, { skip: leaveOut }) => {
  leaveOut(skip === true, 'may read everything');
  const run = await runCommand(args, {
    cwd: folder,
    ...(input === undefined ? { input: '' } : { input }),
    ...(env === undefined ? {} : { env }),
  });
  const shown = [
    `$ tuneset ${args.map((word) => (/^[\w./=:-]+$/.test(word) ? word : `'${word}'`)).join(' ')}`,
    run.stdout.trimEnd(),
    ...(run.stderr === '' ? [] : ['[stderr]', run.stderr.trimEnd()]),
    `[exit ${run.status}]`,
  ];
  await expect(`${shown.filter((part) => part !== '').join('\n')}\n`).toMatchFileSnapshot(
    `golden/${fileOf(name)}`,
  );
});

// What there is grows every week: these lists are held to the code, not to a file.
test.each([
  { what: 'rules', head: /^rule +severity +what is wrong$/, ids: ALL_RULES.map(({ id }) => id) },
  { what: 'formats', head: /^format +records$/, ids: FORMATS.map(({ id }) => id) },
  { what: 'targets', head: /^target +reads +service +facts of +title$/, ids: TARGETS.map(({ id }) => id) },
  {
    what: 'models',
    head: /^model +vocabulary +chat format +context +read +where the context stands$/,
    ids: MODELS.map(({ name }) => name),
  },
])('list $what names each, with a line of its own', async ({ what, head, ids }) => {
  const run = await runCommand(['list', what], { cwd: folder });
  expect(run).toMatchObject({ status: 0, stderr: '' });
  const [first = '', ...rows] = run.stdout.trimEnd().split('\n');
  expect(first).toMatch(head);
  expect(rows.map((row) => row.split('  ')[0])).toEqual(ids);
  for (const row of rows) expect(row).toMatch(/^\S.* {2}\S/);
});

test('the version is the package’s', async () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(await runCommand(['--version'], { cwd: folder })).toMatchObject({
    status: 0,
    stdout: `${manifest.version}\n`,
  });
});

test('files are written whole, and nothing is left beside them', async () => {
  const args = [
    'check',
    'bad.jsonl',
    '--output',
    'report.json',
    '--output',
    'text=report.txt',
    '--findings',
    'all.jsonl',
  ];
  const run = await runCommand(args, { cwd: folder });
  expect(run).toMatchObject({ status: 1, stdout: '', stderr: '' });
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { verdict: string };
  expect(report.verdict).toBe('fail');
  expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toContain('✖ Fail: 2 errors');
  const findings = readFileSync(join(folder, 'all.jsonl'), 'utf8').trimEnd().split('\n');
  expect(findings.map((line) => (JSON.parse(line) as { rule: string }).rule)).toEqual([
    'content/empty-answer',
    'content/empty-answer',
    'duplicates/exact',
    'duplicates/conflicting-answers',
  ]);
  expect(hidden()).toEqual([]);
});

test('init writes settings that check then reads, and keeps those that are there', async () => {
  const cwd = join(folder, 'set');
  const path = join(cwd, 'tuneset.config.yaml');
  expect(await runCommand(['init'], { cwd })).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(path, 'utf8')).toContain('train.jsonl: openai-chat');
  expect(await runCommand(['check', 'train.jsonl'], { cwd })).toMatchObject({ status: 0, stderr: '' });
  writeFileSync(path, 'failOn: never\n');
  expect(await runCommand(['init'], { cwd })).toMatchObject({ status: 2, stdout: '' });
  expect(readFileSync(path, 'utf8')).toBe('failOn: never\n');
  expect(await runCommand(['check', 'test.jsonl', '--quiet'], { cwd })).toMatchObject({ status: 0 });
  expect(await runCommand(['init', '--force'], { cwd })).toMatchObject({ status: 0, stderr: '' });
  expect(await runCommand(['check', 'test.jsonl', '--quiet'], { cwd })).toMatchObject({ status: 1 });
});

test('an input is never written over', () => {
  // The cases above tried.
  expect(readFileSync(join(folder, 'good.jsonl'), 'utf8')).toBe(good);
  expect(readFileSync(join(folder, 'set/train.jsonl'), 'utf8')).toBe(good);
});

test('report writes a page and never fails a build', async () => {
  const run = await runCommand(['report', 'bad.jsonl', '-o', 'quality.html', ...TODAY], { cwd: folder });
  expect(run).toMatchObject({ status: 0, stderr: '' });
  const page = readFileSync(join(folder, 'quality.html'), 'utf8');
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toContain('bad.jsonl:2');
  const piped = await runCommand(['report', 'bad.jsonl', '-o', '-', ...TODAY], { cwd: folder });
  expect(piped).toEqual({ status: 0, stdout: page, stderr: '' });
});

test('--timing speaks on standard error', async () => {
  const run = await runCommand(['check', 'bad.jsonl', '--timing', '--quiet'], { cwd: folder });
  expect(run.stdout).toBe('');
  expect(run.stderr).toMatch(/content\/empty-answer +\d+\.\d ms +3 calls/);
});

describe.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s', (signal) => {
  test('ends with 130 and leaves no half file', async () => {
    const run = await runCommand(['check', '-', '--findings', 'half.jsonl', '--output', 'half.json'], {
      cwd: folder,
      meddle: async (child) => {
        // The input never ends. The files in the making show that the work has begun.
        child.stdin?.write(good.repeat(1000));
        while (hidden().length < 2 && child.exitCode === null) await setTimeout(10);
        child.kill(signal);
      },
    });
    expect(run).toEqual({ status: 130, stdout: '', stderr: '' });
    expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual([]);
    expect(hidden()).toEqual([]);
  });
});

test.each([
  { args: ['list', 'models'], status: 0 },
  { args: ['check', 'bad.jsonl', '--examples', '100'], status: 1 },
  { args: ['check', 'bad.jsonl', '--output', 'json=-'], status: 1 },
  { args: ['check', 'bad.jsonl', '--findings', '-'], status: 1 },
])('a reader that goes away is no fault: $args', async ({ args, status }) => {
  const run = await runCommand(args, {
    cwd: folder,
    meddle: (child) => {
      child.stdout?.destroy();
    },
  });
  expect(run).toEqual({ status, stdout: '', stderr: '' });
});
