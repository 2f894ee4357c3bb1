// Finds the texts that are one token wherever they stand: control tokens and what else a tokenizer.json adds.

/** One added token: its text, as UTF-8 and as a string, and the id it counts as. */
export interface AddedToken {
  readonly text: string;
  readonly id: number;
  /** Whether it is looked for after normalization (and then in its normalized form) instead of before. */
  readonly normalized: boolean;
}

interface Candidate {
  readonly bytes: Uint8Array;
  readonly id: number;
}

/** Finds added tokens in bytes: leftmost first, of those that start at one place the longest. */
export class AddedTokenFinder {
  /** Id and byte length of the last match. */
  id = -1;
  length = 0;
  readonly #firstTexts: string[];
  readonly #byFirst: (readonly Candidate[] | undefined)[] = new Array(256).fill(undefined);

  constructor(tokens: readonly AddedToken[]) {
    const encoder = new TextEncoder();
    const grouped = new Map<number, Candidate[]>();
    for (const { text, id } of tokens) {
      const bytes = encoder.encode(text);
      if (bytes.length === 0) continue;
      const first = bytes[0] as number;
      const group = grouped.get(first);
      if (group === undefined) grouped.set(first, [{ bytes, id }]);
      else group.push({ bytes, id });
    }
    for (const [first, group] of grouped) {
      this.#byFirst[first] = group.sort((a, b) => b.bytes.length - a.bytes.length);
    }
    this.#firstTexts = [...new Set(tokens.map(({ text }) => String.fromCodePoint(text.codePointAt(0) ?? 0)))];
  }

  /** False if no added token can be in the text: no first character of one is there. */
  mayOccur(text: string): boolean {
    for (const first of this.#firstTexts) if (text.includes(first)) return true;
    return false;
  }

  /** The start of the next match in `bytes[from, end)`, or `end`; the match itself is in `id` and `length`. */
  next(bytes: Uint8Array, from: number, end: number): number {
    for (let at = from; at < end; at += 1) {
      const group = this.#byFirst[bytes[at] as number];
      if (group === undefined) continue;
      for (const candidate of group) {
        if (at + candidate.bytes.length <= end && startsWith(bytes, at, candidate.bytes)) {
          this.id = candidate.id;
          this.length = candidate.bytes.length;
          return at;
        }
      }
    }
    this.id = -1;
    this.length = 0;
    return end;
  }
}

function startsWith(bytes: Uint8Array, at: number, prefix: Uint8Array): boolean {
  for (let i = 0; i < prefix.length; i += 1) if (bytes[at + i] !== prefix[i]) return false;
  return true;
}
