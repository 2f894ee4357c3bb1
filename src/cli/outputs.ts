// Where reports go: which reporter writes to which path, and the stream of all findings.

import { extname } from 'node:path';
import { createFile, type NewFile } from '../io/write-file.ts';
import { UserError } from '../model/error.ts';
import type { Report, Reporter } from '../model/report.ts';
import type { FindingListener } from '../pipeline/executor.ts';
import { findReporter, REPORTERS } from '../report/index.ts';
import { findingLine } from '../report/json.ts';
import type { OutputWish } from './options.ts';
import { type Terminal, viewFor, write } from './terminal.ts';

export interface Output {
  readonly reporter: Reporter;
  /** `-` is standard output. */
  readonly path: string;
}

/** Text goes to the terminal unless something else does, or text itself goes elsewhere, or nobody wants it. */
export function planOutputs(wishes: readonly OutputWish[], quiet: boolean): Output[] {
  const outputs = wishes.map(({ kind, path }) => ({ reporter: reporterFor(kind, path), path }));
  const taken = outputs.some(({ reporter, path }) => path === '-' || reporter.id === 'text');
  const text = findReporter('text');
  return quiet || taken || text === undefined ? outputs : [...outputs, { reporter: text, path: '-' }];
}

function reporterFor(kind: string | undefined, path: string): Reporter {
  const known = REPORTERS.map(({ id }) => id).join(', ');
  if (path === '') throw new UserError('usage', '--output has no path', { hint: 'write json=report.json' });
  const ending = extname(path).slice(1);
  const reporter =
    kind === undefined ? REPORTERS.find(({ extension }) => extension === ending) : findReporter(kind);
  if (reporter !== undefined) return reporter;
  throw new UserError('usage', `nothing says which report ${path} should be`, {
    hint: `write it as KIND=${path} with one of: ${known}`,
  });
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
        if (file === undefined) {
          await write(terminal.stdout, output.reporter.render(report, view));
        } else {
          await file.write(output.reporter.render(report, { ...view, color: false }));
          await file.commit();
          files.delete(output);
        }
      }
    },
  };
}

/** The file that takes every finding as it comes. It appears when `commit` says that the run was whole. */
export interface OpenFindings {
  readonly listen: FindingListener;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

export async function openFindings(path: string): Promise<OpenFindings> {
  const file = await createFile(path);
  let open = true;
  return {
    async listen(findings, words) {
      await file.write(findings.map((finding) => findingLine(finding, words)).join(''));
    },
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
