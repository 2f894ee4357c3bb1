// Which container is this? Magic bytes first, then the shape of the first line; the name is only a hint for people.

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
  if (startsWith(head, [0xff, 0xfe])) return { container: 'jsonl', encoding: 'utf-16le', mark: 2 };
  if (startsWith(head, [0xfe, 0xff])) return { container: 'jsonl', encoding: 'utf-16be', mark: 2 };
  // UTF-16 without a mark: every other byte of ASCII text is zero.
  if (head.length >= 4 && head[1] === 0 && head[3] === 0 && head[0] !== 0) {
    return { container: 'jsonl', encoding: 'utf-16le', mark: 0 };
  }
  if (head.length >= 4 && head[0] === 0 && head[2] === 0 && head[1] !== 0) {
    return { container: 'jsonl', encoding: 'utf-16be', mark: 0 };
  }
  const mark = startsWith(head, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  return { container: shapeOf(head.subarray(mark), name), encoding: 'utf-8', mark };
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
  return head.subarray(0, 4096).includes(0) ? 'binary' : 'jsonl';
}

/** `[…]` in one line, and another line that begins with `[`: lines that are lists, not a list over lines. */
function isOneOfManyLines(head: Uint8Array, first: number): boolean {
  const end = head.indexOf(10, first);
  if (end < 0) return false;
  let last = end - 1;
  while (last > first && isSpace(head[last] as number)) last -= 1;
  let next = end + 1;
  while (next < head.length && isSpace(head[next] as number)) next += 1;
  return head[last] === 0x5d && last > first && head[next] === 0x5b;
}

/** `{…}` in one line, and another line that begins with `{`: lines, whatever the name says. */
function isOneOfManyObjects(head: Uint8Array, first: number): boolean {
  const end = head.indexOf(10, first);
  if (end < 0) return false;
  let last = end - 1;
  while (last > first && isSpace(head[last] as number)) last -= 1;
  let next = end + 1;
  while (next < head.length && isSpace(head[next] as number)) next += 1;
  return head[last] === 0x7d && head[next] === 0x7b;
}
