// Which container is this? Magic bytes first, then the shape of the first line; the name is only a hint for people.

import { CsvCutter } from './csv-cutter.ts';
import { delimiterOf } from './read-csv.ts';

export type Container = 'jsonl' | 'json' | 'csv' | 'parquet' | 'gzip' | 'zstd' | 'zip' | 'arrow' | 'binary';
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface Sniffed {
  readonly container: Container;
  readonly encoding: TextEncoding;
  /** Bytes of the byte-order mark at the beginning. */
  readonly mark: number;
}

const MAGIC: readonly (readonly [Container, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['arrow', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
];

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, i) => bytes[i] === byte);

/** Looks at the head of a source (the first chunk); `name` decides only between what bytes cannot tell apart. */
export function sniff(head: Uint8Array, name: string): Sniffed {
  for (const [container, magic] of MAGIC) {
    if (startsWith(head, magic)) return { container, encoding: 'utf-8', mark: 0 };
  }
  const encoding = utf16Of(head);
  if (encoding !== undefined) {
    const mark = (head[0] as number) > 0xfd ? 2 : 0;
    const text = new TextEncoder().encode(new TextDecoder(encoding).decode(head));
    return { container: shapeOf(text, name), encoding, mark };
  }
  const mark = startsWith(head, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  return { container: shapeOf(head.subarray(mark), name), encoding: 'utf-8', mark };
}

function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  if (head.length < 4) return undefined;
  // Without a mark: every other byte of ASCII text is zero.
  if (head[1] === 0 && head[3] === 0 && head[0] !== 0 && head[2] !== 0) return 'utf-16le';
  if (head[0] === 0 && head[2] === 0 && head[1] !== 0 && head[3] !== 0) return 'utf-16be';
  return undefined;
}

const isSpace = (byte: number): boolean => byte === 32 || byte === 9 || byte === 10 || byte === 13;

function shapeOf(head: Uint8Array, name: string): Container {
  const ending = /\.([a-z0-9]+)(?:\.(?:gz|zst))?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  let first = 0;
  while (first < head.length && isSpace(head[first] as number)) first += 1;
  const byte = head[first];
  if (byte === 0x5b) return isOneOfManyLines(head, first) ? 'jsonl' : 'json';
  if (byte === 0x7b) return ending === 'json' && !isOneOfManyObjects(head, first) ? 'json' : 'jsonl';
  if (ending === 'csv' || ending === 'tsv') return 'csv';
  if (head.subarray(0, 4096).includes(0)) return 'binary';
  return isTable(head) ? 'csv' : 'jsonl';
}

/** `[…]` in one line, and another line that begins a value: lines, some of them lists, not a list over lines. */
const isOneOfManyLines = (head: Uint8Array, first: number): boolean =>
  endsInLine(head, first, 0x5d, [0x5b, 0x7b]);

/** `{…}` in one line, and another line that begins with `{`: lines, whatever the name says. */
const isOneOfManyObjects = (head: Uint8Array, first: number): boolean =>
  endsInLine(head, first, 0x7d, [0x7b]);

/** The line of `first` ends with a closing bracket, and the next one that is not blank begins with one of `opening`. */
function endsInLine(head: Uint8Array, first: number, closing: number, opening: readonly number[]): boolean {
  const end = head.indexOf(10, first);
  if (end < 0) return false;
  let last = end - 1;
  while (last > first && isSpace(head[last] as number)) last -= 1;
  let next = end + 1;
  while (next < head.length && isSpace(head[next] as number)) next += 1;
  return last > first && head[last] === closing && opening.includes(head[next] ?? 0);
}

/** The name of a column, as people and programs give it. */
const COLUMN = /^[A-Za-z_][\w.:-]*(?: [\w.:-]+){0,3}$/;

/** A header of two names or more, and below it nothing but rows of the same width. */
function isTable(head: Uint8Array): boolean {
  const widths: number[] = [];
  let header: string[] = [];
  const cutter = new CsvCutter(delimiterOf(head), head.length);
  let faults = 0;
  cutter.push(head, {
    row({ bytes, starts, ends }) {
      if (widths.length === 0) {
        header = starts.map((start, i) => new TextDecoder().decode(bytes.subarray(start, ends[i])));
      }
      widths.push(starts.length);
    },
    tooLong() {},
    fault() {
      faults += 1;
    },
  });
  return (
    faults === 0 &&
    widths.length > 1 &&
    header.length > 1 &&
    header.every((name) => name.length <= 64 && COLUMN.test(name)) &&
    new Set(header).size === header.length &&
    widths.every((width) => width === header.length)
  );
}
