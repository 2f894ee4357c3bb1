// Finds the first fault of a JSON text: strict RFC 8259 with an explicit stack, so that no nesting can break it.

import type { FaultData, JsonFault } from './json-fault.ts';
import {
  isJsonWord,
  isWordStart,
  type RawFault,
  readNumber,
  readString,
  readWord,
  skipSpace,
  strange,
  type Token,
} from './json-tokens.ts';

/** What may stand next. */
type State = 'value' | 'first-item' | 'key' | 'first-key' | 'colon' | 'next' | 'end';

/**
 * The first fault of the JSON text that fills the bytes from `start` up to `end`, or undefined where there is none.
 * Below `maxDepth` nested brackets the verdict is that of JSON.parse over a fatal UTF-8 decoder that keeps the byte
 * order mark. Offsets in the answer are relative to `start`. Never throws.
 */
export function diagnoseJson(
  bytes: Uint8Array,
  start: number,
  end: number,
  maxDepth: number,
): JsonFault | undefined {
  const fault = new Diagnosis(bytes, start, end, maxDepth).run();
  return fault === undefined ? undefined : placed(bytes, start, fault);
}

class Diagnosis {
  private readonly bytes: Uint8Array;
  private readonly start: number;
  private readonly end: number;
  private readonly maxDepth: number;
  /** Offsets of the brackets that are open. */
  private readonly open: number[] = [];
  private at: number;
  private state: State = 'value';
  /** Offset after the string last read, or −1 where something else came last. */
  private stringEnd = -1;
  /** Offset after the last token. */
  private tokenEnd: number;

  constructor(bytes: Uint8Array, start: number, end: number, maxDepth: number) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.maxDepth = maxDepth;
    this.at = start;
    this.tokenEnd = start;
  }

  run(): RawFault | undefined {
    for (;;) {
      this.at = skipSpace(this.bytes, this.at, this.end);
      if (this.at >= this.end) return this.finish();
      const token = this.step(this.bytes[this.at] as number);
      if (typeof token !== 'number') return token;
      this.at = token;
      this.tokenEnd = token;
    }
  }

  private finish(): RawFault | undefined {
    if (this.state === 'end') return undefined;
    const opened = this.open.at(-1);
    if (opened === undefined) return { code: 'empty', offset: this.start };
    const inside = this.bytes[opened] === 0x7b ? 'object' : 'array';
    return { code: 'truncated', offset: this.tokenEnd, data: { inside }, opened };
  }

  private step(byte: number): Token {
    switch (this.state) {
      case 'value':
      case 'first-item':
        return this.value(byte);
      case 'key':
      case 'first-key':
        return this.key(byte);
      case 'colon':
        return this.colon(byte);
      case 'next':
        return this.next(byte);
      case 'end':
        return this.afterEnd(byte);
    }
  }

  private value(byte: number): Token {
    const { bytes, at, end } = this;
    if (byte === 0x22) return this.afterValue(readString(bytes, at, end), true);
    if (byte === 0x7b || byte === 0x5b) return this.opening(byte);
    if (isWordStart(byte)) return this.afterValue(readWord(bytes, at, end), false);
    if (startsNumber(bytes, at, end)) return this.afterValue(readNumber(bytes, at, end), false);
    if (byte === 0x5d || byte === 0x7d) return this.closing(byte, this.state === 'first-item');
    if (byte === 0x2c && this.open.length > 0) return missingValue(at, ',', 'a value');
    return strange(bytes, at, end, 'a value');
  }

  private opening(byte: number): Token {
    if (this.open.length >= this.maxDepth) {
      return { code: 'too-deep', offset: this.at, data: { maxDepth: this.maxDepth } };
    }
    this.open.push(this.at);
    this.state = byte === 0x7b ? 'first-key' : 'first-item';
    return this.at + 1;
  }

  private afterValue(token: Token, isString: boolean): Token {
    if (typeof token !== 'number') return token;
    this.stringEnd = isString ? token : -1;
    this.state = this.open.length === 0 ? 'end' : 'next';
    return token;
  }

  /** A closing bracket; `allowed` says whether it may stand here if it is the right one. */
  private closing(byte: number, allowed: boolean): Token {
    const { at } = this;
    const opened = this.open.at(-1);
    if (opened === undefined) return unopened(at, byte);
    const found = String.fromCharCode(byte);
    const opener = this.bytes[opened] as number;
    // The two brackets of a pair are two code points apart.
    if (byte !== opener + 2) {
      const data = { found, opened: String.fromCharCode(opener) };
      return { code: 'mismatched-bracket', offset: at, data, opened };
    }
    if (!allowed) {
      return this.bytes[this.tokenEnd - 1] === 0x2c
        ? { code: 'trailing-comma', offset: this.tokenEnd - 1, data: { after: 'item' } }
        : missingValue(at, found, 'a value');
    }
    this.open.pop();
    return this.afterValue(at + 1, false);
  }

  private key(byte: number): Token {
    const { bytes, at, end } = this;
    if (byte === 0x22) {
      const token = readString(bytes, at, end);
      if (typeof token === 'number') {
        this.stringEnd = token;
        this.state = 'colon';
      }
      return token;
    }
    if (byte === 0x7d || byte === 0x5d) return this.closing(byte, this.state === 'first-key');
    if (byte === 0x2c) return missingValue(at, ',', 'a key');
    if (isWordStart(byte) || (byte >= 0x30 && byte <= 0x39)) return { code: 'unquoted-key', offset: at };
    return strange(bytes, at, end, 'a key');
  }

  private colon(byte: number): Token {
    const { bytes, at, end } = this;
    if (byte === 0x3a) {
      this.state = 'value';
      return at + 1;
    }
    if (byte === 0x5d) return this.closing(byte, false);
    if (at === this.stringEnd && (byte === 0x22 || isWordStart(byte))) return this.unescapedQuote();
    const fault = strange(bytes, at, end, 'a colon');
    const plain = fault.code === 'unexpected-character' && byte < 0x80 && byte > 0x20;
    return plain ? { code: 'missing-colon', offset: at } : fault;
  }

  private next(byte: number): Token {
    const { at } = this;
    const inObject = this.bytes[this.open.at(-1) as number] === 0x7b;
    if (byte === 0x2c) {
      this.stringEnd = -1;
      this.state = inObject ? 'key' : 'value';
      return at + 1;
    }
    if (byte === 0x7d || byte === 0x5d) return this.closing(byte, true);
    return this.unexpectedNext(byte, inObject);
  }

  /** Something follows a value where only a comma or a closing bracket may: a forgotten comma, or a stray quote. */
  private unexpectedNext(byte: number, inObject: boolean): RawFault {
    const { bytes, at, end } = this;
    const afterString = this.stringEnd >= 0;
    const adjacent = at === this.stringEnd;
    const missing: RawFault = {
      code: 'missing-comma',
      offset: at,
      data: { between: inObject ? 'members' : 'values' },
    };
    if (byte === 0x22) return adjacent ? this.unescapedQuote() : missing;
    if (isWordStart(byte))
      return afterString && !isJsonWord(bytes, at, end) ? this.unescapedQuote() : missing;
    if (byte === 0x7b || byte === 0x5b || startsNumber(bytes, at, end)) return missing;
    if (!adjacent && byte === 0x27) return missing;
    const fault = strange(bytes, at, end, inObject ? 'a comma or "}"' : 'a comma or "]"');
    const textual = fault.code === 'unexpected-character';
    return adjacent && textual && byte > 0x20 && byte !== 0x3a && byte !== 0x3b
      ? this.unescapedQuote()
      : fault;
  }

  private unescapedQuote(): RawFault {
    return { code: 'unescaped-quote', offset: this.stringEnd - 1 };
  }

  private afterEnd(byte: number): RawFault {
    const { bytes, at, end } = this;
    if (byte !== 0x2c) return this.extra(byte, at);
    const after = skipSpace(bytes, at + 1, end);
    if (after >= end) return { code: 'trailing-comma', offset: at, data: { after: 'value' } };
    const fault = this.extra(bytes[after] as number, after);
    return fault.code === 'second-value' ? fault : strange(bytes, at, end, 'the end');
  }

  private extra(byte: number, at: number): RawFault {
    const { bytes, end } = this;
    if (byte === 0x7d || byte === 0x5d) return unopened(at, byte);
    const begins =
      byte === 0x22 ||
      byte === 0x7b ||
      byte === 0x5b ||
      startsNumber(bytes, at, end) ||
      (isWordStart(byte) && isJsonWord(bytes, at, end));
    if (!begins) return strange(bytes, at, end, 'the end');
    const gap = bytes.subarray(this.tokenEnd, at).includes(0x0a) ? 'line' : 'none';
    return { code: 'second-value', offset: at, data: { gap } };
  }
}

