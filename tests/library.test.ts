// The README's library example: compiled with types against the built package, and run.

import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { check, render, UserError } from '../src/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tuneset-library-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the README example compiles and runs', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const code = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? '';
  expect(code).toContain("from 'tuneset'");
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules', 'tuneset'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  writeFileSync(join(folder, 'example.ts'), code);
  writeFileSync(
    join(folder, 'train.jsonl'),
    '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":""}]}\n',
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        module: 'nodenext',
        strict: true,
        exactOptionalPropertyTypes: true,
        types: ['node'],
        typeRoots: [join(root, 'node_modules', '@types')],
        skipLibCheck: false,
      },
      files: ['example.ts'],
    }),
  );
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', folder], { cwd: folder, stdio: 'pipe' });
  const printed = execFileSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' });
  expect(printed).toContain('Answer is empty');
  expect(printed).toContain('Fail: ');
});

test('a wrong request is an error with a code and a hint', async () => {
  await expect(check([join(folder, 'nowhere.jsonl')])).rejects.toMatchObject({ code: 'no-input' });
  await expect(check([], { target: 'openai-stf' })).rejects.toMatchObject({
    code: 'unknown-target',
    hint: 'did you mean openai-sft or openai-rft or openai-dpo?',
  });
  expect(UserError).toBeTypeOf('function');
});

test('a report is plain data', async () => {
  writeFileSync(
    join(folder, 'two.jsonl'),
    '{"prompt":"1+1=","completion":"2"}\n{"prompt":"1+2=","completion":"3"}',
  );
  const report = await check([join(folder, 'two.jsonl')], {}, { root: folder });
  expect(report.figures.records).toMatchObject({ read: 2, effective: 2 });
  expect(report.figures.sources[0]).toMatchObject({ name: 'two.jsonl', format: 'prompt-completion' });
  expect(JSON.parse(render(report, 'json')).verdict).toBe('pass');
});

test('the built package counts on threads as on one, with source maps beside its few files', async () => {
  const built: typeof import('../src/index.ts') = await import(join(root, 'dist/index.js'));
  const paths = ['samples/openai-chat/broken.jsonl', 'samples/alpaca/broken.jsonl'];
  const run = (threads: number) => built.check(paths, { today: '2026-11-24' }, { root, threads });
  expect(await run(2)).toEqual(await run(1));
  const all = readdirSync(join(root, 'dist/chunks')).filter((name) => name.endsWith('.js'));
  // The validators are two for each target, of which a run loads one pair.
  const scripts = all.filter((name) => !/\.(?:fast|full)\.js$/.test(name));
  // Finding and opening a module costs more than reading it: all that a run needs comes in a few.
  const modules = readdirSync(join(root, 'src'), { recursive: true }).length;
  expect(scripts.length).toBeLessThan(modules / 3);
  expect(scripts).toEqual(expect.arrayContaining(['check.js', 'words.js']));
  const map = JSON.parse(readFileSync(join(root, 'dist/chunks/check.js.map'), 'utf8'));
  expect(map.sources).toContain('../../src/pipeline/check.ts');
});
