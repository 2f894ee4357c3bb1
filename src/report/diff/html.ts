// A comparison as one page that works from disk, without a script.

import { amount } from '../../model/amount.ts';
import type { DiffReporter, DiffRow, EditedRow, SetDiff } from '../../model/set-diff.ts';
import { type Markup, html as markup, NOTHING, trusted } from '../html/markup.ts';
import { hashOf } from '../html/policy.ts';
import { shownText } from '../html/shown-text.ts';
import { STYLE } from '../html/style.ts';
import { MARKS } from '../paint.ts';
import { plainText } from '../plain.ts';
import { figuresOf, findingLines, foundCount, headline, namesOf, rowPlace, shiftsOf } from './facts.ts';

/** Rows and findings of one kind on the page. */
const MOST = 200;
/** Code points. */
const LONGEST = 200;

/** Above the look of the report: what was, and what is. */
const EDITS = `
.was, .is { display: block; padding: .1rem .5rem; border-radius: 4px; margin: .15rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.was { background: var(--error-wash); } .is { background: var(--good-wash); }
.rows > li { margin: .5rem 0; }
`;

const POLICY = `default-src 'none'; style-src ${hashOf(STYLE + EDITS)}; base-uri 'none'; form-action 'none'`;

export const diffHtml: DiffReporter = {
  id: 'html',
  title: 'A page to read and to share',
  extension: 'html',
  render: (diff) => page(diff).markup,
};

const page = (diff: SetDiff): Markup => markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Dataset changes</title>
<style>${trusted(STYLE + EDITS)}</style>
</head>
<body>
<header>
<h1>Dataset changes</h1>
<p class="verdict">${headline(diff)}</p>
</header>
<main>
${figures(diff)}
${rows('edited', 'Edited', diff.rows.edited, diff.edited, edited)}
${rows('added', 'Added', diff.rows.added, diff.added, (row) => oneRow(row, 'is'))}
${rows('removed', 'Removed', diff.rows.removed, diff.removed, (row) => oneRow(row, 'was'))}
${found('new', 'New findings', diff.fresh, diff, namesOf(diff).after)}
${found('gone', 'Findings that are gone', diff.gone, diff, namesOf(diff).before)}
</main>
<footer><p>${plainText(diff.tool.name)} ${plainText(diff.tool.version)}, ${diff.today}; tokens by ${plainText(diff.tokenizer)}. Text from the data is shown as it is; what cannot be seen stands as its code, secrets are masked.</p></footer>
</body>
</html>
`;

function figures(diff: SetDiff): Markup {
  const shifts = shiftsOf(diff, 30);
  return markup`<section id="figures"><h2>Figures</h2>
<div class="scroll"><table><thead><tr><th scope="col"></th><th scope="col" class="number">before</th><th scope="col" class="number">after</th><th scope="col" class="number">change</th></tr></thead>
<tbody>${figuresOf(diff).map(({ name, before, after, change }) => markup`<tr><th scope="row">${name}</th><td class="number">${before}</td><td class="number">${after}</td><td class="number">${change}</td></tr>`)}</tbody></table></div>
${shifts.length === 0 ? NOTHING : markup`<ul>${shifts.map((line) => markup`<li>${shownText(line, LONGEST)}</li>`)}</ul>`}</section>`;
}

function rows<Row>(
  id: string,
  title: string,
  count: number,
  shown: readonly Row[],
  item: (row: Row) => Markup,
): Markup {
  if (count === 0) return NOTHING;
  const some = shown.slice(0, MOST);
  const rest = count - some.length;
  return markup`<section id="${id}"><h2>${title} × ${amount(count)}</h2><ol class="rows">${some.map((row) => markup`<li>${item(row)}</li>\n`)}</ol>${rest > 0 ? markup`<p class="rest">and ${amount(rest)} more</p>` : NOTHING}</section>`;
}

const oneRow = (row: DiffRow, side: 'was' | 'is'): Markup =>
  markup`<code class="place">${rowPlace(row)}</code> <span class="${side}">${shownText(row.excerpt, LONGEST)}</span>`;

function edited({ before, after, alike, changes, moreChanges }: EditedRow): Markup {
  const from =
    rowPlace(before) === rowPlace(after)
      ? NOTHING
      : markup` from <code class="place">${rowPlace(before)}</code>`;
  const sure = alike === 100 ? NOTHING : markup` <small>prompts ${alike} % alike</small>`;
  return markup`<code class="place">${rowPlace(after)}</code>${from}${sure}${changes.map(
    (change) =>
      markup`<div><code class="pointer">${shownText(change.pointer, LONGEST)}</code>${change.before === undefined ? NOTHING : markup`<del class="was">${shownText(change.before, LONGEST)}</del>`}${change.after === undefined ? NOTHING : markup`<ins class="is">${shownText(change.after, LONGEST)}</ins>`}</div>`,
  )}${moreChanges === 0 ? NOTHING : markup`<p class="rest">and ${amount(moreChanges)} more places</p>`}`;
}

function found(
  id: string,
  title: string,
  side: SetDiff['fresh'],
  diff: SetDiff,
  names: readonly string[],
): Markup {
  const count = foundCount(side);
  if (count === 0) return NOTHING;
  const lines = findingLines(side, diff, names).slice(0, MOST);
  const rest = count - lines.length;
  return markup`<section id="${id}"><h2>${title} × ${amount(count)}</h2><ul>${lines.map(
    ({ rule, severity, place, sentence }) =>
      markup`<li><span class="severity ${severity}">${MARKS[severity]} <span class="word">${severity}</span></span> ${place === '' ? NOTHING : markup`<code class="place">${place}</code> `}${shownText(sentence, LONGEST * 2)} <code class="rule">${rule}</code></li>\n`,
  )}</ul>${rest > 0 ? markup`<p class="rest">and ${amount(rest)} more</p>` : NOTHING}</section>`;
}
