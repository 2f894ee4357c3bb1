// A comparison for a pull request: the sentence, the figures, and the rows folded away.

import { amount } from '../../model/amount.ts';
import type { DiffReporter, DiffRow, EditedRow, SetDiff } from '../../model/set-diff.ts';
import { codeSpan, inProse } from '../code-span.ts';
import { MARKS } from '../paint.ts';
import { cut, plainText } from '../plain.ts';
import { figuresOf, findingLines, foundCount, headline, namesOf, rowPlace, shiftsOf } from './facts.ts';

/** GitHub takes 65,536 characters in a comment. */
const MOST_CHARACTERS = 60_000;
/** Code points of an excerpt or a pointer. */
const LONGEST = 120;
/** Findings named. */
const FINDINGS = 30;

export const diffMarkdown: DiffReporter = {
  id: 'markdown',
  title: 'Markdown for a pull request',
  extension: 'md',
  render(diff, { examples }) {
    const most = Math.max(examples, 10);
    const head = [`## Dataset changes\n\n${headline(diff)}`, figures(diff), shifts(diff)];
    const folded = [
      rows('Edited', diff.rows.edited, diff.edited, edited, most),
      rows('Added', diff.rows.added, diff.added, oneRow, most),
      rows('Removed', diff.rows.removed, diff.removed, oneRow, most),
      found('New findings', diff.fresh, diff, namesOf(diff).after),
      found('Findings that are gone', diff.gone, diff, namesOf(diff).before),
    ];
    let room = MOST_CHARACTERS;
    const blocks = [...head, ...folded].filter((block) => block !== '');
    const kept = blocks.filter((block) => {
      room -= block.length + 2;
      return room >= 0;
    });
    const rest = blocks.length - kept.length;
    const more = rest === 0 ? [] : [`${amount(rest)} more parts would not fit here.`];
    return `${[...kept, ...more].join('\n\n')}\n`;
  },
};

function figures(diff: SetDiff): string {
  const lines = figuresOf(diff).map(
    ({ name, before, after, change }) => `| ${name} | ${before} | ${after} | ${change} |`,
  );
  return ['| | before | after | change |', '| --- | --: | --: | --: |', ...lines].join('\n');
}

const shifts = (diff: SetDiff): string =>
  shiftsOf(diff, 20)
    .map((line) => `- ${inProse(line)}`)
    .join('\n');

function rows<Row>(
  title: string,
  count: number,
  shown: readonly Row[],
  lineOf: (row: Row) => string,
  most: number,
): string {
  if (count === 0) return '';
  const some = shown.slice(0, most);
  const rest = count - some.length;
  const lines = [...some.map(lineOf), ...(rest > 0 ? [`- … and ${amount(rest)} more`] : [])];
  return `<details>\n<summary>${title} × ${amount(count)}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

const shown = (text: string): string => codeSpan(cut(plainText(text), LONGEST));

const oneRow = (row: DiffRow): string => `- ${codeSpan(rowPlace(row))} ${shown(row.excerpt)}`;

function edited({ before, after, changes, moreChanges }: EditedRow): string {
  const from = rowPlace(before) === rowPlace(after) ? '' : ` (was ${codeSpan(rowPlace(before))})`;
  const lines = changes.map((change) => {
    const place = change.pointer === '' ? 'the whole record' : shown(change.pointer);
    const was = change.before === undefined ? 'nothing' : shown(change.before);
    const is = change.after === undefined ? 'nothing' : shown(change.after);
    return `  - ${place}: ${was} → ${is}`;
  });
  const more = moreChanges === 0 ? [] : [`  - … and ${amount(moreChanges)} more`];
  return [`- ${codeSpan(rowPlace(after))}${from}`, ...lines, ...more].join('\n');
}

function found(title: string, side: SetDiff['fresh'], diff: SetDiff, names: readonly string[]): string {
  const lines = findingLines(side, diff, names).map(
    ({ rule, severity, place, sentence }) =>
      `- ${MARKS[severity]} ${place === '' ? '' : `${codeSpan(place)} `}${inProse(sentence)} ${codeSpan(rule)}`,
  );
  const count = foundCount(side);
  if (count === 0) return '';
  const rest = count - Math.min(lines.length, FINDINGS);
  const all = [...lines.slice(0, FINDINGS), ...(rest > 0 ? [`- … and ${amount(rest)} more`] : [])];
  return `<details>\n<summary>${title} × ${amount(count)}</summary>\n\n${all.join('\n')}\n\n</details>`;
}
