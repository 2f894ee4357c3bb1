// The counter on flat tables: control tokens cut out first where the vocabulary says so, then the engine.
import { type AddedToken, AddedTokenFinder } from './added-tokens.ts';
import type { CharClasses } from './char-classes.ts';
import type { EncodedText, TokenCounter } from './counter.ts';
import { Engine } from './engine.ts';
import type { SplitSpec } from './make-splitter.ts';
import { composed, mayNeedNfc } from './nfc.ts';
import { TextMemo } from './text-memo.ts';
import type { Vocabulary } from './vocabulary.ts';

/** All a thread needs to make a counter; it can be sent to another thread, where its tables stay the same memory. */
export interface FlatRecipe {
  readonly kind: 'flat';
  readonly id: string;
  readonly sha256?: string;
  readonly vocabulary: Vocabulary;
  readonly split: SplitSpec;
  /** Texts that are one token wherever they stand; left out where the content's control tokens are plain text. */
  readonly added?: readonly AddedToken[];
  /** Whether the text between added tokens is brought to Unicode's composed form first. */
  readonly nfc: boolean;
}

/** Takes the parts of a text in order: plain stretches to tokenize, and added tokens (`id` from 0 up). */
type Visitor = (bytes: Uint8Array, start: number, end: number, id: number) => void;

/** The id of a stretch that has still to be tokenized. */
const PLAIN = -1;

/** Counts with one vocabulary; one per thread. */
export class FlatCounter implements TokenCounter {
  readonly id: string;
  readonly engine = 'tuneset';
  readonly exact = true;
  readonly sha256?: string;
  readonly specials: 'plain' | 'control';
  /** The counting engine itself, for tests of its growth and caches. */
  readonly core: Engine;
  readonly scratch?: Uint8Array;
  readonly #before: AddedTokenFinder | undefined;
  readonly #after: AddedTokenFinder | undefined;
  readonly #nfc: boolean;
  readonly #memo = new TextMemo();
  readonly #classes: CharClasses;
  readonly #countFresh: (bytes: Uint8Array, length: number, text: string) => number;

  constructor(recipe: FlatRecipe, classes: CharClasses) {
    this.id = recipe.id;
    if (recipe.sha256 !== undefined) this.sha256 = recipe.sha256;
    this.specials = recipe.added === undefined ? 'plain' : 'control';
    this.core = new Engine(recipe.vocabulary, classes, recipe.split);
    // A text that is cut at added tokens cannot stand where its parts are copied to.
    const isCut = recipe.added !== undefined && recipe.added.length > 0;
    if (!isCut && this.core.scratch !== undefined) this.scratch = this.core.scratch;
    this.#classes = classes;
    this.#nfc = recipe.nfc;
    this.#before = finder(
      recipe.added?.filter(({ normalized }) => !normalized),
      classes,
    );
    this.#after = finder(
      recipe.added?.filter(({ normalized }) => normalized),
      classes,
    );
    this.#countFresh = (bytes, length, text) =>
      this.#isPlain(bytes, length, text)
        ? this.core.count(bytes, 0, length)
        : this.#countParts(bytes, length, text);
  }

  count(bytes: Uint8Array, length: number, text: string): number {
    return this.#memo.count(bytes, length, text, this.#countFresh);
  }

  encode(bytes: Uint8Array, length: number, text: string): EncodedText {
    const ids: number[] = [];
    const ends: number[] = [];
    let passed = 0;
    this.#walk(bytes, length, text, (part, start, end, id) => {
      if (id !== PLAIN) {
        ids.push(id);
        ends.push(passed + end - start);
      } else {
        const encoded = this.core.encode(part, start, end);
        for (let i = 0; i < encoded.ids.length; i += 1) {
          ids.push(encoded.ids[i] as number);
          ends.push(passed + (encoded.ends[i] as number));
        }
      }
      passed += end - start;
    });
    return { ids: Int32Array.from(ids), ends: Int32Array.from(ends) };
  }

  /** Whether the engine may take the text as it stands: no added token is in it, nothing has to be composed. */
  #isPlain(bytes: Uint8Array, length: number, text: string): boolean {
    if (this.#before?.mayOccur(text) === true || this.#after?.mayOccur(text) === true) return false;
    return !(this.#nfc && text.length !== length && mayNeedNfc(bytes, 0, length));
  }

  #countParts(bytes: Uint8Array, length: number, text: string): number {
    let total = 0;
    this.#walk(bytes, length, text, (part, start, end, id) => {
      total += id === PLAIN ? this.core.count(part, start, end) : 1;
    });
    return total;
  }

  #walk(bytes: Uint8Array, length: number, text: string, visit: Visitor): void {
    // As many UTF-16 units as bytes: all ASCII, which is composed already.
    const nfc = this.#nfc && text.length !== length;
    cut(this.#before, bytes, 0, length, (part, start, end, id) => {
      if (id !== PLAIN) visit(part, start, end, id);
      else if (nfc && mayNeedNfc(part, start, end)) {
        const form = composed(this.#classes, part, start, end);
        cut(this.#after, form, 0, form.length, visit);
      } else cut(this.#after, part, start, end, visit);
    });
  }
}

function finder(
  tokens: readonly AddedToken[] | undefined,
  classes: CharClasses,
): AddedTokenFinder | undefined {
  return tokens === undefined || tokens.length === 0 ? undefined : new AddedTokenFinder(tokens, classes);
}

function cut(
  tokens: AddedTokenFinder | undefined,
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: Visitor,
): void {
  let from = start;
  while (from < end) {
    if (tokens?.next(bytes, from, end) !== true) {
      visit(bytes, from, end, PLAIN);
      return;
    }
    // Taken out first: the visit searches on with the same finder where there is only one.
    const { id, start: at, end: stop } = tokens;
    if (at > from) visit(bytes, from, at, PLAIN);
    visit(bytes, at, stop, id);
    from = stop;
  }
}
