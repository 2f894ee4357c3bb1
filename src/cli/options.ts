// Flags that several commands share, and how their words become values.

import { findReportKind, REPORT_KINDS } from '../report/index.ts';
import { InvalidArgumentError, Option } from './commander.ts';

const SEVERITY_WORDS = ['off', 'info', 'warning', 'error'] as const;
export type SeverityWord = (typeof SEVERITY_WORDS)[number];

/** `--rule ID=SEVERITY`, repeatable. */
export function ruleOption(): Option {
  return new Option(
    '--rule <id=severity>',
    'set a rule to off, info, warning or error (repeatable)',
  ).argParser((text: string, before: Record<string, SeverityWord> = {}) => {
    const [id, severity] = splitOnce(text, '=');
    const word = SEVERITY_WORDS.find((known) => known === severity);
    if (id === '' || word === undefined) {
      throw new InvalidArgumentError('Write it as group/name=off, =info, =warning or =error.');
    }
    return { ...before, [id]: word };
  });
}

export interface OutputWish {
  /** The id of a reporter, or undefined where the file's ending tells. */
  readonly kind: string | undefined;
  /** `-` is standard output. */
  readonly path: string;
}

/** `--output KIND=PATH` or `--output PATH`, repeatable. */
export function outputOption(): Option {
  return new Option(
    '--output <[kind=]path>',
    `write the report as ${REPORT_KINDS.map(({ id }) => id).join(', ')}; an earlier file is replaced, an input never; - is standard output (repeatable)`,
  ).argParser((text: string, before: readonly OutputWish[] = []) => {
    const [kind, path] = splitOnce(text, '=');
    const named = findReportKind(kind) !== undefined;
    return [...before, named ? { kind, path } : { kind: undefined, path: text }];
  });
}

/** `--map prompt=question,completion=answer`: which column each field is taken from. */
export function fieldMap(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const pairs = list(text).map((pair) => splitOnce(pair, '='));
  if (pairs.some(([field, column]) => field === '' || column === '')) {
    throw new InvalidArgumentError('Write it as field=column,field=column.');
  }
  return { ...before, ...Object.fromEntries(pairs) };
}

/** Words between commas, at least one: an unset variable of a script must not switch off every rule. */
export function list(text: string): string[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length === 0) throw new InvalidArgumentError('Name at least one.');
  return words;
}

/** A repeatable flag whose values may also be separated by commas. */
export const collect = (text: string, before: readonly string[] = []): string[] => [...before, ...list(text)];

/** Each has its own copy of the vocabulary and the rules; a thousand of them end the process, not the work. */
export const MOST_THREADS = 64;

export function threads(text: string): number | 'auto' {
  if (text === 'auto') return 'auto';
  if (!/^\d{1,2}$/.test(text) || Number(text) > MOST_THREADS) {
    throw new InvalidArgumentError(`Write auto or a whole number up to ${MOST_THREADS}.`);
  }
  return Number(text);
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };

/** Bytes, as `512MB`, `2g` or a plain number. */
export function bytes(text: string): number {
  const [, number, unit = ''] = /^(\d{1,12})\s*([kmg]?)b?$/i.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError('Write it as 512MB or 2GB.');
  return Number(number) * (UNITS[unit.toLowerCase()] ?? 1);
}

/** A number above 0 and up to 1. */
export function share(text: string): number {
  const value = Number(text);
  if (!/^[01]?\.?\d+$/.test(text) || !(value > 0 && value <= 1)) {
    throw new InvalidArgumentError('Write a number above 0 and up to 1, as 0.8.');
  }
  return value;
}

/** `--memory SIZE`. */
export const memoryOption = (): Option =>
  new Option(
    '--memory <size>',
    'memory for near-duplicates, as 2GB; what is more goes to disk (default: no bound)',
  ).argParser(bytes);

/** What stands before and after the first separator; everything before it where there is none. */
function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
