// tuneset dedupe: drop what repeats, with a ledger of what went and for whom.

import { KEEP_POLICIES, type KeepPolicy } from '../../model/deduplication.ts';
import { Command, Option } from '../commander.ts';
import { ExitCode } from '../exit.ts';
import { collect, fieldMap, MOST_THREADS, memoryOption, share, threads } from '../options.ts';
import { keepApart } from '../outputs.ts';
import { openProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { refuseEmpty, type SettingsFlags, settingsFrom } from '../settings-flags.ts';
import { write } from '../terminal.ts';
import { TOOL } from '../tool.ts';

interface Flags extends Pick<SettingsFlags, 'format' | 'map' | 'label' | 'config' | 'today'> {
  readonly output?: string;
  readonly keep: KeepPolicy;
  readonly part: 'whole' | 'prompt' | 'answer';
  readonly likeness: number;
  readonly against?: readonly string[];
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly threads: number | 'auto';
  readonly memory?: number;
  readonly progress: boolean;
}

const PARTS = ['whole', 'prompt', 'answer'] as const;

export const dedupeCommand = (session: Session): Command =>
  new Command('dedupe')
    .summary('drop exact and near duplicates')
    .description(
      'Drop records that repeat others, exactly or nearly, and tell in FILE.ledger.jsonl what went and for whom. Records that stay keep their bytes.',
    )
    .argument('<paths...>', 'files, folders or globs; - for standard input')
    .option(
      '-o, --output <file>',
      'the file to write: .jsonl, .json, .csv, .tsv or .parquet, also .gz and .zst; - is standard output',
    )
    .option('--dry-run', 'write nothing, only tell what would go')
    .addOption(
      new Option('--keep <which>', 'which record of a cluster stays; best has the fewest findings')
        .choices([...KEEP_POLICIES])
        .default('first'),
    )
    .addOption(
      new Option('--part <part>', 'what is compared: the whole record, its prompt or its answer')
        .choices([...PARTS])
        .default('whole'),
    )
    .option('--likeness <share>', 'from how much shared wording on records are nearly the same', share, 0.8)
    .option('--against <files>', 'files to compare with, which are not written (repeatable)', collect)
    .option('--format <id>', 'the shape of the records (default: detected)')
    .option(
      '--map <field=column>',
      'which column of a table a field is taken from: prompt=question',
      fieldMap,
    )
    .option('--label <pointer>', 'JSON Pointer of the label in a record: records that differ in it both stay')
    .option('--config <file>', 'settings (default: tuneset.config.json or .yaml here or above)')
    .option('--no-config', 'read no settings file')
    .option(
      '--threads <n>',
      `threads to use, up to ${MOST_THREADS}; 0 and 1 run on the main one`,
      threads,
      'auto',
    )
    .addOption(memoryOption())
    .option('--force', 'replace a file that is there')
    .option('--no-progress', 'draw no progress line')
    .addHelpText(
      'after',
      `
Examples:
  $ tuneset dedupe train.jsonl -o train.unique.jsonl
  $ tuneset dedupe data --keep longest --against test.jsonl -o train.jsonl.gz
  $ tuneset dedupe train.jsonl --dry-run --likeness 0.7`,
    )
    .action((paths: string[], flags: Flags) => runDedupe(paths, flags, session));

async function runDedupe(paths: readonly string[], flags: Flags, session: Session): Promise<void> {
  refuseEmpty(paths, flags);
  const { dedupe, ledgerPath } = await import('../../pipeline/dedupe.ts');
  const { findSources } = await import('../../io/find-sources.ts');
  const { outputKindOf } = await import('../../io/write-records.ts');
  const { deduplicationText } = await import('../../report/deduplication-text.ts');
  const { UserError } = await import('../../model/error.ts');
  const { terminal, signal } = session;
  const dry = flags.dryRun === true;
  if (flags.output === undefined && !dry) {
    throw new UserError('usage', 'no output was named', {
      hint: 'add -o FILE, or --dry-run to write nothing',
    });
  }
  const output = dry ? undefined : flags.output;
  if (output !== undefined) outputKindOf(output);
  const ledger = output === undefined || output === '-' ? undefined : ledgerPath(output);
  const { against = [], ...reading } = flags;
  const settings = await settingsFrom(reading);
  const inputs = (await findSources([...against, ...paths], process.cwd())).flatMap(({ path }) => path ?? []);
  const written = [output, ledger].filter((path): path is string => path !== undefined);
  await keepApart(written, inputs);
  const progress = openProgress(terminal, flags.progress);
  try {
    const outcome = await dedupe(
      paths,
      settings,
      {
        keep: flags.keep,
        part: flags.part,
        likeness: flags.likeness,
        against,
        output,
        ledger,
        force: flags.force === true,
      },
      {
        tool: TOOL,
        root: process.cwd(),
        stdin: terminal.stdin,
        stdout: terminal.stdout,
        threads: flags.threads,
        ...(flags.memory === undefined ? {} : { memory: flags.memory }),
        signal,
        progress: ({ source, bytes, before, total }) => progress.show(before + bytes, total, source.name),
      },
    );
    progress.clear();
    const told = output === '-' ? terminal.stderr : terminal.stdout;
    await write(told, deduplicationText(outcome));
    session.exit(ExitCode.pass);
  } finally {
    progress.clear();
  }
}
