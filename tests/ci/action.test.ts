// What stands ready for build servers, tried as a new user would: the action's own script in a repository, run by a shell.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../support/run-command.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Step {
  readonly id?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { description: string; required?: boolean; default?: string }>>;
  readonly outputs: Readonly<Record<string, { value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
const action = parse(read('action.yml')) as Action;
const [check, upload] = action.runs.steps as readonly [Step, Step];

const repository = mkdtempSync(join(tmpdir(), 'tuneset-repository-'));
const runner = mkdtempSync(join(tmpdir(), 'tuneset-runner-'));
afterAll(() => {
  for (const folder of [repository, runner]) rmSync(folder, { recursive: true });
});

const git = (...args: string[]): void => {
  const { status, stderr } = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.test', ...args], {
    cwd: repository,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
};

interface Job {
  readonly status: number | null;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

let jobs = 0;

/** Runs the step as the runner does: a script in a file, `bash -e -o pipefail`, inputs filled into its variables. */
function runAction(inputs: Readonly<Record<string, string>>): Job {
  jobs += 1;
  const script = join(runner, `step-${jobs}.sh`);
  const [summary, output] = [join(runner, `summary-${jobs}`), join(runner, `output-${jobs}`)];
  for (const path of [summary, output]) writeFileSync(path, '');
  writeFileSync(script, check.run ?? '');
  const filled = { command: `${process.execPath} ${join(root, 'bin/tuneset.js')}`, ...inputs };
  const env = Object.fromEntries(
    Object.entries(check.env ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => {
        const given = (filled as Record<string, string | undefined>)[input];
        return given ?? action.inputs[input]?.default ?? '';
      }),
    ]),
  );
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', script],
    {
      cwd: repository,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH ?? '',
        RUNNER_TEMP: runner,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_OUTPUT: output,
        ...env,
      },
    },
  );
  const outputs = Object.fromEntries(
    readFileSync(output, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('=') as [string, string]),
  );
  return { status, log: stdout + stderr, summary: readFileSync(summary, 'utf8'), outputs };
}

const chat = (user: string, assistant: string): string =>
  `${JSON.stringify({
    messages: [
      { role: 'user', content: user },
      { role: 'assistant', content: assistant },
    ],
  })}\n`;
const good = Array.from({ length: 12 }, (_, n) => chat(`What is ${n} squared?`, `It is ${n * n}.`)).join('');
const bad = chat('What is the capital of Malta?', '');

const write = (name: string, content: string): void => writeFileSync(join(repository, name), content);

describe('a repository with a data file', () => {
  beforeAll(() => {
    mkdirSync(join(repository, 'data'));
    write('data/train.jsonl', good);
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'A set');
  });

  test('passes as it is', () => {
    const job = runAction({ paths: 'data', target: 'openai-sft' });
    expect(job.status, job.log).toBe(0);
    expect(job.outputs.verdict).toBe('pass');
    expect(job.summary).toMatch(/^## ✔ Dataset check: pass/);
    expect(job.log).toContain('✔ Pass: 12 records');
    expect(JSON.parse(readFileSync(job.outputs.report ?? '', 'utf8'))).toMatchObject({
      schema: 'tuneset-report/1',
      verdict: 'pass',
      settings: { target: 'openai-sft' },
    });
  });

  test('fails on a change that makes it worse, beside the line', () => {
    git('switch', '-q', '-c', 'change');
    write('data/train.jsonl', good + bad);
    git('commit', '-q', '-a', '-m', 'One more');
    const job = runAction({ paths: 'data/*.jsonl\n', sarif: 'tuneset.sarif' });
    expect(job.status, job.log).toBe(1);
    expect(job.outputs.verdict).toBe('fail');
    expect(job.log).toMatch(/^::error file=data\/train\.jsonl,line=13,title=Answer is empty/m);
    expect(job.summary).toContain('## ✖ Dataset check: fail');
    const sarif = JSON.parse(readFileSync(join(repository, 'tuneset.sarif'), 'utf8')) as { version: string };
    expect(sarif.version).toBe('2.1.0');
  });

  test('passes what was there before, with a baseline, wherever it moves', async () => {
    const args = ['check', 'data', '--write-baseline', 'tuneset.baseline.json', '--quiet'];
    expect(await runCommand(args, { cwd: repository })).toMatchObject({ status: 0, stdout: '' });
    write('data/train.jsonl', bad + good);
    const moved = runAction({ paths: 'data', baseline: 'tuneset.baseline.json' });
    expect(moved.status, moved.log).toBe(0);
    expect(moved.summary).toContain('1 finding known from the baseline.');
    write('data/train.jsonl', bad + good + chat('And of Peru?', ''));
    const worse = runAction({ paths: 'data', baseline: 'tuneset.baseline.json' });
    expect(worse.status).toBe(1);
    expect(worse.log).toContain('line=14');
    expect(worse.log).not.toContain('line=1,');
  });

  test('passes what the settings suppress', () => {
    write(
      'tuneset.config.yaml',
      'suppress:\n  - { rule: content/empty-answer, files: data/**, reason: to be written }\n',
    );
    const job = runAction({ paths: 'data', preset: 'recommended', 'fail-on': 'warning' });
    expect(job.status, job.log).toBe(0);
    expect(job.summary).toContain('2 findings suppressed by the settings.');
    rmSync(join(repository, 'tuneset.config.yaml'));
  });

  test.each([
    ['a path that is not there', { paths: 'nowhere.jsonl' }, 2],
    ['a target that is none', { paths: 'data', target: 'openai-stf' }, 2],
    ['a flag that is none', { paths: 'data', args: '--loud' }, 2],
  ])('%s is an error, not a verdict', (_, inputs, status) => {
    const job = runAction(inputs);
    expect(job).toMatchObject({ status, outputs: { verdict: 'error' }, summary: '' });
  });

  test('what stands in an input is data, never a command', () => {
    const odd = 'a b"; touch pwned; $(touch pwned) `touch pwned`.jsonl';
    write(odd, good);
    const job = runAction({ paths: odd, goal: 'style', args: '--examples 1 --max-warnings 9' });
    expect(job.status, job.log).toBe(0);
    const target = runAction({ paths: 'data', target: '$(touch pwned)"; touch pwned #' });
    expect(target.status).toBe(2);
    expect(runAction({ paths: '--help' }).status).toBe(2);
    expect(existsSync(join(repository, 'pwned'))).toBe(false);
  });
});

