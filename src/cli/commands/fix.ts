// tuneset fix: only the safe repairs, everything else byte for byte.

import { UserError } from '../../model/error.ts';
import { Command } from '../commander.ts';
import { collect, fieldMap } from '../options.ts';
import { keepApart } from '../outputs.ts';
import { openProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { refuseEmpty, type SettingsFlags, settingsFrom } from '../settings-flags.ts';
import { viewFor, write } from '../terminal.ts';

interface Flags extends Pick<SettingsFlags, 'format' | 'map' | 'only' | 'config'> {
  readonly output?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly progress: boolean;
}

export const fixCommand = (session: Session): Command =>
  new Command('fix')
    .summary('mend what is safe to mend')
    .description(
      'Mend what can be mended without a change of meaning or label: invisible and control characters, odd spaces, mixed line breaks, marks of sources. Nothing else changes, byte for byte.',
    )
    .argument('<paths...>', 'files, folders or globs; - for standard input')
    .option('-o, --output <file>', 'the file to write; its ending names the container; - is standard output')
    .option('--dry-run', 'write nothing, and show what would change as a unified diff')
    .option('--only <ids>', 'mend only what these rules find (repeatable)', collect)
    .option('--format <id>', 'the shape of the records (default: detected)')
    .option(
      '--map <field=column>',
      'which column of a table a field is taken from: prompt=question',
      fieldMap,
    )
    .option('--config <file>', 'settings (default: tuneset.config.json or .yaml here or above)')
    .option('--no-config', 'read no settings file')
    .option('--force', 'replace a file that is there')
    .option('--no-progress', 'draw no progress line')
    .addHelpText(
      'after',
      `
Examples:
  $ tuneset fix train.jsonl --dry-run
  $ tuneset fix train.jsonl -o mended.jsonl
  $ tuneset fix data -o all.jsonl.gz --only encoding/zero-width,encoding/odd-space`,
    )
    .action((paths: string[], flags: Flags) => runFix(paths, flags, session));

async function runFix(paths: readonly string[], flags: Flags, session: Session): Promise<void> {
  refuseEmpty(paths, flags);
  const { output, dryRun = false } = flags;
  if (output === undefined && !dryRun) {
    throw new UserError('usage', 'nothing says where to write', {
      hint: 'add -o FILE, or --dry-run to look first',
    });
  }
  // Loaded here, so that other commands and wrong flags do not pay for the pipeline.
  const { fix, FIXERS } = await import('../../pipeline/fix.ts');
  const { findSources } = await import('../../io/find-sources.ts');
  const { createRecords } = await import('../../io/write-records.ts');
  const { diffHunk, mendingText } = await import('../../report/mending-text.ts');
  const { terminal, signal } = session;
  const settings = await settingsFrom(flags);
  const inputs = (await findSources(paths, process.cwd())).flatMap(({ path }) => path ?? []);
  const { stdout } = terminal;
  if (output !== undefined && !dryRun) await keepApart([output], inputs);
  const writer =
    output === undefined || dryRun
      ? undefined
      : await createRecords(output, { stdout, force: flags.force === true });
  const progress = openProgress(terminal, flags.progress);
  let shown: string | undefined;
  try {
    const mending = await fix(paths, settings, writer, {
      root: process.cwd(),
      stdin: terminal.stdin,
      signal,
      progress: ({ source, bytes }) => progress.show(bytes, source.size, source.name),
      ...(dryRun
        ? {
            listen: async ({ at, before, after }, source) => {
              const isFirst = shown !== source;
              shown = source;
              await write(stdout, diffHunk(source, at.line ?? at.index + 1, before, after, isFirst));
            },
          }
        : {}),
    });
    progress.clear();
    await writer?.commit();
    const view = viewFor(terminal, 3);
    // Where standard output carries records or a diff, words go beside it.
    const told = dryRun || output === '-' ? terminal.stderr : stdout;
    await write(told, mendingText(mending, dryRun ? undefined : output, FIXERS, view));
  } catch (cause) {
    await writer?.discard();
    throw cause;
  } finally {
    progress.clear();
  }
}
