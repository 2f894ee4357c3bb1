// A comparison for a terminal: the sentence, the figures side by side, then the rows with what changed in them.

import { amount } from '../../model/amount.ts';
import type { View } from '../../model/report.ts';
import type { DiffReporter, DiffRow, EditedRow, SetDiff } from '../../model/set-diff.ts';
import { MARKS, type Paint, paintFor, severityPaint } from '../paint.ts';
import { cut, plainText } from '../plain.ts';
import { clip, indent, padStart, table } from '../width.ts';
import { figuresOf, findingLines, foundCount, headline, namesOf, rowPlace, shiftsOf } from './facts.ts';

/** Code points of a pointer. */
const LONGEST = 60;
/** Changes shown of one row. */
const CHANGES = 4;

export const diffText: DiffReporter = {
  id: 'text',
  title: 'Text for a terminal',
  extension: 'txt',
  render(diff, view) {
    const paint = paintFor(view.color);
    const blocks = [
      [paint.bold(headline(diff))],
      figures(diff, paint),
      shiftsOf(diff, 12).flatMap((line) => indent(line, view.width, '  ')),
      rows('Edited', diff.rows.edited, diff.edited, (row) => editedLines(row, view, paint), view, paint),
      rows('Added', diff.rows.added, diff.added, (row) => [rowLine('+', row, view, paint)], view, paint),
      rows(
        'Removed',
        diff.rows.removed,
        diff.removed,
        (row) => [rowLine('−', row, view, paint)],
        view,
        paint,
      ),
      found('New findings', diff.fresh, diff, namesOf(diff).after, view, paint),
      found('Findings that are gone', diff.gone, diff, namesOf(diff).before, view, paint),
    ];
    return `${blocks
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n')}\n`;
  },
};

function figures(diff: SetDiff, paint: Paint): string[] {
  const all = figuresOf(diff);
  const width = (pick: (figure: (typeof all)[number]) => string): number =>
    Math.max(...all.map((figure) => pick(figure).length));
  const [was, is, by] = [width((f) => f.before), width((f) => f.after), width((f) => f.change)];
  return table(
    all.map(({ name, before, after, change }) => [
      `  ${paint.dim(name)}`,
      padStart(before, was),
      '→',
      padStart(after, is),
      padStart(change, by),
    ]),
  );
}

function rows<Row>(
  title: string,
  count: number,
  shown: readonly Row[],
  linesOf: (row: Row) => string[],
  { examples }: View,
  paint: Paint,
): string[] {
  if (count === 0) return [];
  const some = shown.slice(0, examples);
  const rest = count - some.length;
  return [
    `${paint.bold(title)} × ${amount(count)}`,
    ...some.flatMap(linesOf),
    ...(rest > 0 ? [paint.dim(`  … and ${amount(rest)} more`)] : []),
  ];
}

function rowLine(sign: string, row: DiffRow, view: View, paint: Paint): string {
  const color = sign === '+' ? paint.green : paint.red;
  const place = rowPlace(row);
  const room = Math.max(20, view.width - place.length - 6);
  return `  ${color(sign)} ${paint.cyan(place)}  ${clip(plainText(row.excerpt), room)}`;
}

function editedLines(
  { before, after, alike, changes, moreChanges }: EditedRow,
  view: View,
  paint: Paint,
): string[] {
  const from = rowPlace(before) === rowPlace(after) ? '' : ` ← ${paint.cyan(rowPlace(before))}`;
  const sure = alike === 100 ? '' : paint.dim(`  prompts ${alike} % alike`);
  const rest = changes.length - CHANGES + moreChanges;
  const room = Math.max(20, view.width - 8);
  return [
    `  ${paint.yellow('~')} ${paint.cyan(rowPlace(after))}${from}${sure}`,
    ...changes
      .slice(0, CHANGES)
      .flatMap((change) => [
        `      ${paint.dim(change.pointer === '' ? 'the whole record' : cut(plainText(change.pointer), LONGEST))}`,
        ...(change.before === undefined
          ? []
          : [`      ${paint.red(`− ${clip(plainText(change.before), room)}`)}`]),
        ...(change.after === undefined
          ? []
          : [`      ${paint.green(`+ ${clip(plainText(change.after), room)}`)}`]),
      ]),
    ...(rest > 0 ? [paint.dim(`      … and ${amount(rest)} more`)] : []),
  ];
}

function found(
  title: string,
  side: SetDiff['fresh'],
  diff: SetDiff,
  names: readonly string[],
  view: View,
  paint: Paint,
): string[] {
  const count = foundCount(side);
  if (count === 0) return [];
  const lines = findingLines(side, diff, names).slice(0, Math.max(view.examples, 10));
  const rest = count - lines.length;
  return [
    `${paint.bold(title)} × ${amount(count)}`,
    ...lines.flatMap(({ rule, severity, place, sentence }) =>
      indent(
        `${place === '' ? '' : `${place}  `}${sentence} ${paint.dim(rule)}`,
        view.width,
        `  ${severityPaint(paint, severity)(MARKS[severity])} `,
      ),
    ),
    ...(rest > 0 ? [paint.dim(`  … and ${amount(rest)} more`)] : []),
  ];
}
