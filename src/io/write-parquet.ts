// Records as Parquet with nested columns, in row groups of bounded size: the door to hyparquet-writer.

import { UserError } from '../model/error.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import type { ByteSink } from './byte-sink.ts';
import { MOST_CELLS } from './csv-cutter.ts';
import { LossCounts, type RecordWriter, type WrittenRecords } from './record-writer.ts';
import type { Spool } from './spool.ts';
import { type Column, type Fitted, fitted, type NamedColumn, TableShape } from './table-shape.ts';
import { tooManyColumns } from './write-csv.ts';
import { jsonOf } from './write-lines.ts';

/** Of one row group: as many bytes of JSON, which take some times as much memory, and as many rows at most. */
const GROUP_BYTES = 16 << 20;
const GROUP_ROWS = 1 << 16;

type ParquetWriter = InstanceType<typeof import('hyparquet-writer')['ParquetWriter']>;
type SchemaElement = ParquetWriter['schema'][number];

/** Records wait in a spool until the type of every column is known, because a file has one schema for all its rows. */
export class ParquetRecordWriter implements RecordWriter {
  readonly #sink: ByteSink;
  readonly #spool: Spool;
  readonly #shape = new TableShape();
  readonly #losses = new LossCounts();

  constructor(sink: ByteSink, spool: Spool) {
    this.#sink = sink;
    this.#spool = spool;
  }

  write(raw: Uint8Array | undefined, value: JsonValue | undefined): Promise<void> | undefined {
    if (!isObject(value) || Object.keys(value).length === 0) {
      this.#losses.add('left-out', '');
      return undefined;
    }
    this.#shape.observe(value);
    if (this.#shape.width > MOST_CELLS) throw tooManyColumns();
    return this.#spool.add(jsonOf(raw, value));
  }

  async commit(): Promise<WrittenRecords> {
    const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
    const columns = this.#shape.columns();
    refuseEqualNames(columns);
    const bytes = new ByteWriter();
    const schema = [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)];
    const parquet = new ParquetWriter({ writer: bytes, schema, createdBy: 'tuneset' });
    const handOver = async (): Promise<void> => {
      await this.#sink.write(bytes.getBytes());
      bytes.index = 0;
    };
    let records = 0;
    for await (const group of this.#groups()) {
      const columnData = columns.map(([name, column]) => ({
        name,
        data: group.map((record): Fitted => fitted(member(record, name), column, this.#losses)),
      }));
      parquet.write({ columnData, rowGroupSize: group.length });
      records += group.length;
      await handOver();
    }
    parquet.finish();
    await handOver();
    await this.#spool.discard();
    return { ...(await this.#sink.commit()), records, losses: this.#losses.list() };
  }

  async *#groups(): AsyncGenerator<JsonObject[], void, undefined> {
    const decoder = new TextDecoder();
    let group: JsonObject[] = [];
    let bytes = 0;
    for await (const line of this.#spool.lines()) {
      group.push(JSON.parse(decoder.decode(line)) as JsonObject);
      bytes += line.length;
      if (bytes < GROUP_BYTES && group.length < GROUP_ROWS) continue;
      yield group;
      group = [];
      bytes = 0;
    }
    if (group.length > 0) yield group;
  }

  async discard(): Promise<void> {
    await this.#spool.discard();
    await this.#sink.discard();
  }
}

/** Half characters in names become U+FFFD, and names that differ in nothing else become one. */
function refuseEqualNames(columns: readonly NamedColumn[]): void {
  if (new Set(columns.map(([name]) => name.toWellFormed())).size === columns.length) return;
  throw new UserError('unsupported-container', 'two fields have names that no table can tell apart', {
    hint: 'write JSON lines (.jsonl) instead',
  });
}

/** A column and what is in it, as Parquet lists them: the parent before its children. */
function elementsOf([name, column]: NamedColumn): SchemaElement[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  switch (column.kind) {
    case 'list':
      // The names `list` and `element` are those of the format's own rules for nested types.
      return [
        { ...optional, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elementsOf(['element', column.items]),
      ];
    case 'struct':
      return [{ ...optional, num_children: column.members.length }, ...column.members.flatMap(elementsOf)];
    default:
      return [{ ...optional, ...LEAVES[column.kind] }];
  }
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;
const LEAVES: Readonly<Record<Exclude<Column['kind'], 'list' | 'struct'>, Partial<SchemaElement>>> = {
  boolean: { type: 'BOOLEAN' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  text: TEXT,
  json: TEXT,
};
