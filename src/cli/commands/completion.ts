// tuneset completion: the script that makes a shell complete commands, flags and names.

import { Argument, Command } from '../commander.ts';
import { completionScript, SHELLS, type Shell } from '../completion.ts';
import type { Session } from '../session.ts';
import { write } from '../terminal.ts';

/** @param program asked only when the script is made, once every command is there */
export const completionCommand = (session: Session, program: () => Command): Command =>
  new Command('completion')
    .summary('print a script that completes words in your shell')
    .description('Print a script that makes your shell complete commands, flags, rules and targets.')
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices([...SHELLS]))
    .addHelpText(
      'after',
      `
Examples:
  $ source <(tuneset completion bash)       # in ~/.bashrc
  $ tuneset completion fish > ~/.config/fish/completions/tuneset.fish`,
    )
    .action(async (shell: Shell) => {
      const { ALL_RULES } = await import('../../config/names.ts');
      const { FORMATS } = await import('../../formats/index.ts');
      const { GOALS } = await import('../../goals/goals.ts');
      const { TARGETS } = await import('../../targets/index.ts');
      const ids = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id);
      const script = completionScript(program(), shell, {
        flags: {
          '--target': ids(TARGETS),
          '--format': ids(FORMATS),
          '--goal': ids(GOALS),
          '--only': ids(ALL_RULES),
          '--to': [...ids(TARGETS), ...ids(FORMATS)],
        },
        arguments: { explain: ids(ALL_RULES) },
      });
      await write(session.terminal.stdout, script);
    });
