// What the user named (files, folders, globs, standard input) as a list of sources in a fixed order.

import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { UserError } from '../model/error.ts';
import { compareText } from '../model/finding.ts';
import { globBase, globMatcher, isGlob } from './path-matcher.ts';
import { type Source, unreadable } from './source.ts';

/** Endings of data, packed or not. */
const DATA = /\.(?:jsonl|ndjson|json|csv|tsv|parquet)(?:\.(?:gz|zst))?$/i;
/** Files of our own, and settings of others, that a folder may hold beside the data. */
const NOT_DATA =
  /^(?:manifest|ledger|split|report|package|package-lock|tsconfig|dataset_infos?|biome|tuneset\.config)\.jsonl?$|\.schema\.json$|\.report\.json$/i;

/**
 * Finds the sources behind the paths: files as named, then what folders and globs hold, sorted by name.
 * @throws UserError for what is missing, empty or unreadable, and for a folder or glob without data
 */
export async function findSources(paths: readonly string[], root: string): Promise<Source[]> {
  if (paths.length === 0) {
    throw new UserError('no-input', 'no input was named', { hint: 'name a file, or - for standard input' });
  }
  const found: Omit<Source, 'rank'>[] = [];
  for (const path of paths) found.push(...(await findPath(path, root)));
  // A file that is named twice is read once.
  const seen = new Set<string>();
  return found
    .filter(({ path, name }) => {
      const key = path === undefined ? name : resolve(path);
      return !seen.has(key) && seen.add(key);
    })
    .map((source, rank) => ({ rank, ...source }));
}

async function findPath(path: string, root: string): Promise<Omit<Source, 'rank'>[]> {
  if (path === '-') return [{ name: '<stdin>', path: undefined, size: undefined, walked: false }];
  const info = await stat(path).catch((cause: unknown) => {
    if (isGlob(path) && (cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(path, cause);
  });
  if (info === undefined) return findGlob(path, root);
  if (info.isDirectory()) {
    const files = (await walk(path)).filter(isData);
    if (files.length === 0) {
      throw new UserError('no-input', `${path} holds no data files`, {
        hint: 'looked for .jsonl, .ndjson, .json, .csv, .tsv and .parquet, packed or not',
      });
    }
    return Promise.all(files.map((file) => describe(file, root, true)));
  }
  if (info.isFile() && info.size === 0) throw new UserError('no-input', `${path} is empty: 0 bytes`);
  return [await describe(path, root, false)];
}

async function findGlob(glob: string, root: string): Promise<Omit<Source, 'rank'>[]> {
  const pattern = glob.split(sep).join('/');
  const matches = globMatcher(pattern);
  const all = await walk(globBase(pattern) || '.');
  const found = all.filter((file) => matches(file.split(sep).join('/')));
  // A glob that names an ending means what it says; `data/*` means data.
  const files = ENDING.test(pattern) ? found : found.filter(isData);
  if (files.length === 0) {
    throw new UserError('no-input', `nothing matches ${glob}`, {
      hint: 'paths are relative to the current folder',
    });
  }
  return Promise.all(files.map((file) => describe(file, root, true)));
}

/** `*.jsonl`, `*.{csv,tsv}`, but neither `data.*` nor `*`. */
const ENDING = /\.(?:\w+|\{[\w.,]+\})$/;

const isData = (file: string): boolean => DATA.test(file) && !NOT_DATA.test(lastOf(file));

/**
 * All files below a folder but hidden ones and those of installed packages, sorted by code unit. Files behind links
 * count, as caches are made of them; folders behind links do not, since they may lead in circles.
 */
async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  const files: string[] = [];
  for (const entry of entries.toSorted((a, b) => compareText(a.name, b.name))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await walk(path)));
    else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path)))) files.push(path);
  }
  return files;
}

const leadsToFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isFile(),
    () => false,
  );

const lastOf = (path: string): string => path.slice(path.lastIndexOf(sep) + 1);

async function describe(path: string, root: string, walked: boolean): Promise<Omit<Source, 'rank'>> {
  try {
    const info = await stat(path);
    await access(path, constants.R_OK);
    const name = relative(root, resolve(path)).split(sep).join('/');
    return { name, path, size: info.isFile() ? info.size : undefined, walked };
  } catch (cause) {
    throw unreadable(path, cause);
  }
}
