// Cuts CSV and TSV by RFC 4180 into rows and cells, whatever the chunks, and goes on behind a quote that never closes.

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** Cells of one row as ranges of `bytes`; all of it is used again for the next row. */
export interface Row {
  readonly bytes: Uint8Array;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether two quotes stand for one in the cell of that number. */
  readonly doubled: readonly boolean[];
  /** 1-based physical line, and offset in the stream, of the row's first byte. */
  readonly line: number;
  readonly offset: number;
}

/** A quote that never closes, one with text behind it, or a row that no table has. */
export type TableFault = 'unclosed' | 'text-after' | 'too-many-cells';

/** More columns than any spreadsheet can hold. */
export const MOST_CELLS = 1 << 14;

/** Who listens. A fault is told before the row it concerns. */
export interface RowSink {
  row(row: Row): void;
  /** A row over a limit: its bytes were let go. */
  tooLong(line: number, offset: number): void;
  fault(fault: TableFault, line: number, offset: number): void;
}

/** Where in a cell the next byte stands. `closed`: behind a closing quote; `return`: and behind a carriage return. */
type State = 'start' | 'plain' | 'quoted' | 'closed' | 'return' | 'skipping';

/**
 * Feed it chunks in order, then call `end`. It holds the row at hand and nothing else. Blank lines are no rows.
 *
 * A quote opens a cell only where the cell begins. One that was not meant so shows itself when there is text behind
 * the quote that closes it, or when it outgrows the limit or never closes: then it is read as part of the text, which
 * ends with its line. Whatever opens a quote would have closed one, had it been read inside of quotes; so what is read
 * again closes soon, and no byte is read more than a few times.
 */
export class CsvCutter {
  readonly #delimiter: number;
  readonly #maxRowBytes: number;
  #buffer = new Uint8Array(0);
  #length = 0;
  /** Of the buffer's first byte in the stream. */
  #offset: number;
  /** In the buffer: the row and the cell at hand, the next byte, and the quote that may have closed the cell. */
  #rowStart = 0;
  #cellStart = 0;
  #at = 0;
  #quoteAt = 0;
  /** Offset of a row that is being let go. */
  #longFrom = 0;
  #state: State = 'start';
  #doubled = false;
  /** Of the row. */
  #line = 1;
  /** Line feeds in the row's cells so far, and in the cell at hand. */
  #lineFeeds = 0;
  #cellLineFeeds = 0;
  #starts: number[] = [];
  #ends: number[] = [];
  #doubles: boolean[] = [];

  /** `offset`: of the first byte in the stream. */
  constructor(delimiter: number, maxRowBytes: number, offset = 0) {
    this.#delimiter = delimiter;
    this.#maxRowBytes = maxRowBytes;
    this.#offset = offset;
  }

  push(chunk: Uint8Array, sink: RowSink): void {
    this.#append(chunk);
    this.#scan(sink);
    this.#forget();
  }

  end(sink: RowSink): void {
    while (this.#state === 'quoted') {
      this.#readAsText('unclosed', sink);
      this.#scan(sink);
    }
    if (this.#state === 'skipping') sink.tooLong(this.#line, this.#longFrom);
    else if (this.#length > this.#rowStart) this.#endLine(this.#length, sink);
  }

  #append(chunk: Uint8Array): void {
    if (this.#length + chunk.length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(this.#length + chunk.length, this.#buffer.length * 2));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length += chunk.length;
  }

  /** Moves the row at hand to the buffer's beginning. */
  #forget(): void {
    const done = this.#rowStart;
    this.#buffer.copyWithin(0, done, this.#length);
    this.#length -= done;
    this.#offset += done;
    this.#cellStart -= done;
    this.#at -= done;
    this.#quoteAt -= done;
    this.#rowStart = 0;
    for (let i = 0; i < this.#starts.length; i += 1) {
      this.#starts[i] = (this.#starts[i] as number) - done;
      this.#ends[i] = (this.#ends[i] as number) - done;
    }
  }

  #scan(sink: RowSink): void {
    while (this.#at < this.#length) {
      switch (this.#state) {
        case 'start':
          if (this.#buffer[this.#at] === QUOTE) {
            this.#state = 'quoted';
            this.#at += 1;
          } else this.#state = 'plain';
          break;
        case 'plain':
          this.#plain(sink);
          break;
        case 'quoted':
          this.#quoted(sink);
          break;
        case 'closed':
        case 'return':
          this.#closed(this.#buffer[this.#at] as number, sink);
          break;
        case 'skipping':
          this.#skip(sink);
          break;
      }
    }
  }

