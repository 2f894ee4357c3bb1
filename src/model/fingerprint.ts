// Lasting names of records: equal content gives an equal fingerprint in every run, on every machine.

import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from './json.ts';

const short = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex').slice(0, 32);

/** Of an understood record: 32 hex digits over its canonical JSON, so key order does not matter. */
export const fingerprintValue = (value: JsonValue): string => short(canonicalJson(value));

/** Of a broken record: 32 hex digits over its bytes as they stand in the file. */
export const fingerprintBytes = (bytes: Uint8Array): string => short(bytes);
