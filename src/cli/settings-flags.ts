// Flags that become settings, the same for every command that looks at data.

import { PRESETS, type Preset, type Request } from '../config/request.ts';
import { UserError } from '../model/error.ts';
import type { Settings } from '../model/settings.ts';
import { type Command, Option } from './commander.ts';
import { collect, fieldMap, list, ruleOption, type SeverityWord, wholeNumber } from './options.ts';

export interface SettingsFlags {
  readonly target?: string;
  readonly format?: string;
  readonly model?: string;
  readonly tokenizer?: string;
  readonly goal?: string;
  readonly map?: Record<string, string>;
  readonly label?: string;
  readonly labels?: string[];
  readonly outputSchema?: string;
  readonly against?: string[];
  readonly preset?: Preset;
  readonly rule?: Record<string, SeverityWord>;
  readonly only?: string[];
  readonly config?: string | false;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly failOn?: 'error' | 'warning' | 'info' | 'never';
  readonly maxWarnings?: number;
  readonly sample?: number;
  readonly seed?: number;
  readonly today?: string;
}

export const addSettingsFlags = (command: Command): Command =>
  command
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
    .option('--against <files>', 'evaluation sets that must not leak in (repeatable)', collect)
    .option('--labels <a,b,c>', 'the labels that may occur', list)
    .addOption(
      new Option('--preset <name>', 'which rules are on: recommended (default) or all').choices([...PRESETS]),
    )
    .addOption(ruleOption())
    .option('--config <file>', 'settings (default: tuneset.config.json or .yaml here or above)')
    .option('--no-config', 'read no settings file')
    .option('--baseline <file>', 'findings that were there before: only new ones are told and fail')
    .option('--only <ids>', 'run only these rules (repeatable)', collect);

/** For commands that can judge some records in place of all. */
export const addSampleFlags = (command: Command): Command =>
  command
    .option(
      '--sample <n>',
      'judge only so many records, drawn by the seed; passes only where --fail-on is named',
      wholeNumber,
    )
    .option('--seed <n>', 'what the sample is drawn by (default: 0)', wholeNumber);

/** An unset variable in a script is a mistake, never a wish. */
export function refuseEmpty(paths: readonly string[], flags: object): void {
  const empty = Object.entries(flags).find(([, value]) => value === '')?.[0];
  const what = paths.includes('')
    ? 'a path'
    : empty && `--${empty.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
  if (what) throw new UserError('usage', `${what} is empty`, { hint: 'is a variable unset?' });
}

/** The settings that the flags ask for. The only clock of a run is read here. */
export async function settingsFrom(flags: SettingsFlags): Promise<Settings> {
  // Loaded here, so that other commands and wrong flags do not pay for it.
  if (flags.writeBaseline !== undefined && flags.sample !== undefined) {
    throw new UserError('usage', 'a baseline is of all records, not of a sample', {
      hint: 'leave --sample out',
    });
  }
  const { resolveSettings } = await import('../config/resolve.ts');
  const today = new Date().toISOString().slice(0, 10);
  return resolveSettings(await requestWithConfig(flags), today);
}

/** The flags, over what the config file says. */
async function requestWithConfig(flags: SettingsFlags): Promise<Request> {
  const request = await requestOf(flags);
  if (flags.config === false) return request;
  const { findConfig, loadConfig } = await import('../config/load.ts');
  const { mergeRequests } = await import('../config/merge.ts');
  const path = typeof flags.config === 'string' ? flags.config : findConfig(process.cwd());
  return path === undefined
    ? request
    : mergeRequests(await loadConfig(path, { baseline: !overridesBaseline(flags) }), request);
}

/** The baseline that a settings file names may not be there yet, or is not the one wanted. */
const overridesBaseline = (flags: SettingsFlags): boolean =>
  flags.baseline !== undefined || flags.writeBaseline !== undefined;

const requestOf = async (flags: SettingsFlags): Promise<Request> => ({
  ...defined('target', flags.target),
  ...defined('format', flags.format),
  ...defined('model', flags.model),
  ...defined('tokenizer', flags.tokenizer),
  ...defined('goal', flags.goal),
  ...defined('map', flags.map),
  ...defined('label', flags.label),
  ...defined('labels', flags.labels),
  ...defined('outputSchema', await schemaAt(flags.outputSchema)),
  ...defined('against', flags.against),
  ...defined('preset', flags.preset),
  ...defined('rules', flags.rule),
  ...defined('only', flags.only),
  ...defined('baseline', await baselineAt(flags)),
  // A baseline takes down what is there, whatever that is.
  ...defined('failOn', flags.writeBaseline === undefined ? flags.failOn : 'never'),
  ...defined('maxWarnings', flags.maxWarnings),
  ...defined('sample', flags.sample),
  ...defined('seed', flags.seed),
  ...defined('today', flags.today),
});

async function schemaAt(path: string | undefined): Promise<Request['outputSchema']> {
  if (path === undefined) return undefined;
  const { loadOutputSchema } = await import('../config/output-schema.ts');
  return loadOutputSchema(path);
}

async function baselineAt({ baseline, writeBaseline }: SettingsFlags): Promise<Request['baseline']> {
  if (baseline === undefined || writeBaseline !== undefined) return undefined;
  const { loadBaseline } = await import('../config/load-baseline.ts');
  return loadBaseline(baseline);
}

/** An object with the member, or an empty one: a flag that was not given is absent, not undefined. */
const defined = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
