// Tables with a header row as records: each row becomes the JSON text of an object of texts, byte for byte.

import { type Batch, RecordFlag } from './batch.ts';
import { CsvCutter, MOST_CELLS, type Row, type RowSink, type TableFault } from './csv-cutter.ts';
import { RowBatches } from './row-batches.ts';

export interface TableLimits {
  /** Bytes of one row. */
  readonly maxLineBytes: number;
  /** Which field each column becomes: `{ question: 'prompt' }`. */
  readonly columns: ReadonlyMap<string, string>;
}

const TAB = 0x09;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;

/** What parts the cells: that of tab, semicolon and comma of which the first line has most. */
export function delimiterOf(head: Uint8Array): number {
  const end = head.indexOf(0x0a);
  const first = head.subarray(0, end < 0 ? 4096 : end);
  const count = (mark: number): number => first.reduce((sum, byte) => sum + (byte === mark ? 1 : 0), 0);
  if (count(TAB) > 0 && count(TAB) >= count(COMMA)) return TAB;
  return count(SEMICOLON) > count(COMMA) ? SEMICOLON : COMMA;
}

/** Rows as batches. A row with another number of cells than the header is read as far as it goes, and told. */
export async function* readCsv(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  delimiter: number,
  source: number,
  offset: number,
  limits: TableLimits,
): AsyncGenerator<Batch, void, undefined> {
  const table = new Table(source, limits.columns);
  const cutter = new CsvCutter(delimiter, limits.maxLineBytes, offset);
  for await (const chunk of chunks) {
    cutter.push(chunk, table);
    yield* table.rows.take();
  }
  cutter.end(table);
  yield* table.rows.take(true);
}

const FAULTS: Readonly<Record<TableFault, string>> = {
  unclosed: 'a quote opens a cell and never closes; it is read as text',
  'text-after': 'text stands behind the quote that closes a cell; the quotes are read as text',
  'too-many-cells': `the row has more than ${MOST_CELLS} cells`,
};

/** Takes rows: the first is the header, the rest become records. */
class Table implements RowSink {
  readonly rows: RowBatches;
  readonly #columns: ReadonlyMap<string, string>;
  readonly #json = new JsonText();
  /** `"name":` of each column; undefined before the header. */
  #keys: Uint8Array[] | undefined;
  #width = 0;

  constructor(source: number, columns: ReadonlyMap<string, string>) {
    this.rows = new RowBatches(source);
    this.#columns = columns;
  }

  row(row: Row): void {
    if (this.#keys === undefined) this.#header(row);
    else this.#record(row, this.#keys);
  }

  tooLong(line: number, offset: number): void {
    this.rows.add(new Uint8Array(0), line, offset, RecordFlag.tooLong);
  }

  fault(fault: TableFault, line: number, offset: number): void {
    this.rows.note('structure/broken-table', 'fault', { what: FAULTS[fault] }, line, offset);
  }

  #header(row: Row): void {
    const taken = new Set<string>();
    const keys = row.starts.map((_, column) => {
      const text = nameOf(row, column);
      const name = this.#columns.get(text) ?? text;
      if (!taken.has(name)) {
        taken.add(name);
        return name;
      }
      // Two columns of one name would leave one of them in every record.
      let number = 2;
      while (taken.has(`${name} (${number})`)) number += 1;
      const other = `${name} (${number})`;
      taken.add(other);
      const what = `two columns are named "${name}"; the second is read as "${other}"`;
      this.rows.note('structure/broken-table', 'fault', { what }, row.line, row.offset);
      return other;
    });
    this.#width = keys.length;
    this.#keys = keys.map(keyText);
  }

  #record(row: Row, keys: Uint8Array[]): void {
    const found = row.starts.length;
    if (found !== this.#width) {
      const data = { found, expected: this.#width };
      const message = found < this.#width ? 'short' : 'long';
      this.rows.note('structure/ragged-row', message, data, row.line, row.offset);
      while (keys.length < found) keys.push(keyText(`column ${keys.length + 1}`));
    }
    this.rows.add(this.#json.of(row, keys), row.line, row.offset, RecordFlag.plain);
  }
}

const encoder = new TextEncoder();
const keyText = (name: string): Uint8Array => encoder.encode(`${JSON.stringify(name)}:`);

/** What a cell of the header says; a column without a name gets its number. */
function nameOf(row: Row, column: number): string {
  const text = new TextDecoder().decode(row.bytes.subarray(row.starts[column], row.ends[column]));
  const name = (row.doubled[column] ? text.replaceAll('""', '"') : text).trim();
  return name === '' ? `column ${column + 1}` : name;
}

/** Writes rows as JSON objects. Bytes stay as they are, also those that are no UTF-8: whoever parses them says so. */
class JsonText {
  #bytes = new Uint8Array(1 << 12);
  #length = 0;

  of({ bytes, starts, ends, doubled }: Row, keys: readonly Uint8Array[]): Uint8Array {
    this.#length = 0;
    let room = 2;
    for (let i = 0; i < starts.length; i += 1) {
      room += 4 + (keys[i] as Uint8Array).length + roomFor(bytes, starts[i] as number, ends[i] as number);
    }
    if (room > this.#bytes.length) this.#bytes = new Uint8Array(room);
    this.#byte(0x7b);
    for (let i = 0; i < starts.length; i += 1) {
      if (i > 0) this.#byte(COMMA);
      this.#bytes.set(keys[i] as Uint8Array, this.#length);
      this.#length += (keys[i] as Uint8Array).length;
      this.#string(bytes, starts[i] as number, ends[i] as number, doubled[i] === true);
    }
    this.#byte(0x7d);
    return this.#bytes.slice(0, this.#length);
  }

  #byte(byte: number): void {
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  #string(bytes: Uint8Array, start: number, end: number, doubled: boolean): void {
    this.#byte(QUOTE);
    for (let i = start; i < end; i += 1) {
      const byte = bytes[i] as number;
      if (byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH) this.#byte(byte);
      else if (byte >= 0x20) {
        this.#byte(BACKSLASH);
        this.#byte(byte);
        if (doubled && byte === QUOTE) i += 1;
      } else this.#control(byte);
    }
    this.#byte(QUOTE);
  }

  #control(byte: number): void {
    this.#byte(BACKSLASH);
    if (byte === 0x0a) this.#byte(0x6e);
    else if (byte === 0x0d) this.#byte(0x72);
    else if (byte === TAB) this.#byte(0x74);
    else {
      this.#byte(0x75);
      this.#byte(0x30);
      this.#byte(0x30);
      this.#byte(0x30 + (byte >> 4));
      this.#byte(HEX.charCodeAt(byte & 15));
    }
  }
}

/** Bytes that a cell takes at most as JSON: a control character takes six. Long cells are counted, short ones guessed. */
function roomFor(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 1 << 10) return 6 * (end - start);
  let room = 2 * (end - start);
  for (let i = start; i < end; i += 1) if ((bytes[i] as number) < 0x20) room += 4;
  return room;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const HEX = '0123456789abcdef';
