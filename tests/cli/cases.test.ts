// What a user types and what comes back: each case is a command line with its output and exit code in a golden file.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

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
    'misspelt.yaml': 'targt: openai-sft\n',
    'quiet.yaml': 'rules:\n  content/empty-answer: off\n',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, 'empty-folder'));
});

interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const TODAY = ['--today', '2026-11-24'];

const CASES: readonly Case[] = [
  { name: 'help', args: ['--help'] },
  { name: 'no command', args: [] },
  { name: 'check help', args: ['check', '--help'] },
  { name: 'explain help', args: ['explain', '--help'] },
  { name: 'list help', args: ['list', '--help'] },
  { name: 'unknown command', args: ['chekc', 'good.jsonl'] },
  { name: 'unknown flag', args: ['check', 'good.jsonl', '--traget', 'openai-sft'] },
  { name: 'no path', args: ['check'] },
  { name: 'missing file', args: ['check', 'nowhere.jsonl'] },
  { name: 'empty file', args: ['check', 'empty.jsonl'] },
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
  { name: 'wrong date', args: ['check', 'good.jsonl', '--today', '24.11.2026'] },
  { name: 'wrong pointer', args: ['check', 'good.jsonl', '--label', 'label'] },
  { name: 'output of no kind', args: ['check', 'good.jsonl', '--output', 'report.xyz'] },
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
  { name: 'rule off', args: ['check', 'bad.jsonl', '--rule', 'content/empty-answer=off', ...TODAY] },
  { name: 'quiet', args: ['check', 'bad.jsonl', '--quiet'] },
  { name: 'standard input', args: ['check', '-', ...TODAY], input: good + empty },
  { name: 'json to standard output', args: ['check', 'bad.jsonl', '--output', 'json=-', ...TODAY] },
  { name: 'two files', args: ['check', 'good.jsonl', 'bad.jsonl', ...TODAY] },
  { name: 'explain', args: ['explain', 'roles/last-not-assistant'] },
  { name: 'explain a check of a target', args: ['explain', 'target/openai-developer-role'] },
  { name: 'explain half a name', args: ['explain', 'empty-answer'] },
  { name: 'list nothing', args: ['list', 'things'] },
  { name: 'list rules', args: ['list', 'rules'] },
  { name: 'list formats', args: ['list', 'formats'] },
  { name: 'list targets', args: ['list', 'targets'] },
  { name: 'list models', args: ['list', 'models'] },
  { name: 'list goals', args: ['list', 'goals'] },
];

test.each(CASES)('$name', async ({ name, args, input, env }) => {
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
  const file = name.replaceAll(' ', '-');
  await expect(`${shown.filter((part) => part !== '').join('\n')}\n`).toMatchFileSnapshot(
    `golden/${file}.txt`,
  );
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
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('--timing speaks on standard error', async () => {
  const run = await runCommand(['check', 'bad.jsonl', '--timing', '--quiet'], { cwd: folder });
  expect(run.stdout).toBe('');
  expect(run.stderr).toMatch(/content\/empty-answer +\d+\.\d ms +3 calls/);
});

test('Ctrl-C ends with 130 and leaves no half file', async () => {
  const run = await runCommand(['check', '-', '--findings', 'half.jsonl', '--output', 'half.json'], {
    cwd: folder,
    meddle: (child) => {
      child.stdin?.write(good.repeat(1000));
      // The input never ends; the run is surely reading by then, whatever the machine.
      setTimeout(() => child.kill('SIGINT'), 1500);
    },
  });
  expect(run).toEqual({ status: 130, stdout: '', stderr: '' });
  expect(existsSync(join(folder, 'half.jsonl')) || existsSync(join(folder, 'half.json'))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a reader that goes away is no fault', async () => {
  const run = await runCommand(['list', 'models'], {
    cwd: folder,
    meddle: (child) => {
      child.stdout?.destroy();
    },
  });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});
