// A list of what there is, as aligned columns for a terminal.

import { SEVERITIES } from '../model/finding.ts';
import type { View } from '../model/report.ts';
import { type Paint, paintFor, severityPaint } from './paint.ts';
import { columnsOf, indent, table } from './width.ts';

/** A header and rows of cells. */
export interface Listing {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The last column is folded where the view is too narrow for it; an endless width leaves each row on its line. */
export function listPage({ head, rows }: Listing, view: Pick<View, 'width' | 'color'>): string {
  const paint = paintFor(view.color);
  const painted = [head.map(paint.bold), ...rows.map((cells) => cells.map((cell) => inColor(cell, paint)))];
  const firsts = table(painted.map((cells) => [...cells.slice(0, -1), '│']));
  const lines = firsts.flatMap((line, i) => {
    const before = line.slice(0, -1);
    const last = painted[i]?.at(-1) ?? '';
    return columnsOf(before) + columnsOf(last) <= view.width
      ? [(before + last).trimEnd()]
      : indent(last, view.width, before, ' '.repeat(columnsOf(before)));
  });
  return `${lines.join('\n')}\n`;
}

function inColor(cell: string, paint: Paint): string {
  const severity = SEVERITIES.find((word) => word === cell);
  return severity === undefined ? cell : severityPaint(paint, severity)(cell);
}
