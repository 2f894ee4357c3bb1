// Finds the texts that are one token wherever they stand: control tokens and what else a tokenizer.json adds.
import { type CharClasses, NEWLINE, SPACE } from './char-classes.ts';

/** One added token: its text and the id it counts as. */
export interface AddedToken {
  readonly text: string;
  readonly id: number;
  /** Whether it is looked for after normalization (and then in its normalized form) instead of before. */
  readonly normalized: boolean;
  /** Whether it swallows the white space before it, and after it. */
  readonly stripsLeft: boolean;
  readonly stripsRight: boolean;
}

/** A step in the tree of all added tokens' bytes. */
interface Node {
  token: AddedToken | undefined;
  readonly next: Map<number, Node>;
}

const leaf = (): Node => ({ token: undefined, next: new Map() });

/** Finds added tokens in bytes: leftmost first, of those that start at one place the longest. */
export class AddedTokenFinder {
  /** The last match: its id, and where it starts and ends with the white space it swallows. */
  id = -1;
  start = 0;
  end = 0;
  readonly #classes: CharClasses;
  readonly #root = leaf();
  readonly #starts = new Uint8Array(256);
  readonly #firstTexts: readonly string[];

  constructor(tokens: readonly AddedToken[], classes: CharClasses) {
    this.#classes = classes;
    const encoder = new TextEncoder();
    const firstTexts = new Set<string>();
    for (const token of tokens) {
      if (token.text === '') continue;
      const bytes = encoder.encode(token.text);
      let node = this.#root;
      for (const byte of bytes) {
        let next = node.next.get(byte);
        if (next === undefined) {
          next = leaf();
          node.next.set(byte, next);
        }
        node = next;
      }
      // Of two with one text the later holds, as in a list that is read to its end.
      node.token = token;
      this.#starts[bytes[0] as number] = 1;
      firstTexts.add(String.fromCodePoint(token.text.codePointAt(0) as number));
    }
    this.#firstTexts = [...firstTexts];
  }

  /** False if no added token can be in the text: no first character of one is there. */
  mayOccur(text: string): boolean {
    for (const first of this.#firstTexts) if (text.includes(first)) return true;
    return false;
  }

  /** Looks for the next match in `bytes[from, end)` and leaves it in `id`, `start` and `end`; false if there is none. */
  next(bytes: Uint8Array, from: number, end: number): boolean {
    for (let at = from; at < end; at += 1) {
      if (this.#starts[bytes[at] as number] === 0) continue;
      let found: AddedToken | undefined;
      let foundEnd = at;
      let node = this.#root.next.get(bytes[at] as number);
      for (let p = at + 1; node !== undefined; p += 1) {
        if (node.token !== undefined) {
          found = node.token;
          foundEnd = p;
        }
        node = p < end ? node.next.get(bytes[p] as number) : undefined;
      }
      if (found === undefined) continue;
      this.id = found.id;
      this.start = found.stripsLeft ? this.#blankBefore(bytes, from, at) : at;
      this.end = found.stripsRight ? this.#blankAfter(bytes, foundEnd, end) : foundEnd;
      return true;
    }
    return false;
  }

  #blankBefore(bytes: Uint8Array, from: number, at: number): number {
    let start = at;
    while (start > from) {
      let before = start - 1;
      while (before > from && ((bytes[before] as number) & 0xc0) === 0x80) before -= 1;
      if (!this.#isBlank(bytes, before)) break;
      start = before;
    }
    return start;
  }

  #blankAfter(bytes: Uint8Array, at: number, end: number): number {
    let p = at;
    while (p < end && this.#isBlank(bytes, p)) p += this.#classes.at(bytes, p) >> 4;
    return p;
  }

  #isBlank(bytes: Uint8Array, at: number): boolean {
    const charClass = this.#classes.at(bytes, at) & 15;
    return charClass === SPACE || charClass === NEWLINE;
  }
}
