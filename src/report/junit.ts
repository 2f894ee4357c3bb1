// JUnit XML: a suite per file and a case per rule that spoke, for build servers that show tests; a failed verdict is a failed case.

import { amount } from '../model/amount.ts';
import { type Finding, type RuleId, type Severity, severityRank } from '../model/finding.ts';
import type { Report, Reporter } from '../model/report.ts';
import type { RuleMeta } from '../model/rule-meta.ts';
import { type Group, groupsOf, told } from './groups.ts';
import { cut, plainText } from './plain.ts';
import { namesOf, pathOf } from './source-path.ts';
import { gatesOf, verdictOf, withheldOf } from './verdict.ts';
import { placeOf, relatedOf, sentenceOf } from './wording.ts';

/** Findings named within one case. */
const MOST = 100;

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}
interface Case {
  readonly name: string;
  /** What failed, in a line; a case without it has passed. */
  readonly failure?: { readonly type: string; readonly message: string };
  readonly text?: string;
}

export const junit: Reporter = {
  id: 'junit',
  title: 'JUnit XML for build servers',
  extension: 'xml',
  render(report) {
    const suites = suitesOf(report);
    const all = suites.flatMap(({ cases }) => cases);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites${attributes({ name: plainText(report.tool.name), ...countsOf(all) })}>`,
      ...suites.flatMap(suiteLines),
      '</testsuites>',
      '',
    ].join('\n');
  },
};

function suitesOf(report: Report): Suite[] {
  const bySource = casesBySource(report);
  const files = report.figures.sources.map((_, source) => ({
    name: pathOf(report, source),
    cases: bySource.get(source) ?? [{ name: 'no findings' }],
  }));
  const ofSet = bySource.get(undefined) ?? [];
  return [...files, { name: 'the whole set', cases: [...ofSet, verdictCase(report)] }];
}

/** Cases by the rank of their file; undefined is the whole set. */
function casesBySource(report: Report): Map<number | undefined, Case[]> {
  const cases = new Map<number | undefined, Case[]>();
  for (const group of groupsOf(report)) {
    const findings = new Map<number | undefined, Finding[]>();
    for (const finding of group.findings) append(findings, finding.at?.source, finding);
    for (const [source, list] of findings) append(cases, source, caseOf(group, list, report));
  }
  return cases;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function caseOf({ rule, words }: Group, findings: readonly Finding[], report: Report): Case {
  const severity = findings[0]?.severity ?? 'info';
  const name = words === undefined ? rule : `${words.title} (${rule})`;
  const text = textOf(findings, words, report);
  if (!fails(rule, severity, report)) return { name, text };
  const first = findings[0];
  const said = first === undefined ? '' : sentenceOf(first, words);
  const rest = findings.slice(1);
  const more = rest.length === 0 ? '' : ` And ${amount(told(rest))} more.`;
  return { name, text, failure: { type: severity, message: `${said}${more}` } };
}

/** A rule whose rate decides fails by that alone. */
function fails(rule: RuleId, severity: Severity, { settings: { failOn }, gates }: Report): boolean {
  if (failOn === 'never') return false;
  const gate = gates.find((one) => one.rule === rule);
  return gate === undefined ? severityRank(severity) <= severityRank(failOn) : gate.open;
}

function textOf(findings: readonly Finding[], words: RuleMeta | undefined, report: Report): string {
  const names = namesOf(report);
  const lines = findings.slice(0, MOST).map((finding) => {
    const place = [placeOf(finding, names), cut(plainText(finding.pointer), 200)].filter(
      (part) => part !== '',
    );
    const related = relatedOf(finding, names).map((other) => ` (${other})`);
    const said = sentenceOf(finding, words) + related.join('');
    return place.length === 0 ? said : `${place.join(' ')}: ${said}`;
  });
  if (findings.length > MOST) lines.push(`… and ${amount(told(findings.slice(MOST)))} more`);
  return [
    ...(words === undefined ? [] : [words.why]),
    ...lines,
    ...(words === undefined ? [] : [words.mend]),
  ].join('\n');
}

function verdictCase(report: Report): Case {
  const text = [verdictOf(report), ...withheldOf(report), ...gatesOf(report)].join('\n');
  return report.verdict === 'pass'
    ? { name: 'verdict', text }
    : { name: 'verdict', text, failure: { type: 'verdict', message: report.reasons.join('; ') } };
}

function suiteLines({ name, cases }: Suite): string[] {
  return [
    `  <testsuite${attributes({ name, ...countsOf(cases) })}>`,
    ...cases.flatMap((one) => caseLines(one, name)),
    '  </testsuite>',
  ];
}

function caseLines({ name, failure, text }: Case, suite: string): string[] {
  const head = `    <testcase${attributes({ name, classname: suite })}`;
  if (text === undefined) return [`${head}/>`];
  const body =
    failure === undefined
      ? `<system-out>${escapeXml(text)}</system-out>`
      : `<failure${attributes({ message: failure.message, type: failure.type })}>${escapeXml(text)}</failure>`;
  return [`${head}>`, `      ${body}`, '    </testcase>'];
}

const countsOf = (cases: readonly Case[]): Record<string, string> => ({
  tests: String(cases.length),
  failures: String(cases.filter(({ failure }) => failure !== undefined).length),
  errors: '0',
  skipped: '0',
});

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
