// The figures of the page: readiness for the goal, tokens, turns and roles, labels.

import { amount } from '../../model/amount.ts';
import type { Assessment, GoalVerdict, Report } from '../../model/report.ts';
import { plainText } from '../plain.ts';
import { counted, notCounted } from '../wording.ts';
import { histogram, rangeBar, rowBar } from './charts.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { shownText } from './shown-text.ts';

/** Rows of a table; the rest is counted. */
const ROWS = 50;
/** Code points. */
const LONGEST_LABEL = 80;
const LONGEST_REASON = 500;

const VERDICTS: Readonly<Record<GoalVerdict, string>> = {
  'too-few': 'too few',
  enough: 'enough',
  ample: 'ample',
};

export function goalSection(report: Report): Markup {
  const { goal, figures } = report;
  const effective = figures.records.effective;
  if (goal !== undefined) return assessment(goal);
  // A sample says nothing of how much there is.
  if (figures.goals.length === 0) return NOTHING;
  return html`<section id="goal"><h2>Is it enough?</h2>
<p>No goal was named. By its size, ${counted(effective, 'record')} that count would be:</p>
<div class="scroll"><table><thead><tr><th scope="col">goal</th><th scope="col">needs at least</th><th scope="col">verdict</th></tr></thead>
<tbody>${figures.goals.map(({ id, verdict, low }) => html`<tr><th scope="row">${id}</th><td class="number">${amount(low)}</td><td>${badge(verdict)}</td></tr>`)}</tbody></table></div></section>`;
}

function assessment(goal: Assessment): Markup {
  const { title, verdict, effective, low, high, perClass, why, next, sources } = goal;
  const range = high === undefined ? `${amount(low)} or more` : `${amount(low)} to ${amount(high)}`;
  const most = Math.max(1, ...perClass.map(({ records }) => records));
  const cited = sources.map(({ title: name, url }) =>
    url === undefined ? html`<li>${name}</li>` : html`<li>${name}, ${url}</li>`,
  );
  return html`<section id="goal"><h2>Is it enough?</h2>
<p class="lead">${title}: ${badge(verdict)} ${counted(effective, 'record')} count; the goal asks for ${range}.</p>
${rangeBar(effective, low, high)}
${why.map((reason) => html`<p>${shownText(reason, LONGEST_REASON)}</p>`)}
${
  perClass.length === 0
    ? NOTHING
    : html`<div class="scroll"><table><caption>Records by class</caption><thead><tr><th scope="col">class</th><th scope="col">records</th><th scope="col" class="wide"></th><th scope="col">verdict</th></tr></thead>
<tbody>${perClass.slice(0, ROWS).map((one) => html`<tr><th scope="row">${shownText(one.label, LONGEST_LABEL)}</th><td class="number">${amount(one.records)}</td><td>${rowBar(one.records, most, one.verdict)}</td><td>${badge(one.verdict)}</td></tr>`)}</tbody></table></div>${more(perClass.length, 'class')}`
}
${next.length === 0 ? NOTHING : html`<h3>What to do next, in the order of its effect</h3><ol>${next.map((step) => html`<li>${shownText(step, LONGEST_REASON)}</li>`)}</ol>`}
${cited.length === 0 ? NOTHING : html`<details><summary>Where these numbers come from</summary><ul>${cited}</ul></details>`}
</section>`;
}

const badge = (verdict: GoalVerdict): Markup =>
  html`<span class="badge ${verdict}">${VERDICTS[verdict]}</span>`;

const more = (all: number, noun: string): Markup =>
  all <= ROWS ? NOTHING : html`<p class="rest">and ${counted(all - ROWS, noun)} more</p>`;

