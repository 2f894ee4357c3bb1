// The house keeps its shape: imports run downwards, one door per package, no circles, no attic, no giant files.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));

/** A room may import itself and rooms of lower storeys. */
const STOREYS: Readonly<Record<string, number>> = {
  model: 1,
  io: 2,
  text: 2,
  formats: 2,
  tokens: 2,
  dedupe: 2,
  tally: 2,
  report: 2,
  targets: 3,
  rules: 4,
  goals: 4,
  pipeline: 5,
  config: 5,
  cli: 6,
  'index.ts': 6,
};

const ATTIC = /^(utils?|helpers?|common|lib|libs|types|core|misc|shared)(\.ts)?$/;
/** Data tables may be long; reading order does not suffer from them. */
const LONG: ReadonlySet<string> = new Set(['rules/index.ts']);
const LONGEST = 330;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Paths below src/ that it imports, and whether only types. */
  readonly inner: readonly { readonly path: string; readonly typesOnly: boolean }[];
  readonly packages: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.split(sep).join('/'))
  // What the build makes.
  .filter((path) => !/^(?:targets\/validators|formats\/meta-schemas)\//.test(path))
  .sort()
  .map(read);

function read(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const inner: { path: string; typesOnly: boolean }[] = [];
  const packages: string[] = [];
  const pattern =
    /^\s*(?:import|export)(\s+type)?\b[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import '([^']+)'/gm;
  for (const [, types, from, dynamic, bare] of text.matchAll(pattern)) {
    const name = from ?? dynamic ?? bare ?? '';
    if (name.startsWith('.')) {
      const target = relative(root, resolve(root, dirname(path), name))
        .split(sep)
        .join('/');
      inner.push({ path: target, typesOnly: types !== undefined });
    } else if (!name.startsWith('node:')) {
      packages.push(
        name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] as string),
      );
    }
  }
  return { path, text, inner, packages };
}

const roomOf = (path: string): string => path.split('/')[0] as string;

test('every room is on the plan', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(
    [...new Set(files.map(({ path }) => roomOf(path)))].filter((room) => STOREYS[room] === undefined),
  ).toEqual([]);
});

test('imports run downwards only, and never along a storey', () => {
  const wrong = files.flatMap(({ path, inner }) =>
    inner
      .filter(({ path: to }) => !to.startsWith('../') && roomOf(to) !== roomOf(path))
      .filter(({ path: to }) => (STOREYS[roomOf(to)] as number) >= (STOREYS[roomOf(path)] as number))
      .map(({ path: to }) => `${path} → ${to}`),
  );
  expect(wrong).toEqual([]);
});

test('each outside package has one door', () => {
  const doors = new Map<string, Set<string>>();
  for (const { path, packages } of files) {
    for (const name of packages) doors.set(name, (doors.get(name) ?? new Set()).add(path));
  }
  const wide = [...doors].filter(([, paths]) => paths.size > 1).map(([name, paths]) => [name, [...paths]]);
  expect(wide).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const edges = new Map(
    files.map(({ path, inner }) => [
      path,
      inner.filter(({ typesOnly }) => !typesOnly).map(({ path: to }) => to),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    else if (!done.has(path)) {
      for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
      done.add(path);
    }
  };
  for (const { path } of files) walk(path, []);
  expect(circles).toEqual([]);
});

test('only named exports, one sentence at the top, no attic, no giant', () => {
  const faults = files.flatMap(({ path, text }) => [
    ...(text.startsWith('// ') || path.startsWith('tokens/unicode-data')
      ? []
      : [`${path}: does not open with a sentence`]),
    ...(/^export default/m.test(text) ? [`${path}: default export`] : []),
    ...(path.split('/').some((step) => ATTIC.test(step))
      ? [`${path}: a name for what is not placed yet`]
      : []),
    ...(text.split('\n').length > LONGEST && !LONG.has(path)
      ? [`${path}: ${text.split('\n').length} lines`]
      : []),
  ]);
  expect(faults).toEqual([]);
});

test('only the command line reads the clock, and nobody draws without a seed', () => {
  const clock = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\.localeCompare\(|performance\.now\(/;
  const allowed = new Set(['pipeline/stopwatch.ts', 'cli/progress.ts', 'cli/settings-flags.ts', 'index.ts']);
  expect(
    files.filter(({ path, text }) => clock.test(text) && !allowed.has(path)).map(({ path }) => path),
  ).toEqual([]);
});