  /** Reads on to the end of a cell without quotes. */
  #plain(sink: RowSink): void {
    const bytes = this.#buffer;
    const end = Math.min(this.#length, this.#rowStart + this.#maxRowBytes + 1);
    const delimiter = this.#delimiter;
    let i = this.#at;
    while (i < end && bytes[i] !== delimiter && bytes[i] !== LF) i += 1;
    this.#at = i;
    if (i === this.#length && i < this.#rowStart + this.#maxRowBytes + 1) return;
    if (i === end) this.#startSkipping();
    else if (bytes[i] === LF) this.#endLine(i, sink);
    else this.#nextCell(this.#cellStart, i, sink);
  }

  /** Reads on to the quote that closes the cell. */
  #quoted(sink: RowSink): void {
    const bytes = this.#buffer;
    const end = Math.min(this.#length, this.#rowStart + this.#maxRowBytes + 1);
    let i = this.#at;
    while (i < end && bytes[i] !== QUOTE) {
      if (bytes[i] === LF) {
        this.#lineFeeds += 1;
        this.#cellLineFeeds += 1;
      }
      i += 1;
    }
    this.#at = i;
    if (i === this.#length && i < this.#rowStart + this.#maxRowBytes + 1) return;
    if (i === end) {
      if (this.#cellLineFeeds > 0) this.#readAsText('unclosed', sink);
      else this.#startSkipping();
      return;
    }
    this.#quoteAt = i;
    this.#state = 'closed';
    this.#at += 1;
  }

  /** Behind a quote that may have closed the cell. */
  #closed(byte: number, sink: RowSink): void {
    if (byte === LF) this.#endLine(this.#at, sink);
    else if (this.#state === 'closed' && byte === this.#delimiter) {
      this.#nextCell(this.#cellStart + 1, this.#quoteAt, sink);
    } else if (this.#state === 'closed' && byte === QUOTE) {
      this.#doubled = true;
      this.#state = 'quoted';
      this.#at += 1;
    } else if (this.#state === 'closed' && byte === CR) {
      this.#state = 'return';
      this.#at += 1;
    } else this.#readAsText('text-after', sink);
  }

  /** Reads the cell at hand again, with its quote as part of the text. */
  #readAsText(fault: TableFault, sink: RowSink): void {
    this.#lineFeeds -= this.#cellLineFeeds;
    sink.fault(fault, this.#line + this.#lineFeeds, this.#offset + this.#cellStart);
    this.#cellLineFeeds = 0;
    this.#doubled = false;
    this.#at = this.#cellStart;
    this.#state = 'plain';
  }

  #endCell(start: number, end: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
    this.#doubles.push(this.#doubled);
    this.#doubled = false;
    this.#cellLineFeeds = 0;
    this.#at += 1;
    this.#cellStart = this.#at;
    this.#state = 'start';
  }

  /** Ends a cell that another one follows. */
  #nextCell(start: number, end: number, sink: RowSink): void {
    this.#endCell(start, end);
    if (this.#starts.length < MOST_CELLS) return;
    sink.fault('too-many-cells', this.#line, this.#offset + this.#rowStart);
    this.#startSkipping();
  }

  /** Ends the row at the line feed that stands at `at`, or with the stream. */
  #endLine(at: number, sink: RowSink): void {
    const quoted = this.#state === 'closed' || this.#state === 'return';
    let end = quoted ? this.#quoteAt : at;
    if (!quoted && end > this.#cellStart && this.#buffer[end - 1] === CR) end -= 1;
    if (quoted || end > this.#cellStart || this.#starts.length > 0) {
      this.#endCell(quoted ? this.#cellStart + 1 : this.#cellStart, end);
      sink.row({
        bytes: this.#buffer,
        starts: this.#starts,
        ends: this.#ends,
        doubled: this.#doubles,
        line: this.#line,
        offset: this.#offset + this.#rowStart,
      });
    }
    this.#nextRow(Math.min(at + 1, this.#length));
  }

  #nextRow(at: number): void {
    this.#line += this.#lineFeeds + 1;
    this.#rowStart = at;
    this.#cellStart = at;
    this.#at = at;
    this.#state = 'start';
    this.#doubled = false;
    this.#lineFeeds = 0;
    this.#cellLineFeeds = 0;
    this.#starts.length = 0;
    this.#ends.length = 0;
    this.#doubles.length = 0;
  }

  #startSkipping(): void {
    this.#state = 'skipping';
    this.#longFrom = this.#offset + this.#rowStart;
  }

  /** Lets go of a row that is too long, up to the end of the line. */
  #skip(sink: RowSink): void {
    const end = this.#buffer.subarray(0, this.#length).indexOf(LF, this.#at);
    if (end >= 0) {
      sink.tooLong(this.#line, this.#longFrom);
      this.#nextRow(end + 1);
      return;
    }
    this.#at = this.#length;
    this.#rowStart = this.#length;
    this.#starts.length = 0;
    this.#ends.length = 0;
  }
}
