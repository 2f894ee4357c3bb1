// Markdown for a pull request or a job summary: the verdict, the numbers, the rules that spoke, the rest folded away.

import { amount } from '../model/amount.ts';
import type { Finding } from '../model/finding.ts';
import type { Report, Reporter, View } from '../model/report.ts';
import { bar } from './chart.ts';
import { codeSpan, inProse } from './code-span.ts';
import { type Group, groupsOf, told } from './groups.ts';
import { MARKS } from './paint.ts';
import { cut, plainText } from './plain.ts';
import { namesOf } from './source-path.ts';
import { foundOf, gatesOf, judgedOf, withheldOf } from './verdict.ts';
import { counted, placeOf, relatedOf, sentenceOf, serviceWords } from './wording.ts';

/** GitHub takes 65,536 characters in a comment; some room is left for what a workflow writes around it. */
const MOST_CHARACTERS = 60_000;
/** Rows of a table; the rest is counted. */
const ROWS = 30;
/** Code points of a pointer, an excerpt or a reason. */
const LONGEST = 160;
const LONGEST_REASON = 500;

export const markdown: Reporter = {
  id: 'markdown',
  title: 'Markdown for a pull request',
  extension: 'md',
  render(report, view) {
    const groups = groupsOf(report);
    const head = [
      verdict(report),
      [...withheldOf(report), ...gatesOf(report)].map((line) => `- ${line}`).join('\n'),
      numbers(report),
      goal(report),
      ruleTable(groups),
      labels(report),
    ];
    const foot = [
      files(report),
      `<sub>${counted(report.figures.sources.length, 'file')}, ${origin(report)}</sub>`,
    ];
    const fixed = [...head, ...foot].filter((block) => block !== '');
    let room = MOST_CHARACTERS - fixed.join('\n\n').length;
    const details: string[] = [];
    for (const group of groups) {
      const block = detailsOf(group, report, view);
      room -= block.length + 2;
      if (room < 0) {
        details.push(`${counted(groups.length - details.length, 'rule')} more would not fit here.`);
        break;
      }
      details.push(block);
    }
    const blocks = [...head, ...details, ...foot].filter((block) => block !== '');
    return `${blocks.join('\n\n')}\n`;
  },
};

function verdict(report: Report): string {
  const what = `${judgedOf(report)}, ${foundOf(report)}`;
  if (report.verdict === 'pass') return `## ✔ Dataset check: pass\n\n${capital(what)}.`;
  return `## ✖ Dataset check: fail\n\n**${inProse(plainText(report.reasons.join('; ')))}** (${what}).`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function numbers({ figures }: Report): string {
  const { records, tokens } = figures;
  const about = tokens.exact ? '' : 'about ';
  const cells: readonly (readonly [string, string])[] = [
    ['records', amount(records.read)],
    ['broken', amount(records.broken)],
    ['not recognized', amount(records.unrecognized)],
    ['duplicates', amount(records.exactDuplicates + records.nearDuplicates)],
    ['that count', `**${amount(records.effective)}**`],
    ['tokens', `${about}${amount(tokens.total)}`],
    ['learned', `${about}${amount(tokens.learned)}`],
    ['per record', `${amount(tokens.perRecord.p50)} (95 % ≤ ${amount(tokens.perRecord.p95)})`],
  ];
  return table(
    cells.map(([name]) => name),
    [cells.map(([, value]) => value)],
    '--:',
  );
}

function goal({ goal: assessed }: Report): string {
  if (assessed === undefined) return '';
  const words = { 'too-few': 'too few', enough: 'enough', ample: 'ample' } as const;
  const say = (text: string): string => inProse(cut(plainText(text), LONGEST_REASON));
  return [
    `**Goal: ${assessed.title}, ${words[assessed.verdict]}.** ${assessed.why.map(say).join(' ')}`,
    ...(assessed.next.length === 0 ? [] : ['', ...assessed.next.map((step) => `- ${say(step)}`)]),
  ].join('\n');
}

function ruleTable(groups: readonly Group[]): string {
  if (groups.length === 0) return '';
  const rows = groups
    .slice(0, ROWS)
    .map(({ severity, rule, words, count }) => [
      `${MARKS[severity]} ${severity}`,
      amount(count),
      words?.title ?? '',
      codeSpan(rule),
    ]);
  const rest = groups.length > ROWS ? `\n\nand ${counted(groups.length - ROWS, 'rule')} more` : '';
  return `${table(['', 'found', 'what is wrong', 'rule'], rows)}${rest}`;
}

/** One rule, folded away: why, where, what to do. */
function detailsOf(group: Group, report: Report, view: View): string {
  const { words, rule, severity, count, findings } = group;
  const shown = findings.slice(0, view.examples);
  const rest = count - told(shown);
  return [
    '<details>',
    `<summary>${MARKS[severity]} ${words?.title ?? rule} × ${amount(count)}</summary>`,
    '',
    ...(words === undefined ? [] : [words.why, '']),
    ...(words?.says === undefined ? [] : [inProse(serviceWords(words.says)), '']),
    ...shown.map((finding) => item(finding, group, report)),
    ...(rest > 0 ? [`- … and ${amount(rest)} more`] : []),
    ...(words === undefined ? [] : ['', `→ ${words.mend}`]),
    '',
    '</details>',
  ].join('\n');
}

function item(finding: Finding, { words }: Group, report: Report): string {
  const names = namesOf(report);
  const spans = [placeOf(finding, names), cut(plainText(finding.pointer), LONGEST)]
    .filter((text) => text !== '')
    .map(codeSpan);
  const related = relatedOf(finding, names).map((other) => ` (${inProse(other)})`);
  const { excerpt } = finding;
  const below = excerpt === undefined ? '' : `<br>${codeSpan(cut(plainText(excerpt), LONGEST))}`;
  const sentence = sentenceOf(finding, words, inProse);
  return `- ${[...spans, sentence].join(' ')}${related.join('')}${below}`;
}

function labels({ figures }: Report): string {
  const { labels: all, otherLabels } = figures;
  if (all.length === 0) return '';
  const most = all[0]?.records ?? 0;
  const rows = all
    .slice(0, ROWS)
    .map(({ label, records }) => [cell(plainText(label)), amount(records), bar(records, most, 20)]);
  const rest = all.slice(ROWS).reduce((sum, { records }) => sum + records, otherLabels);
  return folded(
    'Labels',
    table(['label', 'records', ''], rows) +
      (rest > 0 ? `\n\nand ${counted(rest, 'record')} with other labels` : ''),
  );
}

function files({ figures }: Report): string {
  if (figures.sources.length === 0) return '';
  const rows = figures.sources
    .slice(0, ROWS)
    .map(({ name, format, records }) => [cell(plainText(name)), format, amount(records)]);
  const more = figures.sources.length - ROWS;
  return folded(
    'Files',
    table(['file', 'format', 'records'], rows) + (more > 0 ? `\n\nand ${counted(more, 'file')} more` : ''),
  );
}

const folded = (title: string, content: string): string =>
  `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;

function origin({ tool, target, settings, figures }: Report): string {
  const facts = target === undefined ? '' : `, checked for ${target.title} as of ${target.status.read}`;
  return `${tool.name} ${tool.version}${facts}, tokens by ${codeSpan(plainText(figures.tokens.tokenizer))}, ${settings.today}`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[], align = '---'): string =>
  [head, head.map(() => align), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** A cell of a table with text from the data; there a bar ends the cell, even inside a code span. */
const cell = (text: string): string => codeSpan(cut(text, LONGEST)).replaceAll('|', '\\|');
