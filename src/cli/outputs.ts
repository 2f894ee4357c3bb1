// Where reports go: which reporter writes to which path, and the stream of all findings.

import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { createFile, type NewFile } from '../io/write-file.ts';
import { UserError } from '../model/error.ts';
import type { Report, ReportKind } from '../model/report.ts';
import type { FindingListener } from '../pipeline/executor.ts';
import { findReportKind, REPORT_KINDS } from '../report/index.ts';
import { findingLine } from '../report/json.ts';
import type { OutputWish } from './options.ts';
import { type Terminal, viewFor, write } from './terminal.ts';

export interface Output {
  readonly kind: ReportKind;
  /** `-` is standard output. */
  readonly path: string;
}

/** Text goes to the terminal unless something else does, or text itself goes elsewhere, or nobody wants it (`quiet`). */
export function planOutputs(wishes: readonly OutputWish[], quiet: boolean): Output[] {
  const outputs = wishes.map(({ kind, path }) => ({ kind: kindFor(kind, path), path }));
  const taken = outputs.some(({ kind, path }) => path === '-' || kind.id === 'text');
  const text = findReportKind('text');
  return quiet || taken || text === undefined ? outputs : [...outputs, { kind: text, path: '-' }];
}

function kindFor(name: string | undefined, path: string): ReportKind {
  const known = REPORT_KINDS.map(({ id }) => id).join(', ');
  if (path === '') throw new UserError('usage', '--output has no path', { hint: 'write json=report.json' });
  const ending = extname(path).slice(1);
  const kind =
    name === undefined ? REPORT_KINDS.find(({ extension }) => extension === ending) : findReportKind(name);
  if (kind !== undefined) return kind;
  throw new UserError('usage', `nothing says which report ${path} should be`, {
    hint: `write it as KIND=${path} with one of: ${known}`,
  });
}

/**
 * No output may take the place of an input or of another output: a report is soon made again, a dataset is not.
 * @throws UserError for the first that would
 */
export async function keepApart(outputs: readonly string[], inputs: readonly string[]): Promise<void> {
  const taken = new Map<string, 'input' | 'output'>();
  for (const path of inputs) for (const name of await namesOf(path)) taken.set(name, 'input');
  for (const path of outputs) {
    const names = await namesOf(path);
    const holder = names.map((name) => taken.get(name)).find((found) => found !== undefined);
    if (holder === 'input') {
      throw new UserError('output-exists', `${path} is an input; the output would take its place`, {
        hint: 'write to another path',
      });
    }
    if (holder === 'output') {
      const what = path === '-' ? 'standard output' : path;
      throw new UserError('usage', `${what} can take only one output`, { hint: 'name a path for each' });
    }
    for (const name of names) taken.set(name, 'output');
  }
}

/** What a path is known by: itself, and the file behind it, whichever links and letter cases lead there. */
async function namesOf(path: string): Promise<string[]> {
  if (path === '-') return [path];
  const info = await stat(path, { bigint: true }).catch(() => undefined);
  return info?.isFile() === true ? [resolve(path), `${info.dev}:${info.ino}`] : [resolve(path)];
}

/** Outputs that are ready to be written: a path that cannot be written is told before the work, not after it. */
export interface OpenOutputs {
  write(report: Report, terminal: Terminal, examples: number): Promise<void>;
  discard(): Promise<void>;
}

export async function openOutputs(outputs: readonly Output[]): Promise<OpenOutputs> {
  const files = new Map<Output, NewFile>();
  const discard = async (): Promise<void> => {
    for (const file of files.values()) await file.discard();
    files.clear();
  };
  try {
    for (const output of outputs) {
      if (output.path !== '-') files.set(output, await createFile(output.path));
    }
  } catch (cause) {
    await discard();
    throw cause;
  }
  return {
    discard,
    async write(report, terminal, examples) {
      const view = viewFor(terminal, examples);
      for (const output of outputs) {
        const file = files.get(output);
        const reporter = await output.kind.load();
        if (file === undefined) {
          await write(terminal.stdout, reporter.render(report, view));
        } else {
          await file.write(reporter.render(report, { ...view, color: false }));
          await file.commit();
          files.delete(output);
        }
      }
    },
  };
}

/** What takes every finding as it comes: a file, which appears when `commit` says that the run was whole, or standard output. */
export interface OpenFindings {
  readonly listen: FindingListener;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

export async function openFindings(path: string, terminal: Terminal): Promise<OpenFindings> {
  const linesOf = (...[findings, words]: Parameters<FindingListener>): string =>
    findings.map((finding) => findingLine(finding, words)).join('');
  if (path === '-') {
    return {
      listen: (...heard) => write(terminal.stdout, linesOf(...heard)),
      async commit() {},
      async discard() {},
    };
  }
  const file = await createFile(path);
  let open = true;
  return {
    listen: (...heard) => file.write(linesOf(...heard)),
    async commit() {
      open = false;
      await file.commit();
    },
    async discard() {
      if (open) await file.discard();
      open = false;
    },
  };
}