describe('action.yml', () => {
  test('hands inputs over as variables and has a use for each', () => {
    expect(action.runs.using).toBe('composite');
    expect(check.shell).toBe('bash');
    expect(check.run).not.toContain('${{');
    const used = new Set(
      [JSON.stringify(check.env), upload.if, JSON.stringify(upload.with)].flatMap((text) =>
        [...(text ?? '').matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name),
      ),
    );
    expect([...used].toSorted()).toEqual(Object.keys(action.inputs).toSorted());
    for (const name of Object.keys(check.env ?? {})) expect(check.run).toContain(name);
  });

  test('names the version of this package, and uploads only what was written', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(action.inputs.command?.default).toBe(`npx --yes tuneset@${version}`);
    expect(upload.uses).toMatch(/^github\/codeql-action\/upload-sarif@v\d+$/);
    expect(upload.if).toContain("inputs.sarif != ''");
  });
});

test('the hook for pre-commit checks the files it is given', async () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml')) as readonly {
    readonly entry: string;
    readonly files: string;
    readonly language: string;
  }[];
  expect(hook?.language).toBe('node');
  const files = ['a.jsonl', 'b/c.ndjson', 'package.json', 'a.jsonl.md'];
  expect(files.filter((name) => new RegExp(hook?.files ?? '').test(name))).toEqual(files.slice(0, 2));
  const [program, ...args] = (hook?.entry ?? '').split(' ');
  expect(program).toBe('tuneset');
  write('good.jsonl', good);
  write('bad.jsonl', bad);
  expect((await runCommand([...args, 'good.jsonl'], { cwd: repository })).status).toBe(0);
  expect((await runCommand([...args, 'good.jsonl', 'bad.jsonl'], { cwd: repository })).status).toBe(1);
});

test('the problem matcher finds places in the text report', async () => {
  const { problemMatcher } = JSON.parse(read('problem-matcher.json')) as {
    readonly problemMatcher: readonly { readonly pattern: readonly { readonly regexp: string }[] }[];
  };
  const pattern = new RegExp(problemMatcher[0]?.pattern[0]?.regexp ?? '');
  write('bad.jsonl', `${bad}{"messages": [,]}\n`);
  const { stdout } = await runCommand(['check', 'bad.jsonl'], { cwd: repository });
  const found = stdout.split('\n').flatMap((line) => {
    const match = pattern.exec(line);
    return match === null ? [] : [match.slice(1)];
  });
  expect(found).toEqual([
    ['bad.jsonl', '1', undefined, 'The answer is empty.'],
    ['bad.jsonl', '2', '15', expect.stringMatching(/^Column 15: /)],
  ]);
});

test('the snippets of the README hold what they promise', () => {
  const readme = read('README.md');
  const blocks = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, block]) => parse(block ?? '') as unknown,
  );
  expect(blocks.length).toBeGreaterThan(3);
  const used = JSON.stringify(blocks);
  for (const [, input] of used.matchAll(/"(paths|target|goal|preset|fail-on|sarif|baseline)":/g)) {
    expect(Object.keys(action.inputs)).toContain(input);
  }
  expect(used).toContain('"id":"tuneset"');
});