export function tokensSection({ figures, cost }: Report): Markup {
  const { tokens } = figures;
  const { min, p5, p50, p95, max, mean } = tokens.perRecord;
  if (tokens.total === 0) return NOTHING;
  const about = tokens.exact ? '' : 'about ';
  const band = tokens.band === undefined ? '' : `, give or take ${Math.round(tokens.band * 100)} %`;
  return html`<section id="tokens"><h2>Tokens</h2>
<p class="lead">${about}${amount(tokens.total)} tokens of text${band}, of which ${amount(tokens.learned)} (${percent(tokens.learned, tokens.total)}) are learned.${tokens.framing === 0 ? '' : ` The chat format (${tokens.chatFormat}) adds about ${amount(tokens.framing)} around them.`}${tokens.unsizedImages === 0 ? '' : ` Beside that, ${notCounted(tokens.unsizedImages)}.`}</p>
${rowBar(tokens.learned, tokens.total)}
${histogram(tokens.histogram, { median: p50, '95 %': p95 }, tokens.limit)}
${limitNote(tokens)}
<div class="scroll"><table><caption>Tokens per record, counted with ${shownText(tokens.tokenizer, LONGEST_LABEL)}</caption>
<thead><tr>${['fewest', '5 %', 'median', '95 %', 'most', 'mean'].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody><tr>${[min, p5, p50, p95, max].map((n) => html`<td class="number">${amount(n)}</td>`)}<td class="number">${mean}</td></tr></tbody></table></div>
<details><summary>The chart as a table</summary><div class="scroll"><table><thead><tr><th scope="col">at most</th><th scope="col">records</th></tr></thead><tbody>${tokens.histogram.map(({ upTo, records }) => html`<tr><th scope="row" class="number">${amount(upTo)}</th><td class="number">${amount(records)}</td></tr>`)}</tbody></table></div></details>
${
  cost.length === 0
    ? NOTHING
    : html`<h3>What training would cost</h3><div class="scroll"><table><thead><tr><th scope="col">model</th><th scope="col">billable tokens</th><th scope="col">epochs</th><th scope="col">US dollars</th><th scope="col">price of</th><th scope="col">note</th></tr></thead>
<tbody>${cost.map((one) => html`<tr><th scope="row">${one.model}</th><td class="number">${amount(one.billableTokens)}</td><td class="number">${one.epochs}</td><td class="number">${one.usd < 0.01 ? '< 0.01' : one.usd.toFixed(2)}</td><td>${one.priceDate}</td><td>${one.note}</td></tr>`)}</tbody></table></div>`
}
</section>`;
}

/** The context length beside the longest record. */
function limitNote({ limit, perRecord: { max }, exact }: Report['figures']['tokens']): Markup {
  if (limit === undefined) return NOTHING;
  const about = exact ? '' : 'about ';
  const said =
    max > limit
      ? `The longest record has ${about}${amount(max)} tokens of text, more than the ${amount(limit)} that one example may have.`
      : `The longest record has ${about}${amount(max)} tokens of text, ${percent(max, limit)} of the ${amount(limit)} that one example may have.`;
  return html`<p>${said}</p>`;
}

export function turnsSection({ figures }: Report): Markup {
  const roles = Object.entries(figures.roles).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (roles.length === 0) return NOTHING;
  const { min, max, p50 } = figures.turns;
  const most = Math.max(1, ...roles.map(([, n]) => n));
  return html`<section id="turns"><h2>Turns</h2>
<p class="lead">${min === max ? amount(min) : `${amount(min)} to ${amount(max)}, median ${amount(p50)}`} per record.</p>
<div class="scroll"><table><caption>Turns by role</caption><thead><tr><th scope="col">role</th><th scope="col">turns</th><th scope="col" class="wide"></th></tr></thead>
<tbody>${roles.map(([role, n]) => html`<tr><th scope="row">${plainText(role)}</th><td class="number">${amount(n)}</td><td>${rowBar(n, most)}</td></tr>`)}</tbody></table></div></section>`;
}

export function labelsSection({ figures }: Report): Markup {
  const { labels, otherLabels } = figures;
  if (labels.length === 0) return NOTHING;
  const most = Math.max(1, ...labels.map(({ records }) => records));
  const shown = labels.slice(0, ROWS);
  const rest = labels.slice(ROWS).reduce((sum, { records }) => sum + records, otherLabels);
  return html`<section id="labels"><h2>Labels</h2>
<div class="scroll"><table><caption>Records by label</caption><thead><tr><th scope="col">label</th><th scope="col">records</th><th scope="col" class="wide"></th></tr></thead>
<tbody>${shown.map(({ label, records }) => html`<tr><th scope="row">${shownText(label, LONGEST_LABEL)}</th><td class="number">${amount(records)}</td><td>${rowBar(records, most)}</td></tr>`)}</tbody></table></div>
${rest > 0 ? html`<p class="rest">and ${counted(rest, 'record')} with other labels</p>` : NOTHING}</section>`;
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '0 %' : `${Math.round((part * 100) / whole)} %`;
