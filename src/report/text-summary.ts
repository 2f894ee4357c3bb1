// The figures of a run for a terminal: sources, records, tokens, labels, goal and cost, a line or two each.

import { amount } from '../model/amount.ts';
import type { Report, View } from '../model/report.ts';
import { bar, sparkline } from './chart.ts';
import type { Paint } from './paint.ts';
import { cut, plainText } from './plain.ts';
import { gatesOf, withheldOf } from './verdict.ts';
import { clip, columnsOf, indent, padEnd, padStart } from './width.ts';
import { counted, notCounted } from './wording.ts';

/** Columns of the names at the left. */
const NAME = 10;
/** Classes that are drawn; the rest is counted. */
const CLASSES = 12;
const SOURCES = 10;
/** Fewer records make no picture. */
const FEW = 20;

export function summaryLines(report: Report, view: View, paint: Paint): string[] {
  const head = (name: string, i: number): string =>
    i === 0 ? paint.dim(padEnd(name, NAME)) : ' '.repeat(NAME);
  const section = (name: string, entries: readonly string[]): string[] =>
    entries.flatMap((entry, i) => indent(entry, view.width, head(name, i), ' '.repeat(NAME)));
  /** Rows that must not be folded. */
  const rows = (name: string, entries: readonly string[]): string[] =>
    entries.map((entry, i) => head(name, i) + entry);
  const room = view.width - NAME;
  return [
    ...section('data', sources(report)),
    ...section('records', records(report)),
    ...section('tokens', tokens(report, room, paint)),
    ...section('turns', turns(report)),
    ...rows('labels', labels(report, room, paint)),
    ...section('goal', goal(report, paint)),
    ...section('cost', cost(report)),
    ...section('not told', withheldOf(report)),
    ...section('rates', gatesOf(report)),
  ];
}

function sources({ figures, target }: Report): string[] {
  const lines = figures.sources
    .slice(0, SOURCES)
    .map(
      ({ name, format, because, bytes }) =>
        `${plainText(name)} (${size(bytes)}): ${format === 'unknown' ? 'no known format' : format}, ${cut(plainText(because), 200)}`,
    );
  if (figures.sources.length > SOURCES)
    lines.push(`and ${amount(figures.sources.length - SOURCES)} more files`);
  if (target !== undefined)
    lines.push(`checked for ${target.title} (${target.id}), facts of ${target.status.read}`);
  return lines;
}

function records({ figures }: Report): string[] {
  const { sample } = figures;
  const { read, broken, unrecognized, exactDuplicates, nearDuplicates, effective } = figures.records;
  const lost = [
    broken === 0 ? '' : `${amount(broken)} broken`,
    unrecognized === 0 ? '' : `${amount(unrecognized)} not recognized`,
    exactDuplicates === 0 ? '' : counted(exactDuplicates, 'exact duplicate'),
    nearDuplicates === 0 ? '' : counted(nearDuplicates, 'near-duplicate'),
  ].filter((part) => part !== '');
  if (read === 0) return ['none'];
  if (sample !== undefined) {
    const others = sample.of === sample.records ? '' : '; nothing is said of the others';
    const drawn = `a sample of ${amount(sample.records)} of ${amount(sample.of)}, drawn by seed ${sample.seed}${others}`;
    return lost.length === 0 ? [drawn] : [drawn, `less ${lost.join(', ')}: ${amount(effective)} count`];
  }
  if (lost.length === 0) return [`${amount(read)}, all of them count`];
  return [`${amount(read)} read, less ${lost.join(', ')}: ${amount(effective)} count`];
}

