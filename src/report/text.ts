// The report for a terminal: findings by rule, worst first, then the figures, and the verdict in one sentence at the end.

import { amount } from '../model/amount.ts';
import type { Finding } from '../model/finding.ts';
import type { Report, Reporter, View } from '../model/report.ts';
import type { RuleMeta } from '../model/rule-meta.ts';
import { type Group, groupsOf, told } from './groups.ts';
import { MARKS, type Paint, paintFor, severityPaint } from './paint.ts';
import { cut, plainText } from './plain.ts';
import { namesOf } from './source-path.ts';
import { summaryLines } from './text-summary.ts';
import { verdictOf } from './verdict.ts';
import { clip, columnsOf, indent, padEnd } from './width.ts';
import { placeOf, relatedOf, sentenceOf, serviceWords } from './wording.ts';

export const text: Reporter = {
  id: 'text',
  title: 'Text for a terminal',
  extension: 'txt',
  render(report, view) {
    const paint = paintFor(view.color);
    const lines = [
      ...groupsOf(report).flatMap((group) => [...groupLines(group, report, view, paint), '']),
      ...summaryLines(report, view, paint),
      '',
      ...verdictLines(report, view, paint),
    ];
    return `${lines.join('\n')}\n`;
  },
};

function groupLines(group: Group, report: Report, view: View, paint: Paint): string[] {
  const { words, severity, findings, count } = group;
  const color = severityPaint(paint, severity);
  const title = words?.title ?? group.rule;
  const times = count === 1 ? '' : ` × ${amount(count)}`;
  const head = `${color(MARKS[severity])} ${paint.bold(title)}${color(times)}  ${paint.dim(group.rule)}`;
  const shown = findings.slice(0, view.examples);
  const lines = [head];
  if (words !== undefined) lines.push(...indent(words.why, view.width, '  ').map(paint.dim));
  if (words?.says !== undefined) {
    lines.push(...indent(serviceWords(words.says), view.width, '  ').map(paint.dim));
  }
  lines.push(...placeLines(shown, words, report, view, paint));
  const rest = count - told(shown);
  if (rest > 0) lines.push(paint.dim(`  … and ${amount(rest)} more`));
  if (words !== undefined) lines.push(...indent(words.mend, view.width, `  ${paint.green('→')} `));
  return lines;
}

/** Code points of a pointer. */
const LONGEST = 60;

/** Place and pointer at the left, the sentence beside them; or one above the other where that would be too narrow. */
function placeLines(
  findings: readonly Finding[],
  words: RuleMeta | undefined,
  report: Report,
  view: View,
  paint: Paint,
): string[] {
  const sources = namesOf(report);
  const entries = findings.map((finding) => ({
    finding,
    place: placeOf(finding, sources),
    pointer: cut(plainText(finding.pointer), LONGEST),
    sentence: sentenceOf(finding, words),
  }));
  const places = Math.max(0, ...entries.map(({ place }) => columnsOf(place)));
  const pointers = Math.max(0, ...entries.map(({ pointer }) => columnsOf(pointer)));
  const column = places + pointers + (places > 0 && pointers > 0 ? 2 : 0);
  const beside = column < view.width / 2;
  let before = '';
  return entries.flatMap(({ finding, place, pointer, sentence }) => {
    const cells = beside
      ? [painted(place, paint.cyan, places), painted(pointer, paint.dim, pointers)]
      : [
          painted(place, paint.cyan),
          painted(clip(pointer, Math.max(20, view.width - columnsOf(place) - 4)), paint.dim),
        ];
    const left = cells.filter((cell) => cell !== '');
    const head = `  ${left.join('  ')}`;
    const inset = beside ? ' '.repeat(column === 0 ? 2 : column + 4) : '    ';
    const lines = beside
      ? indent(sentence, view.width, column === 0 ? head : `${head}  `, inset)
      : [
          // What concerns the whole set has no place to stand above it.
          ...(left.length === 0 ? [] : [head]),
          ...(sentence === before ? [] : indent(sentence, view.width, inset)),
        ];
    before = sentence;
    const room = Math.max(20, view.width - columnsOf(inset));
    for (const other of relatedOf(finding, sources)) {
      lines.push(...indent(other, view.width, inset, `${inset}  `).map(paint.dim));
    }
    if (finding.excerpt !== undefined) {
      lines.push(paint.dim(`${inset}│ ${clip(plainText(finding.excerpt), room - 2)}`));
    }
    return lines;
  });
}

/** A cell of at least `columns`; nothing stays nothing, also in colour. */
const painted = (text: string, color: (text: string) => string, columns = 0): string =>
  padEnd(text === '' ? '' : color(text), columns);

function verdictLines(report: Report, view: View, paint: Paint): string[] {
  const color = report.verdict === 'pass' ? paint.green : paint.red;
  const mark = report.verdict === 'pass' ? '✔' : '✖';
  return indent(verdictOf(report), view.width, `${mark} `).map((line) => color(paint.bold(line)));
}
