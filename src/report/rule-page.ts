// A rule's own words as a page for a terminal, and as a row of the README's table.

import { amount } from '../model/amount.ts';
import type { View } from '../model/report.ts';
import type { GoodExample, RuleMeta } from '../model/rule-meta.ts';
import { MARKS, paintFor, severityPaint } from './paint.ts';
import { plainText } from './plain.ts';
import { clip, indent } from './width.ts';

const FIXES = {
  none: 'no automatic fix',
  safe: 'has a safe fix',
  suggest: 'has a fix that needs a look',
  drop: 'the fix is to drop the record',
} as const;

/** The page that `explain` prints. */
export function rulePage(rule: RuleMeta, view: View): string {
  const paint = paintFor(view.color);
  const color = severityPaint(paint, rule.severity);
  const para = (text: string): string[] => indent(text, view.width, '  ');
  const goals = Object.entries(rule.severityFor ?? {}).map(([goal, severity]) => `${severity} for ${goal}`);
  const severity = [rule.severity, ...goals].join(', ');
  const lines = [
    `${color(MARKS[rule.severity])} ${paint.bold(rule.title)}  ${paint.dim(rule.id)}`,
    ...para(`${severity}; ${rule.optIn === true ? 'off unless asked for; ' : ''}since ${rule.since}`),
    '',
    paint.bold('Why'),
    ...para(rule.why),
    '',
    paint.bold('What to do'),
    ...para(rule.mend),
    ...(rule.fix === 'none' ? [] : para(`(${FIXES[rule.fix]})`)),
  ];
  const options = Object.entries(rule.options);
  if (options.length > 0) {
    lines.push('', paint.bold('Options'));
    for (const [name, { about, default: value }] of options) {
      lines.push(...para(`${name} (default ${JSON.stringify(value)}): ${about}`));
    }
  }
  const { good, bad } = rule.examples;
  if (bad.length > 0) {
    lines.push('', paint.bold('Wrong'));
    for (const example of bad) lines.push(...exampleLines(example, view, paint.red('✖')));
  }
  if (good.length > 0) {
    lines.push('', paint.bold('Right'));
    for (const example of good) lines.push(...exampleLines(example, view, paint.green('✔')));
  }
  if (rule.measured !== undefined) {
    const { records, flagged, inspected, wrong, on } = rule.measured;
    lines.push(
      '',
      paint.bold('Measured'),
      ...para(
        flagged === 0
          ? `${on}: none of ${amount(records)} real records flagged.`
          : `${on}: ${amount(flagged)} of ${amount(records)} real records flagged; of ${amount(inspected)} looked at, ${amount(wrong)} should not have been.`,
      ),
    );
  }
  if (rule.sources.length > 0) {
    lines.push('', paint.bold('Sources'));
    for (const { title, url, read } of rule.sources) {
      lines.push(`  ${title}${read === undefined ? '' : ` (read ${read})`}`);
      if (url !== undefined) lines.push(`  ${paint.cyan(url)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function exampleLines(example: GoodExample, view: View, mark: string): string[] {
  const asked = [example.target, example.goal].filter((word) => word !== undefined).join(', ');
  const records =
    'lines' in example
      ? example.lines.split('\n').filter((line) => line !== '')
      : ('records' in example ? example.records : [example.record]).map((record) => JSON.stringify(record));
  const shown = records.slice(0, 3).map((line) => `      ${clip(plainText(line), view.width - 6)}`);
  return [
    `  ${mark} ${example.title}${asked === '' ? '' : ` (${asked})`}`,
    ...shown,
    ...(records.length > 3 ? [`      … and ${amount(records.length - 3)} more`] : []),
  ];
}

/** The rules as a Markdown table, in the order in which they are listed. */
export function ruleTable(rules: readonly RuleMeta[]): string {
  const rows = rules.map(
    ({ id, severity, optIn, title }) =>
      `| \`${id}\` | ${optIn === true ? 'off' : severity} | ${title.replaceAll('|', '\\|')} |`,
  );
  return ['| rule | severity | what is wrong |', '| --- | --- | --- |', ...rows].join('\n');
}
