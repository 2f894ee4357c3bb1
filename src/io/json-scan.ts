// One fast look at a line before JSON.parse, and the count that tells afterwards whether it lost a member.

/** What {@link scanLine} learned about a line; one object is filled again and again. */
export interface LineScan {
  /** No byte is 0x80 or above: the line may be decoded as latin1, which is faster. Exact on any bytes. */
  ascii: boolean;
  /** A backslash occurs inside a string. */
  escaped: boolean;
  /** Deepest nesting of `[` and `{` outside strings; 0 for a bare string, number or word. */
  depth: number;
  /** Colons outside strings, which in valid JSON is the number of members of all objects together. */
  members: number;
}

export const newLineScan = (): LineScan => ({ ascii: true, escaped: false, depth: 0, members: 0 });

/**
 * Fills `into` for the bytes from `start` up to `end`. Right on valid JSON; on other bytes it ends without an
 * error, `ascii` is still exact and the other figures mean little.
 */
export function scanLine(bytes: Uint8Array, start: number, end: number, into: LineScan): void {
  // Or-ing all bytes and asking for bit 7 once is cheaper than a test per byte.
  let high = 0;
  let escaped = false;
  let depth = 0;
  let deepest = 0;
  let members = 0;
  let i = start;
  while (i < end) {
    const byte = bytes[i++] as number;
    if (byte === 0x22) {
      while (i < end) {
        const inner = bytes[i++] as number;
        if (inner === 0x22) break;
        high |= inner;
        if (inner === 0x5c) {
          escaped = true;
          if (i < end) high |= bytes[i++] as number;
        }
      }
    } else if (byte === 0x3a) {
      members++;
    } else if ((byte | 0x20) === 0x7b) {
      // `[` and `{` differ in bit 5 only, and so do `]` and `}`.
      if (++depth > deepest) deepest = depth;
    } else if ((byte | 0x20) === 0x7d) {
      depth--;
    } else {
      high |= byte;
    }
  }
  into.ascii = high < 0x80;
  into.escaped = escaped;
  into.depth = deepest;
  into.members = members;
}

/**
 * The number of object members on all levels of a value that came from JSON.parse, own `__proto__` keys included.
 * Where it is smaller than {@link LineScan.members}, JSON.parse dropped a repeated key.
 */
export function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  // A list instead of recursion: it costs next to nothing and no depth can break it.
  const open: object[] = [value];
  let members = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) {
      for (let i = 0; i < next.length; i++) {
        const item: unknown = next[i];
        if (typeof item === 'object' && item !== null) open.push(item);
      }
    } else {
      // for…in takes the keys from V8's cache and makes no array; parsed objects inherit nothing enumerable.
      for (const key in next) {
        members++;
        const item: unknown = (next as Record<string, unknown>)[key];
        if (typeof item === 'object' && item !== null) open.push(item);
      }
    }
  }
  return members;
}
