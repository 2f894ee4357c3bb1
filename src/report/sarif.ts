// SARIF 2.1.0, as GitHub code scanning and others read it: rules with their help, results with places and lasting names.

import { amount } from '../model/amount.ts';
import { type Finding, type Severity, severityRank } from '../model/finding.ts';
import type { Position } from '../model/position.ts';
import type { Report, Reporter } from '../model/report.ts';
import type { RuleMeta } from '../model/rule-meta.ts';
import { inProse } from './code-span.ts';
import { findingKeys } from './finding-keys.ts';
import { told } from './groups.ts';
import { cut, plainText } from './plain.ts';
import { uriOf } from './source-path.ts';
import { anchorOf, sentenceOf } from './wording.ts';

/** GitHub shows 5,000 results of a run and refuses a file with more than 25,000 (docs.github.com, read 2026-11-24). */
const MOST_RESULTS = 5000;
/** GitHub shows 100 locations of a result and refuses more than 1,000. */
const MOST_RELATED = 100;
/** Code points of a pointer or an excerpt. */
const LONGEST = 400;

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

export const sarif: Reporter = {
  id: 'sarif',
  title: 'SARIF for code scanning',
  extension: 'sarif',
  render: (report) => `${JSON.stringify(sarifLog(report), null, 2)}\n`,
};

function sarifLog(report: Report): object {
  const { tool, figures, rules, findings } = report;
  const order = Object.keys(rules).sort();
  const keys = findingKeys(report);
  const shown = worst(findings);
  const results = findings
    .map((finding, i) => ({ finding, key: keys[i] ?? '' }))
    .filter(({ finding }) => shown.has(finding));
  const run = {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        rules: order.flatMap((id) => descriptorOf(rules[id])),
      },
    },
    columnKind: 'unicodeCodePoints',
    artifacts: figures.sources.map(({ bytes, sha256 }, rank) => ({
      location: { uri: uriOf(report, rank) },
      length: bytes,
      hashes: { 'sha-256': sha256 },
    })),
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: leftOut(report, told([...shown])) },
    ],
    results: results.map(({ finding, key }) => resultOf(finding, key, order, report)),
  };
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
}

/** The findings that code scanning has room for: the most severe, in the order in which they stood. */
function worst(findings: readonly Finding[]): ReadonlySet<Finding> {
  const sorted = findings.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity));
  return new Set(sorted.slice(0, MOST_RESULTS));
}

function leftOut({ counts }: Report, shown: number): object[] {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  if (all <= shown) return [];
  const text = `${amount(shown)} of ${amount(all)} findings are here, the most severe first.`;
  return [{ level: 'note', message: { text } }];
}

function descriptorOf(rule: RuleMeta | undefined): object[] {
  if (rule === undefined) return [];
  const { id, title, why, mend, severity, sources } = rule;
  const cited = sources.map(({ title: name, url }) =>
    url === undefined ? `- ${name}` : `- ${name}: <${url}>`,
  );
  return [
    {
      id,
      name: id,
      shortDescription: { text: `${title}.` },
      fullDescription: { text: why },
      help: {
        text: `${why} ${mend}`,
        markdown: [why, `**What to do.** ${mend}`, ...(cited.length === 0 ? [] : [cited.join('\n')])].join(
          '\n\n',
        ),
      },
      defaultConfiguration: { level: LEVELS[severity] },
      properties: { tags: [id.split('/')[0]] },
    },
  ];
}

function resultOf(finding: Finding, key: string, order: readonly string[], report: Report): object {
  const { rule, severity, at, pointer, related = [] } = finding;
  const words = report.rules[rule];
  const index = order.indexOf(rule);
  return {
    ruleId: rule,
    ...(index < 0 ? {} : { ruleIndex: index }),
    level: LEVELS[severity],
    message: {
      text: sentenceOf(finding, words, unlinked),
      markdown: `${sentenceOf(finding, words, inProse)}${words === undefined ? '' : ` ${words.mend}`}`,
    },
    locations: report.figures.sources.length === 0 ? [] : [locationOf(finding, report)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.slice(0, MOST_RELATED).map((other, i) => ({
            id: i + 1,
            ...placeOf(other.at, report),
            message: { text: plainText(other.label) },
          })),
        }),
    partialFingerprints: { 'tuneset/v1': key },
    properties: {
      ...(at === undefined ? {} : { record: at.index }),
      pointer: cut(plainText(pointer), LONGEST),
    },
  };
}

/** In a SARIF message `[text](place)` is a link; in data it is not. */
const unlinked = (text: string): string => text.replaceAll('](', '] (');

function locationOf(finding: Finding, report: Report): object {
  const { pointer, data, excerpt } = finding;
  const column = data?.line === undefined ? (data?.column ?? anchorOf(finding)?.column) : undefined;
  const snippet = excerpt === undefined ? undefined : cut(plainText(excerpt), LONGEST);
  return {
    ...placeOf(anchorOf(finding), report, {
      ...(typeof column === 'number' ? { startColumn: column } : {}),
      ...(snippet === undefined ? {} : { snippet: { text: snippet } }),
    }),
    ...(pointer === ''
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: cut(plainText(pointer), LONGEST), kind: 'member' }] }),
  };
}

/** Without a position it is the set that is meant, and its first file stands for it; without a line, the whole file. */
function placeOf(at: Position | undefined, report: Report, more: object = {}): object {
  const source = at?.source ?? 0;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(report, source), index: source },
      ...(at?.line === undefined ? {} : { region: { startLine: at.line, ...more } }),
    },
  };
}
