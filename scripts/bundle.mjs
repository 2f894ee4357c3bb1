// Bundles src/ into few files, since each module that Node has to find and open costs a part of a millisecond: dist/ for
// whoever installs the package, .build/ for the scripts and benches of this repository, which read single modules.
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const inputs = (names) => Object.fromEntries(names.map((name) => [name, `${root}src/${name}.ts`]));

/** Packages that are installed beside this one. What is neither theirs, Node's nor ours stops the build. */
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const isOutside = (id) =>
  id.startsWith('node:') ||
  Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

/** Finds what modules bring along when they are loaded: all that they import, but not what they load late. */
function closures() {
  const found = new Map();
  const walk = (context, id, into) => {
    if (into.has(id)) return into;
    into.add(id);
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) walk(context, next, into);
    return into;
  };
  return {
    /** Whether one of these modules brings that one along. */
    bring: (names, id) => names.some((name) => found.get(`${root}src/${name}.ts`)?.has(id) === true),
    plugin: {
      name: 'closures',
      buildEnd() {
        for (const id of this.getModuleIds()) found.set(id, walk(this, id, new Set()));
      },
    },
  };
}

const RUN = ['pipeline/check', 'pipeline/worker', 'config/resolve'];
const isDoor = (id) => /\/src\/(?:cli\/|index\.ts|pipeline\/worker\.ts)/.test(id);

async function bundle(names, folder, groupsFrom) {
  rmSync(`${root}${folder}`, { recursive: true, force: true });
  const { bring, plugin } = closures();
  const groups = groupsFrom?.(bring);
  const build = await rolldown({
    cwd: root,
    input: inputs(names),
    platform: 'node',
    external: isOutside,
    plugins: [plugin],
    onLog: (level, log, pass) => pass(log.code === 'UNRESOLVED_IMPORT' ? 'error' : level, log),
    // A module that is loaded late in one place may well be loaded early in another.
    checks: { ineffectiveDynamicImport: false },
  });
  await build.write({
    dir: `${root}${folder}`,
    sourcemap: true,
    comments: { legal: true, annotation: false, jsdoc: false },
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    ...(groups === undefined ? {} : { codeSplitting: { groups } }),
  });
  await build.close();
}

await bundle(['cli/main', 'index', 'pipeline/worker'], 'dist', (bring) => [
  // What the command line needs before it knows what to do, and what every run needs.
  { name: 'words', priority: 2, test: (id) => !isDoor(id) && bring(['cli/main'], id) && bring(RUN, id) },
  { name: 'check', priority: 1, test: (id) => !isDoor(id) && bring(RUN, id) },
]);
await bundle(
  [
    'config/names',
    'config/schema',
    'report/rule-page',
    'tokens/build-vocabulary',
    'tokens/create',
    'tokens/tiktoken-data',
    'tokens/vocabulary-file',
  ],
  '.build',
);
