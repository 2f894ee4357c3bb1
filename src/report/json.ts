// The report for programs: `tuneset-report/1`, described by schemas/report.schema.json.

import type { Finding, Related, RuleId } from '../model/finding.ts';
import type { Position } from '../model/position.ts';
import type { Assessment, Report, Reporter } from '../model/report.ts';
import type { RuleMeta } from '../model/rule-meta.ts';
import type { Settings } from '../model/settings.ts';
import { plainText } from './plain.ts';
import { sentenceOf } from './wording.ts';

export const REPORT_VERSION = 'tuneset-report/1';

export const json: Reporter = {
  id: 'json',
  title: 'JSON for programs',
  extension: 'json',
  render: (report) => `${JSON.stringify(inert(reportJson(report)), null, 2)}\n`,
};

/** The same with every text in it made inert and masked, names of members as well. */
export function inert(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(inert);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [plainText(key), inert(member)]));
}

function reportJson(report: Report): object {
  const { figures, goal, target } = report;
  const { sources, records, tokens, turns, roles, labels, otherLabels, goals } = figures;
  const words: Words = { sources: sources.map(({ name }) => name), rules: report.rules };
  return {
    schema: REPORT_VERSION,
    tool: { name: report.tool.name, version: report.tool.version },
    verdict: report.verdict,
    reasons: report.reasons,
    settings: settingsJson(report.settings),
    figures: {
      ...(figures.sample === undefined ? {} : { sample: figures.sample }),
      sources: sources.map(({ name, container, format, because, bytes, records: n, sha256 }) => ({
        name,
        container,
        format,
        because,
        bytes,
        records: n,
        sha256,
      })),
      records,
      flagged: figures.flagged,
      tokens,
      turns,
      roles,
      labels: labels.map(({ label, records: n }) => ({ label, records: n })),
      otherLabels,
      goals: goals.map(({ id, verdict }) => ({ id, verdict })),
    },
    counts: report.counts,
    ...(report.withheld === undefined ? {} : { withheld: report.withheld }),
    ...(report.gates.length === 0 ? {} : { gates: report.gates }),
    findings: report.findings.map((finding) => findingJson(finding, words)),
    ...(goal === undefined ? {} : { goal: goalJson(goal) }),
    ...(target === undefined
      ? {}
      : {
          target: {
            id: target.id,
            title: target.title,
            open: target.status.open,
            note: target.status.note,
            read: target.status.read,
            ...saysOf(report),
          },
        }),
    ...(report.cost.length === 0 ? {} : { cost: report.cost }),
  };
}

/** The service's own words, by rule, where they are known. */
function saysOf({ rules }: Report): { readonly says?: Readonly<Record<RuleId, string>> } {
  const says = Object.entries(rules).flatMap(([id, { says: words }]) =>
    words === undefined ? [] : [[id, words] as const],
  );
  return says.length === 0 ? {} : { says: Object.fromEntries(says.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

const goalJson = ({ id, verdict, effective, low, high, perClass, why, next }: Assessment): object => ({
  id,
  verdict,
  effective,
  low,
  ...(high === undefined ? {} : { high }),
  perClass: perClass.map(({ label, records, verdict: ofClass }) => ({ label, records, verdict: ofClass })),
  why,
  next,
});

/** Everything here can change the result; nothing else may stand here. */
function settingsJson(settings: Settings): object {
  const { rules, suppressions, baseline, evaluation, against: _, ...rest } = settings;
  return {
    ...rest,
    // Named as findings name them; how the user wrote their paths says nothing.
    ...(evaluation === undefined ? {} : { against: evaluation.sources }),
    ...(suppressions.length === 0 ? {} : { suppressions }),
    ...(baseline === undefined ? {} : { baseline: { sha256: baseline.sha256, read: baseline.read } }),
    rules: Object.fromEntries(
      Object.entries(rules)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, { severity, options, maxRate }]) => [
          id,
          {
            severity,
            ...(Object.keys(options).length === 0 ? {} : { options }),
            ...(maxRate === undefined ? {} : { maxRate }),
          },
        ]),
    ),
  };
}

/** What it takes to put findings into words. */
interface Words {
  readonly sources: readonly string[];
  readonly rules: Readonly<Record<RuleId, RuleMeta>>;
}

/** One finding as one line of JSON, for `--findings`. */
export const findingLine = (finding: Finding, words: Words): string =>
  `${JSON.stringify(inert(findingJson(finding, words)))}\n`;

export function findingJson(finding: Finding, { sources, rules }: Words): object {
  const { rule, severity, at, pointer, times, related = [], excerpt, record } = finding;
  const words = rules[rule];
  return {
    rule,
    severity,
    ...(at === undefined ? {} : place(at, sources)),
    ...(record === undefined ? {} : { record }),
    pointer,
    message: sentenceOf(finding, words),
    mend: words?.mend ?? '',
    ...(times === undefined ? {} : { times }),
    ...(excerpt === undefined ? {} : { excerpt }),
    related: related.map((other) => relatedJson(other, sources)),
  };
}

const relatedJson = ({ at, pointer, label }: Related, sources: readonly string[]): object => ({
  ...place(at, sources),
  ...(pointer === undefined ? {} : { pointer }),
  label,
});

const place = ({ source, index, line, offset }: Position, sources: readonly string[]): object => ({
  source: sources[source] ?? '',
  index,
  ...(line === undefined ? {} : { line }),
  ...(offset === undefined ? {} : { offset }),
});
