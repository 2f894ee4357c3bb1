// tuneset diff: what changed between two versions of a set, row by row; it never fails a build.

import { extname } from 'node:path';
import { createFile, type NewFile } from '../../io/write-file.ts';
import { UserError } from '../../model/error.ts';
import type { DiffReporter } from '../../model/set-diff.ts';
import { Command, Option } from '../commander.ts';
import { ExitCode } from '../exit.ts';
import { wholeNumber } from '../options.ts';
import { keepApart } from '../outputs.ts';
import type { Session } from '../session.ts';
import { addSettingsFlags, refuseEmpty, type SettingsFlags, settingsFrom } from '../settings-flags.ts';
import { viewFor, write } from '../terminal.ts';
import { TOOL } from '../tool.ts';

interface Flags extends SettingsFlags {
  readonly output?: readonly string[];
  readonly examples: number;
  readonly quiet?: boolean;
}

const KINDS = 'text, json, markdown, html';

export const diffCommand = (session: Session): Command =>
  addSettingsFlags(
    new Command('diff')
      .summary('compare two versions of a dataset')
      .description(
        'Compare two versions of a dataset row by row: what was added, removed and edited, and what that does to tokens, cost, labels and findings.',
      )
      .argument('<old>', 'a file, a folder or a glob')
      .argument('<new>', 'a file, a folder or a glob'),
  )
    .addOption(
      new Option(
        '--output <[kind=]path>',
        `write the comparison as ${KINDS}; - is standard output (repeatable)`,
      ).argParser((text: string, before: readonly string[] = []) => [...before, text]),
    )
    .option('--examples <n>', 'rows shown of each kind', wholeNumber, 10)
    .option('--today <date>', 'the date to judge by, YYYY-MM-DD (default: the UTC date)')
    .option('--quiet', 'print nothing to the terminal')
    .addHelpText(
      'after',
      `
Examples:
  $ tuneset diff train-v1.jsonl train-v2.jsonl --target openai-sft
  $ tuneset diff old/ new/ --label /label --output markdown=changes.md`,
    )
    .action((old: string, now: string, flags: Flags) => runDiff(old, now, flags, session));

interface Output {
  readonly reporter: DiffReporter;
  readonly path: string;
}

async function runDiff(old: string, now: string, flags: Flags, session: Session): Promise<void> {
  refuseEmpty([old, now], flags);
  const { diff } = await import('../../pipeline/diff.ts');
  const { findSources } = await import('../../io/find-sources.ts');
  const { DIFF_REPORTERS } = await import('../../report/diff/index.ts');
  const { terminal, signal } = session;
  const settings = await settingsFrom(flags);
  const outputs = (flags.output ?? []).map((wish) => outputOf(wish, DIFF_REPORTERS));
  const [text] = DIFF_REPORTERS;
  const taken = outputs.some(({ path, reporter }) => path === '-' || reporter === text);
  if (flags.quiet !== true && !taken && text !== undefined) outputs.push({ reporter: text, path: '-' });
  const root = process.cwd();
  const inputs = (
    await findSources(
      [old, now].filter((path) => path !== '-'),
      root,
    )
  ).flatMap(({ path }) => path ?? []);
  await keepApart(
    outputs.map(({ path }) => path),
    inputs,
  );
  const files = new Map<Output, NewFile>();
  try {
    for (const output of outputs) {
      if (output.path !== '-') files.set(output, await createFile(output.path));
    }
    const changes = await diff([old], [now], settings, { tool: TOOL, root, stdin: terminal.stdin, signal });
    const view = viewFor(terminal, flags.examples);
    for (const output of outputs) {
      const file = files.get(output);
      if (file === undefined) await write(terminal.stdout, output.reporter.render(changes, view));
      else {
        await file.write(output.reporter.render(changes, { ...view, color: false }));
        await file.commit();
      }
    }
    session.exit(ExitCode.pass);
  } finally {
    for (const file of files.values()) await file.discard();
  }
}

function outputOf(wish: string, reporters: readonly DiffReporter[]): Output {
  const at = wish.indexOf('=');
  const named = reporters.find(({ id }) => id === wish.slice(0, Math.max(0, at)));
  const path = named === undefined ? wish : wish.slice(at + 1);
  const ending = extname(path).slice(1);
  const reporter = named ?? reporters.find(({ extension }) => extension === ending);
  if (reporter === undefined || path === '') {
    throw new UserError('usage', `nothing says which form ${wish} should have`, {
      hint: `write it as KIND=PATH with one of: ${KINDS}`,
    });
  }
  return { reporter, path };
}
