// The bytes of one record → its value, or the problem that says what is wrong and where. Every record passes here.

import { isUtf8 } from 'node:buffer';
import type { Note } from '../model/finding.ts';
import type { JsonValue } from '../model/json.ts';
import { RecordFlag } from './batch.ts';
import { diagnoseJson } from './json-diagnose.ts';
import { describeFault } from './json-fault.ts';
import { findDuplicateKeys } from './json-ranges.ts';
import { countMembers, newLineScan, scanLine } from './json-scan.ts';

export interface ParseLimits {
  /** Bytes. */
  readonly maxLineBytes: number;
  /** Levels of nesting. */
  readonly maxDepth: number;
}

/**
 * Parses `bytes[start, end)`; undefined when no JSON value can be made of it, and then at least one problem was noted.
 * `column` is that of the record's first byte in its line. Problems noted beside a value: a key that repeats, a value written over several lines.
 */
export function parseRecord(
  bytes: Uint8Array,
  start: number,
  end: number,
  flag: number,
  limits: ParseLimits,
  note: Note,
  column = 1,
): JsonValue | undefined {
  if (flag === RecordFlag.tooLong) {
    const data = { limit: limits.maxLineBytes };
    note({ rule: 'structure/line-too-long', message: 'long', pointer: '', data });
    return undefined;
  }
  const scan = newLineScan();
  scanLine(bytes, start, end, scan);
  const { ascii, depth, members } = scan;
  if (depth > limits.maxDepth) {
    // Brackets in a broken line may be no nesting at all; the fault that comes first is the one to tell.
    const fault = diagnoseJson(bytes, start, end, limits.maxDepth);
    if (fault === undefined || fault.code === 'too-deep') {
      const data = { limit: limits.maxDepth };
      note({ rule: 'structure/too-deep', message: 'deep', pointer: '', data });
      return undefined;
    }
    return broken(bytes, start, end, limits, note, column);
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!ascii && !isUtf8(bytes.subarray(start, end))) return broken(bytes, start, end, limits, note, column);
  let value: JsonValue;
  try {
    value = JSON.parse(
      ascii ? buffer.toString('latin1', start, end) : buffer.toString('utf8', start, end),
    ) as JsonValue;
  } catch {
    return broken(bytes, start, end, limits, note, column);
  }
  if (members > 1 && countMembers(value) < members) noteRepeatedKeys(bytes, start, end, note);
  if (flag === RecordFlag.manyLines) {
    note({ rule: 'structure/pretty-printed', message: 'pretty', pointer: '' });
  }
  return value;
}

function broken(
  bytes: Uint8Array,
  start: number,
  end: number,
  limits: ParseLimits,
  note: Note,
  firstColumn: number,
): undefined {
  const fault = diagnoseJson(bytes, start, end, limits.maxDepth);
  // Of the file's line where the fault stands on the record's first one; of the record's own line below it.
  const column = (fault?.column ?? 1) + (fault === undefined || fault.line === 1 ? firstColumn - 1 : 0);
  if (fault === undefined) {
    // Our scanner and JSON.parse agree on every text that was ever tried; if they part, the record is still told of.
    const data = { what: 'it cannot be parsed', column, offset: 0 };
    note({ rule: 'structure/invalid-json', message: 'fault', pointer: '', data });
  } else if (fault.code === 'invalid-utf8') {
    const data = { offset: fault.offset, column };
    note({ rule: 'structure/invalid-utf8', message: 'bytes', pointer: '', data });
  } else if (fault.code === 'too-deep') {
    const data = { limit: limits.maxDepth };
    note({ rule: 'structure/too-deep', message: 'deep', pointer: '', data });
  } else {
    const place = fault.line === 1 ? {} : { line: fault.line };
    const data = { what: describeFault(fault), column, ...place, offset: fault.offset };
    note({
      rule: 'structure/invalid-json',
      message: fault.line === 1 ? 'fault' : 'fault-below',
      pointer: '',
      data,
    });
  }
  return undefined;
}

function noteRepeatedKeys(bytes: Uint8Array, start: number, end: number, note: Note): void {
  for (const { pointer, key, sameValue } of findDuplicateKeys(bytes, start, end)) {
    if (sameValue) note({ rule: 'structure/repeated-key', message: 'same', pointer, data: { key } });
    else note({ rule: 'structure/duplicate-key', message: 'differs', pointer, data: { key } });
  }
}
