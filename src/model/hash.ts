// A fast, seedless 64-bit hash for identity inside a run (two 32-bit lanes); fingerprint.ts makes the lasting kind.

/** A 64-bit value as two unsigned halves, written into by the hash functions so that the hot path allocates nothing. */
export interface Hash64 {
  high: number;
  low: number;
}

const MULTIPLY_A = 0x9e3779b1;
const MULTIPLY_B = 0x85ebca6b;

/** The finalizer of MurmurHash3: every input bit reaches every output bit. */
export function mix(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Adds one whole number to a running hash. */
export function hashNumber(hash: Hash64, value: number): void {
  hash.low = Math.imul((hash.low ^ value) | 0, MULTIPLY_A);
  hash.low = (hash.low << 13) | (hash.low >>> 19);
  hash.high = Math.imul((hash.high + value) | 0, MULTIPLY_B) ^ hash.low;
  hash.high = (hash.high << 17) | (hash.high >>> 15);
}

/** Adds a text, by UTF-16 code units, to a running hash. Two units make one step. */
export function hashText(hash: Hash64, text: string): void {
  let { low, high } = hash;
  const length = text.length;
  let i = 0;
  for (; i + 1 < length; i += 2) {
    const value = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16);
    low = Math.imul(low ^ value, MULTIPLY_A);
    low = (low << 13) | (low >>> 19);
    high = Math.imul((high + value) | 0, MULTIPLY_B) ^ low;
    high = (high << 17) | (high >>> 15);
  }
  hash.low = low;
  hash.high = high;
  if (i < length) hashNumber(hash, text.charCodeAt(i));
  // The length closes the text, so that "ab"+"c" and "a"+"bc" differ.
  hashNumber(hash, length ^ 0x5bd1e995);
}

/** Ends a running hash: both halves become unsigned and well mixed. */
export function finishHash(hash: Hash64): void {
  const low = mix(hash.low ^ (hash.high >>> 7));
  hash.high = mix(hash.high ^ low);
  hash.low = low;
}

export const startHash = (): Hash64 => ({ high: 0x2545f491, low: 0x4f6cdd1d });

/** 32 bits of one text, for tables and samples. */
export function hash32(text: string): number {
  const hash = startHash();
  hashText(hash, text);
  finishHash(hash);
  return hash.low;
}
