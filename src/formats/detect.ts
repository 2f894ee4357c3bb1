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

/** Lets the head of a source vote. `values` are its first records as far as they could be parsed. */
export function detectFormat(values: readonly JsonValue[], formats: readonly Format[]): Detection {
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
  const runnerUp =
    second === undefined
      ? 'no other format fits'
      : `then ${second.format.id} with ${second.count} (${second.because})`;
  return {
    format: winner.format,
    because: `${winner.count} of the first ${values.length} records have ${winner.because}; ${runnerUp}`,
  };
}

function vote(votes: Map<string, Votes>, format: Format, evidence: Evidence): void {
  const so = votes.get(format.id) ?? { format, count: 0, score: 0, because: evidence.because };
  so.count += 1;
  so.score += Math.round(evidence.score * 1000);
  votes.set(format.id, so);
}

/**
 * The format that recognizes a record which its source's format does not: what makes a file a mixed one.
 * undefined where the source's own format fits, or none does.
 */
export function recognizeOther(
  value: JsonObject,
  own: Format,
  formats: readonly Format[],
): Format | undefined {
  if (own.recognize(value) !== undefined) return undefined;
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
