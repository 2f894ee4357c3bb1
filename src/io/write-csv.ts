// Records as CSV or TSV by RFC 4180: a header of all fields, one row a record, each cell as the record has it.

import { UserError } from '../model/error.ts';
import { isObject, type JsonValue } from '../model/json.ts';
import { escapeStep } from '../model/pointer.ts';
import type { ByteSink } from './byte-sink.ts';
import { MOST_CELLS } from './csv-cutter.ts';
import { membersOf } from './json-ranges.ts';
import { LossCounts, type RecordWriter, type WrittenRecords } from './record-writer.ts';
import type { Spool } from './spool.ts';
import { jsonOf } from './write-lines.ts';

const encoder = new TextEncoder();
const QUOTE = 0x22;
const ROW_END = encoder.encode('\r\n');
const EMPTY = new Uint8Array(0);
const EMPTY_TEXT = encoder.encode('""');

/** Names that no reader can take for anything else; all others stand in quotes. */
const PLAIN_NAME = /^(?!PAR1|ARROW1)[\w.:-][\w .:-]*$/;

/**
 * Records wait in a spool until the last field is known, because the header comes first: a field that only a late
 * record has would be lost, or all that was written would be wrong. Cells are never altered against spreadsheets that
 * run `=…` as a formula: a model would learn the quote put before it.
 */
export class CsvWriter implements RecordWriter {
  readonly #sink: ByteSink;
  readonly #spool: Spool;
  readonly #delimiter: Uint8Array;
  readonly #columns = new Map<string, number>();
  readonly #losses = new LossCounts();

  /** `delimiter`: a comma or a tab, as a byte. */
  constructor(sink: ByteSink, spool: Spool, delimiter: number) {
    this.#sink = sink;
    this.#spool = spool;
    this.#delimiter = Uint8Array.of(delimiter);
  }

  write(raw: Uint8Array | undefined, value: JsonValue | undefined): Promise<void> | undefined {
    if (!isObject(value) || Object.keys(value).length === 0) {
      this.#losses.add('left-out', '');
      return undefined;
    }
    for (const key of Object.keys(value)) {
      if (!this.#columns.has(key)) this.#columns.set(key, this.#columns.size);
    }
    if (this.#columns.size > MOST_CELLS) throw tooManyColumns();
    return this.#spool.add(jsonOf(raw, value));
  }

  async commit(): Promise<WrittenRecords> {
    const names = [...this.#columns.keys()];
    const header = names.map((name) => {
      if (!name.isWellFormed()) this.#losses.add('lone-surrogate', placeOf(name));
      return PLAIN_NAME.test(name) ? encoder.encode(name) : quoted(encoder.encode(name));
    });
    let records = 0;
    if (names.length > 0) await this.#row(header);
    for await (const line of this.#spool.lines()) {
      const wait = this.#row(this.#cellsOf(line, names));
      if (wait !== undefined) await wait;
      records += 1;
    }
    await this.#spool.discard();
    return { ...(await this.#sink.commit()), records, losses: this.#losses.list() };
  }

  async discard(): Promise<void> {
    await this.#spool.discard();
    await this.#sink.discard();
  }

  #row(cells: readonly Uint8Array[]): Promise<void> | undefined {
    // A blank line is no row for anybody.
    const shown = cells.length === 1 && cells[0]?.length === 0 ? [EMPTY_TEXT] : cells;
    const parts: Uint8Array[] = [];
    for (const cell of shown) parts.push(cell, this.#delimiter);
    parts[parts.length - 1] = ROW_END;
    return this.#sink.write(Buffer.concat(parts));
  }

  #cellsOf(line: Uint8Array, names: readonly string[]): Uint8Array[] {
    const cells = new Array<Uint8Array | undefined>(names.length);
    for (const { key, start, end } of membersOf(line, 0, line.length)) {
      // Of repeated keys the last counts, as for JSON.parse.
      cells[this.#columns.get(key) as number] = this.#cell(line.subarray(start, end), key);
    }
    return Array.from(cells, (cell, i) => {
      if (cell !== undefined) return cell;
      this.#losses.add('null-as-empty', placeOf(names[i] as string));
      return EMPTY;
    });
  }

  /** What a JSON token is in a cell; undefined for null. */
  #cell(token: Uint8Array, key: string): Uint8Array | undefined {
    switch (token[0]) {
      case QUOTE: {
        const text = this.#textOf(token, key);
        // Empty text in quotes and nothing at all are one to most readers, but not to all.
        return text.length === 0 ? EMPTY_TEXT : this.#guarded(text);
      }
      case 0x7b:
      case 0x5b:
        this.#losses.add('json-text', placeOf(key));
        return this.#guarded(token);
      case 0x6e:
        return undefined;
      default:
        this.#losses.add('number-text', placeOf(key));
        return token;
    }
  }

  #textOf(token: Uint8Array, key: string): Uint8Array {
    const inner = token.subarray(1, token.length - 1);
    if (!inner.includes(0x5c)) return inner;
    const text = JSON.parse(new TextDecoder().decode(token)) as string;
    if (!text.isWellFormed()) this.#losses.add('lone-surrogate', placeOf(key));
    return encoder.encode(text);
  }

  #guarded(text: Uint8Array): Uint8Array {
    const plain =
      !text.includes(this.#delimiter[0] as number) &&
      !text.includes(QUOTE) &&
      !text.includes(0x0a) &&
      !text.includes(0x0d);
    return plain ? text : quoted(text);
  }
}

/** In quotes, with each quote inside doubled. */
function quoted(text: Uint8Array): Uint8Array {
  let quotes = 0;
  for (let at = text.indexOf(QUOTE); at >= 0; at = text.indexOf(QUOTE, at + 1)) quotes += 1;
  const cell = new Uint8Array(text.length + quotes + 2);
  let length = 0;
  cell[length++] = QUOTE;
  for (let from = 0; from < text.length; ) {
    const at = text.indexOf(QUOTE, from);
    const to = at < 0 ? text.length : at + 1;
    cell.set(text.subarray(from, to), length);
    length += to - from;
    if (at >= 0) cell[length++] = QUOTE;
    from = to;
  }
  cell[length] = QUOTE;
  return cell;
}

const placeOf = (key: string): string => `/${escapeStep(key)}`;

/** Data whose keys are data makes a column of each; no reader takes that many. */
export const tooManyColumns = (): UserError =>
  new UserError('unsupported-container', `the records have more than ${MOST_CELLS} different fields`, {
    hint: 'a table has a column for each of them: write JSON lines (.jsonl) instead',
  });
