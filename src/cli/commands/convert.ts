// tuneset convert: one format to another, every loss told.

import { USUAL_WISHES, type Wishes } from '../../formats/adapt.ts';
import { Command, Option } from '../commander.ts';
import { ExitCode } from '../exit.ts';
import { fieldMap } from '../options.ts';
import { keepApart } from '../outputs.ts';
import { openProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { refuseEmpty, type SettingsFlags, settingsFrom } from '../settings-flags.ts';
import { viewFor, write } from '../terminal.ts';
import { TOOL } from '../tool.ts';

interface Flags extends Pick<SettingsFlags, 'format' | 'map' | 'model' | 'tokenizer' | 'config' | 'today'> {
  readonly to: string;
  readonly output: string;
  readonly onLoss: 'drop' | 'keep' | 'fail';
  readonly strict?: boolean;
  readonly answer: Wishes['answer'];
  readonly turns: Wishes['turns'];
  readonly system: Wishes['system'];
  readonly losses?: string;
  readonly force?: boolean;
  readonly progress: boolean;
}

const choice = (flags: string, description: string, choices: readonly string[], usual: string): Option =>
  new Option(flags, description).choices(choices).default(usual);

export const convertCommand = (session: Session): Command =>
  new Command('convert')
    .summary('convert a dataset to another format')
    .description(
      'Convert a dataset to the format of a provider, a trainer or a bare format. Every loss is told, and what cannot be said there at all goes to FILE.rejects.jsonl.',
    )
    .argument('<paths...>', 'files, folders or globs; - for standard input')
    .requiredOption('--to <id>', 'a target (openai-sft, together) or a format (alpaca, sharegpt)')
    .requiredOption(
      '-o, --output <file>',
      'the file to write: .jsonl, .json, .csv, .tsv or .parquet, also .gz and .zst; - is standard output',
    )
    .option('--format <id>', 'the shape of the records (default: detected)')
    .option(
      '--map <field=column>',
      'which column of a table a field is taken from: prompt=question',
      fieldMap,
    )
    .addOption(
      choice(
        '--on-loss <way>',
        'what has no place: drop it, keep fields beside the record, or fail',
        ['drop', 'keep', 'fail'],
        'drop',
      ),
    )
    .option('--strict', 'the same as --on-loss fail: write nothing if anything would be lost')
    .addOption(
      choice(
        '--answer <which>',
        'of several answers: the best, or each as a record',
        ['best', 'each'],
        USUAL_WISHES.answer,
      ),
    )
    .addOption(
      choice(
        '--turns <way>',
        'dialogues where only one question has a place: reject, last, or each',
        ['reject', 'last', 'each'],
        USUAL_WISHES.turns,
      ),
    )
    .addOption(
      choice(
        '--system <way>',
        'a system prompt without a place: prepend it to the question, or drop it',
        ['prepend', 'drop'],
        USUAL_WISHES.system,
      ),
    )
    .option('--losses <file>', 'write every loss to a file, one JSON object per line')
    .option('--model <id>', 'the model to train, for the check of what is written')
    .option('--tokenizer <id>', "the vocabulary of that check (default: the model's, else o200k_base)")
    .option('--config <file>', 'settings (default: tuneset.config.json or .yaml here or above)')
    .option('--no-config', 'read no settings file')
    .option('--today <date>', 'the date to judge by, YYYY-MM-DD (default: the UTC date)')
    .option('--force', 'replace a file that is there')
    .option('--no-progress', 'draw no progress line')
    .addHelpText(
      'after',
      `
Examples:
  $ tuneset convert alpaca.json --to openai-sft -o train.jsonl
  $ tuneset convert train.jsonl --to sharegpt -o train.parquet --losses losses.jsonl
  $ tuneset convert pairs.jsonl --to unpaired-preference -o kto.jsonl.gz --strict`,
    )
    .action((paths: string[], flags: Flags) => runConvert(paths, flags, session));

async function runConvert(paths: readonly string[], flags: Flags, session: Session): Promise<void> {
  refuseEmpty(paths, flags);
  // Loaded here, so that other commands and wrong flags do not pay for the pipeline.
  const { convertFiles } = await import('../../pipeline/convert-files.ts');
  const { destinationNamed, destinationOf } = await import('../../config/destination.ts');
  const { findSources } = await import('../../io/find-sources.ts');
  const { conversionText, rejectsPath } = await import('../../report/conversion-text.ts');
  const { terminal, signal } = session;
  const named = destinationNamed(flags.to);
  const { target } = named;
  const { target: _, ...bare } = await settingsFrom(flags);
  const settings = target === undefined ? bare : await settingsFrom({ ...flags, target: target.id });
  const inputs = (await findSources(paths, process.cwd())).flatMap(({ path }) => path ?? []);
  const losses = flags.losses === undefined ? [] : [flags.losses];
  await keepApart([flags.output, rejectsPath(flags.output), ...losses], inputs);
  const progress = openProgress(terminal, flags.progress);
  try {
    const conversion = await convertFiles(
      paths,
      settings,
      {
        output: flags.output,
        destination: destinationOf(named, flags.onLoss, {
          answer: flags.answer,
          turns: flags.turns,
          system: flags.system,
        }),
        strict: flags.strict === true || flags.onLoss === 'fail',
        force: flags.force === true,
        losses: flags.losses,
      },
      {
        tool: TOOL,
        root: process.cwd(),
        stdin: terminal.stdin,
        stdout: terminal.stdout,
        signal,
        progress: ({ source, bytes }) => progress.show(bytes, source.size, source.name),
      },
    );
    progress.clear();
    // What is written to standard output is data; words about it go beside it.
    const told = flags.output === '-' ? terminal.stderr : terminal.stdout;
    await write(told, conversionText(conversion, viewFor(terminal, 3)));
    session.exit(conversion.refusals.length === 0 ? ExitCode.pass : ExitCode.findings);
  } finally {
    progress.clear();
  }
}
