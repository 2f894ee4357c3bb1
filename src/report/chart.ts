// Charts as text: numbers in, strings out.

import type { Bucket } from '../model/report.ts';

const STEPS = '▁▂▃▄▅▆▇█';

/** One column per bucket; any record at all shows at least the lowest step, none a dot. */
export function sparkline(buckets: readonly Bucket[]): string {
  const most = Math.max(1, ...buckets.map(({ records }) => records));
  return buckets
    .map(({ records }) =>
      records === 0 ? '·' : (STEPS[Math.floor((records * (STEPS.length - 1)) / most)] ?? ' '),
    )
    .join('');
}

/** A bar of at most `columns`, in eighths. */
export function bar(value: number, most: number, columns: number): string {
  const eighths = most === 0 ? 0 : Math.round((value * columns * 8) / most);
  const rest = eighths % 8;
  const tail = rest === 0 ? '' : (' ▏▎▍▌▋▊▉'[rest] ?? '');
  const drawn = '█'.repeat(Math.floor(eighths / 8)) + tail;
  return drawn === '' && value > 0 ? '▏' : drawn;
}
