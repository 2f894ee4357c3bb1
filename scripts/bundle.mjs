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

/** What is loaded only when it is asked for, each with whatever it alone needs. */
const LAZY =
  /\/src\/(?:targets\/validators|report\/(?:html|diff|rule-page)|pipeline\/(?:diff|match-rows|read-set|prompt-sketch|value-changes)|io\/read-parquet|tokens\/(?:huggingface|tokenizer-file|tokenizer-json|merge-list|added-tokens|ranks-file|known-splits|split-deepseek|tiktoken-data)|config\/(?:load|schema|output-schema|starter))\b/;

const DOORS = /\/src\/(?:cli\/|index\.ts|pipeline\/worker\.ts)/;

async function bundle(names, folder, groups) {
  rmSync(`${root}${folder}`, { recursive: true, force: true });
  const build = await rolldown({
    cwd: root,
    input: inputs(names),
    platform: 'node',
    external: isOutside,
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

await bundle(['cli/main', 'index', 'pipeline/worker'], 'dist', [
  // What the command line needs before it knows what to do, and what every run needs.
  {
    name: 'words',
    priority: 2,
    test: /\/src\/(?:model\/|report\/(?!html|diff|rule-page)|config\/request|io\/write-file)/,
  },
  { name: 'check', priority: 1, test: (id) => !DOORS.test(id) && !LAZY.test(id) },
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
