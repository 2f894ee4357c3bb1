// Whole processes with their wall time and the memory they took at most.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const program = fileURLToPath(new URL('../bin/tuneset.js', import.meta.url));
const root = fileURLToPath(new URL('../', import.meta.url));

/** Seconds of `node ARGS`, from start to end. */
export function seconds(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0 && status !== 1) throw new Error(`node ${args.join(' ')}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

export const checkArgs = (path, ...flags) => [
  program,
  'check',
  path,
  '--no-config',
  '--no-progress',
  ...flags,
];

/** The loop that everything is held against: read the file, cut its lines, parse each. */
export const BARE_LOOP = `
const { readFileSync } = require('node:fs');
const bytes = readFileSync(process.argv[1]);
for (let from = 0; ; ) {
  const to = bytes.indexOf(10, from);
  if (to < 0) break;
  JSON.parse(bytes.toString('utf8', from, to));
  from = to + 1;
}`;

export const bareArgs = (path) => ['-e', BARE_LOOP, path];

/** Bytes that a run took at most, as the process itself says. */
export function peakBytes(path, ...flags) {
  const code = `process.argv.splice(1, 0, 'tuneset');
    process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));
    const { main } = await import(${JSON.stringify(new URL('../dist/cli/main.js', import.meta.url).href)});
    process.exitCode = await main(process.argv.slice(2), process);`;
  const args = ['--input-type=module', '-e', code, 'check', path, '--no-config', '--quiet', ...flags];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0 && status !== 1) throw new Error(`check ${path}: ${stderr}`);
  return Number(/\d+$/.exec(String(stderr))?.[0]) * 1024;
}
