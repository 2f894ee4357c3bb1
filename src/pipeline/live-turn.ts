// One turn of a record as rules see it; its object is used again from record to record.

import type { JsonAnswer } from '../model/answer-fields.ts';
import type { Message, Role } from '../model/example.ts';
import type { Hash64 } from '../model/hash.ts';
import type { Hint, Turn } from '../model/rule.ts';
import { holdsHint } from '../text/hint-finder.ts';
import { jsonAnswer } from '../text/json-in.ts';
import { foldText } from '../text/normal-forms.ts';
import type { TextMeter } from '../text/text-meter.ts';

export class LiveTurn implements Turn {
  message: Message;
  role: Role;
  number = 0;
  learned = false;
  text = '';
  bits = 0;
  tokens = 0;
  hintLow = 0;
  hintHigh = 0;
  /** Hashes of the text as it stands, and of its folded form. */
  readonly raw: Hash64 = { high: 0, low: 0 };
  readonly fold: Hash64 = { high: 0, low: 0 };
  #folded: string | undefined;
  #json: JsonAnswer | undefined;
  #isRead = false;

  constructor(message: Message) {
    this.message = message;
    this.role = message.role;
  }

  has(hint: Hint): boolean {
    return holdsHint(this.hintLow, this.hintHigh, hint);
  }

  get folded(): string {
    this.#folded ??= foldText(this.text);
    return this.#folded;
  }

  get json(): JsonAnswer | undefined {
    if (!this.#isRead) {
      this.#isRead = true;
      this.#json = jsonAnswer(this.text);
    }
    return this.#json;
  }

  sameAs(other: Turn): boolean {
    return (
      other instanceof LiveTurn && this.fold.low === other.fold.low && this.fold.high === other.fold.high
    );
  }

  /** Takes what one look at the text gave. */
  look(text: string, meter: TextMeter): void {
    this.text = text;
    this.bits = meter.bits;
    this.raw.high = meter.raw.high;
    this.raw.low = meter.raw.low;
    this.fold.high = meter.folded.high;
    this.fold.low = meter.folded.low;
    this.#folded = meter.foldedText;
    this.hintLow = meter.hintLow;
    this.hintHigh = meter.hintHigh;
  }

  reset(message: Message, number: number, learned: boolean): void {
    this.message = message;
    this.role = message.role;
    this.number = number;
    this.learned = learned;
    this.#folded = undefined;
    this.#json = undefined;
    this.#isRead = false;
  }
}
