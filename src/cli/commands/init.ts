// tuneset init: looks at the data that is there and writes a config with every choice explained.

import { existsSync, statSync } from 'node:fs';
import { UserError } from '../../model/error.ts';
import { Command } from '../commander.ts';
import type { Session } from '../session.ts';
import { plainLine, write } from '../terminal.ts';

const NAME = 'tuneset.config.yaml';

export const initCommand = (session: Session): Command =>
  new Command('init')
    .summary('write a settings file for the data found here')
    .description(`Look at the data and write ${NAME} with every choice explained.`)
    .argument('[paths...]', 'files, folders or globs', ['.'])
    .option('--force', 'replace an existing file')
    .addHelpText(
      'after',
      `
Examples:
  $ tuneset init
  $ tuneset init data/ --force`,
    )
    .action((paths: string[], flags: { readonly force?: boolean }) =>
      runInit(paths, flags.force === true, session),
    );

async function runInit(paths: readonly string[], force: boolean, session: Session): Promise<void> {
  if (existsSync(NAME) && !force) {
    throw new UserError('output-exists', `${NAME} exists`, { hint: 'add --force to replace it' });
  }
  const { resolveSettings } = await import('../../config/resolve.ts');
  const { starterConfig } = await import('../../config/starter.ts');
  const { findSources } = await import('../../io/find-sources.ts');
  const { createFile } = await import('../../io/write-file.ts');
  const { glance } = await import('../../pipeline/intake.ts');
  const { TARGETS } = await import('../../targets/index.ts');
  const { terminal } = session;
  const sources = await findSources(paths, process.cwd()).catch((cause: unknown) => {
    // A folder without data is no reason not to write settings; a misspelt path is.
    if (cause instanceof UserError && cause.code === 'no-input' && paths.every(isFolder)) return [];
    throw cause;
  });
  // Any date will do: nothing is judged by it.
  const found = await glance(sources, resolveSettings({}, '2000-01-01'), terminal.stdin);
  const data = found.filter(({ container }) => container !== undefined);
  for (const { name, format, because } of data) {
    const line = `${name}: ${format === undefined ? 'no known format' : format} (${because})`;
    await write(terminal.stdout, `${plainLine(line)}\n`);
  }
  const file = await createFile(NAME);
  await file.write(starterConfig(data, TARGETS));
  await file.commit();
  await write(terminal.stdout, `Wrote ${NAME}. Next: tuneset check ${paths.map(plainLine).join(' ')}\n`);
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
