// tuneset check: flags → settings, a run, and its report in every form that was asked for.

import { PRESETS, type Preset, type Request } from '../../config/request.ts';
import { UserError } from '../../model/error.ts';
import { Command, Option } from '../commander.ts';
import { exitCodeFor } from '../exit.ts';
import {
  collect,
  fieldMap,
  list,
  MOST_THREADS,
  type OutputWish,
  outputOption,
  ruleOption,
  type SeverityWord,
  threads,
  wholeNumber,
} from '../options.ts';
import { keepApart, type OpenFindings, openFindings, openOutputs, planOutputs } from '../outputs.ts';
import { openProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { showTiming } from '../timing.ts';
import { TOOL } from '../tool.ts';

interface Flags {
  readonly target?: string;
  readonly format?: string;
  readonly model?: string;
  readonly tokenizer?: string;
  readonly goal?: string;
  readonly map?: Record<string, string>;
  readonly label?: string;
  readonly labels?: string[];
  readonly outputSchema?: string;
  readonly preset?: Preset;
  readonly rule?: Record<string, SeverityWord>;
  readonly only?: string[];
  readonly config?: string | false;
  readonly failOn?: 'error' | 'warning' | 'info' | 'never';
  readonly maxWarnings?: number;
  readonly output?: readonly OutputWish[];
  readonly findings?: string;
  readonly examples: number;
  readonly threads: number | 'auto';
  readonly today?: string;
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
  new Command('check')
    .summary('lint a dataset')
    .description('Lint a dataset: what is wrong, where, why, and whether the set is enough for its goal.')
    .argument('<paths...>', 'files, folders or globs; - for standard input')
    .option('--target <id>', 'check what this provider method or trainer accepts (openai-sft)')
    .option('--format <id>', 'the shape of the records (default: detected, and the report says why)')
    .option('--model <id>', 'the model to train: its vocabulary and context length')
    .option('--tokenizer <id>', "the vocabulary to count with (default: the model's, else o200k_base)")
    .option('--goal <id>', 'what the set is for: style, classification, extraction, behaviour')
    .option(
      '--map <field=column>',
      'which column of a table a field is taken from: prompt=question',
      fieldMap,
    )
    .option('--label <pointer>', 'JSON Pointer of the label in a record: /label')
    .option('--output-schema <file>', 'a JSON Schema that every answer has to satisfy')
    .option('--labels <a,b,c>', 'the labels that may occur', list)
    .addOption(
      new Option('--preset <name>', 'which rules are on: recommended (default) or all').choices([...PRESETS]),
    )
    .addOption(ruleOption())
    .option('--config <file>', 'settings (default: tuneset.config.json or .yaml here or above)')
    .option('--no-config', 'read no settings file')
    .option('--only <ids>', 'run only these rules (repeatable)', collect)
    .addOption(
      new Option(
        '--fail-on <severity>',
        'the mildest finding that fails: error (default), warning, info or never',
      ).choices(['error', 'warning', 'info', 'never']),
    )
    .option('--max-warnings <n>', 'fail when there are more warnings', wholeNumber)
    .addOption(outputOption())
    .option('--findings <file>', 'write every finding to a file or -, one JSON object per line')
    .option('--examples <n>', 'findings shown per rule', wholeNumber, 3)
    .option(
      '--threads <n>',
      `threads to use, up to ${MOST_THREADS}; 0 and 1 run on the main one`,
      threads,
      'auto',
    )
    .option('--today <date>', 'the date to judge by, YYYY-MM-DD (default: the UTC date)')
    .option('--timing', 'print milliseconds per stage and rule to standard error')
    .option('--quiet', 'print no report to the terminal')
    .option('--no-progress', 'draw no progress line')
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], flags: Flags) => runCheck(paths, flags, session));

async function runCheck(paths: readonly string[], flags: Flags, session: Session): Promise<void> {
  refuseEmpty(paths, flags);
  // Loaded here, so that other commands and wrong flags do not pay for the pipeline.
  const { resolveSettings } = await import('../../config/resolve.ts');
  const { check } = await import('../../pipeline/check.ts');
  const { findSources } = await import('../../io/find-sources.ts');
  const { terminal, signal } = session;
  const today = new Date().toISOString().slice(0, 10);
  const settings = resolveSettings(await requestWithConfig(flags), today);
  const findingsTo = flags.findings === undefined ? [] : [flags.findings];
  const planned = planOutputs(flags.output ?? [], flags.quiet === true || findingsTo.includes('-'));
  const inputs = (await findSources(paths, process.cwd())).flatMap(({ path }) => path ?? []);
  await keepApart([...planned.map(({ path }) => path), ...findingsTo], inputs);
  const outputs = await openOutputs(planned);
  const progress = openProgress(terminal, flags.progress);
  let findings: OpenFindings | undefined;
  try {
    findings = flags.findings === undefined ? undefined : await openFindings(flags.findings, terminal);
    const report = await check(paths, settings, {
      tool: TOOL,
      root: process.cwd(),
      stdin: terminal.stdin,
      threads: flags.threads,
      signal,
      progress: ({ source, bytes, before, total }) => progress.show(before + bytes, total, source.name),
      ...(findings === undefined ? {} : { listen: findings.listen }),
      ...(flags.timing === true ? { timing: (timings) => showTiming(timings, terminal) } : {}),
    });
    progress.clear();
    await findings?.commit();
    await outputs.write(report, terminal, flags.examples);
    session.exit(exitCodeFor(report));
  } finally {
    progress.clear();
    await findings?.discard();
    await outputs.discard();
  }
}

/** An unset variable in a script is a mistake, never a wish. */
function refuseEmpty(paths: readonly string[], flags: Flags): void {
  const empty = Object.entries(flags).find(([, value]) => value === '')?.[0];
  const what = paths.includes('')
    ? 'a path'
    : empty && `--${empty.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
  if (what) throw new UserError('usage', `${what} is empty`, { hint: 'is a variable unset?' });
}

/** The flags, over what the config file says. */
async function requestWithConfig(flags: Flags): Promise<Request> {
  const request = await requestOf(flags);
  if (flags.config === false) return request;
  const { findConfig, loadConfig } = await import('../../config/load.ts');
  const { mergeRequests } = await import('../../config/merge.ts');
  const path = typeof flags.config === 'string' ? flags.config : findConfig(process.cwd());
  return path === undefined ? request : mergeRequests(await loadConfig(path), request);
}

const requestOf = async (flags: Flags): Promise<Request> => ({
  ...defined('target', flags.target),
  ...defined('format', flags.format),
  ...defined('model', flags.model),
  ...defined('tokenizer', flags.tokenizer),
  ...defined('goal', flags.goal),
  ...defined('map', flags.map),
  ...defined('label', flags.label),
  ...defined('labels', flags.labels),
  ...defined('outputSchema', await schemaAt(flags.outputSchema)),
  ...defined('preset', flags.preset),
  ...defined('rules', flags.rule),
  ...defined('only', flags.only),
  ...defined('failOn', flags.failOn),
  ...defined('maxWarnings', flags.maxWarnings),
  ...defined('today', flags.today),
});

async function schemaAt(path: string | undefined): Promise<Request['outputSchema']> {
  if (path === undefined) return undefined;
  const { loadOutputSchema } = await import('../../config/output-schema.ts');
  return loadOutputSchema(path);
}

/** An object with the member, or an empty one: a flag that was not given is absent, not undefined. */
const defined = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
