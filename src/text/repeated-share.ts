// How much of a text has been said in it before: the measures of the Gopher rules at four times their bounds.

/** Shares in percent, from the longest run of words to the shortest: four times what Gopher allows in pages of the web: at twice and at three times, lists, surveys and definitions were hit. */
const BOUNDS: readonly (readonly [size: number, percent: number])[] = [
  [10, 40],
  [9, 44],
  [8, 48],
  [7, 52],
  [6, 56],
  [5, 60],
];
const LINES = 60;
const FEWEST_LINES = 5;
/** A text that holds so much twice holds two of a few probes twice. */
const PROBES = 6;
const NEEDED = 2;
const EARLY = 0.6;
const PROBE = 16;
const COMMON: ReadonlySet<number> = new Set([...'etaoinsrhldcum'].map((letter) => letter.charCodeAt(0)));
const LOOKED_AT = 20_000;
const SHOWN = 60;

export interface Repeated {
  /** Words in a run; absent where whole lines come again. */
  readonly size?: number;
  readonly percent: number;
  /** Where something is said again for the first time, and what. */
  readonly at: number;
  readonly text: string;
}

/** Undefined where the text has fewer than `fewest` words or says little again. */
export function repeatedShare(whole: string, fewest: number): Repeated | undefined {
  const text = whole.slice(0, LOOKED_AT);
  if (!mayRepeat(text)) return undefined;
  const words = [...text.matchAll(/\S+/g)];
  if (words.length < fewest) return undefined;
  return repeatedLines(text) ?? repeatedRuns(text, words);
}

/** A cheap no for nearly all: hardly any probe comes again. */
function mayRepeat(text: string): boolean {
  // What is said early comes again later, so later places need not be asked.
  const step = Math.floor((text.length * EARLY) / PROBES);
  let again = 0;
  for (let i = 0; i < PROBES && again + PROBES - i >= NEEDED; i += 1) {
    const at = rareFrom(text, step * i);
    if (text.indexOf(text.slice(at, at + PROBE), at + PROBE) >= 0) again += 1;
    if (again === NEEDED) return true;
  }
  return false;
}

/** The next letter that is rare in running text: a search for what begins with it stops seldom. */
function rareFrom(text: string, from: number): number {
  for (let at = from; at < from + PROBE; at += 1) {
    const unit = text.charCodeAt(at) | 32;
    if (unit !== 32 && !COMMON.has(unit)) return at;
  }
  return from;
}

function repeatedLines(text: string): Repeated | undefined {
  const seen = new Set<string>();
  let lines = 0;
  let again = 0;
  let at = -1;
  let shown = '';
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0].trim();
    if (line === '') continue;
    lines += 1;
    if (!seen.has(line)) {
      seen.add(line);
      continue;
    }
    again += match[0].length;
    if (at < 0 && line.length > shown.length) {
      at = match.index;
      shown = line;
    }
  }
  const percent = Math.floor((100 * again) / text.length);
  return lines >= FEWEST_LINES && percent >= LINES ? { percent, at, text: shown.slice(0, SHOWN) } : undefined;
}

function repeatedRuns(text: string, words: readonly RegExpExecArray[]): Repeated | undefined {
  const folded = words.map(([word]) => word.toLowerCase());
  for (const [size, bound] of BOUNDS) {
    const seen = new Set<string>();
    let again = 0;
    let first = -1;
    for (let i = 0; i + size <= folded.length; ) {
      const run = folded.slice(i, i + size).join(' ');
      if (seen.has(run)) {
        if (first < 0) first = i;
        again += run.length;
        // What was counted once is not counted again as part of the next run.
        i += size;
      } else {
        seen.add(run);
        i += 1;
      }
    }
    const percent = Math.floor((100 * again) / text.length);
    if (percent < bound || first < 0) continue;
    const at = words[first]?.index ?? 0;
    const last = words[first + size - 1];
    const end = (last?.index ?? at) + (last?.[0].length ?? 0);
    return { size, percent, at, text: text.slice(at, end).slice(0, SHOWN) };
  }
  return undefined;
}
