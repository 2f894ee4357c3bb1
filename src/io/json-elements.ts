// Cuts a giant JSON array, or values that merely follow one another, into elements without holding any of it.

import type { CutFaultCode, CutMode, CutSink } from './json-cut.ts';
import { Resync, Tail } from './json-resync.ts';
import { isSpace } from './json-tokens.ts';

/** A place that may have to be reported later. */
interface Mark {
  readonly offset: number;
  readonly line: number;
}

/** What the last significant byte belonged to. */
type Previous = 'none' | 'open' | 'close' | 'comma' | 'colon' | 'string' | 'word';

/** Levels whose kind of bracket is remembered; deeper ones are only counted, so that memory stays constant. */
const rememberedLevels = 4096;

const isOpening = (byte: number): boolean => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d;

/**
 * Feed it chunks in order, then call `finish` once. It holds a few numbers and no bytes: the caller keeps the bytes
 * from `neededFrom` on (or drops those of an element that grows beyond use, and knows it again by its start).
 *
 * An element is damaged once its quotes and brackets contradict each other: a raw control character in a string, a
 * string beside a word or another string, a bracket that closes the wrong one or opens where a key belongs. From
 * then on it also ends where the next element seems to begin; see {@link Resync} for how that is recognised.
 * An element that lacks a bracket and yet nests consistently looks like a deep one and ends with the array.
 * In `values`, what begins with neither a bracket nor a quote ends with its line.
 */
export class ElementCutter {
  private readonly mode: CutMode;
  /** Brackets that are open between two elements: the array's own, or none. */
  private readonly base: number;
  private readonly resync: Resync;
  private readonly tail: Tail;
  private readonly kinds = new Uint8Array(rememberedLevels);
  private phase: 'before' | 'inside' | 'after' | 'over';
  private at: number;
  private line: number;
  private lineStart: number;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private previous: Previous = 'none';
  /** Offset after the last significant byte; within a string, after its opening quote. */
  private tokenEnd: number;
  private element: Mark | undefined;
  private damaged = false;
  /** The element ends with its line. */
  private lineBound = false;
  private comma: Mark | undefined;
  private close: (Mark & { readonly damaged: boolean }) | undefined;
  private closedEarly = false;
  private empty = true;

  /** `from` says where the first chunk begins. */
  constructor(
    mode: CutMode,
    from: { readonly offset: number; readonly line: number } = { offset: 0, line: 1 },
  ) {
    this.mode = mode;
    this.base = mode === 'array' ? 1 : 0;
    this.resync = new Resync(mode === 'values');
    this.phase = mode === 'array' ? 'before' : 'inside';
    this.at = from.offset;
    this.line = from.line;
    this.lineStart = from.offset;
    this.tokenEnd = from.offset;
    this.tail = new Tail(from.offset);
  }

  /** Absolute offset of the first byte that belongs to no element reported so far. */
  get neededFrom(): number {
    return this.element === undefined ? this.at : this.element.offset;
  }

  push(chunk: Uint8Array, sink: CutSink): void {
    const base = this.at;
    const { length } = chunk;
    for (let i = 0; i < length && this.phase !== 'over'; i++) {
      let byte = chunk[i] as number;
      if (this.inString && !this.escaped && this.resync.idle) {
        // Inside a string only these bytes can change anything; `}` may begin the mark of a next element.
        while (byte !== 0x22 && byte !== 0x5c && byte !== 0x7d && byte >= 0x20) {
          if (++i === length) break;
          byte = chunk[i] as number;
        }
        if (i === length) break;
      }
      this.at = base + i;
      this.take(byte, sink);
    }
    this.at = base + length;
    this.tail.note(chunk, base);
  }

  finish(sink: CutSink): void {
    if (this.empty) this.fault(sink, 'empty', this.here());
    if (this.phase === 'after' && this.comma !== undefined) this.fault(sink, 'text-after-array', this.comma);
    if (this.phase !== 'inside') return;
    let closed = this.closedEarly;
    if (this.element !== undefined) {
      const whole = this.depth === this.base && !this.inString;
      // The quotes of a damaged element may have swallowed the bracket that closes the array.
      const swallowed = this.mode === 'array' && !whole && this.damaged && this.tail.isBracket;
      if (!whole) this.damaged = true;
      this.emit(sink, swallowed ? this.tail.formerEnd : this.tail.end);
      closed ||= swallowed;
    }
    if (this.mode === 'array' && !closed) this.fault(sink, 'unclosed-array', this.here());
  }

  private take(byte: number, sink: CutSink): void {
    const outside = !this.inString;
    const tokenEnd = outside ? this.tokenEnd : -1;
    if (byte === 0x0a) {
      this.line++;
      this.lineStart = this.at + 1;
      this.lineFeed(sink);
    }
    if (!outside) this.inside(byte);
    else if (!isSpace(byte)) this.significant(byte, sink);
    if (this.phase !== 'inside') return;
    const marked = this.resync.feed(byte, this.at, this.line, this.lineStart, tokenEnd);
    if (marked && this.damaged && this.element !== undefined && this.resync.open > this.element.offset) {
      this.recover(sink);
    }
  }

  /** A byte within a string. */
  private inside(byte: number): void {
    if (byte < 0x20) this.damaged = true;
    if (this.escaped) {
      this.escaped = false;
    } else if (byte === 0x5c) {
      this.escaped = true;
    } else if (byte === 0x22) {
      this.inString = false;
      this.previous = 'string';
      this.tokenEnd = this.at + 1;
    }
  }

  /** A byte outside strings that is not white space. */
  private significant(byte: number, sink: CutSink): void {
    this.empty = false;
    if (this.phase !== 'inside') this.outsideArray(byte, sink);
    else if (this.depth > this.base || !this.between(byte, sink)) this.structure(byte);
    this.tokenEnd = this.at + 1;
  }

