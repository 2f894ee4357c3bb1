// The program: commands in, an exit code out. The only place that turns errors into words.

import { UserError } from '../model/error.ts';
import { complaintAbout } from './command-line-fault.ts';
import { Command, CommanderError } from './commander.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { convertCommand } from './commands/convert.ts';
import { dedupeCommand } from './commands/dedupe.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand } from './commands/explain.ts';
import { fixCommand } from './commands/fix.ts';
import { initCommand } from './commands/init.ts';
import { listCommand } from './commands/list.ts';
import { reportCommand } from './commands/report.ts';
import { ExitCode, exitCodeForError } from './exit.ts';
import type { Session } from './session.ts';
import { plainLine, showsColor, type Terminal, widthOf, write } from './terminal.ts';
import { TOOL } from './tool.ts';

/** Ctrl-C, a supervisor, a closed terminal: each leaves nothing half written. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs one command line.
 * @param argv the words after the program's name
 * @param terminal usually `process`
 * @returns the exit code; nothing is thrown, and nobody calls `process.exit`
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal & NodeJS.EventEmitter,
): Promise<number> {
  const interrupt = new AbortController();
  const onSignal = () => interrupt.abort();
  for (const signal of SIGNALS) terminal.on(signal, onSignal);
  // Whoever writes hears of a failure by itself; without a listener the stream would end the process.
  const onError = () => {};
  terminal.stdout.on('error', onError);
  terminal.stderr.on('error', onError);
  let code: number = ExitCode.pass;
  const session: Session = {
    terminal,
    signal: interrupt.signal,
    exit: (wanted) => {
      code = wanted;
    },
  };
  try {
    await makeProgram(session).parseAsync(argv, { from: 'user' });
    return code;
  } catch (cause) {
    return await tell(cause, argv, terminal);
  } finally {
    for (const signal of SIGNALS) terminal.off(signal, onSignal);
  }
}

function makeProgram(session: Session): Command {
  const { stdout, stderr, env } = session.terminal;
  const program = new Command('tuneset')
    .description('The linter and preparer for LLM fine-tuning datasets.')
    .version(TOOL.version, '--version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      // Told by `tell`, in the same words as every other error.
      outputError: () => {},
      getOutHelpWidth: () => widthOf(stdout, env),
      getErrHelpWidth: () => widthOf(stderr, env),
      getOutHasColors: () => showsColor(stdout, env),
      getErrHasColors: () => showsColor(stderr, env),
    })
    // Choices stand in the descriptions, as people write them.
    .configureHelp({
      optionDescription: ({ description, defaultValue, negate }) =>
        defaultValue === undefined || negate
          ? description
          : `${description} (default: ${String(defaultValue)})`,
      argumentDescription: ({ description, defaultValue }) =>
        defaultValue === undefined ? description : `${description} (default: ${String(defaultValue)})`,
    })
    .addHelpText(
      'after',
      `
Examples:
  $ tuneset check train.jsonl
  $ tuneset check train.jsonl --target openai-sft --goal style
  $ tuneset convert alpaca.json --to openai-sft -o train.jsonl
  $ tuneset explain answer/equals-input`,
    );
  for (const command of [
    checkCommand(session),
    reportCommand(session),
    convertCommand(session),
    dedupeCommand(session),
    fixCommand(session),
    diffCommand(session),
    initCommand(session),
    explainCommand(session),
    listCommand(session),
    completionCommand(session, () => program),
  ]) {
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}

/** One line and a hint on standard error; the exit code that belongs to it. */
async function tell(cause: unknown, argv: readonly string[], terminal: Terminal): Promise<number> {
  if (cause instanceof CommanderError) {
    if (cause.exitCode === 0) return ExitCode.pass;
    // No command at all: commander has shown the help.
    if (cause.code === 'commander.help') return ExitCode.badRequest;
    const { message, hint } = complaintAbout(cause, argv);
    await complain(terminal, message, hint);
    return ExitCode.badRequest;
  }
  if (cause instanceof UserError) {
    if (cause.code !== 'interrupted') await complain(terminal, cause.message, cause.hint);
    return exitCodeForError(cause);
  }
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  await write(
    terminal.stderr,
    `tuneset: this is a fault of the tool, not of your data; please report it\n${stack}\n`,
  );
  return ExitCode.fault;
}

async function complain(terminal: Terminal, message: string, hint: string | undefined): Promise<void> {
  const line = `tuneset: ${plainLine(message)}\n`;
  await write(terminal.stderr, hint === undefined ? line : `${line}  hint: ${plainLine(hint)}\n`);
}
