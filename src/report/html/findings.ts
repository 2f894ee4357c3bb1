// The findings of the page, by rule: what is wrong, where, the text itself, why it matters, what to do; with a search and filters.

import { amount } from '../../model/amount.ts';
import { type Finding, SEVERITIES, type Severity } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { type Group, groupsOf, told } from '../groups.ts';
import { MARKS } from '../paint.ts';
import { namesOf } from '../source-path.ts';
import { counted, placeOf, relatedOf, sentenceOf, serviceWords } from '../wording.ts';
import { html, type Markup, NOTHING, trusted } from './markup.ts';
import { shownText } from './shown-text.ts';

/** Bytes of all findings: what keeps the page below a megabyte. Every rule gets the same share. */
const BUDGET = 700_000;
const MOST_OF_RULE = 200;
/** Groups that stand open at first. */
const OPEN = 3;
/** Code points. */
const LONGEST_EXCERPT = 240;
const LONGEST_POINTER = 160;
const LONGEST_SENTENCE = 600;

export function findingsSection(report: Report): Markup {
  const groups = groupsOf(report);
  if (groups.length === 0)
    return html`<section id="findings"><h2>Findings</h2><p>Nothing found.</p></section>`;
  const share = BUDGET / groups.length;
  const count = (severity: Severity): number => report.totals[severity];
  return html`<section id="findings">
<h2>Findings</h2>
<form class="filters" role="search" hidden>
<label class="search">Search <input type="search" name="words" autocomplete="off" placeholder="text, place or rule"></label>
<fieldset><legend>Severity</legend>${SEVERITIES.filter((severity) => count(severity) > 0).map(
    (severity) =>
      html`<label><input type="checkbox" name="severity" value="${severity}" checked> ${MARKS[severity]} ${severity} (${amount(count(severity))})</label> `,
  )}</fieldset>
<label>Rule <select name="rule"><option value="">all ${amount(groups.length)}</option>${groups.map(({ rule }) => html`<option>${rule}</option>`)}</select></label>
<output class="shown" aria-live="polite"></output>
</form>
${groups.map((group, i) => groupBlock(group, i < OPEN && group.severity === 'error', share, report))}
</section>`;
}

function groupBlock(group: Group, open: boolean, share: number, report: Report): Markup {
  const { rule, words, severity, count, findings } = group;
  const items = within(
    share,
    findings.slice(0, MOST_OF_RULE).map((finding) => item(finding, group, report)),
  );
  const rest = count - told(findings.slice(0, items.length));
  return html`<details class="group" data-rule="${rule}"${trusted(open ? ' open' : '')}>
<summary><span class="severity ${severity}">${MARKS[severity]} <span class="word">${severity}</span></span> <strong>${words?.title ?? rule}</strong> <span class="count">× ${amount(count)}</span> <code class="rule">${rule}</code></summary>
${words === undefined ? NOTHING : html`<p class="why">${words.why}</p>${words.says === undefined ? NOTHING : html`<p class="says">${serviceWords(words.says)}</p>`}<p class="mend"><strong>What to do:</strong> ${words.mend}</p>`}
<ol>${items}</ol>
${rest > 0 ? html`<p class="rest">${counted(rest, 'finding')} more of this rule; --findings FILE writes them all.</p>` : NOTHING}
</details>`;
}

/** As many as fit, at least one. */
function within(bytes: number, items: readonly Markup[]): readonly Markup[] {
  let room = bytes;
  const end = items.findIndex(({ markup }) => {
    room -= Buffer.byteLength(markup);
    return room < 0;
  });
  return end < 0 ? items : items.slice(0, Math.max(1, end));
}

function item(finding: Finding, { words }: Group, report: Report): Markup {
  const { severity, excerpt, pointer } = finding;
  const names = namesOf(report);
  const place = placeOf(finding, names);
  return html`<li class="finding" data-severity="${severity}">${place === '' ? NOTHING : html`<code class="place">${place}</code> `}${pointer === '' ? NOTHING : html`<code class="pointer">${shownText(pointer, LONGEST_POINTER)}</code> `}<span class="sentence">${shownText(sentenceOf(finding, words), LONGEST_SENTENCE)}</span>${relatedOf(finding, names).map((other) => html` <span class="related">${other}</span>`)}${excerpt === undefined ? NOTHING : html`<pre>${shownText(excerpt, LONGEST_EXCERPT)}</pre>`}</li>
`;
}
