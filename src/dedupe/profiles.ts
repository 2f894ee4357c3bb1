// The profiles of all candidates, packed; those that memory has no room for lie on disk.

import type { Profile } from './profile.ts';
import type { StoredWords, WordStore } from './sketch-columns.ts';

const CHUNK_WORDS = 1 << 20;

export class Profiles {
  /** By rank: 1 + the number of its profile; 0 where there is none. */
  readonly #numbers: Uint32Array;
  readonly #chunks: (Uint32Array | StoredWords)[] = [];
  readonly #chunkOf: number[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  readonly #store: WordStore | undefined;
  #used = CHUNK_WORDS;
  #held = 0;

  constructor(records: number, store: WordStore | undefined) {
    this.#numbers = new Uint32Array(records);
    this.#store = store;
  }

  add(rank: number, profile: Profile): void {
    if (this.#used + profile.length > CHUNK_WORDS) this.#open(Math.max(CHUNK_WORDS, profile.length));
    const chunk = this.#chunks.at(-1) as Uint32Array;
    chunk.set(profile, this.#used);
    this.#starts.push(this.#used);
    this.#lengths.push(profile.length);
    this.#chunkOf.push(this.#chunks.length - 1);
    this.#numbers[rank] = this.#starts.length;
    this.#used += profile.length;
  }

  has(rank: number): boolean {
    return this.#numbers[rank] !== 0;
  }

  get(rank: number): Profile {
    const number = (this.#numbers[rank] as number) - 1;
    const chunk = this.#chunks[this.#chunkOf[number] as number];
    const start = this.#starts[number] as number;
    const length = this.#lengths[number] as number;
    if (chunk instanceof Uint32Array) return chunk.subarray(start, start + length);
    if (chunk === undefined || this.#store === undefined) throw new Error(`record ${rank} has no profile`);
    return this.#store.read(chunk, start, length);
  }

  #open(words: number): void {
    const last = this.#chunks.length - 1;
    const full = this.#chunks[last];
    if (this.#store !== undefined && full instanceof Uint32Array) {
      if (this.#held + words * 4 > this.#store.budget) {
        this.#chunks[last] = this.#store.write(full);
        this.#held -= full.byteLength;
      }
    }
    this.#chunks.push(new Uint32Array(words));
    this.#held += words * 4;
    this.#used = 0;
  }
}
