// GitHub annotations: workflow commands that set a finding beside its line in the pull request.

import { amount } from '../model/amount.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Report, Reporter } from '../model/report.ts';
import { groupsOf, told } from './groups.ts';
import { cut, plainText } from './plain.ts';
import { namesOf, pathOf } from './source-path.ts';
import { verdictOf } from './verdict.ts';
import { anchorOf, relatedOf, sentenceOf } from './wording.ts';

/** GitHub shows ten of each kind per step and drops the rest without a word. */
const MOST = 10;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

export const github: Reporter = {
  id: 'github',
  title: 'Annotations for GitHub Actions',
  extension: 'txt',
  render(report) {
    // The verdict takes the place of one notice.
    const shown = [
      ...chosen(report, 'error', MOST),
      ...chosen(report, 'warning', MOST),
      ...chosen(report, 'info', MOST - 1),
    ];
    const all = Object.values(report.counts).reduce((sum, n) => sum + n, 0);
    const rest = told(shown) === all ? '' : ` ${amount(told(shown))} of ${amount(all)} findings are shown.`;
    const lines = [
      ...shown.map((finding) => annotation(finding, report)),
      command('notice', { title: report.tool.name }, verdictOf(report) + rest),
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** One of each rule before a second of any, so that ten annotations say as much as they can. */
function chosen(report: Report, severity: Severity, most: number): Finding[] {
  const byRule = groupsOf(report)
    .map(({ findings }) => findings.filter((finding) => finding.severity === severity))
    .filter((findings) => findings.length > 0);
  const picked: Finding[] = [];
  for (let round = 0; picked.length < most; round++) {
    const next = byRule.flatMap((findings) => findings.slice(round, round + 1));
    if (next.length === 0) break;
    picked.push(...next.slice(0, most - picked.length));
  }
  return picked;
}

function annotation(finding: Finding, report: Report): string {
  const { rule, data, pointer } = finding;
  const at = anchorOf(finding);
  const words = report.rules[rule];
  const column = data?.line === undefined ? (data?.column ?? at?.column) : undefined;
  const properties = {
    ...(at === undefined ? {} : { file: pathOf(report, at.source) }),
    ...(at?.line === undefined ? {} : { line: String(at.line) }),
    ...(at?.line === undefined || typeof column !== 'number' ? {} : { col: String(column) }),
    title: `${words?.title ?? rule} (${rule})`,
  };
  const { at: own } = finding;
  const record = own !== undefined && own.line === undefined ? `Record ${amount(own.index + 1)}. ` : '';
  const message = [
    `${record}${sentenceOf(finding, words)}`,
    ...relatedOf(finding, namesOf(report)),
    ...(pointer === '' ? [] : [`At ${cut(plainText(pointer), 200)}`]),
    ...(words === undefined ? [] : [words.mend]),
  ];
  return command(COMMANDS[finding.severity], properties, message.join('\n'));
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const said = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${said.join(',')}::${escapeData(message)}`;
}

// As the runner undoes it (actions/runner, ActionCommand).
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
