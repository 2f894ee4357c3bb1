// What of a record is compared: what is asked, what is said and what is rejected, each with all its texts.

import { type Message, partsOf } from '../model/example.ts';
import { finishHash, type Hash64, hashText, mix, startHash } from '../model/hash.ts';
import { canonicalJson } from '../model/json.ts';
import type { RecordView, Turn } from '../model/rule.ts';
import type { Spoken } from './shingles.ts';

/** Which side of a record is compared. */
export type ComparedPart = 'whole' | 'prompt' | 'answer';

export const SIDES = ['asked', 'said', 'rejected'] as const;

/** The texts of one record by side; `weight` is their length in UTF-16 code units. */
export interface Side {
  readonly texts: Spoken[];
  weight: number;
  /** What must be equal beside the texts: the side itself, media, the label. */
  salt: number;
}

const SIDE_SALTS = [0x1b873593, 0x7feb352d, 0x68e31da4];

/** One per thread; each `read` overwrites what the one before left. */
export class RecordTexts {
  readonly sides: readonly Side[] = SIDES.map(() => ({ texts: [], weight: 0, salt: 0 }));
  readonly #hash: Hash64 = startHash();

  read(view: RecordView, part: ComparedPart): void {
    for (let i = 0; i < SIDES.length; i += 1) {
      const side = this.sides[i] as Side;
      side.texts.length = 0;
      side.weight = 0;
      side.salt = SIDE_SALTS[i] as number;
    }
    const [asked, said, rejected] = this.sides as readonly [Side, Side, Side];
    const { example } = view;
    // A text with a label beside it is what is asked; the label is the answer.
    const isQuestion = part === 'prompt' && example.kind === 'passage';
    for (const turn of view.turns) {
      const { role } = turn;
      if (isQuestion) this.#take(asked, turn);
      else if (role === 'assistant') {
        if (part !== 'prompt') this.#take(said, turn);
      } else if (role === 'user' || role === 'tool') {
        if (part !== 'answer') this.#take(asked, turn);
      }
    }
    if (part !== 'prompt') for (const turn of view.rejected) this.#take(rejected, turn);
    if (part !== 'prompt' && view.label !== undefined) said.salt = mix(said.salt + this.#hashOf(view.label));
    if (example.kind === 'steps') {
      const judged = example.steps.map(({ good }) => (good ? '+' : '-')).join('');
      said.salt = mix(said.salt + this.#hashOf(judged));
    }
    if (part !== 'prompt' && example.kind === 'task') this.#beside(said, canonicalJson(example.reference));
  }

  #take(side: Side, turn: Turn): void {
    side.texts.push(turn);
    side.weight += turn.text.length;
    if (typeof turn.message.content !== 'string') this.#takeParts(side, turn.message);
  }

  #takeParts(side: Side, message: Message): void {
    for (const part of partsOf(message)) {
      if (part.type === 'reasoning') this.#beside(side, part.text);
      else if (part.type === 'call') {
        const { raw, arguments: given } = part;
        this.#beside(side, `${part.name} ${raw ?? (given === undefined ? '' : canonicalJson(given))}`);
      } else if (part.type === 'media')
        side.salt = mix(side.salt + this.#hashOf(JSON.stringify(part.source)));
      else if (part.type === 'unknown') side.salt = mix(side.salt + this.#hashOf(canonicalJson(part.value)));
    }
  }

  #beside(side: Side, text: string): void {
    side.texts.push({ text, folded: text });
    side.weight += text.length;
  }

  #hashOf(text: string): number {
    const hash = this.#hash;
    hash.high = 0x2545f491;
    hash.low = 0x4f6cdd1d;
    hashText(hash, text);
    finishHash(hash);
    return hash.low;
  }
}
