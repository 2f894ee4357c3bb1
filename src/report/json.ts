// The report for programs: `tuneset-report/1`, described by schemas/report.schema.json.

import type { Finding, Related, RuleId } from '../model/finding.ts';
import type { Report, Reporter } from '../model/report.ts';
import type { RuleMeta } from '../model/rule-meta.ts';
import type { Settings } from '../model/settings.ts';
import { plainText } from './plain.ts';
import { sentenceOf } from './wording.ts';

export const REPORT_VERSION = 'tuneset-report/1';

export const json: Reporter = {
  id: 'json',
  title: 'JSON for programs',
  extension: 'json',
  render: (report) => `${JSON.stringify(reportJson(report), null, 2)}\n`,
};

function reportJson(report: Report): object {
  const { figures, goal } = report;
  const words: Words = { sources: figures.sources.map(({ name }) => name), rules: report.rules };
  const { sources, records, tokens, turns, roles, labels, otherLabels, goals } = figures;
  return {
    schema: REPORT_VERSION,
    tool: { name: report.tool.name, version: report.tool.version },
    verdict: report.verdict,
    reasons: report.reasons,
    settings: settingsJson(report.settings),
    figures: {
      sources: sources.map(({ name, container, format, because, bytes, records: n, sha256 }) => ({
        name: plainText(name),
        container,
        format,
        because: plainText(because),
        bytes,
        records: n,
        sha256,
      })),
      records,
      flagged: figures.flagged,
      tokens,
      turns,
      roles,
      labels: labels.map(({ label, records: n }) => ({ label: plainText(label), records: n })),
      otherLabels,
      goals: goals.map(({ id, verdict }) => ({ id, verdict })),
    },
    counts: report.counts,
    findings: report.findings.map((finding) => findingJson(finding, words)),
    ...(goal === undefined
      ? {}
      : {
          goal: {
            id: goal.id,
            verdict: goal.verdict,
            effective: goal.effective,
            low: goal.low,
            ...(goal.high === undefined ? {} : { high: goal.high }),
            perClass: goal.perClass.map(({ label, records: n, verdict }) => ({
              label: plainText(label),
              records: n,
              verdict,
            })),
            why: goal.why.map(plainText),
            next: goal.next.map(plainText),
          },
        }),
    ...(report.target === undefined
      ? {}
      : {
          target: {
            id: report.target.id,
            title: report.target.title,
            open: report.target.status.open,
            note: report.target.status.note,
            read: report.target.status.read,
          },
        }),
    ...(report.cost.length === 0 ? {} : { cost: report.cost }),
  };
}

/** Everything here can change the result; nothing else may stand here. */
function settingsJson(settings: Settings): object {
  const { rules, ...rest } = settings;
  return {
    ...rest,
    rules: Object.fromEntries(
      Object.entries(rules)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, { severity, options }]) => [
          id,
          Object.keys(options).length === 0 ? { severity } : { severity, options },
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
  `${JSON.stringify(findingJson(finding, words))}\n`;

function findingJson(finding: Finding, { sources, rules }: Words): object {
  const { rule, severity, at, pointer, related = [], excerpt } = finding;
  const words = rules[rule];
  return {
    rule,
    severity,
    ...(at === undefined ? {} : place(at, sources)),
    pointer: plainText(pointer),
    message: sentenceOf(finding, words),
    mend: words?.mend ?? '',
    ...(excerpt === undefined ? {} : { excerpt: plainText(excerpt) }),
    related: related.map((other) => relatedJson(other, sources)),
  };
}

const relatedJson = (related: Related, sources: readonly string[]): object => ({
  ...place(related.at, sources),
  ...(related.pointer === undefined ? {} : { pointer: plainText(related.pointer) }),
  label: related.label,
});

const place = (at: NonNullable<Finding['at']>, sources: readonly string[]): object => ({
  source: plainText(sources[at.source] ?? ''),
  index: at.index,
  ...(at.line === undefined ? {} : { line: at.line }),
  ...(at.offset === undefined ? {} : { offset: at.offset }),
});
