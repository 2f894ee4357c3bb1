// Completion, tried in the shells themselves: what a user would be offered at each place of a command line.

import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/config/names.ts';
import { TARGETS } from '../../src/targets/index.ts';
import { runCommand } from '../support/run-command.ts';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;
const scriptFor = async (shell: string): Promise<string> =>
  (await runCommand(['completion', shell], { cwd: '/' })).stdout;

describe.each(['bash', 'zsh', 'fish'])('%s', (shell) => {
  test('can read its script', async ({ skip }) => {
    skip(!has(shell), `no ${shell} here`);
    const run = spawnSync(shell, ['-n'], { input: await scriptFor(shell), encoding: 'utf8' });
    expect(run).toMatchObject({ status: 0, stderr: '' });
  });

  test('names every command, and the flags of check', async () => {
    const script = await scriptFor(shell);
    const { stdout } = await runCommand(['--help'], { cwd: '/' });
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[options\] )?[<[]/gm)].map(
      ([, name]) => name ?? '',
    );
    expect(commands.length).toBeGreaterThan(6);
    for (const name of commands.filter((one) => one !== 'help')) expect(script).toContain(name);
    for (const flag of ['fail-on', 'write-baseline', 'no-progress']) expect(script).toContain(flag);
    for (const { id } of TARGETS) expect(script).toContain(id);
  });
});

describe('in bash', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['a command', ['ch'], ['check']],
    ['every command that begins so', ['co'], ['convert', 'completion']],
    ['a flag', ['check', '--max'], ['--max-warnings']],
    ['a flag behind paths', ['check', 'a.jsonl', '--write'], ['--write-baseline']],
    ['a choice', ['check', '--fail-on', 'w'], ['warning']],
    ['a target', ['check', '--target', 'openai-d'], ['openai-dpo']],
    ['a rule', ['explain', 'roles/last'], ['roles/last-not-assistant']],
    ['a list', ['list', 'g'], ['goals']],
    ['a shell', ['completion', ''], ['bash', 'zsh', 'fish']],
    ['files, by the shell itself', ['check', '--config', ''], []],
    ['no flag of another command', ['report', '--max'], []],
  ])('offers %s', async (_, words, offered) => {
    const line = ['tuneset', ...words];
    const ask = `COMP_WORDS=(${line.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${line.length - 1}; _tuneset; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const run = spawnSync('bash', ['--norc', '-c', `${await scriptFor('bash')}\n${ask}`], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    const found = run.stdout.split('\n').filter((word) => word !== '');
    if (words[0] === 'co') expect(found.toSorted()).toEqual(offered.toSorted());
    else expect(found).toEqual(offered);
  });

  test('offers every rule to explain', async () => {
    const ask = `COMP_WORDS=(tuneset explain ''); COMP_CWORD=2; _tuneset; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const run = spawnSync('bash', ['--norc', '-c', `${await scriptFor('bash')}\n${ask}`], {
      encoding: 'utf8',
    });
    expect(run.stdout.trimEnd().split('\n')).toEqual(ALL_RULES.map(({ id }) => id));
  });
});
