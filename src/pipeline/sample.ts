// Parcels → parcels of a sample: as many records as asked for, the same ones for a seed whatever the chunks.

import { type Batch, indexOf, NO_OFFSET, noteBatch, placeOf } from '../io/batch.ts';
import { finishHash, hashNumber, startHash } from '../model/hash.ts';
import type { SampleFigures } from '../model/report.ts';
import type { SampleWish } from '../model/settings.ts';
import type { Parcel } from './survey.ts';

export interface Sampling {
  /** What the readers say, as it comes; then the records of the sample in the order of their positions. */
  readonly parcels: AsyncGenerator<Parcel, void, undefined>;
  /** Complete once the parcels have ended; undefined where nothing was drawn, for all was wanted. */
  readonly figures: SampleFigures | undefined;
}

/** A record that may be in the sample, with bytes of its own. */
interface Drawn {
  readonly high: number;
  readonly low: number;
  readonly source: number;
  readonly index: number;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly flag: number;
  readonly bytes: Uint8Array;
  readonly format: string | undefined;
}

/** Bytes and records of a batch, about. */
const BATCH_BYTES = 1 << 20;
const BATCH_RECORDS = 4096;

/**
 * Reads everything and keeps the records whose hash of seed, source and number is among the smallest. At most twice the
 * sample is held in memory.
 */
export function drawSample(parcels: AsyncIterable<Parcel>, wish: SampleWish): Sampling {
  const figures = { records: 0, of: 0, seed: wish.seed };
  return { parcels: draw(parcels, wish, figures), figures };
}

async function* draw(
  parcels: AsyncIterable<Parcel>,
  { records: wanted, seed }: SampleWish,
  figures: { records: number; of: number },
): AsyncGenerator<Parcel, void, undefined> {
  const room = Math.max(2 * wanted, 1024);
  let drawn: Drawn[] = [];
  let last: Drawn | undefined;
  for await (const { batch, format } of parcels) {
    if (batch.notes.length > 0) yield { batch: noteBatch(batch.source, batch.notes), format };
    figures.of += batch.starts.length;
    for (let record = 0; record < batch.starts.length; record += 1) {
      const hash = startHash();
      const index = indexOf(batch, record);
      hashNumber(hash, seed);
      hashNumber(hash, batch.source);
      hashNumber(hash, index);
      hashNumber(hash, Math.floor(index / 2 ** 32));
      finishHash(hash);
      if (last !== undefined && hash.high > last.high) continue;
      drawn.push(keep(batch, record, format, hash));
      if (drawn.length < room) continue;
      drawn = drawn.sort(byHash).slice(0, wanted);
      last = drawn.at(-1);
    }
  }
  drawn = drawn.sort(byHash).slice(0, wanted).sort(byPosition);
  figures.records = drawn.length;
  for (let from = 0; from < drawn.length; ) {
    const to = endOfBatch(drawn, from);
    yield { batch: batchOf(drawn.slice(from, to)), format: drawn[from]?.format };
    from = to;
  }
}

function keep(
  batch: Batch,
  record: number,
  format: string | undefined,
  { high, low }: { readonly high: number; readonly low: number },
): Drawn {
  const { source, index, line, column = 1, offset = NO_OFFSET } = placeOf(batch, record);
  return {
    high,
    low,
    source,
    index,
    line: line ?? 0,
    column,
    offset,
    flag: batch.flags[record] as number,
    // A copy: the batch that it stands in is let go.
    bytes: batch.bytes.slice(batch.starts[record], batch.ends[record]),
    format,
  };
}

const byPosition = (a: Drawn, b: Drawn): number => a.source - b.source || a.index - b.index;
const byHash = (a: Drawn, b: Drawn): number => a.high - b.high || a.low - b.low || byPosition(a, b);

/** The records of one batch: of one source, and no more than a thread takes at once. */
function endOfBatch(drawn: readonly Drawn[], from: number): number {
  const source = drawn[from]?.source;
  let bytes = 0;
  let to = from;
  while (to < drawn.length && to - from < BATCH_RECORDS && bytes < BATCH_BYTES) {
    if (drawn[to]?.source !== source) break;
    bytes += drawn[to]?.bytes.length ?? 0;
    to += 1;
  }
  return to;
}

function batchOf(drawn: readonly Drawn[]): Batch {
  const ends: number[] = [];
  let length = 0;
  for (const { bytes } of drawn) {
    length += bytes.length;
    ends.push(length);
  }
  const bytes = new Uint8Array(length);
  drawn.forEach((one, i) => {
    bytes.set(one.bytes, (ends[i] as number) - one.bytes.length);
  });
  return {
    source: drawn[0]?.source ?? 0,
    firstIndex: drawn[0]?.index ?? 0,
    indexes: Float64Array.from(drawn, ({ index }) => index),
    offset: NO_OFFSET,
    offsets: Float64Array.from(drawn, ({ offset }) => offset),
    bytes,
    starts: Uint32Array.from(drawn, (one, i) => (ends[i] as number) - one.bytes.length),
    ends: Uint32Array.from(ends),
    lines: Uint32Array.from(drawn, ({ line }) => line),
    columns: Uint32Array.from(drawn, ({ column }) => column),
    flags: Uint8Array.from(drawn, ({ flag }) => flag),
    notes: [],
  };
}