  private outsideArray(byte: number, sink: CutSink): void {
    const { close } = this;
    if (byte === 0x5b) {
      if (close !== undefined) this.fault(sink, 'second-array', this.here());
      this.enter();
    } else if (close === undefined) {
      this.fault(sink, 'not-an-array', this.here());
      this.phase = 'over';
    } else if (byte === 0x2c && this.comma === undefined) {
      this.comma = this.here();
    } else if (byte === 0x7b || (byte === 0x22 && this.comma !== undefined) || close.damaged) {
      this.fault(sink, 'early-close', close);
      this.closedEarly = true;
      this.enter();
      this.structure(byte);
      // What a damaged element takes for its end may have been a bracket in a text; then this is its remainder.
      if (byte !== 0x7b) this.damaged = close.damaged;
    } else {
      this.fault(sink, 'text-after-array', this.comma ?? this.here());
      this.phase = 'over';
    }
  }

  private enter(): void {
    this.phase = 'inside';
    this.depth = 1;
    this.kinds[0] = 0x5b;
    this.comma = undefined;
    this.close = undefined;
  }

  /** A byte on the level of the elements; false where it belongs to an element and still has to be read as such. */
  private between(byte: number, sink: CutSink): boolean {
    return this.mode === 'array' ? this.betweenElements(byte, sink) : this.betweenValues(byte, sink);
  }

  private betweenElements(byte: number, sink: CutSink): boolean {
    const pending = this.element !== undefined;
    if (byte === 0x2c) {
      if (pending) this.emit(sink, this.tokenEnd);
      else this.fault(sink, 'missing-value', this.here());
      this.comma = this.here();
      return true;
    }
    if (byte === 0x5d) {
      this.close = { ...this.here(), damaged: pending && this.damaged };
      if (pending) this.emit(sink, this.tokenEnd);
      else if (this.comma !== undefined) this.fault(sink, 'trailing-comma', this.comma);
      this.comma = undefined;
      this.phase = 'after';
      return true;
    }
    const begins = isOpening(byte) || (byte === 0x22 && this.previous !== 'word' && !this.damaged);
    if (pending && begins && this.previous !== 'colon') {
      this.emit(sink, this.tokenEnd);
      this.fault(sink, 'missing-comma', this.here());
    }
    return false;
  }

  private betweenValues(byte: number, sink: CutSink): boolean {
    if (this.lineBound) return false;
    if (this.element !== undefined) this.emit(sink, this.tokenEnd);
    if (byte !== 0x2c) return false;
    this.fault(sink, 'stray-comma', this.here());
    return true;
  }

  /** A byte of an element outside its strings. */
  private structure(byte: number): void {
    if (this.element === undefined) this.begin(byte);
    const { previous, depth } = this;
    const kind = depth > this.base && depth <= rememberedLevels ? this.kinds[depth - 1] : 0;
    const afterValue = previous === 'string' || previous === 'close' || previous === 'word';
    if (byte === 0x22) {
      if (afterValue) this.damaged = true;
      this.inString = true;
    } else if (isOpening(byte)) {
      if (afterValue || (kind === 0x7b && previous !== 'colon')) this.damaged = true;
      if (depth < rememberedLevels) this.kinds[depth] = byte;
      this.depth++;
      this.previous = 'open';
    } else if (isClosing(byte)) {
      // The two brackets of a pair are two code points apart.
      const fits = depth > this.base && (depth > rememberedLevels || byte === (kind as number) + 2);
      if (fits) this.depth--;
      else this.damaged = true;
      this.previous = 'close';
    } else if (byte === 0x2c) {
      this.previous = 'comma';
    } else if (byte === 0x3a) {
      this.previous = 'colon';
    } else {
      if (previous === 'string' || previous === 'close') this.damaged = true;
      this.previous = 'word';
    }
  }

  private begin(byte: number): void {
    this.element = this.here();
    this.damaged = false;
    this.lineBound = this.mode === 'values' && !isOpening(byte) && byte !== 0x22;
    this.previous = 'none';
    if (byte === 0x7b) this.resync.learn(this.at, this.lineStart, this.tokenEnd);
  }

  /** In `values` a line feed ends every value that is whole, and what was no value to begin with. */
  private lineFeed(sink: CutSink): void {
    if (this.mode === 'array' || this.element === undefined) return;
    if (!this.lineBound && (this.depth > 0 || this.inString)) return;
    this.emit(sink, this.inString ? this.at : this.tokenEnd);
    this.inString = false;
    this.escaped = false;
    this.depth = 0;
  }

  /** Gives up the damaged element where another one seems to begin. */
  private recover(sink: CutSink): void {
    const { open, openLine, end, comma, hasKey } = this.resync;
    this.emit(sink, end);
    if (this.mode === 'array' && !comma) this.fault(sink, 'missing-comma', { offset: open, line: openLine });
    this.element = { offset: open, line: openLine };
    this.damaged = false;
    this.lineBound = false;
    this.kinds[this.base] = 0x7b;
    this.depth = this.base + 1;
    this.inString = false;
    this.escaped = false;
    this.previous = hasKey ? 'string' : 'open';
    this.tokenEnd = this.at + 1;
  }

  private emit(sink: CutSink, end: number): void {
    const { element } = this;
    if (element === undefined) return;
    this.element = undefined;
    sink.element({ start: element.offset, end, line: element.line, damaged: this.damaged });
  }

  private fault(sink: CutSink, code: CutFaultCode, { offset, line }: Mark): void {
    sink.fault({ code, offset, line });
  }

  private here(): Mark {
    return { offset: this.at, line: this.line };
  }
}
