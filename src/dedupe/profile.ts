// All shingles of a record, sorted, in one array: what likeness is measured on, exactly.

import type { RecordView } from '../model/rule.ts';
import type { Frame } from './frame.ts';
import { hasCharacters, hasWords } from './lengths.ts';
import { shingleSide } from './record-sketcher.ts';
import { type ComparedPart, RecordTexts, SIDES, type Side } from './record-texts.ts';
import { Shingler } from './shingles.ts';
import { distinct } from './sketch.ts';

/**
 * First the lengths of the sides' texts, then of each side how many character and word shingles there are, then the
 * number of words in order; and then all of these, one after another.
 */
export type Profile = Uint32Array;

export const SIDE_COUNT = SIDES.length;
const COUNTS = SIDE_COUNT;
export const SEQUENCE_COUNT = COUNTS + 2 * SIDE_COUNT;
export const HEAD = SEQUENCE_COUNT + 1;

/** Where in the head the number of a side's shingles stands. */
export const countPlace = (side: number, by: 'characters' | 'words'): number =>
  COUNTS + 2 * side + (by === 'characters' ? 0 : 1);

/** One per run and part. */
export class Profiler {
  readonly #part: ComparedPart;
  readonly #frame: Frame;
  readonly #texts = new RecordTexts();
  readonly #shingler = new Shingler();

  constructor(part: ComparedPart, frame: Frame) {
    this.#part = part;
    this.#frame = frame;
  }

  make(view: RecordView): Profile {
    this.#texts.read(view, this.#part);
    const { sides } = this.#texts;
    const head = new Uint32Array(HEAD);
    const pieces: Uint32Array[] = [head];
    sides.forEach((side, i) => {
      head[i] = side.weight;
      const frame = i === 0 ? this.#frame : new Uint32Array(0);
      if (hasCharacters(side.weight)) {
        pieces.push(this.#shingles(side, false, frame));
        head[countPlace(i, 'characters')] = pieces.at(-1)?.length ?? 0;
      }
      if (hasWords(side.weight)) {
        pieces.push(this.#shingles(side, true, frame));
        head[countPlace(i, 'words')] = pieces.at(-1)?.length ?? 0;
      }
    });
    const sequence = this.#sequence();
    head[SEQUENCE_COUNT] = sequence.length;
    pieces.push(sequence);
    const profile = new Uint32Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      profile.set(piece, at);
      at += piece.length;
    }
    return profile;
  }

  #shingles(side: Side, byWords: boolean, frame: Frame): Uint32Array {
    const shingler = this.#shingler;
    shingler.clear();
    shingleSide(shingler, side, byWords, frame);
    return distinct(shingler.hashes.slice(0, shingler.length));
  }

  /** The words of what is asked; of a short text that asks nothing, its own. */
  #sequence(): Uint32Array {
    const [asked, said] = this.#texts.sides as readonly [Side, Side, Side];
    const side = asked.texts.length > 0 ? asked : hasCharacters(said.weight) ? said : undefined;
    if (side === undefined) return new Uint32Array(0);
    const shingler = this.#shingler;
    shingler.clear();
    shingler.words(side.texts, 0, new Uint32Array(0));
    return shingler.sequence.slice(0, shingler.sequenceLength);
  }
}
