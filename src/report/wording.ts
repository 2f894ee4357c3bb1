// Findings into words: the message templates of rules filled in, numbers and places as people write them.

import { amount } from '../model/amount.ts';
import type { Datum, Finding } from '../model/finding.ts';
import type { Position } from '../model/position.ts';
import type { RuleMeta } from '../model/rule-meta.ts';
import { cut, plainText } from './plain.ts';

/** Code points of a datum in a sentence. */
const LONGEST = 240;

/** "1 record", "2 records", "3 classes". */
export function counted(n: number, noun: string): string {
  if (n === 1) return `1 ${noun}`;
  return `${amount(n)} ${pluralOf(noun)}`;
}

/** What is said where images are in no figure. */
export const notCounted = (images: number): string =>
  `${counted(images, 'image')} of unknown size or price ${images === 1 ? 'is' : 'are'} not counted`;

function pluralOf(noun: string): string {
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** How a datum looks inside a sentence. */
type Show = (text: string) => string;
const asIs: Show = (text) => text;

/** Fills `{name}` and `{count#noun}`; a name without a datum stays as it is, so that the fault shows. */
export function fill(template: string, data: Readonly<Record<string, Datum>>, show = asIs): string {
  return template.replace(/\{([a-zA-Z]+)(?:#([^}]+))?\}/g, (whole, name: string, noun?: string) => {
    const datum = Object.hasOwn(data, name) ? data[name] : undefined;
    if (datum === undefined) return whole;
    if (typeof datum === 'number') return noun === undefined ? amount(datum) : counted(datum, noun);
    return show(cut(plainText(datum), LONGEST));
  });
}

/** The sentence of a finding. */
export function sentenceOf(finding: Finding, rule: RuleMeta | undefined, show = asIs): string {
  const template = rule?.messages[finding.message] ?? finding.message;
  const sentence = fill(template, finding.data ?? {}, show);
  return finding.times === undefined
    ? sentence
    : `${sentence} The same in ${counted(finding.times, 'record')}.`;
}

/** How the service words its refusal of what the rule finds. */
export const serviceWords = (says: string): string =>
  `The service words such a refusal: “${plainText(says)}”`;

/** `file:line`, `file:line:column` or `file, record N`; empty for what concerns the whole set. */
export function placeOf(finding: Pick<Finding, 'at' | 'data'>, sources: readonly string[]): string {
  const { at, data } = finding;
  if (at === undefined) return '';
  const name = plainText(sources[at.source] ?? '?');
  if (at.line === undefined) return `${name}, record ${at.index + 1}`;
  // Of the fault, where one is known on the record's first line; else of the record, where it does not begin its line.
  const column = data?.column ?? at.column;
  return typeof column === 'number' && data?.line === undefined
    ? `${name}:${at.line}:${column}`
    : `${name}:${at.line}`;
}

/** Where to show a finding in a file: its own place, or the first of those that it tells of. */
export const anchorOf = ({ at, related }: Finding): Position | undefined => at ?? related?.[0]?.at;

/** Places named after one label. */
const MOST_PLACES = 5;

/** "first here: data.jsonl:4" for the places that belong to a finding; those of one label together. */
export function relatedOf({ related = [] }: Pick<Finding, 'related'>, sources: readonly string[]): string[] {
  const byLabel = new Map<string, string[]>();
  for (const { at, label } of related) {
    const places = byLabel.get(label);
    if (places === undefined) byLabel.set(label, [placeOf({ at }, sources)]);
    else places.push(placeOf({ at }, sources));
  }
  return [...byLabel].map(([label, places]) => {
    const rest = places.length - MOST_PLACES;
    const more = rest > 0 ? `; and ${amount(rest)} more` : '';
    return `${plainText(label)}: ${places.slice(0, MOST_PLACES).join('; ')}${more}`;
  });
}
