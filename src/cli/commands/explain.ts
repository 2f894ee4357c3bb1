// tuneset explain: everything a rule has to say of itself.

import { Command } from '../commander.ts';
import type { Session } from '../session.ts';
import { viewFor, write } from '../terminal.ts';

export const explainCommand = (session: Session): Command =>
  new Command('explain')
    .summary('explain a rule')
    .description('Explain a rule: why it is there, what to do, examples, sources.')
    .argument('<rule>', 'the id of a rule, as reports and tuneset list rules show it')
    .addHelpText(
      'after',
      `
Examples:
  $ tuneset explain roles/last-not-assistant
  $ tuneset explain target/openai-developer-role`,
    )
    .action(async (name: string) => {
      const { ruleNamed } = await import('../../config/names.ts');
      const { rulePage } = await import('../../report/rule-page.ts');
      await write(session.terminal.stdout, rulePage(ruleNamed(name), viewFor(session.terminal, 3)));
    });
