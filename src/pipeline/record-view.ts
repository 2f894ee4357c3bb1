// One record with everything rules ask about it, each answer made once; one view serves a thread, record after record.

import type { Example, Message, Part } from '../model/example.ts';
import { partsOf, textOf } from '../model/example.ts';
import type { JsonObject } from '../model/json.ts';
import type { Position } from '../model/position.ts';
import type { Hint, RecordView, Turn } from '../model/rule.ts';
import { type HintFinder, holdsHint } from '../text/hint-finder.ts';
import { TextMeter } from '../text/text-meter.ts';
import { type Accounting, thinks } from '../tokens/accounting.ts';
import {
  CHAT_OVERHEADS,
  type ChatOverhead,
  conversationFraming,
  messageFraming,
} from '../tokens/chat-overhead.ts';
import type { TokenCounter } from '../tokens/counter.ts';
import { imageSize } from '../tokens/image-size.ts';
import { identify, type LiveIdentity, textsBeside } from './identify.ts';
import { type LabelWish, labelOf } from './label.ts';
import { LiveTurn } from './live-turn.ts';

/** What a thread counts and looks for in every text. */
export interface Instruments {
  readonly counter: TokenCounter;
  readonly accounting: Accounting;
  readonly finder: HintFinder;
  readonly label: LabelWish;
}

export class LiveView implements RecordView {
  at: Position = { source: 0, index: 0 };
  value: JsonObject = {};
  example: Example = NOTHING;
  turns: readonly Turn[] = [];
  rejected: readonly Turn[] = [];
  label: string | undefined;
  tokens = 0;
  framing = 0;
  unsizedImages = 0;
  readonly identity: LiveIdentity = {
    wholeHigh: 0,
    wholeLow: 0,
    normalHigh: 0,
    normalLow: 0,
    promptHigh: 0,
    promptLow: 0,
    answerHigh: 0,
    answerLow: 0,
    rejectedHigh: 0,
    rejectedLow: 0,
  };
  readonly #instruments: Instruments;
  readonly #meter: TextMeter;
  readonly #overhead: ChatOverhead;
  /** Turns are used again from record to record. */
  readonly #spare: LiveTurn[] = [];
  #used = 0;
  readonly #turns: LiveTurn[] = [];
  readonly #rejected: LiveTurn[] = [];
  #promptLow = 0;
  #promptHigh = 0;

  constructor(instruments: Instruments) {
    this.#instruments = instruments;
    this.#meter = new TextMeter(instruments.finder, instruments.counter.scratch);
    this.#overhead = CHAT_OVERHEADS[instruments.accounting.overhead];
  }

  promptHas(hint: Hint): boolean {
    return holdsHint(this.#promptLow, this.#promptHigh, hint);
  }

  load(at: Position, value: JsonObject, example: Example): void {
    this.at = at;
    this.value = value;
    this.example = example;
    this.#used = 0;
    this.#turns.length = 0;
    this.#rejected.length = 0;
    this.tokens = 0;
    this.framing = this.#toolTokens(example);
    this.unsizedImages = 0;
    this.#promptLow = 0;
    this.#promptHigh = 0;
    this.#readTurns(example);
    this.framing += this.#frameWhole();
    this.turns = this.#turns;
    this.rejected = this.#rejected;
    this.label = labelOf(value, this.#turns, this.#instruments.label);
    identify(this.identity, example, this.#turns, this.#rejected, this.label);
  }

  #readTurns(example: Example): void {
    switch (example.kind) {
      case 'conversation':
        this.#read(example.messages, this.#turns, true);
        break;
      case 'passage':
        this.#read(example.segments, this.#turns, true);
        break;
      case 'task':
        this.#read(example.prompt, this.#turns, false);
        break;
      case 'steps':
        this.#read(example.prompt, this.#turns, false);
        // Judged, not imitated.
        for (const { message } of example.steps) this.#read([message], this.#turns, false);
        break;
      case 'rating':
        this.#read(example.prompt, this.#turns, false);
        // An answer with its thumb down stands there to be avoided.
        if (example.good) this.#read(example.answer.messages, this.#turns, true);
        else this.#read(example.answer.messages, this.#rejected, false);
        break;
      case 'preference': {
        this.#read(example.prompt, this.#turns, false);
        const [best, ...worse] = example.answers;
        if (best !== undefined) this.#read(best.messages, this.#turns, true);
        for (const answer of worse) this.#read(answer.messages, this.#rejected, false);
      }
    }
  }

  #read(messages: readonly Message[], into: LiveTurn[], mayLearn: boolean): void {
    for (const message of messages) {
      const learned = mayLearn && message.role === 'assistant' && message.weight !== 0;
      const turn = this.#turn(message, into.length + 1, learned);
      this.#look(turn);
      this.tokens += turn.tokens;
      if (message.inside !== '') this.framing += this.#frame(message);
      into.push(turn);
    }
  }

  /** A message that is a field of its record has no chat format around it. */
  #frame({ role, name }: Message): number {
    // The names of the five roles are one token each in every vocabulary that prints them.
    if (name === undefined) return messageFraming(this.#overhead, { role });
    return messageFraming(this.#overhead, { role, nameTokens: this.#count(name) });
  }

  /** Once for a conversation, of which a pair is one. */
  #frameWhole(): number {
    const turns = this.#turns.length > 0 ? this.#turns : this.#rejected;
    const first = turns[0]?.message;
    const last = turns.at(-1)?.message;
    if (first === undefined || last === undefined || last.inside === '') return 0;
    const overhead = this.#overhead;
    return conversationFraming(
      overhead,
      first,
      overhead.withoutThoughts === 0 ? last : { role: last.role, thinks: thinks(last) },
    );
  }

  /** What a chat format makes of the tools that the record declares. */
  #toolTokens({ tools }: Example): number {
    return tools.length === 0 ? 0 : (this.#instruments.accounting.tools(tools)?.tokens ?? 0);
  }

  /** An image in the record itself, by the table of the model; of one behind an address nobody knows the size. */
  #imageTokens({ media, source, detail }: Part & { readonly type: 'media' }): number {
    if (media !== 'image') return 0;
    const size = 'url' in source ? imageSize(source.url) : undefined;
    const wanted = detail === 'low' || detail === 'high' ? detail : 'auto';
    const tokens = this.#instruments.accounting.image(size, wanted);
    if (tokens === undefined) this.unsizedImages += 1;
    return tokens ?? 0;
  }

  #look(turn: LiveTurn): void {
    const { message } = turn;
    const text = textOf(message);
    const meter = this.#meter;
    const { counter } = this.#instruments;
    meter.measure(text);
    turn.look(text, meter);
    if (!turn.learned) {
      this.#promptLow |= meter.hintLow;
      this.#promptHigh |= meter.hintHigh;
    }
    turn.tokens = counter.count(meter.bytes, meter.length, text);
    for (const part of partsOf(message)) {
      for (const beside of textsBeside(part)) turn.tokens += this.#count(beside);
      if (part.type === 'media') this.framing += this.#imageTokens(part);
    }
  }

  #count(text: string): number {
    this.#meter.write(text);
    return this.#instruments.counter.count(this.#meter.bytes, this.#meter.length, text);
  }

  #turn(message: Message, number: number, learned: boolean): LiveTurn {
    let turn = this.#spare[this.#used];
    if (turn === undefined) {
      turn = new LiveTurn(message);
      this.#spare.push(turn);
    }
    this.#used += 1;
    turn.reset(message, number, learned);
    return turn;
  }
}

const NOTHING: Example = {
  kind: 'conversation',
  messages: [],
  tools: [],
  choices: undefined,
  extra: undefined,
};
