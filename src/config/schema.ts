// The user's config file as a schema: zod's door. What rules may be set to comes from the rules themselves.

import { z } from 'zod';
import { nearestNames } from '../model/edit-distance.ts';
import type { OptionSpec } from '../model/option.ts';
import type { Rule } from '../model/rule.ts';
import { PRESETS } from './request.ts';
import { CONFIG_SCHEMA_ID } from './schema-id.ts';

const severity = z.enum(['off', 'info', 'warning', 'error']);

function optionSchema(spec: OptionSpec): z.ZodType {
  switch (spec.type) {
    case 'flag':
      return z.boolean().describe(spec.about);
    case 'integer':
      return z.int().min(spec.minimum).describe(spec.about);
    case 'share':
      return z.number().min(0).max(1).describe(spec.about);
    case 'words':
      return z.array(z.string()).describe(spec.about);
  }
}

function ruleSchema(rule: Rule): z.ZodType {
  const options = Object.entries(rule.options).map(([name, spec]) => [name, optionSchema(spec).optional()]);
  return z
    .union([
      severity,
      z.strictObject({
        severity: severity.optional(),
        options: z.strictObject(Object.fromEntries(options) as z.ZodRawShape).optional(),
        maxRate: z
          .union([z.number().min(0).max(1), z.literal('baseline')])
          .optional()
          .describe(
            'Fail when it finds more than this share of the records, or a higher share than the baseline has; single findings then fail nothing.',
          ),
      }),
    ])
    .describe(`${rule.title}: ${rule.why}`);
}

/** The schema of a config file, for these rules. */
export function configSchema(rules: readonly Rule[]) {
  const wishes = Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule).optional()]));
  const severities = Object.fromEntries(rules.map(({ id }) => [id, severity.optional()]));
  return z
    .strictObject({
      $schema: z.string().optional().describe('Where this schema stands.'),
      target: z.string().optional().describe('A provider method or trainer: openai-sft.'),
      format: z.string().optional().describe('The shape of the records; left out, it is detected.'),
      model: z.string().optional().describe('The model to train.'),
      tokenizer: z.string().optional().describe("The vocabulary to count with; left out, the model's."),
      goal: z
        .string()
        .optional()
        .describe('What the set is for: style, classification, extraction, behaviour.'),
      map: z
        .record(z.string(), z.string())
        .optional()
        .describe('Which column of a table each field is taken from.'),
      preset: z.enum(PRESETS).optional().describe('Which rules are on.'),
      label: z.string().regex(/^\//).optional().describe('JSON Pointer of the label in a record.'),
      labels: z.array(z.string()).optional().describe('The labels that may occur.'),
      outputSchema: z
        .union([z.string(), z.record(z.string(), z.unknown())])
        .optional()
        .describe('A JSON Schema that every answer has to satisfy: the schema, or the name of its file.'),
      against: z
        .array(z.string())
        .optional()
        .describe('Files of evaluation sets that must not leak into the data.'),
      rules: z
        .strictObject(wishes as z.ZodRawShape)
        .optional()
        .describe('Severity and options, by rule.'),
      overrides: z
        .array(
          z.strictObject({
            files: z.string().describe('A glob over file names.'),
            rules: z.strictObject(severities as z.ZodRawShape),
          }),
        )
        .optional()
        .describe('Other severities for some files; later ones win.'),
      failOn: z
        .enum(['error', 'warning', 'info', 'never'])
        .optional()
        .describe('The mildest finding that fails.'),
      maxWarnings: z.int().min(0).optional().describe('Fail when there are more warnings.'),
      suppress: z
        .array(
          z.strictObject({
            rule: z.string().optional().describe('The id of a rule.'),
            files: z.string().optional().describe('A glob over file names.'),
            pointer: z
              .string()
              .regex(/^\//)
              .optional()
              .describe('A place in the record and all below it; * is any step: /messages/*/content.'),
            record: z
              .string()
              .regex(/^[0-9a-f]{32}$/)
              .optional()
              .describe('The fingerprint of a record, from the JSON report or --findings.'),
            reason: z.string().min(1).describe('Why it may stand.'),
            until: z
              .string()
              .regex(/^\d{4}-\d{2}-\d{2}$/)
              .optional()
              .describe('The last day on which nobody has to look again.'),
          }),
        )
        .optional()
        .describe('Findings that may stand: what fits everything that an entry names is not told.'),
      baseline: z
        .string()
        .optional()
        .describe('A file written by --write-baseline: only findings that are not in it count.'),
      keep: z.int().min(1).optional().describe('Findings kept per rule.'),
      maxLineBytes: z.int().min(1).optional().describe('A longer line is a broken record.'),
      maxDepth: z.int().min(1).optional().describe('Deeper nesting makes a broken record.'),
    })
    .describe('Settings of tuneset check.');
}

export interface ConfigFault {
  /** `rules.residue/refusal.options` */
  readonly key: string;
  readonly what: string;
  readonly hint: string | undefined;
}

/** What is wrong with a config, in words that name the key. */
export function configFaults(config: unknown, rules: readonly Rule[]): ConfigFault[] {
  const result = configSchema(rules).safeParse(config);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => faultsOf(issue, rules));
}

function faultsOf(issue: z.core.$ZodIssue, rules: readonly Rule[]): ConfigFault[] {
  const key = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.at(-1) === 'rules' ? rules.map(({ id }) => id) : KEYS;
    return issue.keys.map((name) => {
      const [near] = nearestNames(name, known, 1);
      return {
        key: key === '' ? name : `${key}.${name}`,
        what: 'there is no such key',
        hint: near === undefined ? undefined : `did you mean ${near}?`,
      };
    });
  }
  if (issue.code === 'invalid_union') {
    // The branch that came nearest is the one whose fault lies deepest.
    const inner = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0];
    if (inner !== undefined && inner.path.length > 0) {
      return faultsOf({ ...inner, path: [...issue.path, ...inner.path] }, rules);
    }
    return [{ key, what: 'it has to be off, info, warning, error, or an object', hint: undefined }];
  }
  return [{ key, what: issue.message.replace(/^Invalid [a-z ]+: /, ''), hint: undefined }];
}

const KEYS: readonly string[] = Object.keys(configSchema([]).shape).concat(
  'severity',
  'options',
  'files',
  'maxRate',
  'reason',
  'until',
  'pointer',
  'record',
);

/** The config's JSON Schema, for editors. */
export const configJsonSchema = (rules: readonly Rule[]): object => ({
  ...z.toJSONSchema(configSchema(rules), { target: 'draft-2020-12' }),
  $id: CONFIG_SCHEMA_ID,
  title: 'Settings of tuneset check',
});
