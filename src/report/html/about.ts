// Where the page comes from: the files, the settings that could change the result, the days of the facts.

import { amount } from '../../model/amount.ts';
import type { Report } from '../../model/report.ts';
import type { Suppression } from '../../model/suppression.ts';
import { plainText } from '../plain.ts';
import { counted } from '../wording.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { shownText } from './shown-text.ts';

const FILES = 100;
/** Code points. */
const LONGEST = 300;

export function filesSection({ figures }: Report): Markup {
  const rest = figures.sources.length - FILES;
  return html`<section id="files"><h2>Files</h2>
<div class="scroll"><table><thead><tr><th scope="col">file</th><th scope="col">format</th><th scope="col">records</th><th scope="col">bytes</th><th scope="col">sha256</th></tr></thead>
<tbody>${figures.sources
    .slice(0, FILES)
    .map(
      ({ name, format, because, records, bytes, sha256 }) =>
        html`<tr><th scope="row"><code>${shownText(name, LONGEST)}</code></th><td>${format}<br><small>${shownText(because, LONGEST)}</small></td><td class="number">${amount(records)}</td><td class="number">${amount(bytes)}</td><td><code title="${sha256}">${sha256.slice(0, 12)}</code></td></tr>`,
    )}</tbody></table></div>
${rest > 0 ? html`<p class="rest">and ${counted(rest, 'file')} more</p>` : NOTHING}</section>`;
}

export function settingsSection(report: Report): Markup {
  const { settings, target, figures } = report;
  const { rules, overrides, labels, columns, suppressions, baseline, ...plain } = settings;
  const said = Object.entries(plain).filter(([, value]) => value !== undefined);
  const severities = Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1));
  return html`<section id="settings"><h2>How it was checked</h2>
${target === undefined ? NOTHING : html`<p>For ${target.title} (<code>${target.id}</code>), by facts read on ${target.status.read}. ${target.status.note}</p>`}
<div class="scroll"><table><tbody>${said.map(([name, value]) => html`<tr><th scope="row">${name}</th><td><code>${shownText(typeof value === 'object' ? JSON.stringify(value) : String(value), LONGEST)}</code></td></tr>`)}
<tr><th scope="row">tokens counted by</th><td><code>${plainText(figures.tokens.tokenizer)}</code> (${plainText(figures.tokens.engine)}, ${figures.tokens.exact ? 'exact' : 'estimate'})</td></tr>
${labels === undefined ? NOTHING : html`<tr><th scope="row">labels</th><td>${shownText(labels.join(', '), LONGEST)}</td></tr>`}
${Object.entries(columns).map(([column, field]) => html`<tr><th scope="row">column ${shownText(column, LONGEST)}</th><td>${shownText(field, LONGEST)}</td></tr>`)}
${overrides.map(({ files, rules: others }) => html`<tr><th scope="row">in <code>${shownText(files, LONGEST)}</code></th><td>${Object.entries(others).map(([rule, severity]) => html`<code>${rule}</code> ${severity} `)}</td></tr>`)}
${suppressions.map((one) => suppressionRow(one))}
${baseline === undefined ? NOTHING : html`<tr><th scope="row">baseline</th><td>of ${counted(baseline.read, 'record')}, sha256 <code title="${baseline.sha256}">${baseline.sha256.slice(0, 12)}</code></td></tr>`}
</tbody></table></div>
<details><summary>${counted(severities.length, 'rule')} on</summary><div class="scroll"><table><tbody>${severities.map(([rule, { severity, options, maxRate }]) => html`<tr><th scope="row"><code>${rule}</code></th><td>${severity}</td><td>${Object.entries(options).map(([name, value]) => html`${name} ${shownText(String(value), LONGEST)} `)}${maxRate === undefined ? NOTHING : html`maxRate ${maxRate}`}</td></tr>`)}</tbody></table></div></details>
</section>`;
}

function suppressionRow({ rule, files, pointer, record, reason, until }: Suppression): Markup {
  const named = Object.entries({ rule, files, pointer, record, until }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${value}`],
  );
  return html`<tr><th scope="row">suppressed</th><td><code>${shownText(named.join(', '), LONGEST)}</code> ${shownText(reason, LONGEST)}</td></tr>`;
}
