// The config that `init` writes: what was found in the data, and the other choices as comments.

import { statusWord } from '../model/limits.ts';
import type { Target } from '../model/target.ts';
import { CONFIG_SCHEMA_ID } from './schema-id.ts';

/** A data file, as far as its head tells. */
export interface FoundData {
  readonly name: string;
  readonly format: string | undefined;
}

/** YAML with a comment for every choice; `targets` are those that read the format found most. */
export function starterConfig(found: readonly FoundData[], targets: readonly Target[]): string {
  const formats = new Map<string, number>();
  for (const { format } of found) {
    if (format !== undefined) formats.set(format, (formats.get(format) ?? 0) + 1);
  }
  const [most] = [...formats].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const fitting = targets.filter(({ formats: reads }) => most !== undefined && reads.includes(most[0]));
  return [
    '# Settings of tuneset check; every key: schemas/config.schema.json',
    `# yaml-language-server: $schema=${CONFIG_SCHEMA_ID}`,
    '',
    ...(found.length === 0
      ? []
      : [
          '# Found here:',
          ...found.map(({ name, format }) => `#   ${oneLine(name)}: ${format ?? 'no known format'}`),
          '',
        ]),
    '# The provider method or trainer the set is for.',
    ...(fitting.length === 0
      ? ['# target: openai-sft']
      : fitting.map(
          ({ id, title, status }) =>
            `# target: ${id}   # ${title}${status.open ? '' : ` (${statusWord(status)})`}`,
        )),
    '',
    '# What the set is to teach: style, classification, extraction or behaviour.',
    '# goal: style',
    '',
    '# Where the label stands, for classification.',
    '# label: /label',
    '',
    '# Which rules are on: recommended or all.',
    'preset: recommended',
    '',
    '# Severity by rule: off, info, warning or error; tuneset list rules shows them.',
    'rules: {}',
    '#   residue/refusal: off',
    '#   size/effective: { severity: error, options: { least: 0.9 } }',
    '',
    '# Other severities for some files.',
    '# overrides:',
    '#   - files: eval/**',
    '#     rules: { duplicates/exact: info }',
    '',
    '# The mildest finding that fails the check: error, warning, info or never.',
    'failOn: error',
    '# maxWarnings: 50',
    '',
    '# Findings that were there before: tuneset check --write-baseline tuneset.baseline.json',
    '# baseline: tuneset.baseline.json',
    '',
    '# Findings that may stand, each with a reason.',
    '# suppress:',
    '#   - rule: residue/refusal',
    '#     pointer: /messages/*/content',
    '#     reason: refusals are what this set teaches',
    '#     until: 2027-12-31',
    '',
  ].join('\n');
}

/** File names are data: nothing in one may end its comment. */
const oneLine = (name: string): string => name.replace(/[\p{Cc}\u2028\u2029]/gu, '?');