function startsNumber(bytes: Uint8Array, at: number, end: number): boolean {
  const byte = bytes[at] as number;
  if (byte >= 0x30 && byte <= 0x39) return true;
  if (byte === 0x2d || byte === 0x2b) return true;
  const next = at + 1 < end ? (bytes[at + 1] as number) : 0;
  return byte === 0x2e && next >= 0x30 && next <= 0x39;
}

const unopened = (offset: number, byte: number): RawFault => ({
  code: 'mismatched-bracket',
  offset,
  data: { found: String.fromCharCode(byte) },
});

const missingValue = (offset: number, found: string, expected: string): RawFault => ({
  code: 'missing-value',
  offset,
  data: { found, expected },
});

function placed(bytes: Uint8Array, start: number, fault: RawFault): JsonFault {
  const place = placeOf(bytes, start, fault.offset);
  let data: FaultData | undefined = fault.data;
  if (fault.opened !== undefined) {
    const opened = placeOf(bytes, start, fault.opened);
    data = {
      ...data,
      openedOffset: fault.opened - start,
      openedLine: opened.line,
      openedColumn: opened.column,
    };
  }
  const head = { code: fault.code, offset: fault.offset - start, ...place };
  return data === undefined ? head : { ...head, data };
}

/** Line and column of an offset. All bytes before a first fault are valid UTF-8, so counting lead bytes is enough. */
function placeOf(bytes: Uint8Array, start: number, offset: number): { line: number; column: number } {
  let line = 1;
  let column = 1;
  for (let i = start; i < offset; i++) {
    const byte = bytes[i] as number;
    if (byte === 0x0a) {
      line++;
      column = 1;
    } else if ((byte & 0xc0) !== 0x80) {
      column++;
    }
  }
  return { line, column };
}
