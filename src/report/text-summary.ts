// The figures of a run for a terminal: sources, records, tokens, labels, goal and cost, a line or two each.

import type { Report, View } from '../model/report.ts';
import { bar, sparkline } from './chart.ts';
import type { Paint } from './paint.ts';
import { cut, plainText } from './plain.ts';
import { columnsOf, indent, padEnd, padStart } from './width.ts';
import { amount, counted } from './wording.ts';

/** Columns of the names at the left. */
const NAME = 10;
/** Classes that are drawn; the rest is counted. */
const CLASSES = 12;
const SOURCES = 10;
/** Fewer records make no picture. */
const FEW = 20;

export function summaryLines(report: Report, view: View, paint: Paint): string[] {
  const section = (name: string, entries: readonly string[]): string[] =>
    entries.flatMap((entry, i) =>
      indent(entry, view.width, paint.dim(padEnd(i === 0 ? name : '', NAME)), ' '.repeat(NAME)),
    );
  return [
    ...section('data', sources(report)),
    ...section('records', records(report)),
    ...section('tokens', tokens(report, paint)),
    ...section('turns', turns(report)),
    ...section('labels', labels(report)),
    ...section('goal', goal(report, paint)),
    ...section('cost', cost(report)),
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
  const { read, broken, unrecognized, exactDuplicates, nearDuplicates, effective } = figures.records;
  const lost = [
    broken === 0 ? '' : `${amount(broken)} broken`,
    unrecognized === 0 ? '' : `${amount(unrecognized)} not recognized`,
    exactDuplicates === 0 ? '' : counted(exactDuplicates, 'exact duplicate'),
    nearDuplicates === 0 ? '' : counted(nearDuplicates, 'near-duplicate'),
  ].filter((part) => part !== '');
  if (read === 0) return ['none'];
  if (lost.length === 0) return [`${amount(read)}, all of them count`];
  return [`${amount(read)} read, less ${lost.join(', ')}: ${amount(effective)} count`];
}

function tokens({ figures }: Report, paint: Paint): string[] {
  const { total, learned, framing, tokenizer, exact, perRecord, histogram } = figures.tokens;
  if (total === 0) return [];
  const about = exact ? '' : 'about ';
  const frame = framing === 0 ? '' : `, and ${amount(framing)} of chat format around them`;
  const [first] = histogram;
  const last = histogram.at(-1);
  const chart =
    first === undefined || last === undefined || perRecord.min === perRecord.max || figures.records.read < FEW
      ? ''
      : `   ${paint.dim(`≤${amount(first.upTo)}`)} ${sparkline(histogram)} ${paint.dim(`≤${amount(last.upTo)}`)}`;
  return [
    `${about}${amount(total)} of text (${plainText(tokenizer)}), ${amount(learned)} of them learned${frame}`,
    `per record ${amount(perRecord.min)} to ${amount(perRecord.max)}, median ${amount(perRecord.p50)}, 95 % up to ${amount(perRecord.p95)}${chart}`,
  ];
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

function labels({ figures }: Report): string[] {
  const { labels: all, otherLabels } = figures;
  if (all.length === 0) return [];
  const shown = all
    .slice(0, CLASSES)
    .map(({ label, records: n }) => ({ name: cut(plainText(label), 30), n }));
  const width = Math.max(...shown.map(({ name }) => columnsOf(name)));
  const digits = Math.max(...shown.map(({ n }) => amount(n).length));
  const most = all[0]?.records ?? 0;
  const lines = shown.map(
    ({ name, n }) => `${padEnd(name, width)}\u00a0${padStart(amount(n), digits)}\u00a0${bar(n, most, 24)}`,
  );
  const rest = all.slice(CLASSES).reduce((sum, { records: n }) => sum + n, otherLabels);
  if (rest > 0) lines.push(`and ${counted(rest, 'record')} with other labels`);
  // Spaces inside a row must not be folded.
  return lines.map((line) => line.replaceAll(' ', '\u00a0'));
}

function goal({ goal: assessed, figures }: Report, paint: Paint): string[] {
  if (assessed === undefined) {
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
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
