// Which format is a source in? The first records vote, and the answer comes with its reason and the runner-up.

import type { Evidence, Format } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';

export interface Detection {
  /** undefined: no record of the head looked like anything known. */
  readonly format: Format | undefined;
  /** "449 of 449 records: messages with role and content; no other format fits" */
  readonly because: string;
}

interface Votes {
  readonly format: Format;
  count: number;
  /** In thousandths, so that sums are exact. */
  score: number;
  because: string;
}

/**
 * Lets the head of a source vote. `values` are its first records as far as they could be parsed. `wanted` is what
 * will be read in the end: where some records are of it and the others only lack one of its keys, all are of it.
 */
export function detectFormat(
  values: readonly JsonValue[],
  formats: readonly Format[],
  wanted?: Format,
): Detection {
  const votes = new Map<string, Votes>();
  for (const value of values) {
    if (!isObject(value)) continue;
    for (const format of formats) {
      const evidence = format.recognize(value);
      if (evidence !== undefined) vote(votes, format, evidence);
    }
  }
  const order = [...votes.values()].sort((a, b) => b.score - a.score || (a.format.id < b.format.id ? -1 : 1));
  const [winner, second] = order;
  if (winner === undefined) return { format: undefined, because: keysSeen(values) };
  const some = wanted === undefined ? undefined : votes.get(wanted.id);
  if (wanted !== undefined && some !== undefined && some !== winner && holds(wanted, winner.format)) {
    const because = `${some.count} of the first ${values.length} records have ${some.because}; the others could be of it too`;
    return { format: wanted, because };
  }
  const runnerUp =
    second === undefined
      ? 'no other format fits'
      : `then ${second.format.id} with ${second.count} (${second.because})`;
  return {
    format: winner.format,
    because: `${winner.count} of the first ${values.length} records have ${winner.because}; ${runnerUp}`,
  };
}

const holds = (wide: Format, narrow: Format): boolean => narrow.keys.every((key) => wide.keys.includes(key));

function vote(votes: Map<string, Votes>, format: Format, evidence: Evidence): void {
  const so = votes.get(format.id) ?? { format, count: 0, score: 0, because: evidence.because };
  so.count += 1;
  so.score += Math.round(evidence.score * 1000);
  votes.set(format.id, so);
}

/**
 * The format of a record that is not of its file's own format: what makes a file a mixed one. `complained` says
 * whether the own format found fault with the record. undefined where the own format fits, or no other does.
 */
export function recognizeOther(
  value: JsonObject,
  own: Format,
  complained: boolean,
  formats: readonly Format[],
): Format | undefined {
  if (own.recognize(value) !== undefined) return undefined;
  const other = bestFormat(value, formats);
  if (other === undefined || other.keys.some((key) => !own.keys.includes(key))) return other;
  // No key of its own speaks for the other: the record may well be of this file and only lack or spell something.
  return complained && other.keys.length === own.keys.length ? other : undefined;
}

function bestFormat(value: JsonObject, formats: readonly Format[]): Format | undefined {
  let best: Format | undefined;
  let score = SURE;
  for (const format of formats) {
    const evidence = format.recognize(value);
    if (evidence === undefined || evidence.score < score) continue;
    // Of equal scores the first stays: a record fits two formats only where neither is sure.
    if (best !== undefined && evidence.score === score) continue;
    best = format;
    score = evidence.score;
  }
  return best;
}

/** Weaker evidence (an empty list, a dialogue without answers) accuses no file. */
const SURE = 0.7;

/** The keys of the head's records, most frequent first: what a user needs when nothing is recognized. */
export function keysSeen(values: readonly JsonValue[]): string {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (!isObject(value)) continue;
    for (const key of Object.keys(value)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (counts.size === 0) return 'no record is an object';
  const keys = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 12);
  return `keys seen: ${keys.map(([key]) => key).join(', ')}${counts.size > 12 ? ' …' : ''}`;
}
