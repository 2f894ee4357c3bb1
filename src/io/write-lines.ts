// JSON records as lines or as one array, each as it was written where its bytes are given.

import type { JsonValue } from '../model/json.ts';
import type { ByteSink } from './byte-sink.ts';
import { oneLine } from './one-line.ts';
import { LossCounts, type RecordWriter, type WrittenRecords } from './record-writer.ts';

const encoder = new TextEncoder();
const LINE_FEED = encoder.encode('\n');
const NEXT = encoder.encode(',\n');
const OPEN = encoder.encode('[\n');
const CLOSE = encoder.encode('\n]\n');
const NONE = encoder.encode('[]\n');

/** One record, one line. */
export class LineWriter implements RecordWriter {
  readonly #sink: ByteSink;
  #records = 0;

  constructor(sink: ByteSink) {
    this.#sink = sink;
  }

  write(raw: Uint8Array | undefined, value: JsonValue | undefined): Promise<void> | undefined {
    this.#records += 1;
    // What is broken stays as it is: nobody knows which of its white space stands between tokens.
    const wait = this.#sink.write(raw !== undefined && value === undefined ? raw : jsonOf(raw, value));
    return wait === undefined ? this.#sink.write(LINE_FEED) : wait.then(() => this.#sink.write(LINE_FEED));
  }

  async commit(): Promise<WrittenRecords> {
    return { ...(await this.#sink.commit()), records: this.#records, losses: [] };
  }

  discard(): Promise<void> {
    return this.#sink.discard();
  }
}

/** One array of all records, each on a line of its own. */
export class ArrayWriter implements RecordWriter {
  readonly #sink: ByteSink;
  readonly #losses = new LossCounts();
  #records = 0;

  constructor(sink: ByteSink) {
    this.#sink = sink;
  }

  write(raw: Uint8Array | undefined, value: JsonValue | undefined): Promise<void> | undefined {
    if (value === undefined) {
      this.#losses.add('left-out', '');
      return undefined;
    }
    const wait = this.#sink.write(this.#records === 0 ? OPEN : NEXT);
    this.#records += 1;
    const json = jsonOf(raw, value);
    return wait === undefined ? this.#sink.write(json) : wait.then(() => this.#sink.write(json));
  }

  async commit(): Promise<WrittenRecords> {
    await this.#sink.write(this.#records === 0 ? NONE : CLOSE);
    return { ...(await this.#sink.commit()), records: this.#records, losses: this.#losses.list() };
  }

  discard(): Promise<void> {
    return this.#sink.discard();
  }
}

/** The record as JSON on one line. */
export const jsonOf = (raw: Uint8Array | undefined, value: JsonValue | undefined): Uint8Array =>
  raw === undefined ? encoder.encode(JSON.stringify(value ?? null)) : oneLine(raw);
