// A conversion told on a terminal: the sum of the records, what was lost, what was rejected, and what the target says.

import { amount } from '../model/amount.ts';
import type { Conversion, LossCount } from '../model/conversion.ts';
import type { Position } from '../model/position.ts';
import type { View } from '../model/report.ts';
import { groupsOf } from './groups.ts';
import { MARKS, type Paint, paintFor, severityPaint } from './paint.ts';
import { plainText } from './plain.ts';
import { foundOf } from './verdict.ts';
import { clip, indent, padEnd, padStart } from './width.ts';
import { anchorOf, counted, placeOf } from './wording.ts';

/** What a loss is of, in words. */
const LOST: Readonly<Record<LossCount['what'], string>> = {
  answer: 'further answer',
  call: 'tool call, now text',
  field: 'field',
  media: 'image, sound or file',
  name: 'name',
  part: 'part of a message',
  reasoning: 'reasoning',
  refusal: 'refusal, now text',
  result: 'result of a tool, now text',
  role: 'role',
  score: 'score',
  system: 'system prompt',
  tool: 'tool declaration',
  'tool-choice': 'choice of tools',
  'tool-id': 'id of a tool call',
  turn: 'turn',
  weight: 'weight',
  'absent-as-null': 'absent field, now null',
  'inexact-number': 'last digits of a number',
  'json-text': 'list or object, now JSON text',
  'left-out': 'record without a row',
  'lone-surrogate': 'half a character, now U+FFFD',
  'null-as-empty': 'null, now an empty cell',
  'number-text': 'number, now text',
};

export function conversionText(conversion: Conversion, view: View): string {
  const paint = paintFor(view.color);
  const lines = [
    ...lossLines(conversion, view, paint),
    ...rejectionLines(conversion, view, paint),
    ...checkLines(conversion, view, paint),
    ...sumLines(conversion, paint),
  ];
  return `${lines.join('\n')}\n`;
}

const namesOf = ({ sources }: Conversion): string[] => sources.map(({ name }) => name);

function lossLines(conversion: Conversion, view: View, paint: Paint): string[] {
  const { losses, otherLosses } = conversion;
  if (losses.length === 0) return [];
  const shown = losses.slice(0, Math.max(view.examples, 12));
  const digits = Math.max(...shown.map(({ count }) => amount(count).length));
  const lines = shown.map((loss) => {
    const what = `${LOST[loss.what]}${loss.how === 'dropped' ? '' : ' (changed)'}`;
    const place = plainText(loss.place === '' ? 'the record' : loss.place);
    const words = `${padStart(amount(loss.count), digits)}  ${padEnd(what, 30)}  ${place}`;
    return `  ${clip(words, view.width - 2)}${paint.dim(firstOf(loss.first, conversion))}`;
  });
  const rest = losses.length - shown.length;
  if (rest > 0 || otherLosses > 0) {
    lines.push(
      paint.dim(`  … and losses at ${counted(rest, 'more place')}; --losses FILE writes all of them`),
    );
  }
  return [paint.bold('Lost on the way'), ...lines, ''];
}

const firstOf = (first: Position | undefined, conversion: Conversion): string =>
  first === undefined ? '' : `  first at ${placeOf({ at: first }, namesOf(conversion))}`;

function rejectionLines(conversion: Conversion, view: View, paint: Paint): string[] {
  const { rejections } = conversion;
  if (rejections.length === 0) return [];
  const shown = rejections.slice(0, Math.max(view.examples, 8));
  const lines = shown.flatMap(({ reason, count, first }) =>
    indent(`${amount(count)} × ${plainText(reason)}${firstOf(first, conversion)}`, view.width, '  '),
  );
  const rest = rejections.length - shown.length;
  if (rest > 0) lines.push(paint.dim(`  … and ${counted(rest, 'more reason')}`));
  return [paint.bold('Rejected'), ...lines, ''];
}

function checkLines(conversion: Conversion, view: View, paint: Paint): string[] {
  const { check, target } = conversion;
  if (check === undefined) return [];
  const lines = groupsOf(check)
    .filter(({ severity }) => severity !== 'info')
    .slice(0, 8)
    .map(({ rule, words, severity, count, findings }) => {
      const mark = severityPaint(paint, severity)(MARKS[severity]);
      return `  ${mark} ${clip(`${words?.title ?? rule} × ${amount(count)}`, view.width - 40)}  ${paint.dim(rule)}${paint.dim(firstOf(findings[0] === undefined ? undefined : anchorOf(findings[0]), conversion))}`;
    });
  return [`${paint.bold(`Checked against ${target}`)}: ${foundOf(check)}`, ...lines, ''];
}

function sumLines(conversion: Conversion, paint: Paint): string[] {
  const { read, converted, rejected, written, format, target, output, refusals } = conversion;
  const from = [...new Set(conversion.sources.map((source) => source.format))].join(', ');
  const sum = `read ${amount(read)} = converted ${amount(converted)} + rejected ${amount(rejected)}`;
  const lines = [`${from} → ${format}${target === undefined ? '' : ` for ${target}`}: ${sum}`];
  if (refusals.length > 0) {
    const mended = (conversion.check?.totals.error ?? 0) > 0;
    const hint = `mend or remove these records, or write the bare format: --to ${format}`;
    return [
      ...lines,
      `${paint.red('✖')} Nothing written: ${refusals.join('; ')}.`,
      ...(mended ? [`  ${paint.green('→')} ${hint}`] : []),
    ];
  }
  const name = output === '-' ? 'standard output' : plainText(output);
  lines.push(`${paint.green('✔')} ${name}: ${counted(written, 'record')}.`);
  if (rejected > 0 && output !== '-')
    lines.push(`  ${plainText(rejectsPath(output))}: ${counted(rejected, 'rejected record')}.`);
  return lines;
}

/** Where the records stand that could not be expressed. */
export const rejectsPath = (output: string): string => `${output}.rejects.jsonl`;
