// Charts as SVG: numbers in, markup out. d3-scale's door.

import { scaleBand, scaleLinear } from 'd3-scale';
import { amount } from '../../model/amount.ts';
import type { Bucket } from '../../model/report.ts';
import { html, type Markup } from './markup.ts';

const WIDTH = 720;
const HEIGHT = 220;
const MARGIN = { top: 18, right: 8, bottom: 40, left: 56 };

/**
 * Records by length, a column for each bucket; the median and the 95th percentile are marked in the buckets they fall
 * into. A limit within the chart is a line across it.
 */
export function histogram(
  buckets: readonly Bucket[],
  marks: Readonly<Record<string, number>>,
  limit?: number,
): Markup {
  const ends = buckets.map(({ upTo }) => String(upTo));
  const x = scaleBand(ends, [MARGIN.left, WIDTH - MARGIN.right]).padding(0.15);
  const y = scaleLinear(
    [0, Math.max(1, ...buckets.map(({ records }) => records))],
    [HEIGHT - MARGIN.bottom, MARGIN.top],
  ).nice(4);
  const floor = HEIGHT - MARGIN.bottom;
  const ticks = y.ticks(4).filter(Number.isInteger);
  const columns = buckets.map(({ upTo, records }) => {
    const left = x(String(upTo)) ?? 0;
    const top = y(records);
    const middle = left + x.bandwidth() / 2;
    return html`<rect class="bar" x="${round(left)}" y="${round(top)}" width="${round(x.bandwidth())}" height="${round(floor - top)}"><title>${amount(records)} with at most ${amount(upTo)} tokens</title></rect>
<text class="tick" x="${round(middle)}" y="${floor + 16}" text-anchor="middle">${short(upTo)}</text>
${records === 0 ? '' : html`<text class="value" x="${round(middle)}" y="${round(top - 4)}" text-anchor="middle">${short(records)}</text>`}`;
  });
  const named = Object.entries(marks).map(([name, value]) => {
    const bucket = buckets.find(({ upTo }) => value <= upTo);
    if (bucket === undefined) return '';
    const middle = (x(String(bucket.upTo)) ?? 0) + x.bandwidth() / 2;
    return html`<text class="mark" x="${round(middle)}" y="${floor + 32}" text-anchor="middle">${name}</text>`;
  });
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Records by number of tokens; the table below has the same numbers">
${ticks.map((tick) => html`<line class="grid" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${round(y(tick))}" y2="${round(y(tick))}"/><text class="tick" x="${MARGIN.left - 8}" y="${round(y(tick) + 4)}" text-anchor="end">${amount(tick)}</text>`)}
${columns}
${named}
${limitLine(buckets, limit, x)}
</svg>`;
}

/** Within the bucket where the limit falls, as far to the right as it is of the bucket's doubling. */
function limitLine(
  buckets: readonly Bucket[],
  limit: number | undefined,
  x: ReturnType<typeof scaleBand<string>>,
): Markup | string {
  const bucket = limit === undefined ? undefined : buckets.find(({ upTo }) => limit <= upTo);
  if (limit === undefined || bucket === undefined) return '';
  const share = Math.min(1, Math.max(0, (limit * 2) / bucket.upTo - 1));
  const at = round((x(String(bucket.upTo)) ?? 0) + x.bandwidth() * share);
  return html`<line class="limit" x1="${at}" x2="${at}" y1="${MARGIN.top}" y2="${HEIGHT - MARGIN.bottom}"/><text class="mark" x="${at}" y="${MARGIN.top - 6}" text-anchor="end">limit ${short(limit)}</text>`;
}

/** A bar of a table's row; the number stands beside it as text. */
export function rowBar(value: number, most: number, kind = 'bar'): Markup {
  const x = scaleLinear([0, Math.max(1, most)], [0, 100]);
  const width = value === 0 ? 0 : Math.max(0.5, x(value));
  return html`<svg class="row-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect class="${kind}" width="${round(width)}" height="8"/></svg>`;
}

/** Where a size stands against the range that a goal asks for. */
export function rangeBar(value: number, low: number, high: number | undefined): Markup {
  const end = Math.max(value, high ?? low * 2, 1) * 1.05;
  const x = scaleLinear([0, end], [0, 100]);
  const to = high ?? end;
  return html`<svg class="range-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="12"/><rect class="range" x="${round(x(low))}" width="${round(x(to) - x(low))}" height="12"/><rect class="bar" y="3" width="${round(x(value))}" height="6"/></svg>`;
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** 131072 → "128k", 250000 → "250k": what fits under a column. */
function short(n: number): string {
  if (n < 10_000) return amount(n);
  if (n % 1024 === 0 && n < 1_048_576) return `${n / 1024}k`;
  return n < 1_000_000 ? `${Math.round(n / 1000)}k` : `${(n / 1_000_000).toFixed(1)}M`;
}
