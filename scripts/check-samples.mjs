// tuneset on its own samples: every clean set passes without a warning, every broken one fails.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = fileURLToPath(new URL('../bin/tuneset.js', import.meta.url));
for (const folder of readdirSync(`${root}samples`)) {
  for (const [name, flags, expected] of [
    ['clean', ['--fail-on', 'warning'], 0],
    ['broken', [], 1],
  ]) {
    const path = `samples/${folder}/${name}.jsonl`;
    const args = [program, 'check', path, '--quiet', '--no-config', ...flags];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status !== expected) {
      console.error(`${path}: exit ${status}, expected ${expected}\n${stderr}`);
      process.exitCode = 1;
    }
  }
}
