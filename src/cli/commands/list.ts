// tuneset list: what there is to name on the command line.

import { amount } from '../../model/amount.ts';
import { statusWord } from '../../model/limits.ts';
import { type Listing, listPage } from '../../report/list-page.ts';
import { Argument, Command } from '../commander.ts';
import type { Session } from '../session.ts';
import { viewFor, write } from '../terminal.ts';

const LISTINGS: Readonly<Record<string, () => Promise<Listing>>> = {
  async rules() {
    const { ALL_RULES } = await import('../../config/names.ts');
    const rows = ALL_RULES.map(({ id, severity, title, optIn }) => [
      id,
      optIn === true ? 'off' : severity,
      title,
    ]);
    return { head: ['rule', 'severity', 'what is wrong'], rows };
  },
  async formats() {
    const { FORMATS } = await import('../../formats/index.ts');
    return { head: ['format', 'records'], rows: FORMATS.map(({ id, title }) => [id, title]) };
  },
  async targets() {
    const { TARGETS } = await import('../../targets/index.ts');
    const rows = TARGETS.map(({ id, formats, status, title }) => [
      id,
      formats.join(', '),
      statusWord(status),
      status.read,
      title,
    ]);
    return { head: ['target', 'reads', 'service', 'facts of', 'title'], rows };
  },
  async models() {
    const { MODELS } = await import('../../tokens/model-table.ts');
    const rows = MODELS.map(({ name, encoding, context, overhead }) => [
      name,
      encoding === 'file' ? '--tokenizer FILE' : encoding,
      overhead === 'none' ? '-' : overhead,
      context === undefined ? 'not known' : amount(context.value),
      context?.citation.read ?? '-',
      context?.citation.url ?? '-',
    ]);
    return {
      head: ['model', 'vocabulary', 'chat format', 'context', 'read', 'where the context stands'],
      rows,
    };
  },
  async goals() {
    const { GOALS } = await import('../../goals/goals.ts');
    const rows = GOALS.map(({ id, low, high, title }) => [
      id,
      high === undefined ? `${amount(low)} or more` : `${amount(low)} to ${amount(high)}`,
      title,
    ]);
    return { head: ['goal', 'examples', 'what it is'], rows };
  },
};

export const listCommand = (session: Session): Command =>
  new Command('list')
    .summary('list rules, formats, targets, models or goals')
    .description('List what there is to name on the command line.')
    .addArgument(
      new Argument('<what>', 'rules, formats, targets, models or goals').choices(Object.keys(LISTINGS)),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ tuneset list rules
  $ tuneset list targets`,
    )
    .action(async (what: string) => {
      const listing = await LISTINGS[what]?.();
      if (listing === undefined) return;
      const { stdout } = session.terminal;
      const view = viewFor(session.terminal, 0);
      // Whoever reads from a pipe wants one line for each.
      const width = stdout.isTTY === true ? view.width : Number.POSITIVE_INFINITY;
      await write(stdout, listPage(listing, { ...view, width }));
    });
