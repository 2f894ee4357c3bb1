// The quality report as one page: it works from disk, asks nothing of a network, and can be read without scripts.

import { amount } from '../model/amount.ts';
import type { Report, Reporter } from '../model/report.ts';
import { filesSection, settingsSection } from './html/about.ts';
import { BEHAVIOUR } from './html/behaviour.ts';
import { goalSection, labelsSection, percent, tokensSection, turnsSection } from './html/figures.ts';
import { findingsSection } from './html/findings.ts';
import { type Markup, html as markup, NOTHING, trusted } from './html/markup.ts';
import { hashOf } from './html/policy.ts';
import { STYLE } from './html/style.ts';
import { plainText } from './plain.ts';
import { gatesOf, judgedOf, verdictOf, withheldOf } from './verdict.ts';

export const html: Reporter = {
  id: 'html',
  title: 'A page to read and to share',
  extension: 'html',
  render: (report) => page(report).markup,
};

/** Only our style and our script, by their hashes; nothing is loaded, nothing can be sent. */
const policy = (): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(BEHAVIOUR)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

function page(report: Report): Markup {
  const sections: readonly (readonly [string, string, Markup])[] = [
    ['goal', 'Is it enough?', goalSection(report)],
    ['findings', 'Findings', findingsSection(report)],
    ['tokens', 'Tokens', tokensSection(report)],
    ['turns', 'Turns', turnsSection(report)],
    ['labels', 'Labels', labelsSection(report)],
    ['files', 'Files', filesSection(report)],
    ['settings', 'How it was checked', settingsSection(report)],
  ];
  const there = sections.filter(([, , section]) => section !== NOTHING);
  const [first = ''] = report.figures.sources.map(({ name }) => plainText(name));
  const { name, version } = report.tool;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${report.verdict === 'pass' ? 'Pass' : 'Fail'}: ${first}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
<header>
<h1>Dataset report</h1>
<p class="verdict ${report.verdict}">${headline(report)}</p>${sample(report)}
${tiles(report)}
${besides(report)}
<nav aria-label="Parts of the report">${there.map(([id, title]) => markup`<a href="#${id}">${title}</a> `)}</nav>
</header>
<main>
${there.map(([, , section]) => section)}
</main>
<footer><p>${plainText(name)} ${plainText(version)}, judged as of ${report.settings.today}. Text from the data is shown as it is; what cannot be seen stands as its code, secrets are masked.</p></footer>
<script>${trusted(BEHAVIOUR)}</script>
</body>
</html>
`;
}

/** Why it failed, without the numbers that stand below it. */
const headline = (report: Report): string =>
  report.verdict === 'pass' ? `✔ ${verdictOf(report)}` : `✖ Fail: ${plainText(report.reasons.join('; '))}.`;

/** Said before any number: the numbers are not of the whole. */
function sample(report: Report): Markup {
  const { sample: drawn } = report.figures;
  if (drawn === undefined) return NOTHING;
  return markup`<p><strong>Judged was ${judgedOf(report)}, drawn by seed ${drawn.seed}.</strong> Every figure here is of the sample.</p>`;
}

/** What is not told, and the rates that decide. */
function besides(report: Report): Markup {
  const lines = [...withheldOf(report), ...gatesOf(report)];
  return lines.length === 0
    ? NOTHING
    : markup`<ul class="besides">${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}

/** The few numbers that matter. */
function tiles({ figures, totals }: Report): Markup {
  const { records, tokens } = figures;
  const about = tokens.exact ? '' : 'about ';
  const lost = records.read - records.effective;
  const cells: readonly (readonly [string, string, string])[] = [
    [
      'Records that count',
      amount(records.effective),
      `of ${figures.sample === undefined ? '' : 'a sample of '}${amount(records.read)}${lost === 0 ? '' : `, ${amount(lost)} do not`}`,
    ],
    ['Errors', amount(totals.error), ''],
    ['Warnings', amount(totals.warning), ''],
    [
      'Duplicates',
      amount(records.exactDuplicates + records.nearDuplicates),
      percent(records.exactDuplicates + records.nearDuplicates, records.read),
    ],
    ['Tokens', about + amount(tokens.total), `${percent(tokens.learned, tokens.total)} learned`],
    ['Median record', amount(tokens.perRecord.p50), 'tokens'],
  ];
  return markup`<dl class="tiles">${cells.map(([title, value, note]) => markup`<div><dt>${title}</dt><dd>${value}${note === '' ? NOTHING : markup`<small>${note}</small>`}</dd></div>`)}</dl>`;
}
