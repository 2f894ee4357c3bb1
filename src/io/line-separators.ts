// Characters inside a line of JSON that other tools take for the end of the line.

import { type Batch, NO_OFFSET, type PlacedProblem, placeOf } from './batch.ts';

/** U+2028, U+2029 and U+0085 in UTF-8. */
const SEPARATORS: readonly { readonly bytes: Buffer; readonly code: string }[] = [
  { bytes: Buffer.from([0xe2, 0x80, 0xa8]), code: 'U+2028' },
  { bytes: Buffer.from([0xe2, 0x80, 0xa9]), code: 'U+2029' },
  { bytes: Buffer.from([0xc2, 0x85]), code: 'U+0085' },
];

/** The lines of a batch that hold one, each with the first of its kinds; only containers made of lines have any. */
export function findLineSeparators(batch: Batch): PlacedProblem[] {
  const { starts, ends } = batch;
  if (batch.offset === NO_OFFSET || batch.columns !== undefined || starts.length === 0) return [];
  const bytes = Buffer.from(batch.bytes.buffer, batch.bytes.byteOffset, batch.bytes.byteLength);
  const found = new Map<number, string>();
  for (const { bytes: separator, code } of SEPARATORS) {
    let record = 0;
    for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, ends[record] as number)) {
      while (record < ends.length && (ends[record] as number) <= at) record += 1;
      if (record === ends.length) break;
      if (at >= (starts[record] as number) && !found.has(record)) found.set(record, code);
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([record, code]) => ({
      at: placeOf(batch, record),
      problem: { rule: 'structure/line-separator', message: 'separator', pointer: '', data: { code } },
    }));
}
