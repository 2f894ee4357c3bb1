// One record → the rows of band keys by which it is found again.

import { mix } from '../model/hash.ts';
import type { RecordView } from '../model/rule.ts';
import type { Frame } from './frame.ts';
import { hasCharacters, hasWords } from './lengths.ts';
import { type ComparedPart, RecordTexts, type Side } from './record-texts.ts';
import { Shingler } from './shingles.ts';
import { Sketcher } from './sketch.ts';
import { addRow, type SketchColumns, type WordStore } from './sketch-columns.ts';

/** Of shorter texts, or of so few shingles beside the frame, nothing near can be said: such records are only equal or not. */
const LEAST_WEIGHT = 24;
const LEAST_SHINGLES = 8;

/** One per thread and part. */
export class RecordSketcher {
  readonly #part: ComparedPart;
  readonly #frame: Frame;
  readonly #texts = new RecordTexts();
  readonly #shingler = new Shingler();
  readonly #sketcher = new Sketcher();

  readonly #store: WordStore | undefined;

  constructor(part: ComparedPart, frame: Frame, store: WordStore | undefined) {
    this.#part = part;
    this.#frame = frame;
    this.#store = store;
  }

  /** Adds a record's rows; `record` is its number among the records of the tally. */
  add(columns: SketchColumns, view: RecordView, record: number): void {
    this.#texts.read(view, this.#part);
    const weight = this.#texts.sides.reduce((sum, side) => sum + side.weight, 0);
    if (weight < LEAST_WEIGHT) return;
    this.#addSides(columns, record, 0, 0);
  }

  /** `words` has a bit for each side that is taken by its words. Sides of middling length are taken both ways. */
  #addSides(columns: SketchColumns, record: number, side: number, words: number): void {
    const { sides } = this.#texts;
    const next = sides[side];
    if (next === undefined) {
      this.#addRow(columns, record, words);
      return;
    }
    if (hasCharacters(next.weight)) this.#addSides(columns, record, side + 1, words);
    if (hasWords(next.weight)) this.#addSides(columns, record, side + 1, words | (1 << side));
  }

  #addRow(columns: SketchColumns, record: number, words: number): void {
    const shingler = this.#shingler;
    shingler.clear();
    let numbers = 0;
    this.#texts.sides.forEach((side, i) => {
      shingler.numbers = 0;
      shingleSide(shingler, side, (words & (1 << i)) !== 0, i === 0 ? this.#frame : NOTHING);
      numbers = (Math.imul(numbers, 31) + shingler.numbers) | 0;
    });
    if (shingler.length < LEAST_SHINGLES) return;
    // A side whose numbers differ is not alike at all, so that records which share the other side need not meet.
    if (numbers !== 0) saltAll(shingler, numbers);
    this.#sketcher.sketch(shingler.hashes, 0, shingler.length);
    addRow(columns, record, this.#sketcher.keys, this.#store);
  }
}

function saltAll({ hashes, length }: Shingler, salt: number): void {
  for (let i = 0; i < length; i += 1) hashes[i] = mix((hashes[i] as number) ^ salt);
}

const NOTHING: Frame = new Uint32Array(0);

/** Only what is asked has a frame: answers that many records share are what their records say. */
export function shingleSide(shingler: Shingler, side: Side, byWords: boolean, frame: Frame): void {
  if (side.texts.length === 0) return;
  if (byWords) shingler.words(side.texts, side.salt, frame);
  else shingler.characters(side.texts, side.salt, frame);
}
