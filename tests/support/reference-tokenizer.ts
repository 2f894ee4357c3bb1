// The reference that exactness is measured against: OpenAI's own code, compiled to WASM. The only door to it in tests.

import { get_encoding, type TiktokenEncoding } from 'tiktoken';
import { afterAll } from 'vitest';

/** Encodes a text as plain text: control tokens in it are nothing special. */
export interface ReferenceTokenizer {
  encode(text: string): Uint32Array;
}

/** Opens an encoding of the tiktoken package; it is freed when the test file ends. */
export function openReference(encoding: TiktokenEncoding): ReferenceTokenizer {
  const tiktoken = get_encoding(encoding);
  afterAll(() => tiktoken.free());
  return { encode: (text) => tiktoken.encode_ordinary(text) };
}
