// tuneset report: the same look at a dataset as check takes, as a page to read; it never fails a build.

import { Command } from '../commander.ts';
import { ExitCode, exitCodeFor } from '../exit.ts';
import { MOST_THREADS, memoryOption, threads } from '../options.ts';
import { keepApart, openOutputs, planOutputs } from '../outputs.ts';
import { openProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import {
  addSampleFlags,
  addSettingsFlags,
  refuseEmpty,
  type SettingsFlags,
  settingsFrom,
} from '../settings-flags.ts';
import { plainLine, write } from '../terminal.ts';
import { TOOL } from '../tool.ts';

interface Flags extends SettingsFlags {
  readonly output: string;
  readonly threads: number | 'auto';
  readonly memory?: number;
  readonly progress: boolean;
}

export const reportCommand = (session: Session): Command =>
  addSampleFlags(
    addSettingsFlags(
      new Command('report')
        .summary('write a page about a dataset')
        .description('Write what check finds as one HTML page, to read, to share and to print.')
        .argument('<paths...>', 'files, folders or globs; - for standard input')
        .option(
          '-o, --output <file>',
          'the page to write; an earlier one is replaced, an input never; - is standard output',
          'report.html',
        ),
    ),
  )
    .option(
      '--threads <n>',
      `threads to use, up to ${MOST_THREADS}; 0 and 1 run on the main one`,
      threads,
      'auto',
    )
    .addOption(memoryOption())
    .option('--today <date>', 'the date to judge by, YYYY-MM-DD (default: the UTC date)')
    .option('--no-progress', 'draw no progress line')
    .addHelpText(
      'after',
      `
Examples:
  $ tuneset report train.jsonl --target openai-sft --goal style
  $ tuneset report data --goal classification --label /label -o quality.html`,
    )
    .action((paths: string[], flags: Flags) => runReport(paths, flags, session));

async function runReport(paths: readonly string[], flags: Flags, session: Session): Promise<void> {
  refuseEmpty(paths, flags);
  const { check } = await import('../../pipeline/check.ts');
  const { findSources } = await import('../../io/find-sources.ts');
  const { verdictOf } = await import('../../report/verdict.ts');
  const { terminal, signal } = session;
  const settings = await settingsFrom(flags);
  const inputs = (await findSources(paths, process.cwd())).flatMap(({ path }) => path ?? []);
  await keepApart([flags.output], inputs);
  const outputs = await openOutputs(planOutputs([{ kind: 'html', path: flags.output }], true));
  const progress = openProgress(terminal, flags.progress);
  try {
    const report = await check(paths, settings, {
      tool: TOOL,
      root: process.cwd(),
      stdin: terminal.stdin,
      threads: flags.threads,
      ...(flags.memory === undefined ? {} : { memory: flags.memory }),
      signal,
      progress: ({ source, bytes, before, total }) => progress.show(before + bytes, total, source.name),
    });
    progress.clear();
    await outputs.write(report, terminal, 0);
    if (flags.output !== '-') {
      await write(terminal.stdout, `${plainLine(flags.output)} written. ${verdictOf(report)}\n`);
    }
    // What is wrong with the data stands on the page; only a fault of ours is told by the exit code.
    session.exit(exitCodeFor(report) === ExitCode.fault ? ExitCode.fault : ExitCode.pass);
  } finally {
    progress.clear();
    await outputs.discard();
  }
}
