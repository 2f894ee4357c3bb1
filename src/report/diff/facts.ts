// What every report of a comparison says, in the same words: the sentence on top, and the figures of both sides.

import { amount } from '../../model/amount.ts';
import type { Finding } from '../../model/finding.ts';
import type { DiffFindings, DiffRow, SetDiff } from '../../model/set-diff.ts';
import { plainText } from '../plain.ts';
import { counted, placeOf, sentenceOf } from '../wording.ts';

/** "3 rows added, 1 removed, 2 edited; 40 as they were." */
export function headline({ rows }: SetDiff): string {
  const { added, removed, edited, unchanged } = rows;
  if (added + removed + edited === 0) return `Nothing changed: ${counted(unchanged, 'row')} as before.`;
  const said = [
    ...(added === 0 ? [] : [`${amount(added)} added`]),
    ...(removed === 0 ? [] : [`${amount(removed)} removed`]),
    ...(edited === 0 ? [] : [`${amount(edited)} edited`]),
  ];
  return `Rows: ${said.join(', ')}; ${amount(unchanged)} as before.`;
}

export interface Figure {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

const signed = (n: number): string => (n === 0 ? '±0' : n > 0 ? `+${amount(n)}` : `−${amount(-n)}`);
const dollars = (usd: number): string => `$${usd.toFixed(2)}`;
const signedDollars = (usd: number): string =>
  Math.abs(usd) < 0.005 ? '±0' : `${usd > 0 ? '+' : '−'}$${Math.abs(usd).toFixed(2)}`;

/** Numbers of both sides, and what became of them. */
export function figuresOf({ before, after, cost }: SetDiff): Figure[] {
  const numbers: readonly (readonly [string, number, number])[] = [
    ['records', before.read, after.read],
    ['that count', before.effective, after.effective],
    ['tokens', before.tokens.total, after.tokens.total],
    ['learned', before.tokens.learned, after.tokens.learned],
    ['median turns', before.turns.p50, after.turns.p50],
  ];
  return [
    ...numbers.map(([name, was, is]) => ({
      name,
      before: amount(was),
      after: amount(is),
      change: signed(is - was),
    })),
    ...cost.map(({ model, before: was, after: is }) => ({
      name: `training ${plainText(model)}`,
      before: dollars(was),
      after: dollars(is),
      change: signedDollars(is - was),
    })),
  ];
}

/** What became of labels and turns, a sentence each. */
export function shiftsOf({ labels, relabelled, turnsChanged, rows }: SetDiff, most: number): string[] {
  const shown = (label: string): string => (label === '' ? 'no label' : `“${plainText(label)}”`);
  const rest = (n: number, noun: string): string[] =>
    n > most ? [`and ${counted(n - most, noun)} more`] : [];
  return [
    ...(turnsChanged === 0
      ? []
      : [`${amount(turnsChanged)} of ${counted(rows.edited, 'edited row')} with another number of turns`]),
    ...relabelled
      .slice(0, most)
      .map(({ from, to, rows: n }) => `${counted(n, 'row')} relabelled from ${shown(from)} to ${shown(to)}`),
    ...rest(relabelled.length, 'change'),
    ...labels
      .slice(0, most)
      .map(
        ({ label, before, after }) =>
          `label ${shown(label)}: ${amount(before)} → ${amount(after)} (${signed(after - before)})`,
      ),
    ...rest(labels.length, 'label'),
  ];
}

/** `file:line` of a row. */
export const rowPlace = ({ source, index, line }: DiffRow): string =>
  line === undefined ? `${plainText(source)}, record ${index + 1}` : `${plainText(source)}:${line}`;

/** How many findings a side has that the other has not. */
export const foundCount = ({ counts }: DiffFindings): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);

export interface FindingLine {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly place: string;
  readonly sentence: string;
}

/** The findings of one side in words; `names` are the sources of that side. */
export const findingLines = (
  { findings }: DiffFindings,
  { rules }: SetDiff,
  names: readonly string[],
): FindingLine[] =>
  findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    place: placeOf(finding, names),
    sentence: sentenceOf(finding, rules[finding.rule]),
  }));

export const namesOf = ({ before, after }: SetDiff): { before: string[]; after: string[] } => ({
  before: before.sources.map(({ name }) => name),
  after: after.sources.map(({ name }) => name),
});