function tokens({ figures }: Report, room: number, paint: Paint): string[] {
  const {
    total,
    learned,
    framing,
    chatFormat,
    unsizedImages,
    tokenizer,
    exact,
    limit,
    perRecord,
    histogram,
  } = figures.tokens;
  if (total === 0) return [];
  const about = exact ? '' : 'about ';
  const frame = framing === 0 ? '' : `, and about ${amount(framing)} of chat format (${chatFormat})`;
  const images = unsizedImages === 0 ? '' : `; ${notCounted(unsizedImages)}`;
  const sum = `${about}${amount(total)} of text (${plainText(tokenizer)}), ${amount(learned)} of them learned${frame}${images}`;
  const { min, max, p50, p95 } = perRecord;
  const most = limit === undefined ? '' : `; one example may have ${amount(limit)}`;
  if (min === max) return [sum, `${amount(min)} per record${most}`];
  const each = `per record ${amount(min)} to ${amount(max)}, median ${amount(p50)}, 95 % up to ${amount(p95)}${most}`;
  const [first] = histogram;
  const last = histogram.at(-1);
  if (first === undefined || last === undefined || figures.records.read < FEW) return [sum, each];
  const chart = `${paint.dim(`≤${amount(first.upTo)}`)} ${sparkline(histogram)} ${paint.dim(`≤${amount(last.upTo)}`)}`;
  const together = `${each}   ${chart}`;
  return columnsOf(together) <= room ? [sum, together] : [sum, each, chart];
}

function turns({ figures }: Report): string[] {
  const { min, max, p50 } = figures.turns;
  const roles = Object.entries(figures.roles)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([role, n]) => `${role} ${amount(n)}`);
  if (roles.length === 0) return [];
  const range = min === max ? amount(min) : `${amount(min)} to ${amount(max)}, median ${amount(p50)}`;
  return [`${range} per record; ${roles.join(', ')}`];
}

function labels({ figures, goal: assessed }: Report, room: number, paint: Paint): string[] {
  const { labels: all, otherLabels } = figures;
  if (all.length === 0) return [];
  const thin = new Set(
    assessed?.perClass.filter(({ verdict }) => verdict === 'too-few').map(({ label }) => label),
  );
  const shown = all.slice(0, CLASSES).map(({ label, records: n }) => ({
    name: clip(plainText(label), Math.min(30, Math.max(8, room - 26))),
    n,
    few: thin.has(label) ? `  ${paint.yellow('too few')}` : '',
  }));
  const width = Math.max(...shown.map(({ name }) => columnsOf(name)));
  const digits = Math.max(...shown.map(({ n }) => amount(n).length));
  const columns = Math.min(24, Math.max(8, room - width - digits - 11));
  const most = all[0]?.records ?? 0;
  const lines = shown.map(
    ({ name, n, few }) =>
      `${padEnd(name, width)} ${padStart(amount(n), digits)} ${few === '' ? bar(n, most, columns) : padEnd(bar(n, most, columns), columns)}${few}`,
  );
  const rest = all.slice(CLASSES).reduce((sum, { records: n }) => sum + n, otherLabels);
  if (rest > 0) lines.push(`and ${counted(rest, 'record')} with other labels`);
  return lines;
}

function goal({ goal: assessed, figures }: Report, paint: Paint): string[] {
  if (assessed === undefined) {
    if (figures.goals.length === 0) return [];
    const enough = figures.goals.filter(({ verdict }) => verdict !== 'too-few').map(({ id }) => id);
    const size =
      enough.length === 0
        ? 'by its size, enough for none yet'
        : `by its size, enough for ${enough.join(', ')}`;
    return [`${size}; --goal says more`];
  }
  const verdict = {
    'too-few': paint.yellow('too few'),
    enough: paint.green('enough'),
    ample: paint.green('ample'),
  }[assessed.verdict];
  return [
    `${assessed.title}: ${paint.bold(verdict)}. ${assessed.why.map(plainText).join(' ')}`,
    ...assessed.next.map((step) => `${paint.green('→')} ${plainText(step)}`),
  ];
}

function cost({ cost: estimates }: Report): string[] {
  const [first] = estimates;
  if (first === undefined) return [];
  const prices = estimates
    .map(({ model, usd }) => `${model} ${usd < 0.01 ? 'less than $0.01' : `$${usd.toFixed(2)}`}`)
    .join(', ');
  return [`${prices} to train (${first.note} of ${first.priceDate})`];
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
