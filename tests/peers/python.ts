// Asks the owners' own Python code: sets up its environment beside the tests once, and says loudly where it cannot.

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('python/', import.meta.url));
const environment = join(folder, '.venv');
const requirements = join(folder, 'requirements.txt');
const stamp = join(environment, 'installed');
const python = join(
  environment,
  ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
);

/** The pinned packages have no wheels for older ones. */
const OLDEST = [3, 11] as const;

export type Peer = 'together' | 'trl-sft' | 'trl-dpo' | 'mistral' | 'datasets' | 'pyarrow';

export interface Answer {
  readonly ok: boolean;
  /** In the owner's words, where it is not. */
  readonly message?: string;
  readonly rows?: readonly unknown[];
  readonly types?: Readonly<Record<string, string>>;
  readonly groups?: number;
}

/** Whether the peers can be asked; installs them where they are not yet. `.ci/run` looks for the words of the refusal. */
export function hasPython(): boolean {
  try {
    install();
    return true;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    console.error(`\n!!! PEERS SKIPPED: nothing is compared with the owners' Python code: ${why}\n`);
    return false;
  }
}

function install(): void {
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(environment, { recursive: true, force: true });
  const run = (file: string, ...words: string[]): string =>
    execFileSync(file, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 900_000 });
  const base = process.env.PYTHON ?? 'python3';
  const version = run(base, '-c', 'import sys; print("%d.%d" % sys.version_info[:2])').trim();
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new Error(`${base} is Python ${version}, and ${OLDEST.join('.')} or later is needed`);
  }
  run(base, '-m', 'venv', environment);
  run(
    python,
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '-r',
    requirements,
  );
  // Last, so that an environment that was interrupted is made again.
  writeFileSync(stamp, wanted);
}

/** One answer for each item, in order. */
export function ask(peer: Peer, items: readonly unknown[]): readonly Answer[] {
  const { status, stdout, stderr, error } = spawnSync(python, [join(folder, 'verdicts.py')], {
    input: JSON.stringify({ ask: peer, items }),
    encoding: 'utf8',
    maxBuffer: 1 << 29,
    env: {
      ...process.env,
      // Nobody looks anything up, and sets have one order: TRL takes the first of a set of keys.
      HF_HUB_OFFLINE: '1',
      HF_DATASETS_OFFLINE: '1',
      PYTHONHASHSEED: '0',
      PYTHONUTF8: '1',
    },
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${peer} gave no answers: ${stderr.slice(-2_000)}`);
  return JSON.parse(stdout) as Answer[];
}
