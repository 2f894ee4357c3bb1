// tuneset check: flags → settings, a run, and its report in every form that was asked for.

import type { NewFile } from '../../io/write-file.ts';
import type { Report } from '../../model/report.ts';
import type { RunOptions } from '../../pipeline/run.ts';
import type { TakenBaseline } from '../../pipeline/take-baseline.ts';
import { Command, Option } from '../commander.ts';
import { exitCodeFor } from '../exit.ts';
import {
  MOST_THREADS,
  memoryOption,
  type OutputWish,
  outputOption,
  threads,
  wholeNumber,
} from '../options.ts';
import { keepApart, type OpenFindings, openFindings, openOutputs, planOutputs } from '../outputs.ts';
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
import { showTiming } from '../timing.ts';
import { TOOL } from '../tool.ts';

interface Flags extends SettingsFlags {
  readonly output?: readonly OutputWish[];
  readonly findings?: string;
  readonly examples: number;
  readonly threads: number | 'auto';
  readonly memory?: number;
  readonly timing?: boolean;
  readonly quiet?: boolean;
  readonly progress: boolean;
}

const EXAMPLES = `
Examples:
  $ tuneset check train.jsonl --target openai-sft
  $ tuneset check train.jsonl --goal classification --label /label --output json=report.json
  $ cat train.jsonl | tuneset check - --fail-on warning`;

export const checkCommand = (session: Session): Command =>
  addSampleFlags(
    addSettingsFlags(
      new Command('check')
        .summary('lint a dataset')
        .description('Lint a dataset: what is wrong, where, why, and whether the set is enough for its goal.')
        .argument('<paths...>', 'files, folders or globs; - for standard input'),
    ),
  )
    .addOption(
      new Option(
        '--fail-on <severity>',
        'the mildest finding that fails: error (default), warning, info or never',
      ).choices(['error', 'warning', 'info', 'never']),
    )
    .option('--max-warnings <n>', 'fail when there are more warnings', wholeNumber)
    .addOption(outputOption())
    .option('--write-baseline <file>', 'write all findings of today as a baseline, and exit 0')
    .option(
      '--findings <file>',
      'write every finding to a file (replaced as above) or -, one JSON object per line',
    )
    .option('--examples <n>', 'findings shown per rule', wholeNumber, 3)
    .option(
      '--threads <n>',
      `threads to use, up to ${MOST_THREADS}; 0 and 1 run on the main one`,
      threads,
      'auto',
    )
    .addOption(memoryOption())
    .option('--today <date>', 'the date to judge by, YYYY-MM-DD (default: the UTC date)')
    .option('--timing', 'print milliseconds per stage and rule to standard error')
    .option('--quiet', 'print no report to the terminal')
    .option('--no-progress', 'draw no progress line')
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], flags: Flags) => runCheck(paths, flags, session));

async function runCheck(paths: readonly string[], flags: Flags, session: Session): Promise<void> {
  refuseEmpty(paths, flags);
  // Loaded here, so that other commands and wrong flags do not pay for the pipeline.
  const { check } = await import('../../pipeline/check.ts');
  const { takeBaseline } = await import('../../pipeline/take-baseline.ts');
  const { findSources } = await import('../../io/find-sources.ts');
  const { createFile } = await import('../../io/write-file.ts');
  const { terminal, signal } = session;
  const settings = await settingsFrom(flags);
  const findingsTo = flags.findings === undefined ? [] : [flags.findings];
  const baselineTo = flags.writeBaseline === undefined ? [] : [flags.writeBaseline];
  const planned = planOutputs(flags.output ?? [], flags.quiet === true || findingsTo.includes('-'));
  const inputs = (await findSources(paths, process.cwd())).flatMap(({ path }) => path ?? []);
  await keepApart([...planned.map(({ path }) => path), ...findingsTo, ...baselineTo], inputs);
  const outputs = await openOutputs(planned);
  const progress = openProgress(terminal, flags.progress);
  let findings: OpenFindings | undefined;
  let baselineFile: NewFile | undefined;
  try {
    baselineFile = flags.writeBaseline === undefined ? undefined : await createFile(flags.writeBaseline);
    findings = flags.findings === undefined ? undefined : await openFindings(flags.findings, terminal);
    const options: RunOptions = {
      tool: TOOL,
      root: process.cwd(),
      stdin: terminal.stdin,
      threads: flags.threads,
      ...(flags.memory === undefined ? {} : { memory: flags.memory }),
      signal,
      progress: ({ source, bytes, before, total }) => progress.show(before + bytes, total, source.name),
      ...(findings === undefined ? {} : { listen: findings.listen }),
      ...(flags.timing === true ? { timing: (timings) => showTiming(timings, terminal) } : {}),
    };
    const report =
      baselineFile === undefined
        ? await check(paths, settings, options)
        : await writeBaseline(baselineFile, () => takeBaseline(paths, settings, options));
    progress.clear();
    await findings?.commit();
    await outputs.write(report, terminal, flags.examples);
    if (flags.writeBaseline !== undefined && report.verdict === 'pass') {
      await write(terminal.stderr, `${plainLine(flags.writeBaseline)} written.\n`);
    }
    session.exit(exitCodeFor(report));
  } finally {
    progress.clear();
    await findings?.discard();
    await outputs.discard();
    await baselineFile?.discard();
  }
}

/** A set that could not be read has no findings worth knowing: then nothing is written. */
async function writeBaseline(file: NewFile, run: () => Promise<TakenBaseline>): Promise<Report> {
  const { baselineText } = await import('../../report/baseline-file.ts');
  const { report, baseline } = await run();
  if (report.verdict === 'pass') {
    await file.write(baselineText(baseline));
    await file.commit();
  }
  return report;
}
