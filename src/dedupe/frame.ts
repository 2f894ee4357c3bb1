// The frame of a set: what its prompts share (an instruction, a template), so that likeness speaks of what differs.

/** Prompts that have a shingle in common before it can be frame: a few that are alike are repeats, no frame. */
const LEAST = 20;
const SHARE = 0.25;
/** Hashes remembered at most while learning; what comes later is counted no more. */
const MOST = 1 << 21;

/** A table of hashes with open addressing; 0 is an empty place. Plain data: it travels to threads. */
export type Frame = Uint32Array;

export const NO_FRAME: Frame = new Uint32Array(0);

export function inFrame(frame: Frame, hash: number): boolean {
  const mask = frame.length - 1;
  for (let place = Math.imul(hash, 0x9e3779b1) >>> 7; ; place += 1) {
    const found = frame[place & mask] as number;
    if (found === hash) return true;
    if (found === 0) return false;
  }
}

/** Learns from the first records of a source: their distinct shingles, prompt by prompt. Each prompt counts once. */
export class FrameLearner {
  readonly #counts = new Map<number, number>();
  readonly #frame = new Set<number>();
  #prompts = 0;

  add(kinds: readonly Uint32Array[]): void {
    this.#prompts += 1;
    for (const hash of new Set(kinds.flatMap((hashes) => [...hashes]))) {
      const count = this.#counts.get(hash);
      if (count !== undefined || this.#counts.size < MOST) this.#counts.set(hash, (count ?? 0) + 1);
    }
  }

  /** Ends a source: what is common among its prompts joins the frame. */
  endSource(): void {
    const least = Math.max(LEAST, Math.floor(this.#prompts * SHARE) + 1);
    if (this.#prompts >= least) {
      for (const [hash, count] of this.#counts) if (count >= least && hash !== 0) this.#frame.add(hash);
    }
    this.#counts.clear();
    this.#prompts = 0;
  }

  frame(): Frame {
    if (this.#frame.size === 0) return NO_FRAME;
    const size = 2 ** Math.ceil(Math.log2(this.#frame.size * 2 + 2));
    // Shared, so that it reaches every thread without being copied.
    const table = new Uint32Array(new SharedArrayBuffer(size * 4));
    const mask = size - 1;
    for (const hash of [...this.#frame].sort((a, b) => a - b)) {
      let place = Math.imul(hash, 0x9e3779b1) >>> 7;
      while (table[place & mask] !== 0) place += 1;
      table[place & mask] = hash;
    }
    return table;
  }
}
